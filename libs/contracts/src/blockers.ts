/** What keeps a matter from getting on (S81). */
export const BLOCKER_KINDS = ['land', 'funds', 'documents', 'other'] as const;
export type BlockerKind = (typeof BLOCKER_KINDS)[number];

export const BLOCKER_STATES = ['OPEN', 'CLEARED'] as const;
