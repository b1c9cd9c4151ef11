import type { EventDataByType } from '@hsl/contracts/events/event-types';
import type { Instant } from '@hsl/contracts/instants';

type Linked = EventDataByType['session.linked.v1'];

/** Tells that the outcome of a session has become something. */
export const linkedEvent = (
  { id: sessionId, whistleId }: { id: string; whistleId: string | null },
  { kind, targetId }: Pick<Linked, 'kind' | 'targetId'>,
  at: Instant,
): { type: 'session.linked.v1'; subject: string; data: Linked } => ({
  ...{ type: 'session.linked.v1', subject: sessionId },
  data: { sessionId, ...(whistleId === null ? {} : { whistleId }), kind, targetId, at },
});
