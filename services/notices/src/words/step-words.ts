import type { Step } from '@hsl/contracts/steps';
import type { Locale } from '@hsl/platform/locale';

/** Names of the steps that have a clock, as they stand in a sentence. */
export const STEP_WORDS: Readonly<Record<Step, Readonly<Record<Locale, string>>>> = {
  accept: { 'zh-CN': '受理', en: 'acceptance' },
  resubmit: { 'zh-CN': '补正', en: 'the resubmission' },
  declineRuling: { 'zh-CN': '不予受理的确认', en: 'the ruling on the refusal' },
  objection: { 'zh-CN': '异议', en: 'the objection' },
  objectionRuling: { 'zh-CN': '异议裁定', en: 'the ruling on the objection' },
  countersign: { 'zh-CN': '复签', en: 'the countersign' },
  firstContact: { 'zh-CN': '首次联系居民', en: 'the first contact' },
  checkIn: { 'zh-CN': '报到', en: 'the check-in' },
  deliberate: { 'zh-CN': '协商', en: 'the session' },
  dispatch: { 'zh-CN': '派单', en: 'the dispatch' },
  acknowledge: { 'zh-CN': '签收', en: 'the acknowledgement' },
  feedback: { 'zh-CN': '反馈', en: 'the feedback' },
  returnRuling: { 'zh-CN': '退单裁定', en: 'the ruling on the return' },
  siteMeeting: { 'zh-CN': '现场会', en: 'the site meeting' },
  disputeRuling: { 'zh-CN': '争议裁定', en: 'the ruling on the dispute' },
  appeal: { 'zh-CN': '申诉', en: 'the appeal' },
  appealRuling: { 'zh-CN': '申诉裁定', en: 'the ruling on the appeal' },
  extensionRuling: { 'zh-CN': '延期审批', en: 'the ruling on the extension' },
  orderAnswer: { 'zh-CN': '督办单答复', en: 'the answer to the supervise order' },
  verify: { 'zh-CN': '核查', en: 'the verification' },
  revisit: { 'zh-CN': '回访', en: 'the revisit' },
  outcomeChoice: { 'zh-CN': '研判', en: 'the choice of the outcome' },
  withdrawApproval: { 'zh-CN': '撤回审批', en: 'the approval of the withdrawal' },
  ledgerApproval: { 'zh-CN': '挂账审批', en: 'the approval of the ledger entry' },
  milestone: { 'zh-CN': '节点', en: 'the milestone' },
  carryOver: { 'zh-CN': '续办审批', en: 'the carry-over' },
  lookBack: { 'zh-CN': '回头看', en: 'the look-back' },
  reply: { 'zh-CN': '提案答复', en: 'the reply' },
};
