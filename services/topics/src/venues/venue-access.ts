import type { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Facts, ScopeFilter, Target } from '@hsl/access/target';
import type { Prisma, Room, Venue } from '../generated/prisma/client.js';

/** A venue without community is the whole subdistrict's. */
export const targetOfVenue = ({
  subdistrictId,
  communityId,
}: Pick<Venue, 'subdistrictId' | 'communityId'>): Target => ({
  subdistrictId,
  ...(communityId === null ? { subdistrictWide: true } : { communityId }),
});

/** Phones of residents are not confirmed by anything yet: until then they book nothing. */
export const factsOfRoom = ({ kind }: Pick<Room, 'kind'>): Facts => ({
  ...{ functionRoom: kind === 'functionRoom', phoneConfirmed: false },
});
export const factsOfBooking = (reason: string | undefined): Facts => ({
  ...{ phoneConfirmed: false, reasonGiven: reason !== undefined },
});

/** Whoever may cancel a booking, or looks after the venues, may read it; the others see when the room is taken. */
export const bookingScopes = (access: AccessService, actor: Actor): ScopeFilter[] =>
  ['venue.cancelBooking', 'venue.manage'].flatMap((ability) => access.scopes(actor, ability));

/** Any of the scopes as a condition; nothing at all for no scope. */
export function bookingsWithin(scopes: readonly ScopeFilter[]): Prisma.BookingWhereInput {
  const ways = scopes.map(({ subdistrictId, userId }): Prisma.BookingWhereInput => ({
    ...(subdistrictId === undefined ? {} : { subdistrictId }),
    ...(userId === undefined ? {} : { bookedBy: userId }),
  }));
  return ways.length === 0 ? { id: { in: [] } } : { OR: ways };
}

/** Venues a list may show; those of the whole subdistrict to everybody in it. */
export function venuesWithin(scopes: readonly ScopeFilter[]): Prisma.VenueWhereInput {
  const ways = scopes.map(({ subdistrictId, communityIds }): Prisma.VenueWhereInput => ({
    ...(subdistrictId === undefined ? {} : { subdistrictId }),
    ...(communityIds === undefined ? {} : { OR: [{ communityId: { in: communityIds } }, { communityId: null }] }),
  }));
  return ways.length === 0 ? { id: { in: [] } } : { OR: ways };
}
