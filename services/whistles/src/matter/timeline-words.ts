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
  carryOver: { zh: '续办审批', en: 'the carry-over' },
  lookBack: { zh: '回头看', en: 'the look-back' },
  reply: { zh: '提案答复', en: 'the reply' },
  satisfied: { zh: '满意', en: 'satisfied' },
  basic: { zh: '基本满意', en: 'basically satisfied' },
  dissatisfied: { zh: '不满意', en: 'dissatisfied' },
  STABLE: { zh: '稳定', en: 'stable' },
  REBOUND: { zh: '反弹', en: 'rebound' },
  UNVERIFIABLE: { zh: '无法核实', en: 'unverifiable' },
  absence: { zh: '外出', en: 'absence' },
  conflictOfInterest: { zh: '利害关系', en: 'conflict of interest' },
  other: { zh: '其他', en: 'other' },
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
