import type { Instant } from '@hsl/contracts/instants';

/** What a sender is told of by a text: departments are on it, it takes longer, it is done and may be rated. */
export type SenderTextKind = 'dispatched' | 'moreTime' | 'done';

/** Ids, codes and instants of the news, for the words. */
export interface SenderTextParams {
  leadDepartmentId?: string;
  /** Of the lead, as far as it is known here. */
  leadName?: string;
  /** UTC milliseconds. */
  dueAt?: Instant;
}
