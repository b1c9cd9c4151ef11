import type { WhistleRows } from '../platform/whistle-rows.js';

/** One rung of one whistle: when it was due, and how much later it was seen to. */
export interface Rung {
  /** Times it was told in the history; once is right. */
  told: number;
  /** From the instant to the row in the database, by PostgreSQL's clock. */
  lateMs: number | null;
  /** By the clock of the workflow that decided it. */
  decidedLateMs: number | null;
  /** By the poller. */
  cronLateMs: number | null;
}

/** The reminder of the accept clock comes when half the time has gone. */
const MINUTES_PER_LEAD_MINUTE = 2;

/**
 * From now on a whistle of grade G3 is reminded of so many minutes after it was blown: natural time, real pace. The
 * history notes when its rows were written, since the instant they carry is that of the decision.
 */
export async function prepareRungs(rows: WhistleRows, leadMinutes: number): Promise<void> {
  const limit = { kind: 'natural', amount: leadMinutes * MINUTES_PER_LEAD_MINUTE, unit: 'minutes' };
  await rows.pool.query(
    `INSERT INTO rule_set (subdistrict_id, version, effective_from, content, approved_by)
     SELECT subdistrict_id, version + 1, now() - interval '1 second',
       jsonb_set(content::jsonb, '{grades,G3,accept}', $1::jsonb), 'benchmark'
     FROM rule_set WHERE subdistrict_id = 'zx' ORDER BY version DESC LIMIT 1`,
    [JSON.stringify(limit)],
  );
  await rows.pool.query('ALTER TABLE timeline_entry ADD COLUMN written_at timestamptz DEFAULT clock_timestamp()');
}

/** Copies the instants of all whistles blown under the new rule, for the poller and for the reckoning. */
export async function noteRungs(rows: WhistleRows): Promise<{ count: number; firstAt: number; lastAt: number }> {
  await rows.pool.query(
    `CREATE TABLE bench_rung AS
     SELECT id::text AS id, to_timestamp((next_rung ->> 'at')::numeric / 1000) AS at, NULL::timestamptz AS cron_at
     FROM whistle WHERE rule_set_version = (SELECT max(version) FROM rule_set WHERE subdistrict_id = 'zx')`,
  );
  return rows.one(
    `SELECT count(*)::int AS count, (extract(epoch FROM min(at)) * 1000)::float8 AS "firstAt",
       (extract(epoch FROM max(at)) * 1000)::float8 AS "lastAt" FROM bench_rung`,
  );
}

/** What a cron job does each minute: whatever is due and not yet seen to. Its one statement is as cheap as can be. */
export async function pollOnce(rows: WhistleRows): Promise<void> {
  await rows.pool.query(
    'UPDATE bench_rung SET cron_at = clock_timestamp() WHERE cron_at IS NULL AND at <= clock_timestamp()',
  );
}

/** Rungs that neither the service nor the poller has seen to. */
export async function stillDue(rows: WhistleRows): Promise<{ ours: number; cron: number }> {
  return rows.one(
    `SELECT count(*) FILTER (WHERE cron_at IS NULL)::int AS cron,
       count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM timeline_entry t
         WHERE t.aggregate_id = r.id AND t.kind = 'reminder'))::int AS ours
     FROM bench_rung r`,
  );
}

export async function readRungs(rows: WhistleRows): Promise<Rung[]> {
  const late = (at: string): string => `(extract(epoch FROM ${at} - r.at) * 1000)::float8`;
  const found = await rows.pool.query<Rung>(
    `SELECT count(t.at)::int AS told, ${late('min(t.written_at)')} AS "lateMs",
       ${late('min(t.at)')} AS "decidedLateMs", ${late('r.cron_at')} AS "cronLateMs"
     FROM bench_rung r LEFT JOIN timeline_entry t ON t.aggregate_id = r.id AND t.kind = 'reminder'
     GROUP BY r.id, r.at, r.cron_at`,
  );
  return found.rows;
}
