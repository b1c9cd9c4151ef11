import { randomUUID } from 'node:crypto';
import type { Finding } from '@hsl/contracts/reconciliation';
import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import type { ReconciliationFound } from '@hsl/workflows/reconciliation/reconciliation.activities';
import { WorkflowNotFoundError } from '@temporalio/common';
import { eventually, type TopicsService } from './topics-service.js';

/** What a spec does to processes, and what the reconciliation then finds. */
export class Reconciling {
  readonly temporal: TemporalClient;

  constructor(topics: TopicsService) {
    this.temporal = topics.app.get(TemporalClient);
  }

  /** Run as the schedule would. The whistles' owner, who keeps reports, is not there: it is read as it is handed in. */
  async reconcile(): Promise<ReconciliationFound> {
    const handle = await this.temporal.workflow.start('reconciliationWorkflow', {
      ...{ workflowId: `reconciliation/${randomUUID()}`, taskQueue: TASK_QUEUES.topics },
      args: [{ owner: 'topics', resumed: { waiting: ['zx'] } }],
    });
    const handedIn = async (): Promise<ReconciliationFound | undefined> => {
      const { events } = await handle.fetchHistory();
      const given = events?.flatMap(({ activityTaskScheduledEventAttributes: task }) =>
        task?.activityType?.name === 'recordReconciliation' ? [task] : [],
      )[0];
      const data = given?.input?.payloads?.[0]?.data;
      return data ? (JSON.parse(Buffer.from(data).toString()) as ReconciliationFound) : undefined;
    };
    const found = await eventually(handedIn, (seen) => seen !== undefined);
    await handle.terminate();
    return found!;
  }

  /** What was found, by the id of the process it is about. */
  async findings(): Promise<Map<string | undefined, Finding>> {
    return new Map((await this.reconcile()).findings.map((one) => [one.process?.id, one]));
  }

  /** Undefined once the server has forgotten it. */
  async statusOf(workflowId: string): Promise<string | undefined> {
    try {
      return (await this.temporal.workflow.getHandle(workflowId).describe()).status.name;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return undefined;
      throw error;
    }
  }

  async terminate(workflowId: string): Promise<void> {
    await this.temporal.workflow.getHandle(workflowId).terminate('by hand');
  }

  /** With its history. */
  async forget(workflowId: string): Promise<void> {
    const { workflowService, options } = this.temporal.workflow;
    await workflowService.deleteWorkflowExecution({
      namespace: options.namespace,
      workflowExecution: { workflowId },
    });
    await eventually(
      () => this.statusOf(workflowId),
      (status) => status === undefined,
    );
  }
}
