/** Words of the notices about the register of long-term matters; its parameters are those of every notice. */
export const LEDGER_NOTICE_WORDS = {
  ledgerToRule: {
    'zh-CN': '哨件 {number}：{departmentId} 申请挂账，等待审批[，{dueAt} 前]。',
    en: 'Whistle {number}: {departmentId} applies for the ledger; approval is due[ by {dueAt}].',
  },
  ledgerApproved: {
    'zh-CN': '哨件 {number} 已批准挂账[，下一节点 {dueAt}]。',
    en: 'Whistle {number} was entered in the ledger[; next milestone {dueAt}].',
  },
  ledgerRefused: {
    'zh-CN': '哨件 {number} 的挂账未获批准。',
    en: 'The ledger entry of whistle {number} was refused.',
  },
  milestoneDone: {
    'zh-CN': '哨件 {number} 完成一个节点。',
    en: 'A milestone of whistle {number} is done.',
  },
  milestoneSlipped: {
    'zh-CN': '黄牌：哨件 {number} 的节点逾期[（{departmentId}）]。',
    en: 'Yellow card: a milestone of whistle {number} slipped[ ({departmentId})].',
  },
  milestoneSlippedAgain: {
    'zh-CN': '红牌：哨件 {number} 的节点再次逾期[（{departmentId}）]，须复查。',
    en: 'Red card: a milestone of whistle {number} slipped again[ ({departmentId})]; a review is due.',
  },
  ledgerReviewDue: {
    'zh-CN': '哨件 {number} 的挂账到季度审查时间。',
    en: 'The quarterly review of the ledger entry of whistle {number} is due.',
  },
  carryOverDue: {
    'zh-CN': '哨件 {number} 年末未办结，须申请续办。',
    en: 'Whistle {number} is unfinished at the year’s end; carrying over must be decided.',
  },
  carryOverToRule: {
    'zh-CN': '哨件 {number}：{departmentId} 申请续办，等您批准。',
    en: 'Whistle {number}: {departmentId} asks to carry it over; please rule.',
  },
  carryOverRefused: {
    'zh-CN': '哨件 {number} 的续办未获批准。',
    en: 'Carrying over whistle {number} was refused.',
  },
} as const;
