import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { LoadCalendar } from '@hsl/contracts/schemas/calendar';
import { announce } from '@hsl/database/announce';
import { envelopeOf } from '@hsl/database/event-envelope';
import { fitsIn, withYear, yearIn } from '@hsl/domain/calendar-year';
import type { Calendar } from '@hsl/domain/limit';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { TermsService } from '../rules/terms.service.js';

const LOCK_SQL = `SELECT pg_advisory_xact_lock(hashtextextended('hsl.work_calendar/' || $1, 0))`;
const NEWEST_SQL = `SELECT version, first_year AS "firstYear", last_year AS "lastYear", holidays,
    make_up_workdays AS "makeUpWorkdays"
  FROM work_calendar WHERE subdistrict_id = $1 ORDER BY version DESC LIMIT 1`;
const LOAD_SQL = `INSERT INTO work_calendar
    (subdistrict_id, version, first_year, last_year, holidays, make_up_workdays, loaded_at, loaded_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const ROLL_OUT_SQL = 'INSERT INTO calendar_rollout (subdistrict_id, calendar_version, started_at) VALUES ($1, $2, $3)';
const TRAIL_SQL = `INSERT INTO timeline_entry
    (subdistrict_id, aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details)
  VALUES ($1, $2, $3, $4, 'calendarLoaded', $5, $6, $7, $8)`;

/** Takes a year of the calendar, as the notice of the State Council announces it. Versions are only ever added. */
@Injectable()
export class CalendarLoader {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly terms: TermsService,
    private readonly access: AccessService,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError calendarGap, unchanged */
  async load(actor: Actor, body: LoadCalendar): Promise<void> {
    const { subdistrictId } = actor;
    const { role } = this.access.authorize(actor, 'calendar.load', { subdistrictId, subdistrictWide: true });
    await this.database.transaction(subdistrictId, async (client) => {
      const before = await newest(client, subdistrictId);
      if (!fitsIn(before, body.year)) throw new ProblemError('calendarGap');
      const after = withYear(before, body);
      if (isSameYear(before, after, body.year)) throw new ProblemError('unchanged');
      await this.write(client, actor, role, before, after, body.year);
    });
    this.terms.forget(subdistrictId);
    this.relay.kick();
  }

  private async write(
    ...[client, actor, role, before, after, year]: [pg.PoolClient, Actor, string, Calendar, Calendar, number]
  ): Promise<void> {
    const { subdistrictId, userId: loadedBy } = actor;
    const { version, firstYear, lastYear, holidays, makeUpWorkdays } = after;
    const now = this.clock.now();
    const at = new Date(now);
    await client.query(LOAD_SQL, [
      ...[subdistrictId, version, firstYear, lastYear, holidays, makeUpWorkdays, at, loadedBy],
    ]);
    await client.query(ROLL_OUT_SQL, [subdistrictId, version, at]);
    const aggregateId = `calendar/${subdistrictId}`;
    const details = { before: yearIn(before, year), after: yearIn(after, year) };
    await client.query(TRAIL_SQL, [
      ...[
        subdistrictId,
        aggregateId,
        version,
        `${aggregateId}#${version}`,
        loadedBy,
        role,
        at,
        JSON.stringify(details),
      ],
    ]);
    const calendar = { firstYear, lastYear, holidays, makeUpWorkdays };
    const data = { year, version, loadedBy, calendar };
    const event = { type: 'calendar.loaded.v1', subject: subdistrictId, data } as const;
    await announce(client, [envelopeOf(event, { source: 'whistles', subdistrictId, at: now, sequence: now })]);
  }
}

/** The newest version, which stays the newest until the transaction ends. */
async function newest(client: pg.PoolClient, subdistrictId: string): Promise<Calendar> {
  await client.query(LOCK_SQL, [subdistrictId]);
  const { rows } = await client.query<Calendar>(NEWEST_SQL, [subdistrictId]);
  const [calendar] = rows;
  if (!calendar) throw new Error(`${subdistrictId} has no calendar`);
  return calendar;
}

const isSameYear = (before: Calendar, after: Calendar, year: number): boolean =>
  after.firstYear === before.firstYear &&
  after.lastYear === before.lastYear &&
  JSON.stringify(yearIn(before, year)) === JSON.stringify(yearIn(after, year));
