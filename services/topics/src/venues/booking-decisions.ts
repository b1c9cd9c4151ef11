import type { Instant } from '@hsl/contracts/instants';
import type { ActorRef } from '@hsl/contracts/roles';
import type { Decision } from '@hsl/database/decision';
import { asInstant } from '@hsl/database/sql-values';
import type { BookingRow } from './bookings.repository.js';

/** What both events of a booking say. */
const factOf = (row: BookingRow, at: Instant) => ({
  ...{ bookingId: row.id, roomId: row.roomId, venueId: row.room.venueId, bookedBy: row.bookedBy, at },
  ...{ from: row.startsAt.getTime(), to: row.endsAt.getTime() },
  ...(row.room.venue.communityId === null ? {} : { communityId: row.room.venue.communityId }),
  ...(row.sessionId === null ? {} : { sessionId: row.sessionId }),
});

/** The birth of a booking. */
export function bookingMade(row: BookingRow, by: ActorRef): Decision {
  const { id, subdistrictId, roomId, startsAt, endsAt, purpose, sessionId, bookedAt, lastDecisionId } = row;
  const at = bookedAt.getTime();
  return {
    ...{ table: 'booking', id, subdistrictId, insert: true, decisionId: lastDecisionId, at, source: 'topics' },
    patch: {
      ...{ room_id: roomId, starts_at: startsAt, ends_at: endsAt, purpose, state: 'BOOKED', session_id: sessionId },
      ...{ booked_by: by.userId, booked_at: bookedAt },
    },
    timeline: [{ kind: 'booked', toState: 'BOOKED', actorId: by.userId, actorRole: by.role }],
    events: [{ type: 'booking.made.v1', subject: id, data: factOf(row, at) }],
  };
}

/** The room is free again. */
export function bookingCancelled(row: BookingRow, by: ActorRef, at: Instant, reason: string | undefined): Decision {
  const { id, subdistrictId, version } = row;
  const who = { actorId: by.userId, actorRole: by.role };
  return {
    ...{ table: 'booking', id, subdistrictId, expectedVersion: version, at, source: 'topics' },
    decisionId: `booking/${id}#${version + 1}/${by.userId}/${at}`,
    patch: {
      ...{ state: 'CANCELLED', cancelled_by: by.userId, cancelled_at: asInstant(at), cancel_reason: reason ?? null },
    },
    timeline: [{ kind: 'cancelled', fromState: 'BOOKED', toState: 'CANCELLED', ...who }],
    events: [{ type: 'booking.cancelled.v1', subject: id, data: { ...factOf(row, at), by: by.userId } }],
  };
}
