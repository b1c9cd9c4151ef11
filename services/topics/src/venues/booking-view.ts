import type { ActionView } from '@hsl/contracts/process-view';
import type { Booking } from '@hsl/contracts/schemas/bookings';
import type { BookingRow } from './bookings.repository.js';

/** A booking as it is answered. */
export function bookingView(row: BookingRow, actions: ActionView[]): Booking {
  const { id, version, roomId, purpose, bookedBy, sessionId, cancelledBy, cancelledAt, cancelReason } = row;
  return {
    ...{ id, version, roomId, venueId: row.room.venueId, purpose, bookedBy, actions },
    ...{ from: row.startsAt.toISOString(), to: row.endsAt.toISOString(), bookedAt: row.bookedAt.toISOString() },
    state: row.state as Booking['state'],
    ...(sessionId === null ? {} : { sessionId }),
    ...(cancelledBy === null ? {} : { cancelledBy }),
    ...(cancelledAt === null ? {} : { cancelledAt: cancelledAt.toISOString() }),
    ...(cancelReason === null ? {} : { cancelReason }),
  };
}
