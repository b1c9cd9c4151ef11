import type { LedgerState, MilestoneState } from '@hsl/contracts/states';
import type { Words } from '../../words/words.js';

const STATES: Record<`ledgerState.${LedgerState}`, readonly [string, string]> = {
  'ledgerState.APPLIED': ['待审批', 'applied for'],
  'ledgerState.REFUSED': ['未批准', 'refused'],
  'ledgerState.RUNNING': ['挂账办理', 'running'],
  'ledgerState.DELIVERED': ['已交付', 'delivered'],
  'ledgerState.CARRIED_OVER': ['续办', 'carried over'],
  'ledgerState.CLOSED_UNSOLVED': ['未解决办结', 'closed unsolved'],
};

const MILESTONES: Record<`milestoneState.${MilestoneState}`, readonly [string, string]> = {
  'milestoneState.PENDING': ['未到', 'pending'],
  'milestoneState.DONE': ['✓ 完成', '✓ done'],
  'milestoneState.SLIPPED': ['滑期', 'slipped'],
  'milestoneState.REPLACED': ['已换新节点', 'replaced'],
};

export const LEDGER_WORDS = {
  'ledger.title': ['长期台账', 'Long-term register'],
  'ledger.empty': ['没有长期事项。', 'No long-term matter.'],
  'ledger.serial': ['登记号', 'Serial'],
  'ledger.number': ['编号', 'Number'],
  'ledger.community': ['社区', 'Community'],
  'ledger.lead': ['主办单位', 'Lead'],
  'ledger.state': ['状态', 'State'],
  'ledger.next': ['下一个节点', 'Next milestone'],
  'ledger.done': ['节点', 'Milestones'],
  'ledger.slips': ['滑期', 'Slips'],
  'ledger.all': ['全部', 'All'],
  'ledger.export': ['导出表格', 'Export'],
  'ledger.days': ['共 {{days}} 天', '{{days}} days'],
  'ledger.application': ['为什么长期办', 'Why it takes long'],
  'ledger.blockers': ['卡在哪里', 'What is in the way'],
  'ledger.brief': ['任务书', 'Task brief'],
  'ledger.timetable': ['节点和日期', 'Timetable'],
  'ledger.milestone': ['节点', 'Milestone'],
  'ledger.dueAt': ['到期', 'Due'],
  'ledger.doneAt': ['完成', 'Done'],
  'ledger.late': ['晚于承诺', 'later than promised'],
  'ledger.slipTimes': ['滑期 {{n}} 次', 'slipped {{n}} times'],
  'ledger.opinions': ['意见、裁定和进展', 'Opinions, rulings and results'],
  'ledger.share': [
    '该单位在办事项的 {{share}}% 列入台账，超过 20% 要提醒。',
    '{{share}}% of the unit’s open matters are on the register; above 20% is a warning.',
  ],
  'ledger.opinionAsked': ['还没有委员意见，批不了。', 'Without a member’s opinion it cannot be approved.'],
  'ledger.untitled': ['（未写名称）', '(untitled)'],
  'ledgerContent.ledgerApplication': ['申请', 'Application'],
  'ledgerContent.ledgerOpinion': ['委员意见', 'Member’s opinion'],
  'ledgerContent.ledgerRuling': ['审批', 'Ruling'],
  'ledgerContent.ledgerReview': ['季度审查', 'Quarterly review'],
  'ledgerContent.milestone': ['节点完成', 'Milestone done'],
  'ledgerContent.carryOver': ['续办', 'Carry-over'],
  ...STATES,
  ...MILESTONES,
} as const satisfies Words;
