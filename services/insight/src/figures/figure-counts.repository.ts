import { toIso, type Instant } from '@hsl/contracts/instants';
import type { Queryable } from '@hsl/database/queryable';
import { Parameters } from '@hsl/database/sql-fragment';
import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { Injectable } from '@nestjs/common';
import type { Dimension, FactKind } from '../facts/fact.js';
import { columnOf, cutTo, dimensionsOf, type FactFilter } from './fact-filter.js';
import type { KindCount } from './figure-value.js';
import type { Period } from './periods.js';

/** What is counted, of whom, in which periods. What is due later than `now` is not due yet. */
export interface CountQuery {
  subdistrictId: string;
  kinds: readonly FactKind[];
  filter: FactFilter;
  periods: readonly Period[];
  now: Instant;
  /** Counted apart for each key of this dimension. */
  by?: Dimension;
}

/** Counts of one kind in one period (its place in the query's), and of one key if they are counted apart. */
export interface CountRow extends KindCount {
  period: number;
  kind: string;
  key: string;
}

export type QuantileRow = Pick<CountRow, 'period' | 'kind' | 'key' | 'median' | 'p90'>;

/** One number of one kind, beside its counts. */
export type DistinctRow = Pick<CountRow, 'period' | 'kind' | 'key' | 'n'>;

const MOST_ROWS = 20_000;

/**
 * Counts of facts. Days that are over are read from their sums where at most one dimension is named; the day that runs,
 * and cuts by several dimensions, from the facts themselves. Both say the same.
 */
@Injectable()
export class FigureCountsRepository {
  async counts(db: Queryable, query: CountQuery): Promise<CountRow[]> {
    const parameters = new Parameters();
    const { rows } = await db.query<CountRow>({
      text: `${countsSql(query, parameters)} ORDER BY 1, 2, 3 LIMIT ${parameters.add(MOST_ROWS)}`,
      values: parameters.values,
    });
    return rows;
  }

  /** How many different keys of a dimension there are, each once however often it comes. */
  async distinct(db: Queryable, query: CountQuery, of: Dimension): Promise<DistinctRow[]> {
    if (query.kinds.length === 0) return [];
    const parameters = new Parameters();
    const { by } = query;
    const keys =
      by === undefined
        ? `SELECT k.period, k.kind, '' AS key, count(*)::int AS n
           FROM (${countsSql({ ...query, by: of }, parameters)}) k GROUP BY 1, 2`
        : `SELECT p.period, f.kind, f.${columnOf(by)} AS key, count(DISTINCT f.${columnOf(of)})::int AS n
           FROM ${periodsSql(query, parameters)} JOIN fact f ON ${factsIn(query, parameters)}
             AND f.day BETWEEN p.first AND p.last AND f.${columnOf(of)} <> '' GROUP BY 1, 2, 3`;
    const { rows } = await db.query<DistinctRow>({
      text: `${keys} ORDER BY 1, 2, 3 LIMIT ${parameters.add(MOST_ROWS)}`,
      values: parameters.values,
    });
    return rows;
  }

  /** What the scores add up to since whenever, at the end of each period; only for kinds of which there are few. */
  async standing(db: Queryable, query: CountQuery): Promise<DistinctRow[]> {
    if (query.kinds.length === 0) return [];
    const parameters = new Parameters();
    const key = query.by === undefined ? `''` : `f.${columnOf(query.by)}`;
    const { rows } = await db.query<DistinctRow>({
      text: `SELECT p.period, f.kind, ${key} AS key, sum(f.score)::float8 AS n
        FROM ${periodsSql(query, parameters)} JOIN fact f ON ${factsIn(query, parameters)} AND f.day <= p.last
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 LIMIT ${parameters.add(MOST_ROWS)}`,
      values: parameters.values,
    });
    return rows;
  }

