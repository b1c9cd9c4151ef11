import type { ServiceName } from '../../local/service-table.js';
import type { Databases } from './databases.js';
import { PERIOD, TENANT } from './period.js';

/** A figure of the article, and the question to the data that answers it: $1 subdistrict, $2 first day, $3 last day. */
export interface ArticleFigure {
  name: string;
  expected: number;
  unit?: string;
  owner: ServiceName;
  /** One row with the column `n`. */
  sql: string;
}

/** That the instant lies within the days of the period, in Asia/Shanghai. */
const within = (column: string): string =>
  `(${column} AT TIME ZONE 'Asia/Shanghai')::date BETWEEN $2::date AND $3::date`;
const ofReplied = (condition: string): string =>
  `SELECT round(100.0 * count(*) FILTER (WHERE ${condition}) / nullif(count(*), 0), 1)::float8 AS n
   FROM proposal p WHERE p.subdistrict_id = $1 AND ${within('p.submitted_at')}`;

const OF_THEMATIC = `FROM session s JOIN minutes m ON m.session_id = s.id JOIN sitting t ON t.session_id = s.id
      WHERE s.subdistrict_id = $1 AND s.purpose = 'thematic' AND ${within('m.final_at')}`;

export const ARTICLE_FIGURES: readonly ArticleFigure[] = [
  { name: '专题协商', expected: 22, owner: 'topics', sql: `SELECT count(DISTINCT s.id) AS n ${OF_THEMATIC}` },
  {
    name: '参与居民',
    expected: 1_036,
    owner: 'topics',
    sql: `SELECT sum(t.heads + (SELECT count(*) FROM participant p
        WHERE p.sitting_id = t.id AND p.resident_name IS NOT NULL AND p.signed_in_at IS NOT NULL)) AS n ${OF_THEMATIC}`,
  },
  {
    name: '委员和专家',
    expected: 32,
    owner: 'members',
    sql: `SELECT (SELECT count(*) FROM member WHERE subdistrict_id = $1 AND active)
        + (SELECT count(*) FROM expert WHERE subdistrict_id = $1 AND active) AS n
      WHERE $2::date <= $3::date`,
  },
  {
    name: '参与部门',
    expected: 22,
    owner: 'departments',
    sql: `SELECT count(DISTINCT department_id) AS n FROM department_task
      WHERE subdistrict_id = $1 AND feedback_at IS NOT NULL AND ${within('dispatched_at')}`,
  },
  {
    name: '解决事项',
    expected: 63,
    owner: 'whistles',
    sql: `SELECT count(*) AS n FROM whistle
      WHERE subdistrict_id = $1 AND outcome = 'resolved' AND ${within('concluded_at')}`,
  },
  { name: '提案办复率', expected: 100, unit: '%', owner: 'topics', sql: ofReplied('p.replied_at IS NOT NULL') },
  {
    name: '提案面商率',
    expected: 100,
    unit: '%',
    owner: 'topics',
    sql: ofReplied(`(SELECT min(t.at) FROM timeline_entry t WHERE t.aggregate_id = p.id::text AND t.to_state = 'MET')
        <= p.replied_at`),
  },
  { name: '提案满意率', expected: 100, unit: '%', owner: 'topics', sql: ofReplied("p.rating = 'satisfied'") },
];

export interface Computed extends ArticleFigure {
  actual: number | null;
}

/** Each figure as the owners' rows have it. */
export async function computeFigures(databases: Databases): Promise<Computed[]> {
  const computed: Computed[] = [];
  for (const figure of ARTICLE_FIGURES) {
    const values = [TENANT, PERIOD.from, PERIOD.to];
    const [row] = await databases.rows<{ n: string | number | null }>(figure.owner, figure.sql, values);
    computed.push({ ...figure, actual: row?.n == null ? null : Number(row.n) });
  }
  return computed;
}
