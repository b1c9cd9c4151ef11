import { SEARCH_ATTRIBUTES } from '@hsl/contracts/search-attributes';
import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import { RunningProcesses, type Asked } from '@hsl/temporal/running-processes';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { workflowPage } from '@hsl/temporal/workflow-page';
import { processQuery } from '@hsl/workflows/whistle/whistle.messages';
import { Injectable } from '@nestjs/common';

const PREFIX = whistleWorkflowId('');

/** Asks the Temporal server which whistles run, and the workflows themselves where they are. */
@Injectable()
export class RunningWhistles {
  private readonly processes: RunningProcesses;

  constructor(private readonly temporal: TemporalClient) {
    this.processes = new RunningProcesses(temporal);
  }

  /** @throws when the server is away: the activity is tried again */
  ask(whistleId: string): Promise<Asked> {
    return this.processes.ask(whistleWorkflowId(whistleId), processQuery.name);
  }

  /** A page of ids of whistles whose workflow runs. @param token where the page before ended */
  async page(subdistrictId: string, token: string | undefined, pageSize: number) {
    const query = `WorkflowType = 'whistleWorkflow' AND ExecutionStatus = 'Running'
      AND ${SEARCH_ATTRIBUTES.subdistrict} = '${subdistrictId}'`;
    const { workflowIds, next } = await workflowPage(this.temporal, query, pageSize, token);
    return { ids: workflowIds.map((workflowId) => workflowId.slice(PREFIX.length)), next };
  }
}
