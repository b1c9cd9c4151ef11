import type { Locale } from '@hsl/platform/locale';

type Details = Record<string, unknown>;
type Words = { zh: string; en: string };

/** One sentence per kind of timeline line; `{name}` is filled from the line's details. */
const SENTENCES: Record<string, Words> = {
  blown: { zh: '社区吹哨', en: 'The community blew the whistle' },
  accepted: { zh: '联络员受理，请委员报到', en: 'Accepted; members are asked to check in' },
  autoAccepted: { zh: '到期无人受理，按默认定级自动受理', en: 'Nobody accepted in time; accepted by the clock' },
  checkedIn: { zh: '委员 {memberId} 报到', en: 'Member {memberId} checked in' },
  substituted: { zh: '两轮无人报到，联络员代报到', en: 'Nobody came in two rounds; the liaison officer stands in' },
  resubmitted: { zh: '社区补正', en: 'The community has added what was asked for' },
  sentBack: { zh: '退回补正', en: 'Sent back: more is needed' },
  countersigned: { zh: '社区书记复签', en: 'Countersigned by the community head' },
  lapsed: { zh: '逾期未补正，自动撤回', en: 'Lapsed: nothing was added in time' },
  declineProposed: { zh: '提出不予受理', en: 'A refusal was proposed' },
  declineRejected: { zh: '不予受理未获同意', en: 'The refusal was not confirmed' },
  declined: { zh: '不予受理', en: 'Not accepted' },
  objected: { zh: '社区提出异议', en: 'The community objects' },
  objectionRuled: { zh: '异议裁定', en: 'The objection was ruled on' },
  objectionClosed: { zh: '异议期满', en: 'The time to object is over' },
  regraded: { zh: '调整等级（原 {fromGrade}）', en: 'Grade or level changed (was {fromGrade})' },
  escalated: { zh: '提级', en: 'The level rises' },
  contacted: { zh: '首次联系居民', en: 'The resident was contacted' },
  contactRead: { zh: '查看居民联系方式（已留记录）', en: 'A resident’s phone was looked at' },
  contactErased: {
    zh: '居民联系方式已按本人要求删除',
    en: 'A resident asked to be forgotten: name and phone are gone',
  },
  originalSeen: { zh: '查看原图（已留记录）', en: 'A photo was looked at as it came' },
  deliberating: { zh: '召集协商', en: 'A session was convened' },
  deliberated: { zh: '协商结果：{outcome}', en: 'The session: {outcome}' },
  selfResolved: { zh: '自行解决，等待核查', en: 'Settled without a department; to be verified' },
  unitsChanged: { zh: '承办单位调整：{departments}', en: 'Other departments: {departments}' },
  rescheduled: { zh: '办理期限调整', en: 'The deadline was moved' },
  unreached: { zh: '多次联系不上，按未联系上办结', en: 'The resident was not reached' },
  proactiveConfirmed: { zh: '社区确认', en: 'Confirmed by the community' },
  sessionConvened: { zh: '召集协商（两次不满意）', en: 'A session was convened after two dissatisfactions' },
  sessionConcluded: { zh: '协商结果：{outcome}', en: 'The session: {outcome}' },
  outcomeChosen: { zh: '组长研判：{choice}', en: 'The group leader chose: {choice}' },
  merged: { zh: '并入另一件', en: 'Merged into another whistle' },
  absorbed: { zh: '另一件并入本件', en: 'Another whistle was merged into this one' },
  repeatLinked: {
    zh: '认定为 {repeatOfNumber} 办结后的重复件',
    en: 'Found to repeat {repeatOfNumber}, which was concluded',
  },
  withdrawProposed: { zh: '申请撤回，等待批准', en: 'A withdrawal waits for approval' },
  withdrawRefused: { zh: '撤回未获批准', en: 'The withdrawal was not approved' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  ledgerApplied: { zh: '申请挂账', en: 'The ledger was applied for' },
  ledgerRefused: { zh: '挂账未获批准', en: 'The ledger entry was refused' },
  ledgered: { zh: '挂账', en: 'Entered in the ledger' },
  ledgerDelivered: { zh: '节点全部完成，等待核查', en: 'All milestones are done; to be verified' },
  carriedOver: { zh: '续办', en: 'Carried over' },
  ledgerResumed: { zh: '按新节点继续', en: 'Goes on under new dates' },
  calendarLoaded: { zh: '日历更新，期限重算', en: 'A new calendar: deadlines computed again' },
  reopened: { zh: '办结后重新打开', en: 'Reopened' },
  superviseOrder: { zh: '{step}超时一个工作日，督办', en: 'Supervise order: {step} is a working day late' },
  interview: { zh: '{step}超时三个工作日，约谈', en: 'Interview: {step} is three working days late' },
  escalatedSupervision: { zh: '{step}超时五个工作日，提级督办', en: 'Escalated: {step} is five working days late' },
  referralAnswered: { zh: '区级答复提级督办', en: 'The district answered' },
  'checkIn.dismissed.v1': { zh: '委员 {memberId} 不必再来', en: 'Member {memberId} need not come' },
  'blocker.recorded.v1': { zh: '{departmentId} 遇到障碍：{kind}', en: '{departmentId} is blocked: {kind}' },
  'blocker.cleared.v1': { zh: '{departmentId} 的障碍已消除：{kind}', en: 'Out of the way of {departmentId}: {kind}' },
  'task.stopped.v1': { zh: '{departmentId} 不再办理', en: '{departmentId} is no longer needed' },
  'task.waived.v1': { zh: '主办单位认为 {departmentId} 不必办理', en: 'The lead marked {departmentId} unnecessary' },
  'task.returnRequested.v1': {
    zh: '{departmentId} 申请退单，认为应由 {toDepartmentId} 办理',
    en: '{departmentId} returns it, naming {toDepartmentId}',
  },
  'task.returnRefused.v1': {
    zh: '{departmentId} 的退单未获同意，原期限不变',
    en: 'The return of {departmentId} was refused; the deadline stays',
  },
  'task.returned.v1': { zh: '退单成立，转 {toDepartmentId}', en: 'Returned; {toDepartmentId} takes over' },
  'task.disputed.v1': {
    zh: '责任争议：{departmentId} 与 {toDepartmentId}',
    en: 'Dispute: {departmentId} and {toDepartmentId}',
  },
  'dispute.met.v1': { zh: '现场会已开', en: 'The site meeting was held' },
  'dispute.ruled.v1': { zh: '裁定由 {toDepartmentId} 办理', en: 'Ruled: {toDepartmentId} is responsible' },
  'dispute.appealed.v1': { zh: '提出申诉', en: 'Appealed' },
  'dispute.settled.v1': {
    zh: '终裁：{toDepartmentId}，写入派单目录',
    en: 'Settled: {toDepartmentId}; written to the routing table',
  },
  'task.extensionRequested.v1': { zh: '{departmentId} 申请延期', en: '{departmentId} asks for more time' },
  'task.extended.v1': { zh: '{departmentId} 延期获准', en: '{departmentId} was given more time' },
  'task.extensionRefused.v1': { zh: '{departmentId} 的延期未获同意', en: 'More time for {departmentId} was refused' },
  'task.idleFlagged.v1': { zh: '{departmentId} 反映协办单位拖延', en: '{departmentId} calls a supporting unit idle' },
  'task.paused.v1': { zh: '{departmentId} 暂停计时', en: 'The clock of {departmentId} stands still' },
  'task.resumed.v1': { zh: '{departmentId} 恢复计时', en: 'The clock of {departmentId} goes on' },
  'order.answered.v1': { zh: '{departmentId} 答复督办单', en: '{departmentId} answered the supervise order' },
  'order.issued.v1': { zh: '督办单 {holder}：{step}', en: 'Supervise order to {holder}: {step}' },
  'interview.due.v1': { zh: '约谈 {holder}：{step}', en: 'Interview with {holder}: {step}' },
  'supervision.escalated.v1': { zh: '提级督办 {holder}：{step}', en: 'Escalated supervision of {holder}: {step}' },
  'session.convened.v1': { zh: '协商会已召集', en: 'A session was convened' },
  'session.held.v1': { zh: '协商会召开：{outcome}', en: 'The session was held: {outcome}' },
  'session.cancelled.v1': { zh: '协商会取消', en: 'The session was cancelled' },
  'session.published.v1': { zh: '协商结果已公布', en: 'The result of the session was published' },
  'submission.linkFailed.v1': {
    zh: '吹哨时填的居民来件（submissionId {submissionId}）没有关联：{reasonCode}',
    en: 'The submission it named (submissionId {submissionId}) was not linked: {reasonCode}',
  },
  dispatchAdvised: { zh: '委员 {memberId} 建议派单：{departments}', en: 'Member {memberId} advises: {departments}' },
  dispatched: { zh: '派单：{departments}', en: 'Dispatched to {departments}' },
  feedbackSubmitted: { zh: '各单位已反馈，等待核查', en: 'All departments have fed back; to be verified' },
  verified: { zh: '核查通过，等待回访', en: 'Verified; to be revisited' },
  verificationFailed: {
    zh: '核查不通过，主办单位重办，时限减半',
    en: 'Verification failed; the lead reworks in half the time',
  },
  revisited: { zh: '回访：{satisfaction}', en: 'Revisited: {satisfaction}' },
  concluded: { zh: '办结', en: 'Concluded' },
  lookBackDue: { zh: '第 {sequence} 次回头看到期', en: 'Look-back {sequence} is due' },
  lookBackReported: { zh: '第 {sequence} 次回头看：{result}', en: 'Look-back {sequence}: {result}' },
  archived: { zh: '归档', en: 'Archived' },
  reminder: { zh: '{step}过半，系统提醒', en: 'Half the time for {step} is gone: reminder' },
  yellowCard: { zh: '{step}将到期，发黄牌', en: 'Yellow card: {step} is about to be late' },
  redCard: { zh: '{step}已到期，发红牌', en: 'Red card: {step} is late' },
  'checkIn.requested.v1': { zh: '请委员 {memberId} 报到', en: 'Member {memberId} was asked to check in' },
  'checkIn.confirmed.v1': { zh: '委员 {memberId} 确认报到', en: 'Member {memberId} confirmed' },
  'checkIn.declined.v1': {
    zh: '委员 {memberId} 不能报到（{reasonCode}）',
    en: 'Member {memberId} declined ({reasonCode})',
  },
  'checkIn.missed.v1': { zh: '委员 {memberId} 到期未报到', en: 'Member {memberId} stayed silent' },
  'checkIn.substituted.v1': { zh: '委员 {memberId} 由联络员代报到', en: 'The liaison officer stood in for {memberId}' },
  'task.dispatched.v1': { zh: '{departmentId} 收到任务', en: '{departmentId} received its task' },
  'task.acknowledged.v1': { zh: '{departmentId} 签收', en: '{departmentId} acknowledged' },
  'task.feedbackSubmitted.v1': { zh: '{departmentId} 反馈', en: '{departmentId} fed back' },
  'task.reworked.v1': { zh: '{departmentId} 第 {round} 轮办理', en: '{departmentId} starts round {round}' },
  'step.reminded.v1': { zh: '提醒 {holder}：{step}过半', en: 'Reminder to {holder}: half the time for {step} is gone' },
  'card.yellow.v1': { zh: '{holder} 黄牌：{step}将到期', en: 'Yellow card to {holder}: {step}' },
  'card.red.v1': { zh: '{holder} 红牌：{step}已到期', en: 'Red card to {holder}: {step}' },
};

/** Codes that stand for words. */
const CODES: Record<string, Words> = {
  accept: { zh: '受理', en: 'acceptance' },
  resubmit: { zh: '补正', en: 'the resubmission' },
  declineRuling: { zh: '不予受理的确认', en: 'the ruling on the refusal' },
  objection: { zh: '异议', en: 'the objection' },
  objectionRuling: { zh: '异议裁定', en: 'the ruling on the objection' },
  countersign: { zh: '复签', en: 'the countersign' },
  firstContact: { zh: '首次联系居民', en: 'the first contact' },
  checkIn: { zh: '报到', en: 'the check-in' },
  deliberate: { zh: '协商', en: 'the session' },
  dispatch: { zh: '派单', en: 'the dispatch' },
  acknowledge: { zh: '签收', en: 'the acknowledgement' },
  feedback: { zh: '反馈', en: 'the feedback' },
  returnRuling: { zh: '退单裁定', en: 'the ruling on the return' },
  siteMeeting: { zh: '现场会', en: 'the site meeting' },
  disputeRuling: { zh: '争议裁定', en: 'the ruling on the dispute' },
  appeal: { zh: '申诉', en: 'the appeal' },
  appealRuling: { zh: '申诉裁定', en: 'the ruling on the appeal' },
  extensionRuling: { zh: '延期审批', en: 'the ruling on the extension' },
  orderAnswer: { zh: '督办单答复', en: 'the answer to the supervise order' },
  verify: { zh: '核查', en: 'the verification' },
  revisit: { zh: '回访', en: 'the revisit' },
  outcomeChoice: { zh: '研判', en: 'the choice of the outcome' },
  withdrawApproval: { zh: '撤回审批', en: 'the approval of the withdrawal' },
  ledgerApproval: { zh: '挂账审批', en: 'the approval of the ledger entry' },
  milestone: { zh: '节点', en: 'the milestone' },
  ledgerReview: { zh: '季度审查', en: 'the quarterly review' },
  carryOver: { zh: '续办审批', en: 'the carry-over' },
  lookBack: { zh: '回头看', en: 'the look-back' },
  reply: { zh: '提案答复', en: 'the reply' },
  proposalFile: { zh: '提案立案审查', en: 'the filing of the proposal' },
  proposalAssign: { zh: '提案交办', en: 'the assignment of the proposal' },
  proposalReturnRuling: { zh: '提案退办裁定', en: 'the ruling on the return of the proposal' },
  proposalOpinion: { zh: '提案协办意见', en: 'the opinion on the proposal' },
  proposalPromise: { zh: '提案续办', en: 'the promise of the proposal' },
  proposalRate: { zh: '提案评价', en: 'the rating of the proposal' },
  proposalClose: { zh: '提案办结', en: 'the closing of the proposal' },
  satisfied: { zh: '满意', en: 'satisfied' },
  basic: { zh: '基本满意', en: 'basically satisfied' },
  dissatisfied: { zh: '不满意', en: 'dissatisfied' },
  STABLE: { zh: '稳定', en: 'stable' },
  REBOUND: { zh: '反弹', en: 'rebound' },
  UNVERIFIABLE: { zh: '无法核实', en: 'unverifiable' },
  consensus: { zh: '达成共识', en: 'consensus' },
  partial: { zh: '部分共识', en: 'partial consensus' },
  none: { zh: '未达成共识', en: 'no consensus' },
  ledger: { zh: '挂账', en: 'ledger' },
  explainAndClose: { zh: '解释后办结', en: 'explain and close' },
  refer: { zh: '移交', en: 'refer' },
  absence: { zh: '外出', en: 'absence' },
  conflictOfInterest: { zh: '利害关系', en: 'conflict of interest' },
  other: { zh: '其他', en: 'other' },
  land: { zh: '土地', en: 'land' },
  funds: { zh: '资金', en: 'funds' },
  documents: { zh: '资料', en: 'documents' },
  unknownSubmission: { zh: '本社区没有这件来件', en: 'the community has none of that id' },
  submissionEnded: { zh: '这件来件已经办结', en: 'it had ended before' },
};

/** The sentence of a timeline line. Names stay with their owners: people and units appear by id. */
export function timelineWords(kind: string, details: Details, locale: Locale): string {
  const language = locale === 'en' ? 'en' : 'zh';
  const sentence = SENTENCES[variantOf(kind, details)];
  if (!sentence) return kind;
  return sentence[language].replaceAll(/\{(\w+)\}/g, (_slot, name: string) => slotOf(name, details, language));
}

function variantOf(kind: string, details: Details): string {
  if (kind === 'accepted' && details['auto'] === true) return 'autoAccepted';
  if (kind === 'checkedIn' && details['substituted'] === true) return 'substituted';
  return kind;
}

function slotOf(name: string, details: Details, language: 'zh' | 'en'): string {
  if (name === 'departments') {
    const tasks = (details['tasks'] ?? []) as { departmentId: string }[];
    return tasks.map(({ departmentId }) => departmentId).join(language === 'zh' ? '、' : ', ');
  }
  const value = name === 'holder' ? (details['departmentId'] ?? details['memberId'] ?? '') : details[name];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return CODES[text]?.[language] ?? text;
}
