import type { NoticeKind } from '@hsl/contracts/notice-kinds';
import type { Locale } from '@hsl/platform/locale';
import { LEDGER_NOTICE_WORDS } from './ledger-notice-words.js';
import { MEMBER_NOTICE_WORDS } from './member-notice-words.js';
import { PROPOSAL_NOTICE_WORDS } from './proposal-notice-words.js';
import { SITTING_NOTICE_WORDS } from './sitting-notice-words.js';
import { RULE_NOTICE_WORDS } from './rule-notice-words.js';
import { SUBMISSION_NOTICE_WORDS } from './submission-notice-words.js';
import { TOPIC_NOTICE_WORDS } from './topic-notice-words.js';

/**
 * The words of every kind of notice. `{name}` is replaced by the parameter of that name; a part in square brackets is
 * left out when one of its parameters is not known. Names of persons never stand here: parameters are ids and codes.
 */
export const NOTICE_WORDS: Readonly<Record<NoticeKind, Readonly<Record<Locale, string>>>> = {
  ...RULE_NOTICE_WORDS,
  ...LEDGER_NOTICE_WORDS,
  ...PROPOSAL_NOTICE_WORDS,
  ...SUBMISSION_NOTICE_WORDS,
  ...TOPIC_NOTICE_WORDS,
  ...SITTING_NOTICE_WORDS,
  ...MEMBER_NOTICE_WORDS,
  whistleToAccept: {
    'zh-CN': '{communityId} 吹哨：哨件 {number} 等您受理[，{dueAt} 前]。',
    en: '{communityId} has blown whistle {number}; please accept it[ by {dueAt}].',
  },
  dutyCall: {
    'zh-CN': '应急值班：{communityId} 吹哨，哨件 {number} 请您立即受理[，{dueAt} 前]。',
    en: 'You are on duty: {communityId} has blown whistle {number}; please accept it at once[, by {dueAt}].',
  },
  whistleAccepted: {
    'zh-CN': '哨件 {number} 已受理，正在请委员报到。',
    en: 'Whistle {number} has been accepted; members are being asked to check in.',
  },
  whistleAcceptedByClock: {
    'zh-CN': '哨件 {number} 到时无人受理，系统已按分类默认等级受理。',
    en: 'Nobody accepted whistle {number} in time; it was accepted automatically with the default grade.',
  },
  checkInRequested: {
    'zh-CN': '哨件 {number}（{communityId}）请您报到[，{dueAt} 前答复]。',
    en: 'You are asked to check in for whistle {number} ({communityId})[ by {dueAt}].',
  },
  checkInMissed: {
    'zh-CN': '哨件 {number}：委员 {memberId} 到时没有答复，记为未报到。',
    en: 'Whistle {number}: member {memberId} did not answer in time and is recorded as missed.',
  },
  ownCheckInMissed: {
    'zh-CN': '哨件 {number} 请您报到的时限已过，记为未报到。',
    en: 'The time to check in for whistle {number} has passed; it is recorded as missed.',
  },
  memberComing: {
    'zh-CN': '哨件 {number}：委员 {memberId} 答应报到。',
    en: 'Whistle {number}: member {memberId} is coming.',
  },
  dispatchDue: {
    'zh-CN': '哨件 {number} 已有委员报到，等您派单。',
    en: 'A member has checked in for whistle {number}; please dispatch it.',
  },
  dispatchDueWithoutMember: {
    'zh-CN': '哨件 {number} 两轮都没有委员报到，由联络员代为报到，等待派单。',
    en: 'No member came for whistle {number} in two rounds; the liaison officer stands in and must dispatch it.',
  },
  whistleDispatched: {
    'zh-CN': '哨件 {number} 已派单[，{departmentId} 牵头][，{dueAt} 前反馈]。',
    en: 'Whistle {number} has been dispatched[, {departmentId} leads][, feedback due by {dueAt}].',
  },
  taskDispatched: {
    'zh-CN':
      '哨件 {number}（{communityId}）派给了 {departmentId}[，请在 {acknowledgeDueAt} 前签收][，{dueAt} 前反馈]。',
    en: 'Whistle {number} ({communityId}) was dispatched to {departmentId}[; acknowledge by {acknowledgeDueAt}][, feed back by {dueAt}].',
  },
  taskReworked: {
    'zh-CN': '哨件 {number} 核查未通过或居民不满意，{departmentId} 须重办[，{dueAt} 前反馈]。',
    en: 'Whistle {number} must be reworked by {departmentId}[; feed back by {dueAt}].',
  },
  verifyDue: {
    'zh-CN': '哨件 {number} 各单位都已反馈，等您核查[，{dueAt} 前]。',
    en: 'Every department has fed back on whistle {number}; please verify[ by {dueAt}].',
  },
  verificationFailed: {
    'zh-CN': '哨件 {number} 核查未通过，退回 {departmentId} 重办[，{dueAt} 前反馈]。',
    en: 'Verification of whistle {number} failed; {departmentId} must rework it[ by {dueAt}].',
  },
  revisitDue: {
    'zh-CN': '哨件 {number} 核查通过，等待回访[，{dueAt} 前]。',
    en: 'Whistle {number} has been verified and waits for the revisit[ by {dueAt}].',
  },
  residentDissatisfied: {
    'zh-CN': '哨件 {number} 回访不满意或未解决，退回[ {departmentId} ]重办。',
    en: 'The resident is not content with whistle {number}; it goes back[ to {departmentId}].',
  },
  whistleConcluded: { 'zh-CN': '哨件 {number} 已办结。', en: 'Whistle {number} has been concluded.' },
  lookBackDue: {
    'zh-CN': '哨件 {number} 到了第 {sequence} 次回头看的时间[，请在 {dueAt} 前报告]。',
    en: 'Look-back {sequence} of whistle {number} is due[; report by {dueAt}].',
  },
  lookBackRebound: {
    'zh-CN': '哨件 {number} 回头看发现反弹，已另起新哨。',
    en: 'Whistle {number} has rebounded; a new whistle was blown.',
  },
  stepReminder: {
    'zh-CN': '提醒：哨件 {number} 的{step}时间已过半[，截止 {dueAt}]。',
    en: 'Reminder: half the time for {step} of whistle {number} has gone[; due {dueAt}].',
  },
  yellowCard: {
    'zh-CN': '黄牌：哨件 {number} 的{step}即将超时[（{departmentId}）][，截止 {dueAt}]。',
    en: 'Yellow card: {step} of whistle {number} is about to be late[ ({departmentId})][; due {dueAt}].',
  },
  redCard: {
    'zh-CN': '红牌：哨件 {number} 的{step}已超时[（{departmentId}）][，截止时间 {dueAt}]。',
    en: 'Red card: {step} of whistle {number} is late[ ({departmentId})][; it was due {dueAt}].',
  },
  taskStopped: {
    'zh-CN': '哨件 {number} 不再需要 {departmentId} 办理。',
    en: 'Whistle {number} no longer needs {departmentId}.',
  },
  countersignDue: {
    'zh-CN': '哨件 {number} 是黄哨或红哨，等您复签。',
    en: 'Whistle {number} is yellow or red and waits for your countersign.',
  },
  whistleSentBack: {
    'zh-CN': '哨件 {number} 需要补充材料[，请在 {dueAt} 前补正]。',
    en: 'More is needed for whistle {number}[; please resubmit it by {dueAt}].',
  },
  declineToRule: {
    'zh-CN': '哨件 {number} 提出不予受理，等您确认[，{dueAt} 前]。',
    en: 'A refusal of whistle {number} waits for your ruling[ by {dueAt}].',
  },
  whistleDeclined: {
    'zh-CN': '哨件 {number} 不予受理；如有异议请在三个工作日内提出。',
    en: 'Whistle {number} was not accepted; you may object within three working days.',
  },
  objectionToRule: {
    'zh-CN': '哨件 {number} 的异议等您裁定[，{dueAt} 前]。',
    en: 'The objection about whistle {number} waits for your ruling[ by {dueAt}].',
  },
  objectionRejected: {
    'zh-CN': '哨件 {number} 的异议未获支持，维持不予受理。',
    en: 'The objection about whistle {number} was not upheld.',
  },
  whistleRegraded: {
    'zh-CN': '哨件 {number} 的等级已调整[，{dueAt} 到期]。',
    en: 'Grade or level of whistle {number} was changed[; due {dueAt}].',
  },
  whistleEscalated: {
    'zh-CN': '哨件 {number} 严重超时，提级督办。',
    en: 'Whistle {number} is far too late: supervision by the district.',
  },
  sessionConvened: {
    'zh-CN': '哨件 {number} 将召开协商会[，{dueAt} 前]。',
    en: 'A session on whistle {number} has been convened[ by {dueAt}].',
  },
  secondSession: {
    'zh-CN': '哨件 {number} 的协商会没有结果，须再开一次[，{dueAt} 前]。',
    en: 'The session on whistle {number} had no result; a second one is due[ by {dueAt}].',
  },
  sessionHeld: {
    'zh-CN': '哨件 {number} 的协商会已有结果。',
    en: 'The session on whistle {number} has come to an outcome.',
  },
  unitsChanged: {
    'zh-CN': '哨件 {number} 的承办单位已调整[，{departmentId} 牵头]。',
    en: 'Other departments handle whistle {number}[, {departmentId} leads].',
  },
  whistleRescheduled: {
    'zh-CN': '哨件 {number} 的办理期限调整[为 {dueAt}]。',
    en: 'The deadline of whistle {number} was moved[ to {dueAt}].',
  },
  outcomeChosen: {
    'zh-CN': '哨件 {number} 组长已研判。',
    en: 'The group leader has decided on whistle {number}.',
  },
  whistleReopened: {
    'zh-CN': '哨件 {number} 办结后被重新打开[，{departmentId} 须重办]。',
    en: 'Whistle {number} was reopened[; {departmentId} must rework it].',
  },
  whistleMerged: {
    'zh-CN': '哨件 {number} 已并入另一件办理。',
    en: 'Whistle {number} was merged into another one.',
  },
  withdrawToRule: {
    'zh-CN': '哨件 {number} 申请撤回，已有红牌，等您批准[，{dueAt} 前]。',
    en: 'A withdrawal of whistle {number} after a red card waits for your approval[ by {dueAt}].',
  },
  withdrawRefused: {
    'zh-CN': '哨件 {number} 的撤回未获批准。',
    en: 'The withdrawal of whistle {number} was not approved.',
  },
  whistleWithdrawn: {
    'zh-CN': '哨件 {number} 已撤回。',
    en: 'Whistle {number} was withdrawn.',
  },
  whistleLapsed: {
    'zh-CN': '哨件 {number} 逾期未补正，自动撤回。',
    en: 'Whistle {number} lapsed: nothing was added in time.',
  },
  whistleLedgered: {
    'zh-CN': '哨件 {number} 已挂账，按节点推进。',
    en: 'Whistle {number} was entered in the ledger.',
  },
  whistleCarriedOver: {
    'zh-CN': '哨件 {number} 年末未办结，续办。',
    en: 'Whistle {number} was carried over into the next year.',
  },
  superviseOrder: {
    'zh-CN': '督办单：哨件 {number} 的{step}已超时一个工作日[（{departmentId}）]，须一个工作日内答复。',
    en: 'Supervise order: {step} of whistle {number} is a working day late[ ({departmentId})]; answer within one working day.',
  },
  interviewDue: {
    'zh-CN': '约谈：哨件 {number} 的{step}已超时三个工作日[（{departmentId}）]，列入通报。',
    en: 'Interview: {step} of whistle {number} is three working days late[ ({departmentId})]; it goes into the bulletin.',
  },
  escalatedSupervision: {
    'zh-CN': '提级督办：哨件 {number} 的{step}已超时五个工作日[（{departmentId}）]。',
    en: 'Escalated: {step} of whistle {number} is five working days late[ ({departmentId})].',
  },
  submissionNotFound: {
    'zh-CN':
      '哨件 {number} 已收下，但吹哨时填的居民来件（submissionId）在 {communityId} 没有找到，没有关联，反映人不会收到进展。',
    en: 'Whistle {number} was taken, but {communityId} has no submission of the id it named (submissionId): it is not linked, and no sender follows it.',
  },
  submissionEndedBefore: {
    'zh-CN': '哨件 {number} 已收下，但吹哨时填的居民来件（submissionId）已经办结，没有关联，反映人不会收到进展。',
    en: 'Whistle {number} was taken, but the submission it named (submissionId) had ended before: it is not linked, and no sender follows it.',
  },
  referralAnswered: {
    'zh-CN': '区里已答复哨件 {number} 的提级督办（{step}[，{departmentId}]），请看答复。',
    en: 'The district has answered about whistle {number} ({step}[, {departmentId}]); please read what it says.',
  },
  returnToRule: {
    'zh-CN': '哨件 {number}：{departmentId} 申请退单，等您裁定。',
    en: 'Whistle {number}: {departmentId} returns its task; please rule.',
  },
  returnRefused: {
    'zh-CN': '哨件 {number} 的退单未获同意，{departmentId} 须在四个工作小时内签收，原期限不变[：{dueAt}]。',
    en: 'The return of whistle {number} was refused; {departmentId} acknowledges within four working hours, the deadline stays[ {dueAt}].',
  },
  siteMeetingDue: {
    'zh-CN': '哨件 {number} 责任有争议（{departmentId}），须两个工作日内开现场会。',
    en: 'Responsibility for whistle {number} is disputed ({departmentId}); a site meeting is due within two working days.',
  },
  disputeToRule: {
    'zh-CN': '哨件 {number} 的现场会已开，等您裁定责任单位。',
    en: 'The site meeting on whistle {number} was held; please rule who is responsible.',
  },
  disputeRuled: {
    'zh-CN': '哨件 {number} 的责任已裁定，一个工作日内可申诉。',
    en: 'Responsibility for whistle {number} was ruled on; an appeal is open for one working day.',
  },
  appealToRule: {
    'zh-CN': '哨件 {number} 的责任裁定被申诉，等您终裁。',
    en: 'The ruling on whistle {number} was appealed; please rule finally.',
  },
  disputeSettled: {
    'zh-CN': '哨件 {number} 的责任已终裁，写入派单目录。',
    en: 'Responsibility for whistle {number} is settled and written to the routing table.',
  },
  extensionToRule: {
    'zh-CN': '哨件 {number}：{departmentId} 申请延期，等待审批。',
    en: 'Whistle {number}: {departmentId} asks for more time.',
  },
  taskExtended: {
    'zh-CN': '哨件 {number} 已延期[至 {dueAt}]。',
    en: 'Whistle {number} was extended[ to {dueAt}].',
  },
  extensionRefused: {
    'zh-CN': '哨件 {number} 的延期未获同意[，仍须在 {dueAt} 前反馈]。',
    en: 'More time for whistle {number} was refused[; feedback stays due {dueAt}].',
  },
  pauseToAgree: {
    'zh-CN': '哨件 {number}：{departmentId} 反映协办单位拖延，等您决定是否暂停计时。',
    en: 'Whistle {number}: {departmentId} calls a supporting unit idle; please decide on a pause.',
  },
  taskPaused: {
    'zh-CN': '哨件 {number} 暂停计时，等待协办单位。',
    en: 'The clock of whistle {number} stands still until the supporting unit has fed back.',
  },
  taskResumed: {
    'zh-CN': '哨件 {number} 恢复计时[，{dueAt} 到期]。',
    en: 'The clock of whistle {number} goes on[; due {dueAt}].',
  },
  blockerRecorded: {
    'zh-CN': '哨件 {number}：{departmentId} 办理遇到障碍。',
    en: 'Whistle {number}: something keeps {departmentId} from getting on.',
  },
  blockerCleared: {
    'zh-CN': '哨件 {number}：{departmentId} 的一项障碍已消除。',
    en: 'Whistle {number}: one thing less is in the way of {departmentId}.',
  },
  orderAnswered: {
    'zh-CN': '哨件 {number}：{departmentId} 已答复督办单。',
    en: 'Whistle {number}: {departmentId} has answered the supervise order.',
  },
};
