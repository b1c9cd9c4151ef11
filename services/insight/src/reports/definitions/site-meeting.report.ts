import type { ReportDefinition } from '../report-definition.js';
import { countedFact, percent, within } from '../report-sql.js';

const factsOf = (kind: string): string => `FROM fact f WHERE f.kind = '${kind}' AND ${countedFact('f')}`;
const momentsOf = (...types: string[]): string =>
  `FROM moment e WHERE e.subdistrict_id = :tenant AND e.type IN (${types.map((type) => `'${type}'`).join(', ')})
    AND ${within('e.at')}`;

/** A headline: what it is, its value, how many cases it rests on, how it is counted. */
const line = (place: number, name: string, value: string, unit: string, n: string, how: string, from: string): string =>
  `SELECT ${place} AS place, '${name}' AS name, (${value})::float8 AS value, '${unit}' AS unit, (${n})::int AS n,
    '${how}' AS how ${from}`;
const once = (place: number, name: string, unit: string, what: string, how: string, kind: string): string =>
  line(place, name, `count(DISTINCT ${what})`, unit, `count(DISTINCT ${what})`, how, factsOf(kind));
const rate = (place: number, name: string, kind: string, how: string): string =>
  line(place, name, percent('sum(f.score)', 'count(*)'), '%', 'count(*)', how, factsOf(kind));

/** As `GET /api/figures/briefing` counts them (S7). */
const HEADLINES = [
  once(1, '参与委员和专家', '名', 'f.member_id', '报到或参加协商的，各计一次（S67）', 'tookPart'),
  line(2, '参与群众', 'coalesce(sum(f.score), 0)', '人次', 'count(*)', '协商会到会人次（S68）', factsOf('attendance')),
  once(3, '参与部门', '个', 'f.department_id', '反馈过或参加协商的，各计一次（S69）', 'departmentTook'),
  once(4, '专题协商', '次', 'f.case_id', '召开的专题协商会（S70）', 'thematicSession'),
  once(5, '解决事项', '件', 'f.case_id', '以“办好了”办结的哨件（S71）', 'resolved'),
  rate(6, '提案答复率', 'reply', '按时答复的占应答复的（I9，S72）'),
  rate(7, '提案见面率', 'meeting', '答复前见面的占已答复的（I10，S73）'),
  rate(8, '提案满意率', 'proposalRating', '满意和基本满意占收回的评价表（I11，S74）'),
  rate(9, '评价表回收率', 'proposalForm', '收回的占应收回的评价表（I11）'),
];

/** Report 1: what is said at the site meeting (S7): the headline figures of S67 to S74, for any period. */
export const SITE_MEETING: ReportDefinition = {
  kind: 'siteMeeting',
  title: { zh: '现场会简报', en: 'Site-meeting briefing' },
  about: { zh: '协商、哨件或提案', en: 'sessions, whistles or proposals' },
  version: 1,
  isWholeOnly: true,
  sections: [
    {
      title: '主要数据',
      isBackdrop: true,
      note: '比率后的件数是它所依据的件数（I26）；没有依据的不列比率。',
      columns: [
        ['name', '指标', 'text'],
        ['value', '数值', 'number'],
        ['unit', '单位', 'text'],
        ['n', '依据件数', 'number'],
        ['how', '口径', 'text'],
      ],
      sql: `SELECT name, value, unit, n, how FROM (${HEADLINES.join(' UNION ALL ')}) line ORDER BY place`,
    },
    {
      title: '专题协商会',
      columns: [
        ['at', '日期', 'day'],
        ['community', '社区', 'community'],
        ['outcome', '结果', 'sessionOutcome'],
        ['attendance', '到会人数', 'number'],
      ],
      sql: `SELECT e.at, coalesce(e.data->>'communityId', e.data->'communityIds'->>0) AS community,
          e.data->>'outcome' AS outcome, (e.data->>'attendance')::int AS attendance
        ${momentsOf('session.thematicHeld.v1')} ORDER BY e.at, e.case_id`,
    },
    {
      title: '解决的事项',
      columns: [
        ['number', '哨件', 'text'],
        ['community', '社区', 'community'],
        ['category', '分类', 'category'],
        ['department', '主办单位', 'department'],
        ['at', '办结', 'day'],
      ],
      sql: `SELECT m.number, f.community_id AS community, f.category_code AS category, m.lead_department_id AS department,
          f.at
        FROM fact f JOIN matter m ON m.whistle_id = f.case_id AND m.subdistrict_id = :tenant
        WHERE f.kind = 'resolved' AND ${countedFact('f')} ORDER BY f.at, m.number`,
    },
    {
      title: '提案答复',
      columns: [
        ['class', '类别', 'text'],
        ['n', '件数', 'number'],
      ],
      sql: `SELECT substr(f.kind, 6) AS class, sum(f.score)::int AS n FROM fact f
        WHERE f.kind IN ('classA', 'classB', 'classC', 'classD') AND ${countedFact('f')}
        GROUP BY 1 HAVING sum(f.score) > 0 ORDER BY 1`,
    },
  ],
};
