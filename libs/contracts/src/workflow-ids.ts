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
/** @param conclusion 1 for the first conclusion; a reopened matter that is concluded again is watched anew */
export const followUpWorkflowId = (whistleId: string, conclusion = 1): string =>
  conclusion === 1 ? `whistle/${whistleId}/follow-up` : `whistle/${whistleId}/follow-up/${conclusion}`;
export const sessionWorkflowId = (sessionId: string): string => `session/${sessionId}`;
export const ledgerWorkflowId = (entryId: string): string => `ledger/${entryId}`;
export const submissionWorkflowId = (submissionId: string): string => `submission/${submissionId}`;
export const proposalWorkflowId = (proposalId: string): string => `proposal/${proposalId}`;
