import { toIso } from '@hsl/contracts/instants';
import type { Queryable } from '@hsl/database/queryable';
import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { Injectable } from '@nestjs/common';
import type { Fact } from './fact.js';
import type { FactEvent, Moment } from './moment.js';

/**
 * The days that a case's facts move, as the difference of what it adds now and what it added before; then the facts
 * themselves. All read the rows as they were before the statement.
 */
const REPLACE_FACTS = `
  WITH now AS (
    SELECT * FROM jsonb_to_recordset($3::jsonb) AS f (kind text, item text, at timestamptz, day date, community_id text,
      department_id text, member_id text, category_code text, grade text, score numeric, hours numeric, left_out text,
      number text)
  ), counted AS (
    SELECT kind, day, community_id, department_id, member_id, category_code, grade, score, 1 AS sign
    FROM now WHERE left_out IS NULL
    UNION ALL
    SELECT kind, day, community_id, department_id, member_id, category_code, grade, score, -1
    FROM fact WHERE case_id = $2 AND left_out IS NULL
  ), change AS (
    SELECT d.dimension, d.key, c.kind, c.day, sum(c.sign)::int AS n,
      sum(CASE WHEN c.score <> 0 THEN c.sign ELSE 0 END)::int AS hits, sum(c.sign * c.score) AS score
    FROM counted c, LATERAL (VALUES ('', ''), ('department', c.department_id), ('community', c.community_id),
      ('member', c.member_id), ('category', c.category_code), ('grade', c.grade)) AS d (dimension, key)
    WHERE d.dimension = '' OR d.key <> ''
    GROUP BY d.dimension, d.key, c.kind, c.day
  ), gone AS (
    DELETE FROM fact WHERE case_id = $2 AND (kind, item) NOT IN (SELECT kind, item FROM now)
  ), kept AS (
    INSERT INTO fact (subdistrict_id, case_id, kind, item, at, day, community_id, department_id, member_id,
      category_code, grade, score, hours, left_out, number)
    SELECT $1, $2, kind, item, at, day, community_id, department_id, member_id, category_code, grade, score, hours,
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
  async lock(db: Queryable, caseId: string): Promise<void> {
    await db.query({
      name: 'lock_case',
      text: `SELECT pg_advisory_xact_lock(hashtextextended('facts/' || $1, 0))`,
      values: [caseId],
    });
  }

  async keep(db: Queryable, caseId: string, event: FactEvent): Promise<void> {
    const { subdistrictid, id, type, sequence, data } = event;
    await db.query({
      name: 'keep_moment',
      text: `INSERT INTO moment (subdistrict_id, case_id, event_id, type, sequence, at, data)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      values: [subdistrictid, caseId, id, type, sequence, toIso(data.at), JSON.stringify(data)],
    });
  }

  async moments(db: Queryable, caseId: string): Promise<Moment[]> {
    const { rows } = await db.query<Pick<Moment, 'type' | 'data'> & { sequence: string }>({
      name: 'case_moments',
      text: 'SELECT type, sequence, data FROM moment WHERE case_id = $1',
      values: [caseId],
    });
    return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
  }

  /** The case's facts are these, and days count accordingly. */
  async replace(db: Queryable, subdistrictId: string, caseId: string, facts: readonly Fact[]): Promise<void> {
    await db.query({
      name: 'replace_facts',
      text: REPLACE_FACTS,
      values: [subdistrictId, caseId, JSON.stringify(facts.map(factRow))],
    });
  }
}

const factRow = (fact: Fact): object => ({
  ...{ kind: fact.kind, item: fact.item, at: toIso(fact.at), day: dateOf(dayOf(fact.at)) },
  ...{ community_id: fact.community, department_id: fact.department, member_id: fact.member },
  ...{ category_code: fact.category, grade: fact.grade, score: fact.score },
  ...{ hours: fact.hours ?? null, left_out: fact.leftOut ?? null, number: fact.number ?? null },
});
