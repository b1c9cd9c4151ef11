import { WorkflowExecutionAlreadyStartedError, defaultPayloadConverter, type Workflow } from '@temporalio/common';
import type { WorkflowStartOptions } from '@temporalio/client';
import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import { RunningProcesses, type Asked } from './running-processes.js';
import type { TemporalClient } from './temporal-client.js';

/** Begins processes again that are gone while their rows say that they run (domain 4.6). */
export class LostProcesses {
  private readonly running: RunningProcesses;

  constructor(private readonly temporal: TemporalClient) {
    this.running = new RunningProcesses(temporal);
  }

  /** How the matter is that the process belongs to. @param query by which it is asked where it stands */
  matter(whistleId: string, query?: string): Promise<Asked> {
    return this.running.ask(whistleWorkflowId(whistleId), query);
  }

  async statusOf(workflowId: string): Promise<Asked['status']> {
    return (await this.running.ask(workflowId)).status;
  }

  /** Whether it broke off or is forgotten; one that went its way to the end is not lost. */
  async isGone(workflowId: string): Promise<boolean> {
    return ['broken', 'unknown'].includes(await this.statusOf(workflowId));
  }

  /** What the lost run was begun with: its history outlives it by days. Undefined once it is forgotten. */
  async inputOf<Input>(workflowId: string): Promise<Input | undefined> {
    const handle = this.temporal.workflow.getHandle(workflowId);
    const { events } = await this.temporal.bounded(() => handle.fetchHistory());
    const [payload] = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
    return payload && defaultPayloadConverter.fromPayload<Input>(payload);
  }

  /** @returns false if somebody else was faster */
  async begin(type: string, options: WorkflowStartOptions<Workflow>): Promise<boolean> {
    try {
      await this.temporal.bounded(() => this.temporal.workflow.start(type, options));
      return true;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
      throw error;
    }
  }
}
