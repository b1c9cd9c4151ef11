import type { EventType } from './event-types.js';

/** Events that carry a whistle's snapshot. */
export const SNAPSHOT_EVENTS = [
  'whistle.blown.v1',
  'whistle.accepted.v1',
  'whistle.checkedIn.v1',
  'whistle.dispatched.v1',
  'whistle.feedbackSubmitted.v1',
  'whistle.verified.v1',
  'whistle.verificationFailed.v1',
  'revisit.done.v1',
  'whistle.concluded.v1',
  'lookBack.due.v1',
  'lookBack.reported.v1',
  'whistle.archived.v1',
] as const satisfies readonly EventType[];
