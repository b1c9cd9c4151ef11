import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import { fromIso, toIso } from '@hsl/contracts/instants';
import type { TimeOffer } from '@hsl/contracts/problem-codes';
import type { CalendarQuery, RoomCalendar } from '@hsl/contracts/schemas/bookings';
import { DAY_MS } from '@hsl/domain/calendar-day';
import { freeSpans, nearestSpans, openSpans, type TimeSpan } from '@hsl/domain/opening-hours';
import { Clock } from '@hsl/platform/clock';
import { Injectable } from '@nestjs/common';
import type { Booking } from '../generated/prisma/client.js';
import { BookingsRepository } from './bookings.repository.js';
import { bookingScopes } from './venue-access.js';
import { openingHoursOf, type RoomRow } from './venues.repository.js';
import { VenuesService } from './venues.service.js';

/** How far before and after a wished time another one is looked for, and how many are offered. */
const NEARBY_MS = 3 * DAY_MS;
const MOST_OFFERS = 3;

/** When a room is free and when it is taken. */
@Injectable()
export class RoomCalendarService {
  constructor(
    private readonly venues: VenuesService,
    private readonly bookings: BookingsRepository,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError notFound, also for a room the caller may not read */
  async calendar(actor: Actor, roomId: string, { from, to }: CalendarQuery): Promise<RoomCalendar> {
    const room = await this.venues.findRoom(actor, roomId);
    const span = { from: fromIso(from), to: fromIso(to) };
    const taken = await this.bookings.taken(actor.subdistrictId, roomId, span);
    const isReadable = this.readableBy(actor);
    return {
      ...{ roomId, ...offerOf(span), free: this.freeOf(room, span, taken).map(offerOf) },
      taken: taken.map((one) => ({
        ...offerOf(spanOf(one)),
        ...(isReadable(one) ? { bookingId: one.id, purpose: one.purpose } : {}),
        ...(isReadable(one) && one.sessionId !== null ? { sessionId: one.sessionId } : {}),
      })),
    };
  }

  /** Times nearby, as long as the wished one, at which the room is free; the nearest first. */
  async offers(room: RoomRow, wished: TimeSpan): Promise<TimeOffer[]> {
    const around = { from: wished.from - NEARBY_MS, to: wished.to + NEARBY_MS };
    const taken = await this.bookings.taken(room.subdistrictId, room.id, around);
    return nearestSpans(this.freeOf(room, around, taken), wished, MOST_OFFERS).map(offerOf);
  }

  private freeOf({ active, venue }: RoomRow, { from, to }: TimeSpan, taken: readonly Booking[]): TimeSpan[] {
    const ahead = { from: Math.max(from, this.clock.now()), to };
    if (!active || !venue.active || ahead.from >= to) return [];
    return freeSpans(openSpans(openingHoursOf(venue), ahead), taken.map(spanOf));
  }

  private readableBy(actor: Actor): (booking: Booking) => boolean {
    const scopes = bookingScopes(this.access, actor);
    return ({ bookedBy }) => scopes.some(({ userId }) => userId === undefined || userId === bookedBy);
  }
}

const spanOf = ({ startsAt, endsAt }: Booking): TimeSpan => ({ from: startsAt.getTime(), to: endsAt.getTime() });
const offerOf = ({ from, to }: TimeSpan): TimeOffer => ({ from: toIso(from), to: toIso(to) });
