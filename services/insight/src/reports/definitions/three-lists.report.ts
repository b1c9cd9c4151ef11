import type { ReportDefinition } from '../report-definition.js';
import { matterInScope, within } from '../report-sql.js';

const MATTERS = `${matterInScope('m')} AND ${within('m.blown_at')}`;

/** Report 3: problems, measures, responsibilities (S54), of what was blown in the period, as it stands. */
export const THREE_LISTS: ReportDefinition = {
  kind: 'threeLists',
  title: { zh: '问题、措施、责任三张清单', en: 'Lists of problems, measures and responsibilities' },
  about: { zh: '哨件', en: 'whistles' },
  version: 1,
  isWholeOnly: false,
  ability: 'list.print',
  sections: [
    {
      title: '问题清单',
      columns: [
        ['number', '哨件', 'text'],
        ['community', '社区', 'community'],
        ['category', '分类', 'category'],
        ['grade', '时限等级', 'grade'],
        ['level', '哨级', 'level'],
        ['blown', '吹哨', 'day'],
        ['state', '状态', 'whistleState'],
      ],
      sql: `SELECT m.number, m.community_id AS community, m.category_code AS category, m.grade, m.level,
          m.blown_at AS blown, m.state FROM matter m WHERE ${MATTERS} ORDER BY m.blown_at, m.number`,
    },
    {
      title: '措施清单',
      isBackdrop: true,
      columns: [
        ['number', '哨件', 'text'],
        ['department', '单位', 'department'],
        ['role', '角色', 'taskRole'],
        ['round', '轮次', 'number'],
        ['state', '办理情况', 'taskState'],
        ['due', '应反馈', 'minute'],
      ],
      sql: `SELECT m.number, t.department_id AS department, t.role, t.round, t.state, t.feedback_due_at AS due
        FROM task t JOIN matter m USING (whistle_id) WHERE t.subdistrict_id = :tenant AND ${MATTERS}
        ORDER BY m.blown_at, m.number, t.role, t.department_id`,
    },
    {
      title: '责任清单',
      note: '正在等谁办什么，最迟到什么时候；以生成时为准。委员以编号列出，姓名见委员名册。',
      isBackdrop: true,
      columns: [
        ['number', '哨件', 'text'],
        ['party', '责任方', 'party'],
        ['department', '单位', 'department'],
        ['role', '岗位', 'role'],
        ['member', '委员', 'member'],
        ['step', '应办', 'step'],
        ['due', '期限', 'minute'],
        ['late', '是否逾期', 'text'],
      ],
      sql: `SELECT m.number, w.kind AS party, CASE WHEN w.kind = 'department' THEN w.party_id END AS department,
          CASE WHEN w.kind = 'role' THEN w.party_id END AS role,
          CASE WHEN w.kind = 'member' THEN w.party_id END AS member, w.step, w.due_at AS due,
          CASE WHEN w.due_at < :now THEN '逾期' ELSE '' END AS late
        FROM waiting w JOIN matter m USING (whistle_id) WHERE w.subdistrict_id = :tenant AND ${MATTERS}
        ORDER BY w.due_at NULLS LAST, m.number, w.kind, w.party_id, w.step`,
    },
  ],
};
