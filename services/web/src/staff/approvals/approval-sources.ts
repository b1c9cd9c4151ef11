/** What an approval is about, and what the list can be cut down to. */
export const APPROVAL_SOURCES = ['matter', 'task', 'ledger'] as const;
export type ApprovalSource = (typeof APPROVAL_SOURCES)[number];
