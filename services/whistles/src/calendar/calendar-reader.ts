import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { Instant } from '@hsl/contracts/instants';
import { queryRows } from '@hsl/database/model-rows';
import { dayOf, yearOf } from '@hsl/domain/calendar-day';
import { missedYear, yearIn } from '@hsl/domain/calendar-year';
import type { Calendar } from '@hsl/domain/limit';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { UNDER_WAY } from './calendar-rollout.repository.js';

/** Clocks of whistles that still run towards a day of a year nobody has announced. */
const PROVISIONAL = `SELECT count(*)::int AS count FROM whistle w, jsonb_array_elements(w.deadlines) AS clock
  WHERE w.subdistrict_id = $1 AND w.state = ANY ($2::text[])
    AND (clock ->> 'provisional')::boolean AND clock ->> 'doneAt' IS NULL`;

/** The calendar as people read it. */
@Injectable()
export class CalendarReader {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** @param wanted in Asia/Shanghai; the present year if absent */
  async view(actor: Actor, wanted: number | undefined, locale: Locale) {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'calendar.read', { subdistrictId, subdistrictWide: true });
    const prisma = this.database.forTenant(subdistrictId);
    const [calendar, rollout, [provisional]] = await Promise.all([
      prisma.workCalendar.findFirstOrThrow({ where: { subdistrictId }, orderBy: { version: 'desc' } }),
      prisma.calendarRollout.findFirst({ where: { subdistrictId, doneAt: null }, select: { calendarVersion: true } }),
      queryRows<{ count: number }>(this.database.pool(subdistrictId), PROVISIONAL, [subdistrictId, UNDER_WAY]),
    ]);
    const now = this.clock.now();
    const year = wanted ?? yearOf(dayOf(now));
    const { version, firstYear, lastYear, loadedAt, loadedBy } = calendar;
    return {
      ...yearIn(calendar, year),
      isKnown: year >= firstYear && year <= lastYear,
      ...{ version, firstYear, lastYear, loadedAt: loadedAt.toISOString(), loadedBy: loadedBy ?? undefined },
      isRollingOut: rollout !== null,
      provisionalDeadlines: provisional?.count ?? 0,
      warnings: warningsOf(calendar, now, locale),
    };
  }
}

function warningsOf(calendar: Calendar, now: Instant, locale: Locale) {
  const year = missedYear(calendar, now);
  if (year === undefined) return [];
  const message =
    locale === 'en'
      ? `The calendar of ${year} is not loaded; deadlines in it are provisional.`
      : `${year} 年工作日历尚未录入，落在该年的期限只能暂定。`;
  return [{ code: 'yearMissing', year, message }];
}
