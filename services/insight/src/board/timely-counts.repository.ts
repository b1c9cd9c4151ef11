import { toIso, type Instant } from '@hsl/contracts/instants';
import type { Board } from '@hsl/contracts/schemas/insight';
import type { Step } from '@hsl/contracts/steps';
import type { Queryable } from '@hsl/database/queryable';
import { Parameters } from '@hsl/database/sql-fragment';
import { DAY_MS, dayOf, instantOn } from '@hsl/domain/calendar-day';
import { Injectable } from '@nestjs/common';
import { withinScope, type ReadingScope } from '../reading/reading-scope.js';
import type { Count } from './counts.js';
import { overdueSql, waitingWithin } from './overdue-counts.js';

/** Counts that change while nothing happens, and those of rare things; each has an index of just its rows. */
@Injectable()
export class TimelyCountsRepository {
  async counts(db: Queryable, scope: ReadingScope, now: Instant): Promise<Count[]> {
    const parameters = new Parameters();
    const { rows } = await db.query<Count>({
      text: [
        ...overdueSql(scope, now, parameters),
        unownedSql(scope, parameters),
        lookBacksSql(scope, parameters),
        cardsTodaySql(scope, now, parameters),
      ].join(' UNION ALL '),
      values: parameters.values,
    });
    return rows;
  }

  /** Cards of the day that no department has: of the matter's own steps. Newest first. */
  async officeCards(db: Queryable, scope: ReadingScope, now: Instant, limit: number): Promise<Board['officeCards']> {
    const parameters = new Parameters();
    const { rows } = await db.query<OfficeCard>({
      text: `SELECT m.number, r.step, r.kind, r.fired_at AS "firedAt" ${cardsOfTheDay(scope, now, parameters)}
          AND r.department_id IS NULL
        ORDER BY r.fired_at DESC, m.number LIMIT ${parameters.add(limit)}`,
      values: parameters.values,
    });
    return rows.map(({ number, step, kind, firedAt }) => ({
      ...{ number, step, issuedAt: firedAt.toISOString() },
      kind: kind === 'redCard' ? 'red' : 'yellow',
    }));
  }
}

interface OfficeCard {
  number: string;
  step: Step;
  kind: 'yellowCard' | 'redCard';
  firedAt: Date;
}

const unownedSql = (scope: ReadingScope, parameters: Parameters): string => `
  SELECT 'unowned', '', '', count(*)::int
  FROM matter m WHERE ${withinScope(scope, parameters, 'is_open')} AND m.is_open AND NOT m.is_waiting`;

const lookBacksSql = (scope: ReadingScope, parameters: Parameters): string => `
  SELECT 'lookBacksDue', '', '', count(DISTINCT w.whistle_id)::int
  FROM waiting w WHERE ${waitingWithin(scope, parameters)} AND w.step = 'lookBack'`;

/** A card whose whistle is not known yet counts when it is: the list could not show it before. */
function cardsOfTheDay(scope: ReadingScope, now: Instant, parameters: Parameters): string {
  const midnight = instantOn(dayOf(now), 0);
  return `FROM rung r JOIN matter m ON m.whistle_id = r.whistle_id
      WHERE ${withinScope(scope, parameters, 'is_carded')} AND r.subdistrict_id = ${parameters.add(scope.subdistrictId)}
        AND r.kind IN ('yellowCard', 'redCard')
        AND r.fired_at >= ${parameters.add(toIso(midnight))} AND r.fired_at < ${parameters.add(toIso(midnight + DAY_MS))}`;
}

const cardsTodaySql = (scope: ReadingScope, now: Instant, parameters: Parameters): string => `
    SELECT f.figure, '', c.kind, CASE f.figure WHEN 'cardsToday' THEN c.cards ELSE c.matters END
    FROM (
      SELECT r.kind, count(*)::int AS cards, count(DISTINCT r.whistle_id)::int AS matters
      ${cardsOfTheDay(scope, now, parameters)}
      GROUP BY r.kind
    ) c, (VALUES ('cardsToday'), ('cardedToday')) AS f (figure)`;
