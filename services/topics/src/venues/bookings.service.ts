import { AccessService } from '@hsl/access/access.service';
import { actorRefOf, type Actor } from '@hsl/access/actor';
import { fromIso } from '@hsl/contracts/instants';
import type { ProblemCode } from '@hsl/contracts/problem-codes';
import type { Booking, bookingFilters, BookingPage, CancelBooking, MakeBooking } from '@hsl/contracts/schemas/bookings';
import { isViolationOf } from '@hsl/database/constraint-violation';
import { VersionConflict } from '@hsl/database/decision';
import { requestIdOf } from '@hsl/database/request-id';
import { BOOKING_LIMITS, bookingFault } from '@hsl/domain/booking-rules';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { bookingCancelled, bookingMade } from './booking-decisions.js';
import { bookingView } from './booking-view.js';
import { bookingPosition, BookingsRepository, type BookingRow } from './bookings.repository.js';
import { answeredBefore, recordOnce, type Asked } from './record-once.js';
import { RoomCalendarService } from './room-calendar.service.js';
import { bookingScopes, bookingsWithin, factsOfBooking, factsOfRoom, targetOfVenue } from './venue-access.js';
import { openingHoursOf, VenuesRepository, type RoomRow } from './venues.repository.js';

export type BookingQuery = PageQuery & z.output<z.ZodObject<typeof bookingFilters>>;
export type Booker = Asked & { locale: Locale };
const NO_OVERLAP = 'booking_no_overlap';

/** Bookings of rooms (S20). The database sees to it that no two of a room overlap; here it is said in words. */
@Injectable()
export class BookingsService {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly bookings: BookingsRepository,
    private readonly venues: VenuesRepository,
    private readonly calendar: RoomCalendarService,
    private readonly access: AccessService,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws ProblemError unknownRoom, roleNotAllowed, unknownSession, roomClosed, roomTaken with times nearby that are
   *   free, and what `bookingFault` finds
   */
  async book(asked: Booker, body: MakeBooking): Promise<Booking> {
    const { actor, key, locale } = asked;
    const pool = this.database.pool(actor.subdistrictId);
    const room = await this.venues.findRoom(actor.subdistrictId, body.roomId);
    if (!room) throw unknown('unknownRoom', 'roomId');
    const { role } = this.access.authorize(actor, 'venue.book', targetOfVenue(room.venue), factsOfRoom(room));
    const before = await answeredBefore<Booking>(pool, asked, body);
    if (before) return before;
    const row = bookingOf(actor, room, body, requestIdOf(actor, 'venue.book', room.id, body, key), this.clock.now());
    await this.check(row, room);
    const answer = this.view(actor, row, locale);
    try {
      const decision = bookingMade(row, actorRefOf(actor, role));
      const made = await recordOnce(pool, decision, asked, { status: 201, body, answer });
      this.relay.kick();
      return made;
    } catch (error) {
      if (!isViolationOf(error, NO_OVERLAP)) throw error;
      const wished = { from: row.startsAt.getTime(), to: row.endsAt.getTime() };
      throw new ProblemError('roomTaken', { alternatives: await this.calendar.offers(room, wished), cause: error });
    }
  }

  /** @throws ProblemError notFound, roleNotAllowed, reasonMissing, wrongState, bookingInThePast, preconditionFailed */
  async cancel(asked: Booker, id: string, body: CancelBooking): Promise<Booking> {
    const { actor, seen, locale } = asked;
    const pool = this.database.pool(actor.subdistrictId);
    const row = await this.find(actor, id);
    const { role } = this.access.authorize(actor, 'venue.cancelBooking', targetOf(row), factsOfBooking(body.reason));
    const request = { ...body, id, step: 'cancel' };
    const before = await answeredBefore<Booking>(pool, asked, request);
    if (before) return before;
    const now = this.clock.now();
    if (row.endsAt.getTime() <= now) throw new ProblemError('bookingInThePast');
    if (seen !== undefined && seen !== row.version) throw new ProblemError('preconditionFailed');
    if (row.state !== 'BOOKED') throw new ProblemError('wrongState', { state: row.state });
    const after = {
      ...{ ...row, version: row.version + 1, state: 'CANCELLED', cancelledBy: actor.userId },
      ...{ cancelledAt: new Date(now), cancelReason: body.reason ?? null },
    };
    const decision = bookingCancelled(row, actorRefOf(actor, role), now, body.reason);
    const answer = this.view(actor, after, locale);
    try {
      const cancelled = await recordOnce(pool, decision, asked, { status: 200, body: request, answer });
      this.relay.kick();
      return cancelled;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      if (seen !== undefined) throw new ProblemError('preconditionFailed', { cause: error });
      throw new ProblemError('wrongState', { state: 'CANCELLED', cause: error });
    }
  }

