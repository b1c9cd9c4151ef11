import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type {
  venueFilters,
  Room as RoomAnswer,
  Venue as VenueAnswer,
  VenueDetails,
  VenuePage,
} from '@hsl/contracts/schemas/venues';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Room, Venue } from '../generated/prisma/client.js';
import { factsOfRoom, targetOfVenue, venuesWithin } from './venue-access.js';
import { roomView, venueView } from './venue-view.js';
import { venuePosition, VenuesRepository, type RoomRow } from './venues.repository.js';

export type VenueQuery = PageQuery & z.output<z.ZodObject<typeof venueFilters>>;
type Seen<T> = Omit<T, 'lastDecisionId'>;

/** What people read of venues and rooms (S17 to S19, S112, S113). */
@Injectable()
export class VenuesService {
  constructor(
    private readonly venues: VenuesRepository,
    private readonly access: AccessService,
  ) {}

  async list(actor: Actor, query: VenueQuery, locale: Locale): Promise<VenuePage> {
    const { limit, cursor, active, ...equal } = query;
    const within = venuesWithin(this.access.scopes(actor, 'venue.read'));
    const where = { AND: [within, equal, active === undefined ? {} : { active: active === 'true' }] };
    const rows = await this.venues.list(actor.subdistrictId, where, limit, decodeCursor(cursor, venuePosition));
    const page = pageOf(rows, limit, ({ name, id }) => ({ name, id }));
    return { ...page, items: page.items.map((row) => this.view(actor, row, locale)) };
  }

  /** @throws ProblemError notFound, also for a venue the caller may not read */
  async get(actor: Actor, id: string, locale: Locale): Promise<VenueDetails> {
    const venue = await this.find(actor, id);
    const rooms = await this.venues.roomsOf(actor.subdistrictId, id);
    return {
      ...this.view(actor, venue, locale),
      rooms: rooms.map((room) => this.viewOfRoom(actor, room, venue, locale)),
    };
  }

  async getRoom(actor: Actor, id: string, locale: Locale): Promise<RoomAnswer> {
    const room = await this.findRoom(actor, id);
    return this.viewOfRoom(actor, room, room.venue, locale);
  }

  /** @throws ProblemError notFound, also for a venue the caller may not read */
  async find(actor: Actor, id: string): Promise<Venue> {
    const venue = await this.venues.find(actor.subdistrictId, id);
    if (!venue) throw new ProblemError('notFound');
    this.access.authorize(actor, 'venue.read', targetOfVenue(venue));
    return venue;
  }

  /** @throws ProblemError notFound, also for a room the caller may not read */
  async findRoom(actor: Actor, id: string): Promise<RoomRow> {
    const room = await this.venues.findRoom(actor.subdistrictId, id);
    if (!room) throw new ProblemError('notFound');
    this.access.authorize(actor, 'venue.read', targetOfVenue(room.venue));
    return room;
  }

  view(actor: Actor, row: Seen<Venue>, locale: Locale): VenueAnswer {
    return venueView(row, this.access.actions(actor, ['venue.manage'], targetOfVenue(row), {}, {}, locale));
  }

  viewOfRoom(actor: Actor, room: Seen<Room>, venue: Seen<Venue>, locale: Locale): RoomAnswer {
    const names = ['venue.book', 'venue.manage'];
    const legality = { 'venue.book': { legal: room.active && venue.active, reasonCode: 'roomClosed' } };
    const target = targetOfVenue(venue);
    return roomView(room, this.access.actions(actor, names, target, factsOfRoom(room), legality, locale));
  }
}
