import type { TemporalClient } from './temporal-client.js';

export interface WorkflowPage {
  /** The same id twice where more than one of its runs is found. */
  workflowIds: string[];
  /** Where the next page begins; absent after the last one. */
  next: string | undefined;
}

/**
 * A page of what the Temporal server lists.
 * @param query in the server's list filter
 * @param token where the page before ended
 * @throws when the server is away
 */
export async function workflowPage(
  temporal: TemporalClient,
  query: string,
  pageSize: number,
  token: string | undefined,
): Promise<WorkflowPage> {
  const { workflowService, options } = temporal.workflow;
  const { executions, nextPageToken } = await temporal.bounded(() =>
    workflowService.listWorkflowExecutions({
      ...{ namespace: options.namespace, pageSize, query },
      nextPageToken: token ? Buffer.from(token, 'base64') : undefined,
    }),
  );
  return {
    workflowIds: executions.flatMap(({ execution }) => execution?.workflowId ?? []),
    next: nextPageToken?.length ? Buffer.from(nextPageToken).toString('base64') : undefined,
  };
}
