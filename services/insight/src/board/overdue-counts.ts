import { toIso, type Instant } from '@hsl/contracts/instants';
import type { Parameters } from '@hsl/database/sql-fragment';
import { HOUR_MS } from '@hsl/domain/calendar-day';
import { hourOf } from '../projection/tally.js';
import { withinScope, type ReadingScope } from '../reading/reading-scope.js';

/**
 * Statements that count what is overdue at `now`, by community (`overdue`) and by department (`overdueTasks`); the
 * numbers of a place add up. Of a whole subdistrict the tally knows what fell due in hours that have passed, so only
 * the hour that runs is looked at, however much is overdue.
 */
export function overdueSql(scope: ReadingScope, now: Instant, parameters: Parameters): string[] {
  if (!scope.whole) return [mattersSql(scope, now, parameters), tasksSql(scope, now, parameters)];
  const hour = now - (now % HOUR_MS);
  const { subdistrictId } = scope;
  const inHoursPassed = `FROM tally t WHERE t.subdistrict_id = ${parameters.add(subdistrictId)}
    AND t.key < ${parameters.add(hourOf(now))}`;
  return [
    mattersSql(scope, now, parameters, hour),
    tasksSql(scope, now, parameters, hour),
    `SELECT 'overdue', t.place, '', sum(t.n)::int ${inHoursPassed} AND t.figure = 'due' GROUP BY t.place`,
    `SELECT 'overdueTasks', t.place, '', sum(t.n)::int ${inHoursPassed} AND t.figure = 'dueTasks' GROUP BY t.place`,
  ];
}

const mattersSql = (scope: ReadingScope, now: Instant, parameters: Parameters, from?: Instant): string => `
  SELECT 'overdue' AS figure, m.community_id AS place, '' AS key, count(*)::int AS n
  FROM matter m WHERE ${withinScope(scope, parameters, 'is_open')} AND m.is_open
    AND ${dueBetween('m', parameters, now, from)}
  GROUP BY m.community_id`;

/** By what a department owes a matter first: it is overdue with it, however many steps are. */
const tasksSql = (scope: ReadingScope, now: Instant, parameters: Parameters, from?: Instant): string => `
  SELECT 'overdueTasks', w.party_id, '', count(*)::int
  FROM waiting w WHERE ${waitingWithin(scope, parameters)} AND w.kind = 'department' AND w.is_open AND w.is_first
    AND ${dueBetween('w', parameters, now, from)}
  GROUP BY w.party_id`;

const dueBetween = (alias: string, parameters: Parameters, now: Instant, from?: Instant): string =>
  `${alias}.due_at < ${parameters.add(toIso(now))}${from === undefined ? '' : ` AND ${alias}.due_at >= ${parameters.add(toIso(from))}`}`;

/** A whole subdistrict need not look at the matters themselves. */
export const waitingWithin = (scope: ReadingScope, parameters: Parameters): string =>
  scope.whole
    ? `w.subdistrict_id = ${parameters.add(scope.subdistrictId)}`
    : `EXISTS (SELECT FROM matter m WHERE m.whistle_id = w.whistle_id AND ${withinScope(scope, parameters)})`;
