import type { ReportDefinition } from '../report-definition.js';
import { instantIn, placeInScope, within } from '../report-sql.js';

const TYPES = `'ledger.carryOverProposed.v1', 'ledger.carriedOver.v1', 'ledger.carryOverRefused.v1'`;

/** Report 5: what goes on into the next period with a new promise (S63), matters and proposals. */
export const CARRY_OVER: ReportDefinition = {
  kind: 'carryOver',
  title: { zh: '续办登记', en: 'Register of what was carried over' },
  about: { zh: '续办事项', en: 'matters carried over' },
  version: 1,
  isWholeOnly: false,
  sections: [
    {
      title: '台账事项续办',
      columns: [
        ['number', '哨件', 'text'],
        ['community', '社区', 'community'],
        ['department', '主办单位', 'department'],
        ['what', '事项', 'event'],
        ['at', '时间', 'day'],
        ['due', '新期限', 'day'],
      ],
      sql: `SELECT e.data->>'number' AS number, e.data->>'communityId' AS community,
          e.data->>'departmentId' AS department, e.type AS what, e.at,
          CASE WHEN e.type = 'ledger.carriedOver.v1' THEN ${instantIn('e', 'dueAt')} END AS due
        FROM report_event e WHERE e.type IN (${TYPES}) AND ${placeInScope('e')} AND ${within('e.at')}
        ORDER BY e.at, number, what`,
    },
    {
      title: '提案续办',
      columns: [
        ['id', '提案标识（前 8 位）', 'text'],
        ['department', '主办单位', 'department'],
        ['at', '转续办', 'day'],
        ['due', '承诺期限', 'day'],
        ['now', '现在状态', 'proposalState'],
      ],
      sql: `SELECT left(e.case_id::text, 8) AS id, e.data->>'leadDepartmentId' AS department, e.at,
          ${instantIn('e', 'dueAt')} AS due,
          (SELECT n.data->>'state' FROM moment n WHERE n.case_id = e.case_id AND n.at <= :now
            ORDER BY (n.data->>'version')::int DESC LIMIT 1) AS now
        FROM moment e WHERE e.type = 'proposal.changed.v1' AND e.data->>'change' = 'carriedOver'
          AND e.subdistrict_id = :tenant AND (:whole OR e.data->>'leadDepartmentId' = ANY (:departments))
          AND ${within('e.at')} ORDER BY e.at, id`,
    },
  ],
};
