import type { Instant } from '@hsl/contracts/instants';

/** What a sender is told of by a text: departments are on it, it takes longer, it is done and may be rated. */
export type SenderTextKind = 'dispatched' | 'moreTime' | 'done';

/** What the words say of the news. */
export interface SenderTextParams {
  /** Of the lead, as far as it is known here. */
  leadName?: string;
  /** UTC milliseconds. */
  dueAt?: Instant;
}
