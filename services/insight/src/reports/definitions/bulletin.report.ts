import type { Column, ReportDefinition } from '../report-definition.js';
import { countedFact, within } from '../report-sql.js';

const count = (kind: string): string => `count(*) FILTER (WHERE f.kind = '${kind}')`;
const share = (kind: string): string => `100.0 * avg(f.score) FILTER (WHERE f.kind = '${kind}')`;
const cards = (weight: number): string => `count(*) FILTER (WHERE f.kind = 'penalty' AND f.score = ${weight})::int`;
const rounded = (sql: string, digits: number): string => `round((${sql})::numeric, ${digits})::float8`;

/** I8: 10 % response, 50 % solved, 40 % satisfied; none where one of them rests on nothing. */
const SCORE = `0.1 * ${share('response')} + 0.5 * ${share('solved')} + 0.4 * ${share('satisfied')}`;

const KINDS = `'blown', 'conclusion', 'response', 'acknowledgement', 'feedback', 'solved', 'satisfied', 'penalty'`;

/** A line for each place with anything to count; the best score is first, without a score there is no rank. */
const lines = (id: string, own: string): string => `WITH line AS (
    SELECT f.${id} AS place, ${own}, ${count('feedback')}::int AS due, ${rounded(share('feedback'), 1)} AS on_time,
      ${count('response')}::int AS responses, ${rounded(share('response'), 1)} AS response, ${count('solved')}::int AS revisited,
      ${rounded(share('solved'), 1)} AS solved, ${rounded(share('satisfied'), 1)} AS satisfied,
      ${rounded(SCORE, 2)} AS score, ${SCORE} AS exact, ${cards(1)} AS yellow, ${cards(3)} AS red, ${cards(5)} AS orders
    FROM fact f WHERE ${countedFact('f')} AND f.${id} <> '' AND f.kind IN (${KINDS}) GROUP BY 1
  )
  SELECT CASE WHEN exact IS NOT NULL THEN rank() OVER (ORDER BY exact DESC NULLS LAST) END::int AS rank, *,
    CASE WHEN revisited BETWEEN 1 AND 4 THEN '样本少于 5' END AS remark
  FROM line ORDER BY exact DESC NULLS LAST, place`;

const MEASURES: readonly Column[] = [
  ['responses', '应响应', 'number'],
  ['response', '响应率', 'percent'],
  ['due', '应反馈', 'number'],
  ['on_time', '按时办结率', 'percent'],
  ['revisited', '有效回访', 'number'],
  ['solved', '解决率', 'percent'],
  ['satisfied', '满意率', 'percent'],
  ['score', '综合得分', 'number'],
  ['yellow', '黄牌', 'number'],
  ['red', '红牌', 'number'],
  ['orders', '督办单', 'number'],
  ['remark', '备注', 'text'],
];
const NOTE =
  '综合得分＝10% 响应率＋50% 解决率＋40% 满意率（I8）；按时办结率以（延期后）时限计（I4）；不含并案、撤回和不予受理。';

/** Report 2: who stands where, with ranks. */
export const BULLETIN: ReportDefinition = {
  kind: 'bulletin',
  title: { zh: '月度通报', en: 'Monthly bulletin' },
  about: { zh: '哨件', en: 'whistles' },
  version: 1,
  isWholeOnly: true,
  sections: [
    {
      title: '单位',
      note: NOTE,
      columns: [
        ['rank', '名次', 'number'],
        ['place', '单位', 'department'],
        ['acknowledgements', '应签收', 'number'],
        ['acknowledged', '签收及时率', 'percent'],
        ...MEASURES,
      ],
      sql: lines(
        'department_id',
        `${count('acknowledgement')}::int AS acknowledgements, ${rounded(share('acknowledgement'), 1)} AS acknowledged`,
      ),
    },
    {
      title: '社区',
      columns: [
        ['rank', '名次', 'number'],
        ['place', '社区', 'community'],
        ['blown', '吹哨', 'number'],
        ['accepted', '受理', 'number'],
        ['concluded', '办结率', 'percent'],
        ...MEASURES,
      ],
      sql: lines(
        'community_id',
        `${count('blown')}::int AS blown, ${count('conclusion')}::int AS accepted,
          ${rounded(share('conclusion'), 1)} AS concluded`,
      ),
    },
    {
      title: '约谈',
      isBackdrop: true,
      note: '逾期满三个工作日仍未办，约谈责任单位（4.4）；逐件列出。',
      columns: [
        ['number', '哨件', 'text'],
        ['community', '社区', 'community'],
        ['department', '单位', 'department'],
        ['step', '环节', 'step'],
        ['due', '原期限', 'minute'],
        ['at', '约谈', 'day'],
      ],
      sql: `SELECT m.number, m.community_id AS community, r.department_id AS department, r.step, r.due_at AS due,
          r.fired_at AS at
        FROM rung r JOIN matter m USING (whistle_id) WHERE r.subdistrict_id = :tenant AND r.kind = 'interview'
          AND ${within('r.fired_at')} ORDER BY r.fired_at, m.number, r.step`,
    },
  ],
};
