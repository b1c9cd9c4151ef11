import type { ReportDefinition } from '../report-definition.js';
import { percent, snapshotInScope, within } from '../report-sql.js';

const REPORTED = `FROM moment e WHERE e.type = 'lookBack.reported.v1' AND ${snapshotInScope('e')} AND ${within('e.at')}`;
const of = (result: string): string => `count(*) FILTER (WHERE e.data->>'result' = '${result}')`;

/** Report 6: what was found when somebody went and looked again (S64). */
export const LOOK_BACK: ReportDefinition = {
  kind: 'lookBack',
  title: { zh: '回头看报告', en: 'Look-back report' },
  about: { zh: '回头看', en: 'look-backs' },
  version: 1,
  isWholeOnly: false,
  sections: [
    {
      title: '按社区统计',
      isBackdrop: true,
      columns: [
        ['community', '社区', 'community'],
        ['n', '回头看', 'number'],
        ['stable', '未反弹', 'number'],
        ['rebound', '反弹', 'number'],
        ['unverifiable', '无法核实', 'number'],
        ['rate', '反弹率', 'percent'],
      ],
      sql: `SELECT e.data->>'communityId' AS community, count(*)::int AS n, ${of('STABLE')}::int AS stable,
          ${of('REBOUND')}::int AS rebound, ${of('UNVERIFIABLE')}::int AS unverifiable,
          ${percent(of('REBOUND'), 'count(*)')} AS rate
        ${REPORTED} GROUP BY 1 ORDER BY 1`,
    },
    {
      title: '回头看清单',
      columns: [
        ['number', '哨件', 'text'],
        ['community', '社区', 'community'],
        ['department', '主办单位', 'department'],
        ['round', '第几次', 'number'],
        ['result', '结果', 'lookBackResult'],
        ['at', '时间', 'minute'],
        ['again', '新哨件', 'text'],
      ],
      sql: `SELECT e.data->>'number' AS number, e.data->>'communityId' AS community,
          e.data->>'leadDepartmentId' AS department, (e.data->>'sequence')::int AS round, e.data->>'result' AS result,
          e.at, (SELECT m.number FROM matter m
            WHERE m.whistle_id = (e.data->>'reboundWhistleId')::uuid AND m.subdistrict_id = :tenant) AS again
        ${REPORTED} ORDER BY e.at, number`,
    },
    {
      title: '到期未看',
      columns: [
        ['number', '哨件', 'text'],
        ['community', '社区', 'community'],
        ['department', '主办单位', 'department'],
        ['round', '第几次', 'number'],
        ['at', '到期', 'minute'],
      ],
      sql: `SELECT e.data->>'number' AS number, e.data->>'communityId' AS community,
          e.data->>'leadDepartmentId' AS department, (e.data->>'sequence')::int AS round, e.at
        FROM moment e WHERE e.type = 'lookBack.due.v1' AND ${snapshotInScope('e')} AND ${within('e.at')}
          AND NOT EXISTS (SELECT FROM moment r WHERE r.case_id = e.case_id AND r.type = 'lookBack.reported.v1'
            AND r.data->>'sequence' = e.data->>'sequence')
        ORDER BY e.at, number`,
    },
  ],
};
