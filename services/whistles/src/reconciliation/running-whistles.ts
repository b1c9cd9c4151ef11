import { SEARCH_ATTRIBUTES } from '@hsl/contracts/search-attributes';
import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { processQuery } from '@hsl/workflows/whistle/whistle.messages';
import { Injectable, Logger } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/common';
import type { Asked } from './finding.js';

const ANSWER_TIMEOUT_MS = 5_000;
const PREFIX = whistleWorkflowId('');

/** Asks the Temporal server which whistles run, and the workflows themselves where they are. */
@Injectable()
export class RunningWhistles {
  private readonly logger = new Logger(RunningWhistles.name);

  constructor(private readonly temporal: TemporalClient) {}

  /** @throws when the server is away: the activity is tried again */
  async ask(whistleId: string): Promise<Asked> {
    const handle = this.temporal.workflow.getHandle(whistleWorkflowId(whistleId));
    try {
      const { name } = (await this.temporal.bounded(() => handle.describe())).status;
      const status = name === 'RUNNING' ? 'running' : name === 'COMPLETED' ? 'completed' : 'broken';
      return { status, view: await this.answerOf(whistleId) };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return { status: 'unknown' };
      throw error;
    }
  }

  /** A page of ids of whistles whose workflow runs. @param token where the page before ended */
  async page(subdistrictId: string, token: string | undefined, pageSize: number) {
    const { workflowService, options } = this.temporal.workflow;
    const { executions, nextPageToken } = await this.temporal.bounded(() =>
      workflowService.listWorkflowExecutions({
        namespace: options.namespace,
        pageSize,
        nextPageToken: token ? Buffer.from(token, 'base64') : undefined,
        query: `WorkflowType = 'whistleWorkflow' AND ExecutionStatus = 'Running'
          AND ${SEARCH_ATTRIBUTES.subdistrict} = '${subdistrictId}'`,
      }),
    );
    const ids = executions.flatMap(({ execution }) => execution?.workflowId?.slice(PREFIX.length) ?? []);
    return { ids, next: nextPageToken?.length ? Buffer.from(nextPageToken).toString('base64') : undefined };
  }

  /** One that cannot answer must not stop the others from being looked at: it is a finding. */
  private async answerOf(whistleId: string) {
    const handle = this.temporal.workflow.getHandle(whistleWorkflowId(whistleId));
    try {
      return await this.temporal.bounded(() => handle.query(processQuery), ANSWER_TIMEOUT_MS);
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) throw error;
      this.logger.warn({ err: error, whistleId, msg: 'a workflow did not answer the reconciliation' });
      return undefined;
    }
  }
}
