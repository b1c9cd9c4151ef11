import type { Finding, ReconciliationFound } from '@hsl/contracts/reconciliation';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { reconcile } from '@hsl/testing/reconcile';
import { WorkflowNotFoundError } from '@temporalio/common';
import { eventually, type TopicsService } from './topics-service.js';

/** What a spec does to processes, and what the reconciliation then finds. */
export class Reconciling {
  readonly temporal: TemporalClient;

  constructor(topics: TopicsService) {
    this.temporal = topics.app.get(TemporalClient);
  }

  reconcile(): Promise<ReconciliationFound> {
    return reconcile(this.temporal, 'topics');
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
