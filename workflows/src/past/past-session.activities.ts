import type { PastSession } from '@hsl/contracts/past-session';

/** Of the sessions' owner; doing it again changes nothing. */
export interface PastSessionActivities {
  recordPastSession(session: PastSession): Promise<void>;
}
