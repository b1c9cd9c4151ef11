import type { Instant } from '@hsl/contracts/instants';

/** What the words say of the news. */
export interface SenderTextParams {
  /** Of the lead, as far as it is known here. */
  leadName?: string;
  /** UTC milliseconds. */
  dueAt?: Instant;
}
