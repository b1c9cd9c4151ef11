/**
 * Workflow ids and task queues, made and parsed in this one place (architecture: one id per process).
 * Ids carry uuids only, never a name.
 */
export const TASK_QUEUES = {
  whistles: 'whistles',
  members: 'members',
  departments: 'departments',
  topics: 'topics',
} as const;
export type TaskQueue = (typeof TASK_QUEUES)[keyof typeof TASK_QUEUES];

export const whistleWorkflowId = (whistleId: string): string => `whistle/${whistleId}`;
export const checkInWorkflowId = (whistleId: string): string => `whistle/${whistleId}/check-in`;
export const taskWorkflowId = (whistleId: string, taskId: string): string => `whistle/${whistleId}/task/${taskId}`;
export const followUpWorkflowId = (whistleId: string): string => `whistle/${whistleId}/follow-up`;

export type ParsedWorkflowId =
  | { process: 'whistle' | 'check-in' | 'follow-up'; whistleId: string }
  | { process: 'task'; whistleId: string; taskId: string };

/** The reverse of the makers above; undefined for an id that none of them made. */
export function parseWorkflowId(id: string): ParsedWorkflowId | undefined {
  const [head, whistleId, part, taskId, ...rest] = id.split('/');
  if (head !== 'whistle' || !whistleId || rest.length > 0) return undefined;
  if (part === undefined) return { process: 'whistle', whistleId };
  if ((part === 'check-in' || part === 'follow-up') && taskId === undefined) return { process: part, whistleId };
  if (part === 'task' && taskId) return { process: 'task', whistleId, taskId };
  return undefined;
}
