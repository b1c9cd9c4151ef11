import type { Finding } from '@hsl/contracts/reconciliation';
import { checkInWorkflowId, TASK_QUEUES, whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import { RunningProcesses } from '@hsl/temporal/running-processes';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import type { CheckInInput } from '@hsl/workflows/check-in/check-in.messages';
import { Injectable } from '@nestjs/common';
import { defaultPayloadConverter, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';

/** A check-in whose process is gone, as its row has it. */
export interface LostCheckIn {
  whistleId: string;
  /** Decisions on record. */
  version: number;
  askedAt: Date;
}

/** Nothing but the asking is on record: a process that begins again finds that decision and whom it asked. */
const ONLY_ASKED = 1;

/**
 * Begins check-ins again whose process is gone while members owe an answer. Safe where nothing was decided but whom to ask:
 * the same decision is found on record, the same members wait by the same clock. What was answered, missed or asked
 * after that is in the lost history alone; such a one is left to a person.
 */
@Injectable()
export class LostCheckIns {
  private readonly running: RunningProcesses;

  constructor(private readonly temporal: TemporalClient) {
    this.running = new RunningProcesses(temporal);
  }

  /** @returns whether it runs again; not if its matter has ended, or the server has forgotten under which terms it ran */
  async beginAgain({ whistleId, version, askedAt }: LostCheckIn, { kind }: Finding): Promise<boolean> {
    if (kind !== 'closed' || version !== ONLY_ASKED) return false;
    const matter = await this.running.ask(whistleWorkflowId(whistleId));
    const input = matter.status === 'running' ? await this.inputOf(whistleId) : undefined;
    if (!input) return false;
    const again: CheckInInput = { ...input, askedAt: askedAt.getTime() };
    const options = { workflowId: checkInWorkflowId(whistleId), taskQueue: TASK_QUEUES.members, args: [again] };
    try {
      await this.temporal.bounded(() => this.temporal.workflow.start('checkInWorkflow', options));
      return true;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
      throw error;
    }
  }

  /** What the lost run was begun with: its history outlives it by days. */
  private async inputOf(whistleId: string): Promise<CheckInInput | undefined> {
    const handle = this.temporal.workflow.getHandle(checkInWorkflowId(whistleId));
    const { events } = await this.temporal.bounded(() => handle.fetchHistory());
    const [payload] = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
    return payload && defaultPayloadConverter.fromPayload<CheckInInput>(payload);
  }
}
