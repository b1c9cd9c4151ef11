import { OPEN_PROPOSAL_STATES } from '@hsl/contracts/states';
import type { Queryable } from '@hsl/database/queryable';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import type { Calendar } from '@hsl/domain/limit';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { KnownCalendar } from '../generated/prisma/client.js';

/** The copy of the official calendar, and how far it has got on its way to the open proposals. */
@Injectable()
export class CalendarRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  /** Takes that version unless a later one has been taken; from then on it is to be rolled out. */
  async keep(db: Queryable, subdistrictId: string, calendar: Calendar, at: Date): Promise<void> {
    const { version, firstYear, lastYear, holidays, makeUpWorkdays } = calendar;
    await db.query({
      name: 'keep_calendar',
      text: `INSERT INTO known_calendar
          (subdistrict_id, version, first_year, last_year, holidays, make_up_workdays, received_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (subdistrict_id) DO UPDATE SET version = EXCLUDED.version, first_year = EXCLUDED.first_year,
          last_year = EXCLUDED.last_year, holidays = EXCLUDED.holidays, make_up_workdays = EXCLUDED.make_up_workdays,
          received_at = EXCLUDED.received_at, position = NULL, rolled_out_at = NULL
        WHERE known_calendar.version < EXCLUDED.version`,
      values: [subdistrictId, version, firstYear, lastYear, holidays, makeUpWorkdays, at],
    });
  }

  /** As far as it is known here: the one the platform came with, until another was loaded. */
  async calendarOf(subdistrictId: string): Promise<Calendar> {
    const known = await this.database.forTenant(subdistrictId).knownCalendar.findUnique({ where: { subdistrictId } });
    return known ?? CHINA_CALENDAR;
  }

  async findOpenRollout(receivedBefore: Date): Promise<KnownCalendar | undefined> {
    const row = await this.database.system.knownCalendar.findFirst({
      where: { rolledOutAt: null, receivedAt: { lte: receivedBefore } },
      orderBy: { receivedAt: 'asc' },
    });
    return row ?? undefined;
  }

  /** The next open proposals after the position, by id. */
  nextOf({ subdistrictId, position }: KnownCalendar, limit: number) {
    return this.database.system.proposal.findMany({
      where: { subdistrictId, state: { in: OPEN_PROPOSAL_STATES }, ...(position ? { id: { gt: position } } : {}) },
      orderBy: { id: 'asc' },
      select: { id: true, submittedAt: true },
      take: limit,
    });
  }

  /** Goes on from there, unless another process has done so or a later version has come. */
  async advance({ subdistrictId, version, position }: KnownCalendar, to: string): Promise<void> {
    await this.database.system.knownCalendar.updateMany({
      where: { subdistrictId, version, position },
      data: { position: to },
    });
  }

  async finish({ subdistrictId, version }: KnownCalendar, at: Date): Promise<void> {
    await this.database.system.knownCalendar.updateMany({
      where: { subdistrictId, version },
      data: { rolledOutAt: at },
    });
  }
}
