import type { Instant } from '@hsl/contracts/instants';
import { announce } from '@hsl/database/announce';
import { envelopeOf } from '@hsl/database/event-envelope';
import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { missedYear } from '@hsl/domain/calendar-year';
import { Clock } from '@hsl/platform/clock';
import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { nameUuid } from '@hsl/platform/name-uuid';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';

/** Warns the administrators once a day while a year of the calendar is missing (domain 2.7). */
@Injectable()
export class CalendarWarnings extends HourlySweep {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected async sweep(): Promise<number> {
    const now = this.clock.now();
    const calendars = await this.database.system.workCalendar.findMany({
      distinct: ['subdistrictId'],
      orderBy: [{ subdistrictId: 'asc' }, { version: 'desc' }],
    });
    let warned = 0;
    for (const calendar of calendars) {
      const year = missedYear(calendar, now);
      if (year !== undefined && (await this.warn(calendar.subdistrictId, year, now))) warned++;
    }
    return warned;
  }

  /** Whoever notes the day first warns; the event has the same id whoever that is. */
  private warn(subdistrictId: string, year: number, now: Instant): Promise<boolean> {
    const day = dateOf(dayOf(now));
    return this.database.transaction(subdistrictId, async (client) => {
      const { rowCount } = await client.query(
        'INSERT INTO calendar_warning (subdistrict_id, day, year) VALUES ($1, $2::date, $3) ON CONFLICT DO NOTHING',
        [subdistrictId, day, year],
      );
      if (rowCount === 0) return false;
      const event = { type: 'calendar.yearMissed.v1', subject: subdistrictId, data: { year, day } } as const;
      const envelope = envelopeOf(event, { source: 'whistles', subdistrictId, at: now, sequence: now });
      await announce(client, [{ ...envelope, id: nameUuid('calendarMissed', subdistrictId, day) }]);
      return true;
    });
  }
}
