import type { ReportScope } from './report-scope.js';

/** What the placeholders of a report's queries stand for. */
export interface ReportAsked extends ReportScope {
  /** First and last day, YYYY-MM-DD in Asia/Shanghai. */
  from: string;
  to: string;
  /** The same as instants; `end` is the first one after. */
  begin: Date;
  end: Date;
  now: Date;
  /** Number of the whistle of a case file. */
  whistle?: string;
}

const CASTS: Readonly<Record<string, { cast: string; of: (asked: ReportAsked) => unknown }>> = {
  tenant: { cast: 'text', of: ({ subdistrictId }) => subdistrictId },
  whole: { cast: 'boolean', of: ({ whole }) => whole },
  communities: { cast: 'text[]', of: ({ communityIds }) => communityIds },
  departments: { cast: 'text[]', of: ({ departmentIds }) => departmentIds },
  from: { cast: 'date', of: ({ from }) => from },
  to: { cast: 'date', of: ({ to }) => to },
  begin: { cast: 'timestamptz', of: ({ begin }) => begin },
  end: { cast: 'timestamptz', of: ({ end }) => end },
  now: { cast: 'timestamptz', of: ({ now }) => now },
  whistle: { cast: 'text', of: ({ whistle }) => whistle ?? null },
};

/** A placeholder; two colons are a cast. */
const PLACEHOLDER = /(?<!:):([a-z]+)/g;

/** The query with numbered parameters. @throws RangeError for a placeholder there is not */
export function bound(sql: string, asked: ReportAsked): { text: string; values: unknown[] } {
  const names: string[] = [];
  const text = sql.replaceAll(PLACEHOLDER, (_all, name: string) => {
    const known = CASTS[name];
    if (!known) throw new RangeError(`no placeholder: ${name}`);
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}::${known.cast}`;
  });
  return { text, values: names.map((name) => CASTS[name]!.of(asked)) };
}

/** Within the days of the period, and not later than now. */
export const within = (column: string): string => `${column} >= :begin AND ${column} < :end AND ${column} <= :now`;

/** Rows of `matter` that the report tells of. */
export const matterInScope = (alias: string): string =>
  `${alias}.subdistrict_id = :tenant AND (:whole OR ${alias}.community_id = ANY (:communities)
    OR ${alias}.department_ids && :departments)`;

/** The same of moments that carry a whistle's snapshot. */
export const snapshotInScope = (alias: string): string =>
  `${alias}.subdistrict_id = :tenant AND (:whole OR ${alias}.data->>'communityId' = ANY (:communities)
    OR ${alias}.data->'departmentIds' ?| :departments)`;

/** The same of events that name one community and one department. */
export const placeInScope = (alias: string): string =>
  `${alias}.subdistrict_id = :tenant AND (:whole OR ${alias}.data->>'communityId' = ANY (:communities)
    OR ${alias}.data->>'departmentId' = ANY (:departments))`;

/** Facts that count in the period (domain 5.1). */
export const countedFact = (alias: string): string =>
  `${alias}.subdistrict_id = :tenant AND ${alias}.day BETWEEN :from AND :to AND ${alias}.at <= :now
    AND ${alias}.left_out IS NULL`;

/** A day or an instant that an event carries in milliseconds. */
export const instantIn = (alias: string, field: string): string =>
  `to_timestamp((${alias}.data->>'${field}')::bigint / 1000.0)`;

/** A share in per cent; null where it rests on nothing. */
export const percent = (top: string, bottom: string): string =>
  `round(100.0 * (${top}) / nullif(${bottom}, 0), 1)::float8`;
