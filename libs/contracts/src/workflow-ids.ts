/**
 * Workflow ids and task queues, made in this one place (architecture: one id per process).
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
