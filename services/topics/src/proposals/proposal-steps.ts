import { fromIso } from '@hsl/contracts/instants';
import type { AssignProposal, FileProposal, RateProposal, ReplyProposal } from '@hsl/contracts/schemas/proposals';
import type { ProposalState } from '@hsl/contracts/states';
import * as messages from '@hsl/workflows/proposal/proposal.messages';
import type { UpdateDefinition } from '@temporalio/common';
import type { ProposalRow } from './proposals.repository.js';

/** A step of a proposal: its row of the abilities table is `proposal.<name>`. */
export interface ProposalStep<Body, Command extends messages.ProposalCommand> {
  name: string;
  update: UpdateDefinition<messages.ProposalStepTaken, [Command]>;
  /** The command without who takes the step and where its words are. */
  command: (body: Body) => Omit<Command, 'by' | 'contentId'>;
  /** When the button is offered; the workflow decides. */
  from: readonly ProposalState[];
  isLegal?: (row: ProposalRow) => boolean;
}

const step = <Body, Command extends messages.ProposalCommand>(spec: ProposalStep<Body, Command>) => spec;
const nothing = () => ({});
const replyOf = ({ replyClass, promisedAt }: ReplyProposal) => ({
  replyClass,
  ...(promisedAt === undefined ? {} : { promisedAt: fromIso(promisedAt) }),
});

/** What people do to a proposal after its submission (domain 2.6, 4.1). */
export const PROPOSAL_STEPS = {
  file: step({
    ...{ name: 'file', update: messages.fileProposalUpdate, from: ['SUBMITTED'] },
    command: ({ isFiled }: FileProposal) => ({ isFiled }),
  }),
  assign: step({
    ...{ name: 'assign', update: messages.assignProposalUpdate, from: ['FILED'] },
    command: (body: AssignProposal) => body,
  }),
  recordMeeting: step({
    ...{ name: 'recordMeeting', update: messages.recordMeetingUpdate, command: nothing, from: ['ASSIGNED'] },
  }),
  confirmMeeting: step({
    ...{ name: 'confirmMeeting', update: messages.confirmMeetingUpdate, command: nothing, from: ['ASSIGNED'] },
    isLegal: ({ meetingRecorded }: ProposalRow) => meetingRecorded,
  }),
  reply: step({
    ...{ name: 'reply', update: messages.replyProposalUpdate, command: replyOf, from: ['MET'] },
  }),
  supplement: step({
    ...{ name: 'supplement', update: messages.supplementReplyUpdate, command: replyOf },
    from: ['REPLIED', 'RATED', 'CARRIED_OVER'],
    isLegal: ({ promisedAt }: ProposalRow) => promisedAt !== null,
  }),
  rate: step({
    ...{ name: 'rate', update: messages.rateProposalUpdate, from: ['REPLIED'] },
    command: ({ rating }: RateProposal) => ({ rating }),
  }),
  close: step({ ...{ name: 'close', update: messages.closeProposalUpdate, command: nothing, from: ['RATED'] } }),
  withdraw: step({
    ...{ name: 'withdraw', update: messages.withdrawProposalUpdate, command: nothing, from: ['SUBMITTED'] },
  }),
} as const;
