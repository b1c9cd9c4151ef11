import { toIso } from '@hsl/contracts/instants';
import type { Queryable } from '@hsl/database/queryable';
import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { Injectable } from '@nestjs/common';
import type { Fact } from './fact.js';
import { caseIdOf, type FactEvent, type Moment } from './moment.js';

/**
 * The days that facts of some cases move, as the difference of what they add now and what they added before; then the
 * facts themselves. All read the rows as they were before the statement.
 */
const REPLACE_FACTS = `
  WITH now AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($3::jsonb) AS f (case_id uuid, kind text, item text, at timestamptz, day date, community_id text,
      department_id text, member_id text, category_code text, grade text, score numeric, hours numeric, left_out text,
      number text)
  ), old AS (
    SELECT o.* FROM unnest($2::uuid[]) AS c (id),
      LATERAL (SELECT ctid AS place, * FROM fact WHERE case_id = c.id OFFSET 0) o
  ), counted AS (
    SELECT kind, day, community_id, department_id, member_id, category_code, grade, score, 1 AS sign
    FROM now WHERE left_out IS NULL
    UNION ALL
    SELECT kind, day, community_id, department_id, member_id, category_code, grade, score, -1
    FROM old WHERE left_out IS NULL
  ), change AS (
    SELECT d.dimension, d.key, c.kind, c.day, sum(c.sign)::int AS n,
      sum(CASE WHEN c.score <> 0 THEN c.sign ELSE 0 END)::int AS hits, sum(c.sign * c.score) AS score
    FROM counted c, LATERAL (VALUES ('', ''), ('department', c.department_id), ('community', c.community_id),
      ('member', c.member_id), ('category', c.category_code), ('grade', c.grade)) AS d (dimension, key)
    WHERE d.dimension = '' OR d.key <> ''
    GROUP BY d.dimension, d.key, c.kind, c.day
  ), gone AS (
    DELETE FROM fact WHERE ctid = ANY (ARRAY (
      SELECT place FROM old WHERE (case_id, kind, item) NOT IN (SELECT case_id, kind, item FROM now)))
  ), kept AS (
    INSERT INTO fact (subdistrict_id, case_id, kind, item, at, day, community_id, department_id, member_id,
      category_code, grade, score, hours, left_out, number)
    SELECT $1, case_id, kind, item, at, day, community_id, department_id, member_id, category_code, grade, score, hours,
      left_out, number FROM now
    ON CONFLICT (case_id, kind, item) DO UPDATE SET at = EXCLUDED.at, day = EXCLUDED.day,
      community_id = EXCLUDED.community_id, department_id = EXCLUDED.department_id, member_id = EXCLUDED.member_id,
      category_code = EXCLUDED.category_code, grade = EXCLUDED.grade, score = EXCLUDED.score, hours = EXCLUDED.hours,
      left_out = EXCLUDED.left_out, number = EXCLUDED.number
    WHERE (fact.at, fact.community_id, fact.department_id, fact.member_id, fact.category_code, fact.grade, fact.score,
        fact.hours, fact.left_out)
      IS DISTINCT FROM (EXCLUDED.at, EXCLUDED.community_id, EXCLUDED.department_id, EXCLUDED.member_id,
        EXCLUDED.category_code, EXCLUDED.grade, EXCLUDED.score, EXCLUDED.hours, EXCLUDED.left_out)
  )
  INSERT INTO fact_day (subdistrict_id, dimension, key, kind, day, n, hits, score)
  SELECT $1, dimension, key, kind, day, n, hits, score FROM change
  WHERE n <> 0 OR hits <> 0 OR score <> 0
  ORDER BY dimension, key, kind, day
  ON CONFLICT (subdistrict_id, dimension, key, kind, day) DO UPDATE SET
    n = fact_day.n + EXCLUDED.n, hits = fact_day.hits + EXCLUDED.hits, score = fact_day.score + EXCLUDED.score`;

/** Moments and facts of a case, and the days they add up to. */
@Injectable()
export class FactsRepository {
  /** Two events of a case meet one after the other; ends with the transaction. */
  async lock(db: Queryable, caseIds: readonly string[]): Promise<void> {
    await db.query({
      name: 'lock_cases',
      // One order for all, so that two transactions never wait for each other.
      text: `SELECT pg_advisory_xact_lock(key) FROM
        (SELECT hashtextextended('facts/' || id, 0) AS key FROM unnest($1::text[]) AS c (id) ORDER BY 1 OFFSET 0) AS o`,
      values: [caseIds],
    });
  }

  async keep(db: Queryable, events: readonly FactEvent[]): Promise<void> {
    await db.query({
      name: 'keep_moments',
      text: `INSERT INTO moment (subdistrict_id, case_id, event_id, type, sequence, at, data)
        SELECT subdistrict_id, case_id, event_id, type, sequence, at, data
        FROM jsonb_populate_recordset(NULL::moment, $1::jsonb) ON CONFLICT DO NOTHING`,
      values: [JSON.stringify(events.map(momentRow))],
    });
  }

  /** What is known of each of these cases, by event. */
  async moments(db: Queryable, caseIds: readonly string[]): Promise<Map<string, Map<string, Moment>>> {
    const { rows } = await db.query<
      Pick<Moment, 'type' | 'data'> & Record<'case_id' | 'event_id' | 'sequence', string>
    >({
      name: 'case_moments',
      // Case by case through the index, whatever the planner believes of a table that grows as fast as events come.
      text: `SELECT c.id AS case_id, m.* FROM unnest($1::text[]) AS c (id),
        LATERAL (SELECT event_id, type, sequence, data FROM moment WHERE case_id = c.id::uuid OFFSET 0) m`,
      values: [caseIds],
    });
    const known = new Map(caseIds.map((id) => [id, new Map<string, Moment>()]));
    for (const { case_id, event_id, type, sequence, data } of rows) {
      known.get(case_id)?.set(event_id, { type, sequence: Number(sequence), data });
    }
    return known;
  }

  /** The facts of each case are these, and days count accordingly. */
  async replace(db: Queryable, subdistrictId: string, facts: ReadonlyMap<string, readonly Fact[]>): Promise<void> {
    const rows = [...facts].flatMap(([caseId, own]) => own.map((fact) => factRow(caseId, fact)));
    await db.query({
      name: 'replace_facts',
      text: REPLACE_FACTS,
      values: [subdistrictId, [...facts.keys()], JSON.stringify(rows)],
    });
  }
}

// Made for every event: one plain literal each, for spreading several into one costs ten times as much.
const momentRow = (event: FactEvent): object => ({
  subdistrict_id: event.subdistrictid,
  case_id: caseIdOf(event),
  event_id: event.id,
  type: event.type,
  sequence: event.sequence,
  at: toIso(event.data.at),
  data: event.data,
});

const factRow = (caseId: string, fact: Fact): object => ({
  case_id: caseId,
  kind: fact.kind,
  item: fact.item,
  at: toIso(fact.at),
  day: dateOf(dayOf(fact.at)),
  community_id: fact.community,
  department_id: fact.department,
  member_id: fact.member,
  category_code: fact.category,
  grade: fact.grade,
  score: fact.score,
  hours: fact.hours ?? null,
  left_out: fact.leftOut ?? null,
  number: fact.number ?? null,
});
