import type pg from 'pg';
import { withoutIndexes } from './bulk-load.js';

/** One of ten is open; they spread over nine communities, fourteen departments and the last two years. */
const MATTERS = `
  INSERT INTO matter (whistle_id, subdistrict_id, number, community_id, category_code, state, grade, level,
    lead_department_id, rework_count, version, blown_at, updated_at, snapshot, snapshot_sequence, is_open, department_ids,
    waiting_for, is_waiting, waiting_since, due_at, due_order, yellow_cards, red_cards, tallied)
  SELECT md5('bench' || i)::uuid, 'zx', 'B-' || i, 'ZX0' || 1 + i % 9, 'C' || 1 + i % 15,
    CASE WHEN i % 10 = 0 THEN 'COORDINATING' ELSE 'CONCLUDED' END, 'G' || 1 + i % 4, 'blue', 'ZX-D' || i % 14, 0, 5,
    now() - (i % 730) * interval '1 day', now(), '{}', 1, i % 10 = 0, ARRAY['ZX-D' || i % 14], '[]', i % 10 = 0,
    now() - interval '1 day', CASE WHEN i % 10 = 0 THEN now() + (i % 97 - 10) * interval '1 hour' END,
    CASE WHEN i % 10 = 0 THEN now() + (i % 97 - 10) * interval '1 hour' ELSE 'infinity' END,
    CASE WHEN i % 20 = 0 THEN 1 ELSE 0 END, 0, '[]'
  FROM generate_series($1::int, $2::int) i`;
const WAITING = `
  INSERT INTO waiting (subdistrict_id, whistle_id, kind, party_id, step, is_open, due_at, is_first)
  SELECT 'zx', md5('bench' || i)::uuid, 'department', 'ZX-D' || i % 14, 'feedback', true,
    now() + (i % 97 - 10) * interval '1 hour', true
  FROM generate_series($1::int, $2::int) i WHERE i % 10 = 0`;
const RUNGS = `
  INSERT INTO rung (subdistrict_id, whistle_id, owner_id, step, due_at, rung, kind, department_id, fired_at, sequence)
  SELECT 'zx', md5('bench' || i)::uuid, 'ZX-D' || i % 14, 'feedback', now() - (i % 730) * interval '1 day', 2, 'yellowCard',
    'ZX-D' || i % 14, now() - (i % 730) * interval '1 day', 1
  FROM generate_series($1::int, $2::int) i WHERE i % 20 = 0`;
const FACTS = `
  INSERT INTO fact (subdistrict_id, case_id, kind, item, at, day, community_id, department_id, member_id, category_code,
    grade, score, hours, number)
  SELECT 'zx', md5('bench' || i)::uuid, k.kind, '', a.at, (a.at AT TIME ZONE 'Asia/Shanghai')::date, 'ZX0' || 1 + i % 9,
    'ZX-D' || i % 14, 'ZX-M' || i % 20, 'C' || 1 + i % 15, 'G' || 1 + i % 4, CASE WHEN i % 11 = 0 THEN 0 ELSE 1 END,
    CASE WHEN k.kind = 'wholeHours' THEN i % 977 / 10.0 END, 'B-' || i
  FROM generate_series($1::int, $2::int) i,
    LATERAL (SELECT now() - (i % 730) * interval '1 day' AS at) a,
    unnest(ARRAY['blown', 'response', 'acknowledgement', 'feedback', 'conclusion', 'solved', 'satisfied', 'wholeHours'])
      AS k (kind)`;

/** What the projection keeps while it runs, added up at once. */
const SUMS = [
  'TRUNCATE tally, fact_day',
  `INSERT INTO tally (subdistrict_id, figure, place, key, n)
    SELECT 'zx', 'open', community_id, state, count(*) FROM matter WHERE is_open GROUP BY community_id, state
    UNION ALL SELECT 'zx', 'openTasks', party_id, '', count(*) FROM waiting GROUP BY party_id
    UNION ALL SELECT 'zx', 'due', community_id, to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24'), count(*)
      FROM matter WHERE is_open GROUP BY 3, 4
    UNION ALL SELECT 'zx', 'dueTasks', party_id, to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24'), count(*)
      FROM waiting GROUP BY 3, 4
    UNION ALL SELECT 'zx', f, d, kind, count(*) FROM rung, unnest(ARRAY['cards', 'carded']) f,
      LATERAL (VALUES (''), (department_id)) AS p (d) GROUP BY f, d, kind`,
  `INSERT INTO fact_day (subdistrict_id, dimension, key, kind, day, n, hits, score)
    SELECT 'zx', d.dimension, d.key, f.kind, f.day, count(*), count(*) FILTER (WHERE f.score <> 0), sum(f.score)
    FROM fact f, LATERAL (VALUES ('', ''), ('department', department_id), ('community', community_id),
      ('member', member_id), ('category', category_code), ('grade', grade)) AS d (dimension, key)
    GROUP BY d.dimension, d.key, f.kind, f.day`,
  // As autovacuum would have, long before there are so many: without it no index answers alone.
  'VACUUM (ANALYZE)',
];
const CHUNK = 50_000;

/** Adds matters until there are so many, as the projection would have left them. */
export async function fillTo(pool: pg.Pool, from: number, to: number): Promise<void> {
  await withoutIndexes(pool, async () => {
    for (let first = from + 1; first <= to; first += CHUNK) {
      const range = [first, Math.min(to, first + CHUNK - 1)];
      for (const text of [MATTERS, WAITING, RUNGS, FACTS]) await pool.query(text, range);
    }
  });
  for (const text of SUMS) await pool.query(text);
}

/** What a page without sums would ask: everything the board shows, from the table of matters. */
export const NAIVE = `
  SELECT community_id, lead_department_id, state, is_open, due_at < now() AS is_late, count(*), sum(yellow_cards),
    sum(red_cards) FROM matter WHERE subdistrict_id = 'zx' GROUP BY 1, 2, 3, 4, 5`;

/** One of the writes that go on meanwhile: a matter moves, and a day with it. */
export const WRITES = [
  `UPDATE matter SET version = version + 1, updated_at = now() WHERE whistle_id = md5('bench' || $1::int)::uuid`,
  `UPDATE fact_day SET n = n + 1 WHERE subdistrict_id = 'zx' AND dimension = '' AND key = '' AND kind = 'blown'
    AND day = current_date - ($1::int % 700)`,
];
