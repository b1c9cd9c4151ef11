import { allHandlersFinished, condition, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import { RECORDING } from '../flow/activity-options.js';
import { Alarm } from '../flow/alarm.js';
import { calendarLoadedSignal } from '../flow/calendar.messages.js';
import { Decider } from '../flow/decider.js';
import { waitOrClimb } from '../flow/wait-or-climb.js';
import * as filing from './decisions/filing.decisions.js';
import * as replying from './decisions/replying.decisions.js';
import * as time from './decisions/time.decisions.js';
import * as units from './decisions/units.decisions.js';
import type { ProposalActivities } from './proposal.activities.js';
import * as messages from './proposal.messages.js';
import { goneOn } from './proposal.resumed.js';
import {
  hasEnded,
  proposalView,
  rowOf,
  runningClocks,
  submitted,
  type ProposalDecided,
  type ProposalStatus,
} from './proposal.state.js';

type Proposal = Decider<ProposalStatus, ProposalDecided>;

const { recordProposalDecision } = proxyLocalActivities<ProposalActivities>(RECORDING);

/** A proposal from its submission to the day on which nothing of it is owed any more (domain 2.6, 4.1). */
export async function proposalWorkflow(input: messages.ProposalInput): Promise<messages.ProposalDone> {
  const { proposalId, subdistrictId, submittedBy, whistleId, sessionId } = input;
  const ids = { proposalId, subdistrictId, submittedBy: submittedBy.userId, whistleId, sessionId };
  const { resumed } = input;
  const first = submitted(input);
  const proposal: Proposal = new Decider<ProposalStatus, ProposalDecided>(
    resumed ? goneOn(input, resumed) : first.next,
    async ({ next, fact }, at, by) => {
      await recordProposalDecision({ ...ids, version: next.version, at, by, fact, after: rowOf(next) });
      return next;
    },
  );
  // The row must exist before anybody acts on it: this decision has the first turn.
  const created = resumed ? proposal.decide(time.catchUp) : proposal.decide(() => first, submittedBy);
  listen(proposal, created);

  await created;
  await waitOrClimb(new Alarm(), {
    done: () => hasEnded(proposal.now),
    clocks: () => runningClocks(proposal.now),
    ring: async (clock, rung) => void (await proposal.decide((now, at) => time.ring(now, clock, rung, at))),
  });
  await condition(allHandlersFinished);
  const { state, replyClass, rating } = proposal.now;
  return { state, replyClass, rating };
}

function listen(proposal: Proposal, created: Promise<ProposalStatus>): void {
  const taken = ({ state, version }: ProposalStatus): messages.ProposalStepTaken => ({ state, version });
  setHandler(messages.proposalQuery, () => proposalView(proposal.now));
  setHandler(messages.proposalSubmittedUpdate, async () => taken(await created));
  setHandler(calendarLoadedSignal, async ({ calendar }) => {
    await created;
    await proposal.decide((now) => time.loadCalendar(now, calendar));
  });
  proposal.onUpdate(messages.fileProposalUpdate, filing.file, taken);
  proposal.onUpdate(messages.assignProposalUpdate, filing.assign, taken);
  proposal.onUpdate(messages.closeProposalUpdate, filing.close, taken);
  proposal.onUpdate(messages.withdrawProposalUpdate, filing.withdraw, taken);
  proposal.onUpdate(messages.requestProposalReturnUpdate, units.requestReturn, taken);
  proposal.onUpdate(messages.ruleProposalReturnUpdate, units.ruleReturn, taken);
  proposal.onUpdate(messages.giveOpinionUpdate, units.giveOpinion, taken);
  proposal.onUpdate(messages.recordMeetingUpdate, replying.recordMeeting, taken);
  proposal.onUpdate(messages.confirmMeetingUpdate, replying.confirmMeeting, taken);
  proposal.onUpdate(messages.draftReplyUpdate, replying.draftReply, taken);
  proposal.onUpdate(messages.replyProposalUpdate, replying.reply, taken);
  proposal.onUpdate(messages.supplementReplyUpdate, replying.supplement, taken);
  proposal.onUpdate(messages.rateProposalUpdate, replying.rate, taken);
}
