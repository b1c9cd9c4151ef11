import type { ProposalState } from '@hsl/contracts/states';
import { nextProposalState, type ProposalAction } from '@hsl/domain/proposal-transitions';
import type { ProposalDecision, ProposalFact } from '../../src/proposal/proposal.activities.js';

/** By which actions of the table a fact may have come about; none where it is no step of the proposal's life. */
const ACTIONS: Readonly<Record<ProposalFact['type'], readonly ProposalAction[]>> = {
  submitted: ['submit'],
  filed: ['file'],
  notFiled: ['refuse'],
  withdrawn: ['withdraw'],
  assigned: ['assign'],
  returnRequested: ['requestReturn'],
  returnUpheld: ['upholdReturn'],
  returnRefused: ['refuseReturn'],
  opinionGiven: ['giveOpinion'],
  meetingRecorded: ['recordMeeting'],
  met: ['confirmMeeting'],
  replyDrafted: ['draftReply'],
  replied: ['reply'],
  supplemented: ['supplement', 'settle'],
  rated: ['rate', 'lapse'],
  replyRefused: ['refuseReply'],
  carriedOver: ['carryOver'],
  closed: ['close'],
  calendarLoaded: [],
  rung: [],
};

export const proposalTransitionName = (from: ProposalState | 'none', action: ProposalAction): string =>
  `proposal: ${from} ${action}`;

const actionOf = ({ fact, after }: ProposalDecision, from: ProposalState | 'none'): ProposalAction | undefined =>
  fact.type === 'rated' && after.rating === 'unreturned'
    ? 'lapse'
    : ACTIONS[fact.type].find((action) => nextProposalState(from, action) === after.state);

/** Rows of the table that the decisions of one proposal went along, in order. */
export function proposalTransitionsOf(decisions: readonly ProposalDecision[]): string[] {
  return decisions.flatMap((decision, index) => {
    const from = decisions[index - 1]?.after.state ?? 'none';
    const action = actionOf(decision, from);
    return action ? [proposalTransitionName(from, action)] : [];
  });
}
