import type {
  ConveneSession,
  DeclineWhistle,
  GiveReason,
  MergeWhistle,
  NoWords,
  RecordContact,
  ResubmitWhistle,
  RuleOnProposal,
  SelfResolve,
  SendBackWhistle,
  WithdrawWhistle,
} from '@hsl/contracts/schemas/whistle-steps';
import type { WhistleProgress } from '@hsl/contracts/whistle-progress';
import * as messages from '@hsl/workflows/whistle/whistle.messages';
import type { WhistleRow } from '../matter/whistle.repository.js';
import type { StepSpec } from './step-taker.js';

const nothing = () => ({});
const reasonGiven = () => ({ reasonGiven: true });
const ruling = ({ approve }: RuleOnProposal) => ({ isApproved: approve });
const progressOf = (row: WhistleRow) => row.progress as unknown as Partial<WhistleProgress>;

export const COUNTERSIGN: StepSpec<NoWords, messages.Command> = {
  ...{ ability: 'whistle.countersign', update: messages.countersignUpdate, command: nothing },
};
export const SEND_BACK: StepSpec<SendBackWhistle, messages.Command> = {
  ...{ ability: 'whistle.sendBack', update: messages.sendBackUpdate, words: 'sendBack', command: nothing },
};
export const RESUBMIT: StepSpec<ResubmitWhistle, messages.Command> = {
  ...{ ability: 'whistle.resubmit', update: messages.resubmitUpdate, words: 'resubmission', command: nothing },
};
export const DECLINE: StepSpec<DeclineWhistle, messages.DeclineCommand> = {
  ...{ ability: 'whistle.decline', update: messages.proposeDeclineUpdate, words: 'decline' },
  command: ({ reasonCode }) => ({ reasonCode }),
};
export const RULE_DECLINE: StepSpec<RuleOnProposal, messages.RulingCommand> = {
  ...{ ability: 'whistle.confirmDecline', update: messages.ruleDeclineUpdate, words: 'declineRuling', command: ruling },
};
export const OBJECT: StepSpec<GiveReason, messages.Command> = {
  ...{ ability: 'whistle.object', update: messages.objectUpdate, words: 'objection', command: nothing },
};
export const RULE_OBJECTION: StepSpec<RuleOnProposal, messages.RulingCommand> = {
  ...{ ability: 'whistle.ruleObjection', update: messages.ruleObjectionUpdate, words: 'objectionRuling' },
  command: ruling,
};
export const CONTACT: StepSpec<RecordContact, messages.Command> = {
  ...{ ability: 'whistle.recordContact', update: messages.contactUpdate, words: 'contact', command: nothing },
};

/** The second session of a matter is convened by the liaison officer, after its resident was dissatisfied twice. */
const isAfterDissatisfaction = (row: WhistleRow) =>
  row.state === 'COORDINATING' && progressOf(row).dissatisfiedCount === 2;

export const DELIBERATE: StepSpec<ConveneSession, messages.DeliberateCommand> = {
  ...{ ability: 'session.convene', update: messages.deliberateUpdate, words: 'session' },
  duties: () => ({ format: 'hall' }),
  command: (_body, _row, sessionId) => ({ sessionId }),
};
export const CONVENE_DISSATISFIED: StepSpec<ConveneSession, messages.DeliberateCommand> = {
  ...DELIBERATE,
  ...{ ability: 'whistle.conveneDissatisfied', update: messages.conveneDissatisfiedUpdate },
  duties: (_body, row) => ({ dissatisfiedCount: progressOf(row).dissatisfiedCount }),
};
export const sessionSpecOf = (row: WhistleRow) => (isAfterDissatisfaction(row) ? CONVENE_DISSATISFIED : DELIBERATE);

export const SELF_RESOLVE: StepSpec<SelfResolve, messages.Command> = {
  ...{ ability: 'whistle.selfResolve', update: messages.selfResolveUpdate, words: 'selfResolution', command: nothing },
  duties: ({ evidence }) => ({ evidenceGiven: evidence.length > 0 }),
};
export const FLAG_FALSE_FEEDBACK: StepSpec<GiveReason, messages.Command> = {
  ...{ ability: 'whistle.flagFalseFeedback', update: messages.flagFalseFeedbackUpdate, words: 'falseFeedback' },
  command: nothing,
};
export const CONFIRM_PROACTIVE: StepSpec<NoWords, messages.Command> = {
  ...{ ability: 'whistle.confirmProactive', update: messages.confirmProactiveUpdate, command: nothing },
};
export const MERGE: StepSpec<MergeWhistle, messages.MergeCommand> = {
  ...{ ability: 'whistle.merge', update: messages.mergeUpdate, words: 'merge' },
  command: ({ masterId }) => ({ masterId }),
};

/** Domain 4.2: the resident's consent where one is behind it; after a red card a deputy leader's approval. */
export const WITHDRAW: StepSpec<WithdrawWhistle, messages.WithdrawCommand> = {
  ...{ ability: 'whistle.withdraw', update: messages.withdrawUpdate, words: 'withdrawal' },
  duties: ({ consent }, row) => ({
    reasonGiven: true,
    consentIfResident: row.reporterCount === 0 || consent !== undefined,
  }),
  command: (_body, row) => ({ needsApproval: row.redCardedAt !== null }),
};
export const RULE_WITHDRAW: StepSpec<RuleOnProposal, messages.RulingCommand> = {
  ...{ ability: 'whistle.approveWithdraw', update: messages.ruleWithdrawUpdate, words: 'withdrawRuling' },
  duties: reasonGiven,
  command: ruling,
};
