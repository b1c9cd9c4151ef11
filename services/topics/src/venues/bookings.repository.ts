import { beyond } from '@hsl/database/list-position';
import type { TimeSpan } from '@hsl/domain/opening-hours';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Booking, Prisma, Room, Venue } from '../generated/prisma/client.js';

export const bookingPosition = z.strictObject({ from: z.iso.datetime(), id: z.uuid() });
type Position = z.output<typeof bookingPosition>;
export type BookingRow = Booking & { room: Room & { venue: Venue } };

const PARTS = { room: { include: { venue: true } } } as const;
/** A month of the shortest bookings, one after the other. */
const MOST_TAKEN = 3_000;

/** Reads bookings as a tenant; who may see which is in the `where` that the scopes make. */
@Injectable()
export class BookingsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  async find(subdistrictId: string, id: string): Promise<BookingRow | undefined> {
    if (!z.uuid().safeParse(id).success) return undefined;
    const row = await this.database.forTenant(subdistrictId).booking.findUnique({ where: { id }, include: PARTS });
    return row ?? undefined;
  }

  /** One row more than the limit, the latest first. */
  list(
    subdistrictId: string,
    where: Prisma.BookingWhereInput,
    limit: number,
    after: Position | undefined,
  ): Promise<BookingRow[]> {
    return this.database.forTenant(subdistrictId).booking.findMany({
      where: { subdistrictId, AND: [where, beyond('startsAt', after && { startsAt: after.from, id: after.id })] },
      include: PARTS,
      orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }

  /** What is booked of a room and reaches into the span, in order. */
  taken(subdistrictId: string, roomId: string, { from, to }: TimeSpan): Promise<Booking[]> {
    return this.database.forTenant(subdistrictId).booking.findMany({
      where: { roomId, state: 'BOOKED', startsAt: { lt: new Date(to) }, endsAt: { gt: new Date(from) } },
      orderBy: { startsAt: 'asc' },
      take: MOST_TAKEN,
    });
  }

  async hasSession(subdistrictId: string, id: string): Promise<boolean> {
    return (await this.database.forTenant(subdistrictId).session.count({ where: { subdistrictId, id } })) > 0;
  }
}
