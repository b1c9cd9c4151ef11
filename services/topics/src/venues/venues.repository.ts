import type { OpeningHours } from '@hsl/domain/opening-hours';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Prisma, Room, Venue } from '../generated/prisma/client.js';

export const venuePosition = z.strictObject({ name: z.string(), id: z.uuid() });
type Position = z.output<typeof venuePosition>;
export type RoomRow = Room & { venue: Venue };
/** Far more than a house has. */
const MOST_ROOMS = 200;

/** Reads venues and rooms as a tenant. */
@Injectable()
export class VenuesRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  async find(subdistrictId: string, id: string): Promise<Venue | undefined> {
    if (!z.uuid().safeParse(id).success) return undefined;
    return (await this.database.forTenant(subdistrictId).venue.findUnique({ where: { id } })) ?? undefined;
  }

  /** A room with the venue it belongs to. */
  async findRoom(subdistrictId: string, id: string): Promise<RoomRow | undefined> {
    if (!z.uuid().safeParse(id).success) return undefined;
    const room = await this.database
      .forTenant(subdistrictId)
      .room.findUnique({ where: { id }, include: { venue: true } });
    return room ?? undefined;
  }

  roomsOf(subdistrictId: string, venueId: string): Promise<Room[]> {
    return this.database
      .forTenant(subdistrictId)
      .room.findMany({ where: { venueId }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: MOST_ROOMS });
  }

  /** One row more than the limit, by name. */
  list(
    subdistrictId: string,
    where: Prisma.VenueWhereInput,
    limit: number,
    after: Position | undefined,
  ): Promise<Venue[]> {
    // The bound on the name alone is what an index can begin at: an OR leads into none.
    const beyond = after && {
      ...{ name: { gte: after.name }, OR: [{ name: { gt: after.name } }, { name: after.name, id: { gt: after.id } }] },
    };
    return this.database.forTenant(subdistrictId).venue.findMany({
      where: { subdistrictId, AND: [where, beyond ?? {}] },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: limit + 1,
    });
  }
}

/** As the schema checked them before they were stored. */
export const openingHoursOf = ({ openingHours }: Pick<Venue, 'openingHours'>): OpeningHours[] =>
  openingHours as unknown as OpeningHours[];
