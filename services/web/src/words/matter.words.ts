import type { Grade, Level } from '@hsl/contracts/grades';
import type { Outcome, WhistleState } from '@hsl/contracts/states';
import type { RungKind, Step } from '@hsl/contracts/steps';
import type { Words } from './words.js';

type Named<Prefix extends string, Code extends string> = Record<`${Prefix}.${Code}`, readonly [string, string]>;

/** Verbs: what somebody is waited for. */
const STEP_WORDS: Named<'step', Step> = {
  'step.accept': ['受理', 'accept'],
  'step.resubmit': ['补正', 'resubmit'],
  'step.declineRuling': ['批不予受理', 'rule on the refusal'],
  'step.objection': ['提异议', 'object'],
  'step.objectionRuling': ['裁定异议', 'rule on the objection'],
  'step.countersign': ['会签', 'countersign'],
  'step.firstContact': ['首次联系居民', 'contact the resident'],
  'step.checkIn': ['报到', 'check in'],
  'step.deliberate': ['协商', 'hold the session'],
  'step.dispatch': ['派单', 'dispatch'],
  'step.acknowledge': ['签收', 'acknowledge'],
  'step.feedback': ['反馈', 'give feedback'],
  'step.returnRuling': ['裁定退单', 'rule on the return'],
  'step.siteMeeting': ['开现场会', 'hold the site meeting'],
  'step.disputeRuling': ['裁定争议', 'rule on the dispute'],
  'step.appeal': ['申诉', 'appeal'],
  'step.appealRuling': ['裁定申诉', 'rule on the appeal'],
  'step.extensionRuling': ['批延期', 'rule on the extension'],
  'step.orderAnswer': ['答复督办单', 'answer the supervise order'],
  'step.verify': ['核查', 'verify'],
  'step.revisit': ['回访', 'ask the resident'],
  'step.outcomeChoice': ['研判', 'choose the outcome'],
  'step.withdrawApproval': ['批撤回', 'approve the withdrawal'],
  'step.ledgerApproval': ['批挂账', 'approve the ledger entry'],
  'step.milestone': ['完成节点', 'reach the milestone'],
  'step.ledgerReview': ['季度审查', 'review the quarter'],
  'step.carryOver': ['批续办', 'approve the carry-over'],
  'step.lookBack': ['回头看', 'look back'],
  'step.reply': ['答复提案', 'reply to the proposal'],
  'step.proposalFile': ['审查立案', 'file the proposal'],
  'step.proposalAssign': ['交办提案', 'assign the proposal'],
  'step.proposalReturnRuling': ['裁定提案退办', 'rule on the return of the proposal'],
  'step.proposalOpinion': ['提协办意见', 'give an opinion on the proposal'],
  'step.proposalPromise': ['兑现续办', 'keep the promise of the proposal'],
  'step.proposalRate': ['评价提案', 'rate the reply'],
  'step.proposalClose': ['办结提案', 'close the proposal'],
};

const STATE_WORDS: Named<'state', WhistleState> = {
  'state.BLOWN': ['待受理', 'Blown'],
  'state.NEEDS_INFO': ['待补正', 'Needs information'],
  'state.ACCEPTED': ['已受理', 'Accepted'],
  'state.ASSIGNING': ['等委员报到', 'Members asked'],
  'state.CHECKED_IN': ['委员已报到', 'Member checked in'],
  'state.DELIBERATING': ['协商', 'Deliberation'],
  'state.COORDINATING': ['协同办理', 'Departments at work'],
  'state.VERIFYING': ['核查', 'Verification'],
  'state.REVISITING': ['回访', 'Revisit'],
  'state.CONCLUDED': ['办结', 'Concluded'],
  'state.LOOKING_BACK': ['回头看', 'Look-back'],
  'state.LEDGERED': ['列入台账', 'On the long-term register'],
  'state.CARRIED_OVER': ['跨年续办', 'Carried over'],
  'state.ARCHIVED': ['归档', 'Archived'],
  'state.MERGED': ['已并件', 'Merged'],
  'state.NOT_ACCEPTED': ['不予受理', 'Not accepted'],
  'state.WITHDRAWN': ['已撤回', 'Withdrawn'],
};

const RUNG_WORDS: Named<'rung', RungKind> = {
  'rung.reminder': ['提醒', 'Reminder'],
  'rung.yellowCard': ['黄牌', 'Yellow card'],
  'rung.redCard': ['红牌', 'Red card'],
  'rung.superviseOrder': ['督办单', 'Supervise order'],
  'rung.interview': ['约谈', 'Interview'],
  'rung.escalatedSupervision': ['提级督办', 'Escalated supervision'],
};

const GRADE_WORDS: Named<'grade', Grade> = {
  'grade.G1': ['G1 特急', 'G1 emergency'],
  'grade.G2': ['G2 紧急', 'G2 urgent'],
  'grade.G3': ['G3 一般', 'G3 ordinary'],
  'grade.G4': ['G4 疑难', 'G4 complex'],
};

const LEVEL_WORDS: Named<'level', Level> = {
  'level.blue': ['蓝哨', 'blue'],
  'level.yellow': ['黄哨', 'yellow'],
  'level.red': ['红哨', 'red'],
};

const OUTCOME_WORDS: Named<'outcome', Outcome> = {
  'outcome.resolved': ['办好了', 'resolved'],
  'outcome.partlyResolved': ['办了一部分', 'partly resolved'],
  'outcome.unreached': ['未联系上', 'resident not reached'],
  'outcome.explained': ['已说明情况', 'explained'],
  'outcome.referred': ['已转办', 'referred'],
  'outcome.merged': ['已并件', 'merged'],
  'outcome.withdrawn': ['已撤回', 'withdrawn'],
  'outcome.lapsed': ['逾期未补正', 'lapsed'],
  'outcome.notAccepted': ['不予受理', 'not accepted'],
};

/** How the codes of a matter are called; a code that is added to the contracts fails the build until it has words. */
export const MATTER_WORDS = {
  ...STEP_WORDS,
  ...STATE_WORDS,
  ...RUNG_WORDS,
  ...GRADE_WORDS,
  ...LEVEL_WORDS,
  ...OUTCOME_WORDS,
} as const satisfies Words;
