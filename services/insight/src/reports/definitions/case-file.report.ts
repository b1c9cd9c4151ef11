import type { ReportDefinition } from '../report-definition.js';
import { matterInScope, within } from '../report-sql.js';

const MATTER = `(SELECT m.* FROM matter m WHERE m.number = :whistle AND ${matterInScope('m')})`;

/** Cards and reminders stand in `rung`, with who is late; the other events that tell of them are left out. */
const RUNG_TYPES = `'card.yellow.v1', 'card.red.v1', 'order.issued.v1'`;

/**
 * Report 11: what happened to one whistle, line by line, of its owner and of all who had a part in it. Codes and
 * instants only; what people wrote is read on the whistle's own page, which prints.
 */
export const CASE_FILE: ReportDefinition = {
  kind: 'caseFile',
  title: { zh: '哨件卷宗', en: 'Case file of a whistle' },
  about: { zh: '办理记录', en: 'records of this whistle' },
  version: 1,
  isWholeOnly: false,
  ability: 'whistle.printCaseFile',
  sections: [
    {
      title: '哨件',
      isBackdrop: true,
      columns: [
        ['number', '编号', 'text'],
        ['community', '社区', 'community'],
        ['category', '分类', 'category'],
        ['grade', '时限等级', 'grade'],
        ['level', '哨级', 'level'],
        ['state', '状态', 'whistleState'],
        ['department', '主办单位', 'department'],
        ['blown', '吹哨', 'minute'],
        ['concluded', '办结', 'minute'],
        ['yellow', '黄牌', 'number'],
        ['red', '红牌', 'number'],
        ['rework', '返工', 'number'],
      ],
      sql: `SELECT m.number, m.community_id AS community, m.category_code AS category, m.grade, m.level, m.state,
          m.lead_department_id AS department, m.blown_at AS blown, m.concluded_at AS concluded,
          m.yellow_cards AS yellow, m.red_cards AS red, m.rework_count AS rework FROM ${MATTER} m`,
    },
    {
      title: '承办单位',
      isBackdrop: true,
      columns: [
        ['department', '单位', 'department'],
        ['role', '角色', 'taskRole'],
        ['round', '轮次', 'number'],
        ['state', '状态', 'taskState'],
        ['acknowledge', '应签收', 'minute'],
        ['feedback', '应反馈', 'minute'],
      ],
      sql: `SELECT t.department_id AS department, t.role, t.round, t.state, t.acknowledge_due_at AS acknowledge,
          t.feedback_due_at AS feedback
        FROM task t JOIN ${MATTER} m ON m.whistle_id = t.whistle_id
        WHERE t.subdistrict_id = :tenant ORDER BY t.role, t.department_id`,
    },
    {
      title: '办理记录',
      note: '委员以编号列出，姓名见委员名册。',
      columns: [
        ['at', '时间', 'minute'],
        ['what', '事项', 'event'],
        ['step', '环节', 'step'],
        ['department', '单位', 'department'],
        ['member', '委员', 'member'],
        ['state', '之后状态', 'whistleState'],
      ],
      sql: `WITH m AS (SELECT whistle_id FROM ${MATTER} one), line AS (
          SELECT e.at, e.sequence, e.type AS what, NULL AS step, e.data->>'departmentId' AS department,
            e.data->>'memberId' AS member,
            CASE WHEN e.data ? 'waitingFor' THEN e.data->>'state' END AS state
          FROM moment e JOIN m ON e.case_id = m.whistle_id
          WHERE e.subdistrict_id = :tenant AND e.type NOT IN (${RUNG_TYPES})
          UNION ALL
          SELECT r.fired_at, r.sequence, CASE r.kind WHEN 'reminder' THEN 'step.reminded.v1'
              WHEN 'yellowCard' THEN 'card.yellow.v1' WHEN 'redCard' THEN 'card.red.v1'
              WHEN 'superviseOrder' THEN 'order.issued.v1' WHEN 'interview' THEN 'interview.due.v1'
              ELSE 'supervision.escalated.v1' END,
            r.step, r.department_id, r.member_id, NULL
          FROM rung r JOIN m USING (whistle_id) WHERE r.subdistrict_id = :tenant
          UNION ALL
          SELECT e.at, e.sequence, e.type, NULL, e.data->>'departmentId', NULL, NULL
          FROM report_event e JOIN m ON e.data->>'whistleId' = m.whistle_id::text
          WHERE e.subdistrict_id = :tenant AND e.type LIKE 'ledger.%' AND e.type NOT LIKE 'ledger.milestone%'
        )
        SELECT at, what, step, department, member, state FROM line
        WHERE ${within('at')} ORDER BY at, sequence, what`,
    },
  ],
};
