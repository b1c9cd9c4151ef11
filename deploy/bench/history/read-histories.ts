import { WorkflowNotFoundError, type WorkflowClient } from '@temporalio/client';
import { until } from '../platform/until.js';
import { childrenIn, countKinds, type WorkflowHistory } from './history-count.js';

/** The workflows of one matter whose ids are known; children are found in the histories. */
export interface Matter {
  /** Read when they have ended. */
  ending: readonly string[];
  /** Read as it is, once it is there: it sleeps on for a month. */
  sleeping: string;
}

/**
 * All histories of one matter, each once.
 * @throws Error if one does not end, or begin, in time
 */
export async function readMatter(client: WorkflowClient, { ending, sleeping }: Matter): Promise<WorkflowHistory[]> {
  await until('a follow-up', async () => statusOf(client, sleeping));
  const found = await Promise.all([
    ...ending.map((workflowId) => readFamily(client, workflowId)),
    read(client, sleeping).then(({ history }) => [history]),
  ]);
  return [...new Map(found.flat().map((history) => [history.workflowId, history])).values()];
}

async function readFamily(client: WorkflowClient, workflowId: string): Promise<WorkflowHistory[]> {
  await until('the end of a workflow', async () => {
    const status = await statusOf(client, workflowId);
    return status === 'RUNNING' ? undefined : status;
  });
  const { history, children } = await read(client, workflowId);
  const families = await Promise.all(children.map((child) => readFamily(client, child)));
  return [history, ...families.flat()];
}

async function statusOf(client: WorkflowClient, workflowId: string): Promise<string | undefined> {
  try {
    return (await client.getHandle(workflowId).describe()).status.name;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

async function read(
  client: WorkflowClient,
  workflowId: string,
): Promise<{ history: WorkflowHistory; children: string[] }> {
  const handle = client.getHandle(workflowId);
  const [{ raw }, fetched] = await Promise.all([handle.describe(), handle.fetchHistory()]);
  const events = fetched.events ?? [];
  const bytes = Number(raw.workflowExecutionInfo?.historySizeBytes ?? 0);
  const history = { workflowId, events: events.length, bytes, byKind: countKinds(events) };
  return { history, children: childrenIn(events) };
}
