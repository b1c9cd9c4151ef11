import type { Actor } from '@hsl/access/actor';
import { fromIso } from '@hsl/contracts/instants';
import type {
  AssignProposal,
  FileProposal,
  RateProposal,
  ReplyProposal,
  RuleProposalReturn,
} from '@hsl/contracts/schemas/proposals';
import * as messages from '@hsl/workflows/proposal/proposal.messages';
import type { UpdateDefinition } from '@temporalio/common';
import { isOfLead, supportingUnitOf, unitWithin } from './proposal-access.js';
import type { ProposalRow } from './proposals.repository.js';

/** Who takes the step on which proposal. */
export interface StepAround {
  actor: Actor;
  row: ProposalRow;
}

/** A step of a proposal: its row of the abilities table is `proposal.<name>`, and with it its states. */
export interface ProposalStep<Body, Command extends messages.ProposalCommand> {
  name: string;
  update: UpdateDefinition<messages.ProposalStepTaken, [Command]>;
  /** The command without who takes the step and where its words are. */
  command: (body: Body, around: StepAround) => Omit<Command, 'by' | 'contentId'>;
  /** Departments the body names, by field: they must exist. */
  departments?: (body: Body) => Record<string, string>;
  /** When the button is offered beside its states; the workflow decides. */
  isLegal?: (row: ProposalRow, now: number, actor: Actor) => boolean;
}

const step = <Body, Command extends messages.ProposalCommand>(spec: ProposalStep<Body, Command>) => spec;
const nothing = () => ({});
const replyOf = ({ replyClass, promisedAt }: ReplyProposal) => ({
  replyClass,
  ...(promisedAt === undefined ? {} : { promisedAt: fromIso(promisedAt) }),
});
const isPromiseOwed = ({ promisedAt }: ProposalRow) => promisedAt !== null;
const departmentsOf = ({ leadDepartmentId, supportingDepartmentIds }: AssignProposal) => ({
  leadDepartmentId,
  ...Object.fromEntries(supportingDepartmentIds.map((id, index) => [`supportingDepartmentIds.${index}`, id])),
});

/** What people do to a proposal after its submission (domain 2.6, 4.1). */
export const PROPOSAL_STEPS = {
  file: step({
    ...{ name: 'file', update: messages.fileProposalUpdate },
    command: ({ isFiled }: FileProposal) => ({ isFiled }),
  }),
  assign: step({
    ...{ name: 'assign', update: messages.assignProposalUpdate, departments: departmentsOf },
    command: (body: AssignProposal) => body,
  }),
  requestReturn: step({
    ...{ name: 'requestReturn', update: messages.requestProposalReturnUpdate },
    command: (_body: object, { actor, row }) => ({ departmentId: unitWithin(actor, row) ?? '' }),
    isLegal: (row: ProposalRow, now: number, actor: Actor) =>
      isOfLead(actor, row) && row.returnUntil !== null && now <= row.returnUntil.getTime(),
  }),
  ruleReturn: step({
    ...{ name: 'ruleReturn', update: messages.ruleProposalReturnUpdate },
    command: ({ isUpheld }: RuleProposalReturn) => ({ isUpheld }),
  }),
  giveOpinion: step({
    ...{ name: 'giveOpinion', update: messages.giveOpinionUpdate },
    command: (_body: object, { actor, row }) => ({ departmentId: supportingUnitOf(actor, row) ?? '' }),
  }),
  recordMeeting: step({ name: 'recordMeeting', update: messages.recordMeetingUpdate, command: nothing }),
  confirmMeeting: step({
    ...{ name: 'confirmMeeting', update: messages.confirmMeetingUpdate, command: nothing },
    isLegal: ({ meetingRecorded }: ProposalRow) => meetingRecorded,
  }),
  draftReply: step({
    ...{ name: 'draftReply', update: messages.draftReplyUpdate, command: nothing },
    isLegal: (row: ProposalRow) => ['ASSIGNED', 'MET'].includes(row.state) || isPromiseOwed(row),
  }),
  reply: step({ name: 'reply', update: messages.replyProposalUpdate, command: replyOf }),
  supplement: step({
    ...{ name: 'supplement', update: messages.supplementReplyUpdate, command: replyOf, isLegal: isPromiseOwed },
  }),
  rate: step({
    ...{ name: 'rate', update: messages.rateProposalUpdate },
    command: ({ rating }: RateProposal) => ({ rating }),
  }),
  close: step({ name: 'close', update: messages.closeProposalUpdate, command: nothing }),
  withdraw: step({ name: 'withdraw', update: messages.withdrawProposalUpdate, command: nothing }),
} as const;
