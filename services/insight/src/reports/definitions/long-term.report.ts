import type { ReportDefinition } from '../report-definition.js';
import { instantIn, placeInScope } from '../report-sql.js';

/**
 * Entries that were applied for before the period ended and did not end before it began, each as it stood when it was
 * last told of within the period.
 */
const ENTRIES = `WITH newest AS (
    SELECT DISTINCT ON (e.subject) e.subject AS id, e.data, e.at FROM report_event e
    WHERE ${placeInScope('e')} AND e.type LIKE 'ledger.%' AND e.at < :end AND e.at <= :now
    ORDER BY e.subject, (e.data->>'version')::int DESC
  ), entry AS (
    SELECT n.*, a.at AS applied, (a.data->>'days')::int AS days FROM newest n
    LEFT JOIN report_event a ON a.subject = n.id AND a.type = 'ledger.applied.v1' AND a.subdistrict_id = :tenant
    WHERE n.data->>'state' NOT IN ('REFUSED', 'DELIVERED', 'CLOSED_UNSOLVED') OR n.at >= :begin
  ), milestone AS (
    SELECT n.id, m.position, m.one->>'milestoneId' AS milestone, m.one->>'state' AS state,
      (m.one->>'slips')::int AS slips, to_timestamp((m.one->>'dueAt')::bigint / 1000.0) AS due
    FROM entry n, jsonb_array_elements(n.data->'milestones') WITH ORDINALITY AS m (one, position)
  )`;

/** Report 4: the register of what takes long (S59), with its timetable and where it slipped (S60). */
export const LONG_TERM: ReportDefinition = {
  kind: 'longTerm',
  title: { zh: '长期事项台账', en: 'Register of long-term matters' },
  about: { zh: '台账事项', en: 'long-term matters' },
  version: 1,
  isWholeOnly: false,
  sections: [
    {
      title: '台账',
      columns: [
        ['number', '哨件', 'text'],
        ['community', '社区', 'community'],
        ['department', '主办单位', 'department'],
        ['state', '状态', 'ledgerState'],
        ['applied', '申请', 'day'],
        ['days', '申请天数', 'number'],
        ['milestones', '节点', 'number'],
        ['done', '已完成', 'number'],
        ['slips', '延误次数', 'number'],
        ['last', '最后节点', 'day'],
      ],
      sql: `${ENTRIES} SELECT e.data->>'number' AS number, e.data->>'communityId' AS community,
          e.data->>'departmentId' AS department, e.data->>'state' AS state, e.applied, e.days,
          (SELECT count(*) FROM milestone m WHERE m.id = e.id)::int AS milestones,
          (SELECT count(*) FROM milestone m WHERE m.id = e.id AND m.state = 'DONE')::int AS done,
          (SELECT coalesce(sum(m.slips), 0) FROM milestone m WHERE m.id = e.id)::int AS slips,
          (SELECT max(m.due) FROM milestone m WHERE m.id = e.id) AS last
        FROM entry e ORDER BY e.applied NULLS FIRST, number`,
    },
    {
      title: '时间表',
      isBackdrop: true,
      columns: [
        ['number', '哨件', 'text'],
        ['position', '节点', 'number'],
        ['due', '期限', 'day'],
        ['state', '状态', 'milestoneState'],
        ['slips', '延误次数', 'number'],
        ['done', '完成', 'day'],
      ],
      sql: `${ENTRIES} SELECT e.data->>'number' AS number, m.position::int AS position, m.due, m.state, m.slips,
          (SELECT min(d.at) FROM report_event d WHERE d.subject = m.id AND d.type = 'ledger.milestoneDone.v1'
            AND d.subdistrict_id = :tenant AND d.data->>'milestoneId' = m.milestone AND d.at <= :now) AS done
        FROM milestone m JOIN entry e ON e.id = m.id ORDER BY e.applied NULLS FIRST, number, m.position`,
    },
    {
      title: '延误记录',
      isBackdrop: true,
      columns: [
        ['number', '哨件', 'text'],
        ['department', '主办单位', 'department'],
        ['at', '延误', 'day'],
        ['slips', '第几次', 'number'],
        ['renewed', '新期限', 'day'],
      ],
      sql: `SELECT e.data->>'number' AS number, e.data->>'departmentId' AS department, e.at,
          (e.data->>'slips')::int AS slips, ${instantIn('e', 'newDueAt')} AS renewed
        FROM report_event e WHERE e.type = 'ledger.milestoneSlipped.v1' AND ${placeInScope('e')}
          AND e.at >= :begin AND e.at < :end AND e.at <= :now ORDER BY e.at, number`,
    },
  ],
};
