import { TASK_QUEUES, whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import type { PastMatter } from '@hsl/contracts/past-matter';
import type { PastProposal } from '@hsl/contracts/past-proposal';
import type { PastSession } from '@hsl/contracts/past-session';
import { Client, Connection, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Addresses } from '../../local/addresses.js';

const AT_ONCE = 6;
/** All of them take a minute or two. */
const RUN_TIMEOUT = '10 minutes';

export interface PastRecords {
  matters: PastMatter[];
  proposals: PastProposal[];
  sessions: PastSession[];
}

/**
 * Has the platform's own workers take the records over. What was taken over before stays as it is: the ids are the same.
 * @param tell called after each
 */
export async function takeOver(
  { temporalAddress: address, temporalNamespace: namespace }: Addresses,
  { matters, proposals, sessions }: PastRecords,
  tell: (done: number, all: number) => void,
): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    const { workflow } = new Client({ connection, namespace });
    const run = (type: string, workflowId: string, taskQueue: string, input: object) => () =>
      workflow.execute(type, {
        ...{ workflowId, taskQueue, args: [input], workflowRunTimeout: RUN_TIMEOUT },
        workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      });
    const jobs = [
      ...matters.map((one) => run('pastMatterWorkflow', whistleWorkflowId(one.whistleId), TASK_QUEUES.whistles, one)),
      ...sessions.map((one) => run('pastSessionWorkflow', `past/${one.sessionId}`, TASK_QUEUES.topics, one)),
      ...proposals.map((one) => run('pastProposalWorkflow', `past/${one.proposalId}`, TASK_QUEUES.topics, one)),
    ];
    const all = jobs.length;
    let done = 0;
    const worker = async (): Promise<void> => {
      for (let job = jobs.shift(); job; job = jobs.shift()) {
        await job().catch(takenOverBefore);
        done += 1;
        tell(done, all);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  } finally {
    await connection.close();
  }
}

function takenOverBefore(error: unknown): void {
  if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
}