  /** Median and 90 % of the working hours; read from the facts, since such values do not add up. */
  async quantiles(db: Queryable, query: CountQuery): Promise<QuantileRow[]> {
    if (query.kinds.length === 0) return [];
    const parameters = new Parameters();
    const key = query.by === undefined ? `''` : `f.${columnOf(query.by)}`;
    const { rows } = await db.query<QuantileRow>({
      text: `SELECT p.period, f.kind, ${key} AS key,
          (percentile_cont(0.5) WITHIN GROUP (ORDER BY f.hours))::float8 AS median,
          (percentile_cont(0.9) WITHIN GROUP (ORDER BY f.hours))::float8 AS p90
        FROM ${periodsSql(query, parameters)} JOIN fact f ON ${factsIn(query, parameters)} AND f.hours IS NOT NULL
          AND f.day BETWEEN p.first AND p.last
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 LIMIT ${parameters.add(MOST_ROWS)}`,
      values: parameters.values,
    });
    return rows;
  }
}

function countsSql(query: CountQuery, parameters: Parameters): string {
  const isSummed = new Set([...dimensionsOf(query.filter), ...(query.by === undefined ? [] : [query.by])]).size <= 1;
  const parts = isSummed
    ? [sumsSql(query, parameters), factsSql(query, parameters, true)]
    : [factsSql(query, parameters)];
  return `SELECT c.period, c.kind, c.key, sum(c.n)::int AS n, sum(c.hits)::int AS hits, sum(c.score)::float8 AS score
    FROM (${parts.join(' UNION ALL ')}) c GROUP BY c.period, c.kind, c.key HAVING sum(c.n) > 0`;
}

function periodsSql({ periods }: CountQuery, parameters: Parameters): string {
  const list = periods.map(({ from, to }, period) => ({ period, first: from, last: to }));
  return `jsonb_to_recordset(${parameters.add(JSON.stringify(list))}::jsonb) AS p (period int, first date, last date)`;
}

function sumsSql(query: CountQuery, parameters: Parameters): string {
  const { subdistrictId, kinds, filter, by, now } = query;
  const dimension = by ?? dimensionsOf(filter)[0];
  const keys = dimension === undefined ? [''] : filter[dimension];
  const today = parameters.add(dateOf(dayOf(now)));
  return `SELECT p.period, d.kind, ${by === undefined ? `''` : 'd.key'} AS key, d.n, d.hits, d.score
    FROM ${periodsSql(query, parameters)}
    JOIN fact_day d ON d.subdistrict_id = ${parameters.add(subdistrictId)} AND d.dimension = ${parameters.add(dimension ?? '')}
      ${keys === undefined ? '' : `AND d.key = ANY (${parameters.add([...keys])}::text[])`}
      AND d.kind = ANY (${parameters.add([...kinds])}::text[])
      AND d.day BETWEEN p.first AND LEAST(p.last, ${today}::date - 1)`;
}

/** @param onlyToday leaves the days that are over to their sums */
function factsSql(query: CountQuery, parameters: Parameters, onlyToday = false): string {
  const { by, now } = query;
  const key = by === undefined ? `''` : `f.${columnOf(by)}`;
  const today = onlyToday ? `AND f.day = ${parameters.add(dateOf(dayOf(now)))}::date` : '';
  return `SELECT p.period, f.kind, ${key} AS key, 1 AS n, CASE WHEN f.score <> 0 THEN 1 ELSE 0 END AS hits, f.score
    FROM ${periodsSql(query, parameters)}
    JOIN fact f ON ${factsIn(query, parameters)} AND f.day BETWEEN p.first AND p.last ${today}`;
}

/** Counted facts of the kinds and cuts, due by now. */
const factsIn = ({ subdistrictId, kinds, filter, now, by }: CountQuery, parameters: Parameters): string =>
  `f.subdistrict_id = ${parameters.add(subdistrictId)} AND f.kind = ANY (${parameters.add([...kinds])}::text[])
    AND f.left_out IS NULL AND f.at <= ${parameters.add(toIso(now))} AND ${cutTo(filter, parameters)}${by === undefined ? '' : ` AND f.${columnOf(by)} <> ''`}`;
