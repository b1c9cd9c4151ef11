import { Logger } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/common';
import type { TemporalClient } from './temporal-client.js';

export interface Standing {
  state: string;
  version: number;
}

/** What the server says of a workflow; `unknown` is one it never had or has forgotten. */
export type Asked = { status: 'unknown' } | { status: 'running' | 'completed' | 'broken'; view?: Standing };

const ANSWER_TIMEOUT_MS = 5_000;

/** Asks the Temporal server how a workflow is, and the workflow where it is. */
export class RunningProcesses {
  private readonly logger = new Logger(RunningProcesses.name);

  constructor(private readonly temporal: TemporalClient) {}

  /**
   * @param query by which the workflow names its state and version; without one it is not asked
   * @throws when the server is away
   */
  async ask(workflowId: string, query?: string): Promise<Asked> {
    const handle = this.temporal.workflow.getHandle(workflowId);
    try {
      const { name } = (await this.temporal.bounded(() => handle.describe())).status;
      const status = name === 'RUNNING' ? 'running' : name === 'COMPLETED' ? 'completed' : 'broken';
      return query === undefined ? { status } : { status, view: await this.answerOf(workflowId, query) };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return { status: 'unknown' };
      throw error;
    }
  }

  /** One that cannot answer must not stop the others from being looked at: it is a finding. */
  private async answerOf(workflowId: string, query: string): Promise<Standing | undefined> {
    const handle = this.temporal.workflow.getHandle(workflowId);
    try {
      return await this.temporal.bounded(() => handle.query<Standing>(query), ANSWER_TIMEOUT_MS);
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) throw error;
      this.logger.warn({ err: error, workflowId, msg: 'a workflow did not answer the reconciliation' });
      return undefined;
    }
  }
}
