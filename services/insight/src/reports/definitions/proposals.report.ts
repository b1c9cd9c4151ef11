import type { ReportDefinition } from '../report-definition.js';
import { percent } from '../report-sql.js';

const newest = (field: string): string =>
  `(array_agg(e.data->>'${field}' ORDER BY (e.data->>'version')::int DESC)
    FILTER (WHERE e.data->>'${field}' IS NOT NULL))[1]`;
const first = (change: string): string => `min(e.at) FILTER (WHERE e.data->>'change' = '${change}')`;

/** Proposals submitted in the period, each as it stands; withdrawn ones and those not filed are left out. */
const PROPOSALS = `WITH p AS (
    SELECT e.case_id AS id, ${first('submitted')} AS submitted, ${first('replied')} AS replied,
      bool_or(e.data->>'change' IN ('met', 'meetingRecorded')) AS met, ${newest('state')} AS state,
      ${newest('leadDepartmentId')} AS department, coalesce(${newest('replyClass')}, 'none') AS class,
      ${newest('rating')} AS rating
    FROM moment e WHERE e.subdistrict_id = :tenant AND e.type = 'proposal.changed.v1' AND e.at <= :now GROUP BY 1
  ), counted AS (
    SELECT * FROM p WHERE submitted >= :begin AND submitted < :end AND state NOT IN ('WITHDRAWN', 'NOT_FILED')
  )`;
const of = (letter: string): string => `count(*) FILTER (WHERE class = '${letter}')::int`;

/** Report 9: what became of proposals, by class of the reply (domain 2.6). */
export const PROPOSALS_REPORT: ReportDefinition = {
  kind: 'proposals',
  title: { zh: '提案办理 A/B/C/D 分类', en: 'Proposals by class of reply' },
  about: { zh: '提案', en: 'proposals' },
  version: 1,
  isWholeOnly: true,
  sections: [
    {
      title: '分类统计',
      isBackdrop: true,
      note: '按提交日期；不含撤回和不立案的。',
      columns: [
        ['class', '类别', 'replyClass'],
        ['n', '件数', 'number'],
        ['share', '占比', 'percent'],
      ],
      // Every class has its line, also the one that nobody got.
      sql: `${PROPOSALS} SELECT k.class, count(c.id)::int AS n,
          ${percent('count(c.id)', 'sum(count(c.id)) OVER ()')} AS share
        FROM unnest(ARRAY['A', 'B', 'C', 'D', 'none']) AS k (class) LEFT JOIN counted c USING (class)
        GROUP BY k.class ORDER BY k.class`,
    },
    {
      title: '按单位统计',
      isBackdrop: true,
      columns: [
        ['department', '主办单位', 'department'],
        ['n', '提案', 'number'],
        ['a', 'A', 'number'],
        ['b', 'B', 'number'],
        ['c', 'C', 'number'],
        ['d', 'D', 'number'],
        ['open', '未答复', 'number'],
        ['satisfied', '满意和基本满意', 'number'],
        ['returned', '收回评价表', 'number'],
      ],
      sql: `${PROPOSALS} SELECT department, count(*)::int AS n, ${of('A')} AS a, ${of('B')} AS b, ${of('C')} AS c,
          ${of('D')} AS d, ${of('none')} AS open,
          count(*) FILTER (WHERE rating IN ('satisfied', 'basic'))::int AS satisfied,
          count(*) FILTER (WHERE rating <> 'unreturned')::int AS returned
        FROM counted GROUP BY department ORDER BY n DESC, department`,
    },
    {
      title: '提案清单',
      columns: [
        ['id', '提案标识（前 8 位）', 'text'],
        ['department', '主办单位', 'department'],
        ['submitted', '提交', 'day'],
        ['replied', '答复', 'day'],
        ['met', '是否面商', 'text'],
        ['class', '类别', 'replyClass'],
        ['rating', '评价', 'rating'],
        ['state', '状态', 'proposalState'],
      ],
      sql: `${PROPOSALS} SELECT left(id::text, 8) AS id, department, submitted, replied, CASE WHEN met THEN '是' ELSE '' END AS met,
          class, rating, state FROM counted ORDER BY submitted, id`,
    },
  ],
};
