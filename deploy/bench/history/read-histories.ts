import { WorkflowNotFoundError, type WorkflowClient } from '@temporalio/client';
import { until } from '../platform/until.js';
import { childrenIn, countKinds, type WorkflowHistory } from './history-count.js';

/** The workflows of one matter whose ids are known; children are found in the histories. */
export interface Matter {
  /** Read when they have ended. */
  ending: readonly string[];
  /** Read as they are, once they are there: they sleep on for days or months. */
  sleeping: readonly string[];
}

/**
 * All histories of one matter, each once.
 * @throws Error if one does not end, or begin, in time
 */
export async function readMatter(client: WorkflowClient, { ending, sleeping }: Matter): Promise<WorkflowHistory[]> {
  const found = await Promise.all([
    ...ending.map((workflowId) => readFamily(client, workflowId, sleeping)),
    ...sleeping.map((workflowId) => readSleeping(client, workflowId)),
  ]);
  return [...new Map(found.flat().map((history) => [history.workflowId, history])).values()];
}

async function readSleeping(client: WorkflowClient, workflowId: string): Promise<WorkflowHistory[]> {
  await until('a workflow that sleeps', async () => statusOf(client, workflowId));
  return [(await read(client, workflowId)).history];
}

async function readFamily(
  client: WorkflowClient,
  workflowId: string,
  sleeping: readonly string[],
): Promise<WorkflowHistory[]> {
  await until('the end of a workflow', async () => {
    const status = await statusOf(client, workflowId);
    return status === 'RUNNING' ? undefined : status;
  });
  const { history, children } = await read(client, workflowId);
  const ending = children.filter((child) => !sleeping.includes(child));
  const families = await Promise.all(ending.map((child) => readFamily(client, child, sleeping)));
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
