import type { Grade, Level } from '@hsl/contracts/grades';
import type {
  LedgerState,
  LookBackResult,
  MilestoneState,
  MonthlyThemeState,
  Outcome,
  ProposalState,
  SessionOutcome,
  TaskRole,
  TaskState,
  WhistleState,
} from '@hsl/contracts/states';
import { EVENT_WORDS } from './event-words.js';
import type { Role } from '@hsl/contracts/roles';
import { STEP_WORDS } from './step-words.js';

const WHISTLE: Record<WhistleState, string> = {
  BLOWN: '待受理',
  NEEDS_INFO: '待补正',
  ACCEPTED: '已受理',
  ASSIGNING: '等委员报到',
  CHECKED_IN: '委员已报到',
  DELIBERATING: '协商',
  COORDINATING: '协同办理',
  VERIFYING: '核查',
  REVISITING: '回访',
  CONCLUDED: '办结',
  LOOKING_BACK: '回头看',
  LEDGERED: '列入台账',
  CARRIED_OVER: '跨年续办',
  ARCHIVED: '归档',
  MERGED: '已并件',
  NOT_ACCEPTED: '不予受理',
  WITHDRAWN: '已撤回',
};
const TASK: Record<TaskState, string> = {
  DISPATCHED: '待签收',
  ACKNOWLEDGED: '已签收',
  IN_PROGRESS: '办理中',
  FEEDBACK_SUBMITTED: '已反馈',
  VERIFIED: '已核查',
  RETURN_REQUESTED: '申请退单',
  RETURNED: '已退单',
  DISPUTED: '责任争议',
  REWORK: '返工',
  LEDGERED: '列入台账',
  CANCELLED: '不再办理',
};
const LEDGER: Record<LedgerState, string> = {
  APPLIED: '待审批',
  REFUSED: '未批准',
  RUNNING: '挂账办理',
  DELIVERED: '已交付',
  CARRIED_OVER: '续办',
  CLOSED_UNSOLVED: '未解决办结',
};
const MILESTONE: Record<MilestoneState, string> = {
  PENDING: '未到期',
  DONE: '已完成',
  SLIPPED: '已延误',
  REPLACED: '已改期',
};
const PROPOSAL: Record<ProposalState, string> = {
  SUBMITTED: '已提交',
  FILED: '已立案',
  NOT_FILED: '不立案',
  ASSIGNED: '已交办',
  RETURN_REQUESTED: '申请退办',
  MET: '已面商',
  REPLIED: '已答复',
  RATED: '已评价',
  CARRIED_OVER: '续办',
  CLOSED: '办结',
  WITHDRAWN: '已撤回',
};
const OUTCOME: Record<Outcome, string> = {
  resolved: '办好了',
  partlyResolved: '办了一部分',
  unreached: '未联系上',
  explained: '已说明情况',
  referred: '已转办',
  merged: '已并件',
  withdrawn: '已撤回',
  lapsed: '逾期未补正',
  notAccepted: '不予受理',
};
const LOOK_BACK: Record<LookBackResult, string> = { STABLE: '未反弹', REBOUND: '反弹', UNVERIFIABLE: '无法核实' };
const SESSION: Record<SessionOutcome, string> = { consensus: '达成共识', partial: '部分共识', none: '未达成共识' };
const THEME: Record<MonthlyThemeState, string> = { PROPOSED: '待批准', APPROVED: '已批准', REFUSED: '未批准' };
const GRADE: Record<Grade, string> = { G1: 'G1 特急', G2: 'G2 紧急', G3: 'G3 一般', G4: 'G4 疑难' };
const LEVEL: Record<Level, string> = { blue: '蓝哨', yellow: '黄哨', red: '红哨' };
const ROLE: Record<TaskRole, string> = { lead: '主办', supporting: '协办' };
const RATING = { satisfied: '满意', basic: '基本满意', dissatisfied: '不满意', unreturned: '未收回' };
const REPLY = { A: 'A 已解决', B: 'B 正在解决或列入计划', C: 'C 暂不能解决', D: 'D 留作参考', none: '未答复' };
const PARTY = { role: '岗位', member: '委员', department: '单位' };
const ROLES: Record<Role, string> = {
  resident: '居民',
  communityWorker: '社区工作者',
  communityHead: '社区书记',
  member: '委员',
  liaisonOfficer: '联络员',
  handler: '单位经办人',
  deputyHead: '单位副职',
  head: '单位负责人',
  deputyLeader: '副组长',
  groupLeader: '组长',
  districtCommittee: '区政协',
  expert: '专家',
  admin: '管理员',
  auditor: '审计员',
  partnerKey: '外部系统',
};
/** Acts of members; the registers by their names. */
const ACTS = {
  ...EVENT_WORDS,
  'register.dutyRecord': '履职登记',
  'register.practicalDeed': '办实事',
  'register.opinionReport': '社情民意信息',
  'register.donation': '捐助',
  'register.activity': '活动',
  'register.microActivity': '微活动',
  'register.workMethod': '双亮六事',
  'register.visit': '走访',
};

/** How the codes of domain 4 are called in a report; a state that is added to the contracts needs its word first. */
export const CODE_WORDS = {
  whistleState: WHISTLE,
  taskState: TASK,
  ledgerState: LEDGER,
  milestoneState: MILESTONE,
  proposalState: PROPOSAL,
  outcome: OUTCOME,
  lookBackResult: LOOK_BACK,
  sessionOutcome: SESSION,
  themeState: THEME,
  grade: GRADE,
  level: LEVEL,
  taskRole: ROLE,
  rating: RATING,
  replyClass: REPLY,
  party: PARTY,
  role: ROLES,
  step: STEP_WORDS,
  event: EVENT_WORDS,
  memberAct: ACTS,
} as const;
export type CodeKind = keyof typeof CODE_WORDS;

export const isCodeKind = (kind: string): kind is CodeKind => Object.hasOwn(CODE_WORDS, kind);

/** The word for a code; a code without one stands as it is. */
export function wordOf(kind: CodeKind, code: string): string {
  const words: Readonly<Record<string, string>> = CODE_WORDS[kind];
  return words[code] ?? code;
}
