import type { ActionView } from '@hsl/contracts/process-view';
import type { Room as RoomAnswer, Venue as VenueAnswer } from '@hsl/contracts/schemas/venues';
import type { Room, Venue } from '../generated/prisma/client.js';
import { openingHoursOf } from './venues.repository.js';

/** A venue as it is answered. The codes are texts in the table, written from the same unions. */
export function venueView(row: Omit<Venue, 'lastDecisionId'>, actions: ActionView[]): VenueAnswer {
  const { id, version, name, address, communityId, active } = row;
  return {
    ...{ id, version, name, address, active, openingHours: openingHoursOf(row), actions },
    kind: row.kind as VenueAnswer['kind'],
    ...(communityId === null ? {} : { communityId }),
  };
}

export function roomView(row: Omit<Room, 'lastDecisionId'>, actions: ActionView[]): RoomAnswer {
  const { id, version, venueId, name, capacity, active } = row;
  return { id, version, venueId, name, capacity, active, kind: row.kind as RoomAnswer['kind'], actions };
}
