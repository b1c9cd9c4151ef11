/** Codes of venues, rooms and bookings (domain 1.2: S17 to S20; 1.5: S112, S113). */

/** A centre with rooms, a pavilion (议事亭), a square (议事广场). */
export const VENUE_KINDS = ['centre', 'pavilion', 'square'] as const;
export type VenueKind = (typeof VENUE_KINDS)[number];

/** 委员之家, 协商议事厅, 功能室. */
export const ROOM_KINDS = ['memberHome', 'deliberationHall', 'functionRoom'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

export const BOOKING_STATES = ['BOOKED', 'CANCELLED'] as const;
