import type { Instant } from '../instants.js';

/** A room for a time, by ids only. */
interface BookingFact {
  bookingId: string;
  roomId: string;
  venueId: string;
  /** Absent for a venue of the whole subdistrict. */
  communityId?: string;
  /** The session it is for. */
  sessionId?: string;
  from: Instant;
  to: Instant;
  bookedBy: string;
  at: Instant;
}

/** Events of the topic `hsl.topics`, key = booking id. */
export interface VenueEventData {
  /** Fires when a room was booked. */
  'booking.made.v1': BookingFact;
  /** Fires when a booking was cancelled; the room is free again. `by` may be another person than `bookedBy`. */
  'booking.cancelled.v1': BookingFact & { by: string };
}