  async list({ actor, locale }: Booker, query: BookingQuery): Promise<BookingPage> {
    const { limit, cursor, mine, from, to, venueId, ...equal } = query;
    const own = { bookedBy: actor.userId };
    const rooms = venueId === undefined ? undefined : await this.venues.roomsOf(actor.subdistrictId, venueId);
    const where = {
      AND: [
        ...[bookingsWithin(bookingScopes(this.access, actor)), equal],
        mine === undefined ? {} : mine === 'true' ? own : { NOT: own },
        rooms === undefined ? {} : { roomId: { in: rooms.map(({ id }) => id) } },
        from === undefined ? {} : endsAfter(fromIso(from)),
        to === undefined ? {} : { startsAt: { lt: new Date(to) } },
      ],
    };
    const rows = await this.bookings.list(actor.subdistrictId, where, limit, decodeCursor(cursor, bookingPosition));
    const page = pageOf(rows, limit, ({ startsAt, id }) => ({ from: startsAt.toISOString(), id }));
    return { ...page, items: page.items.map((row) => this.view(actor, row, locale)) };
  }

  /** @throws ProblemError notFound, also for a booking the caller may not read */
  async get({ actor, locale }: Booker, id: string): Promise<Booking> {
    const row = await this.find(actor, id);
    const scopes = bookingScopes(this.access, actor);
    const isReadable = scopes.some(({ userId }) => userId === undefined || userId === row.bookedBy);
    if (!isReadable) throw new ProblemError('notFound');
    return this.view(actor, row, locale);
  }

  private async check(row: BookingRow, room: RoomRow): Promise<void> {
    const span = { from: row.startsAt.getTime(), to: row.endsAt.getTime() };
    const fault = bookingFault(span, openingHoursOf(room.venue), this.clock.now());
    if (fault) throw new ProblemError(fault);
    if (row.sessionId !== null && !(await this.bookings.hasSession(row.subdistrictId, row.sessionId))) {
      throw unknown('unknownSession', 'sessionId');
    }
    if (!room.active || !room.venue.active) throw new ProblemError('roomClosed');
  }

  private async find(actor: Actor, id: string): Promise<BookingRow> {
    const row = await this.bookings.find(actor.subdistrictId, id);
    if (!row) throw new ProblemError('notFound');
    return row;
  }

  private view(actor: Actor, row: BookingRow, locale: Locale): Booking {
    const until = row.endsAt.getTime();
    const legality = { 'venue.cancelBooking': { legal: row.state === 'BOOKED' && until > this.clock.now(), until } };
    const names = ['venue.cancelBooking'];
    return bookingView(
      row,
      this.access.actions(actor, names, targetOf(row), factsOfBooking(undefined), legality, locale),
    );
  }
}

/** No booking is longer than the longest: the bound on its beginning is where the list, which goes by that, may stop. */
const endsAfter = (instant: number) => ({
  endsAt: { gt: new Date(instant) },
  startsAt: { gt: new Date(instant - BOOKING_LIMITS.longestMs) },
});

const targetOf = ({ room, bookedBy }: BookingRow) => ({ ...targetOfVenue(room.venue), createdBy: bookedBy });

const unknown = (code: ProblemCode, field: string): ProblemError =>
  new ProblemError(code, { errors: [{ field, code, message: code }] });

function bookingOf(actor: Actor, room: RoomRow, body: MakeBooking, id: string, now: number): BookingRow {
  const { subdistrictId, userId } = actor;
  return {
    ...{ id, subdistrictId, version: 1, lastDecisionId: `booking/${id}#1`, roomId: room.id, room },
    ...{ startsAt: new Date(fromIso(body.from)), endsAt: new Date(fromIso(body.to)), purpose: body.purpose },
    ...{ state: 'BOOKED', sessionId: body.sessionId ?? null, bookedBy: userId, bookedAt: new Date(now) },
    ...{ cancelledBy: null, cancelledAt: null, cancelReason: null },
  };
}
