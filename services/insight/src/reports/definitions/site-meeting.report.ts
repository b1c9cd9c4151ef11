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
const counted = (place: number, name: string, unit: string, what: string, how: string, from: string): string =>
  line(place, name, `count(DISTINCT ${what})`, unit, `count(DISTINCT ${what})`, how, from);
const rate = (place: number, name: string, kind: string, how: string): string =>
  line(place, name, percent('sum(f.score)', 'count(*)'), '%', 'count(*)', how, factsOf(kind));

/** Members who came: who checked in on a matter, or sat in a session on one. */
const CAME = `FROM (
    SELECT e.data->>'memberId' AS member ${momentsOf('checkIn.confirmed.v1')}
    UNION SELECT jsonb_array_elements_text(e.data->'memberIds') ${momentsOf('session.held.v1')}
  ) came`;
const RESOLVED = `${momentsOf('whistle.concluded.v1')} AND e.data->>'outcome' = 'resolved'`;

const HEADLINES = [
  counted(1, '专题协商', '次', 'f.case_id', '召开的专题协商会（S70）', factsOf('thematicSession')),
  line(
    2,
    '参与群众',
    'coalesce(sum(f.score), 0)',
    '人次',
    'count(*)',
    '专题协商会到会人数（S68）',
    factsOf('participants'),
  ),
  counted(3, '参与委员', '名', 'came.member', '报到或参加协商的委员，一人一次；专家不在内（S67）', CAME),
  counted(
    4,
    '参与部门',
    '个',
    `e.data->>'departmentId'`,
    '反馈过办理结果的单位（S69）',
    momentsOf('task.feedbackSubmitted.v1'),
  ),
  counted(5, '解决事项', '件', 'e.case_id', '以“办好了”办结的哨件（S71）', RESOLVED),
  rate(6, '提案答复率', 'reply', '按时答复的占应答复的（I9，S72）'),
  rate(7, '提案见面率', 'meeting', '答复前见面的占已答复的（I10，S73）'),
  rate(8, '提案满意率', 'proposalRating', '满意和基本满意占收回的评价表（I11，S74）'),
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
      sql: `SELECT * FROM (SELECT DISTINCT ON (e.case_id) e.data->>'number' AS number, e.data->>'communityId' AS community,
          e.data->>'categoryCode' AS category, e.data->>'leadDepartmentId' AS department, e.at
        ${RESOLVED} ORDER BY e.case_id, e.at) one ORDER BY at, number`,
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
