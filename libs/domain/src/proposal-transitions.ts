import type { Role } from '@hsl/contracts/roles';
import type { ProposalState } from '@hsl/contracts/states';

/**
 * The life cycle of a proposal as one table (domain 2.6, 4.1): from where, by which action, by whom, to where.
 * The workflow takes legality from here, the API its `actions[]`, the docs their picture. An action that leads back to
 * its own state is recorded and moves nobody. `ability` is the row's name in the table of rights; the clock has none.
 */
export interface ProposalTransition {
  from: ProposalState | 'none';
  action: ProposalAction;
  by: readonly (Role | 'system')[];
  to: ProposalState;
  ability?: string;
  note?: string;
}

export type ProposalAction =
  | 'submit'
  | 'file'
  | 'refuse'
  | 'withdraw'
  | 'assign'
  | 'requestReturn'
  | 'upholdReturn'
  | 'refuseReturn'
  | 'giveOpinion'
  | 'recordMeeting'
  | 'confirmMeeting'
  | 'draftReply'
  | 'reply'
  | 'rate'
  | 'refuseReply'
  | 'lapse'
  | 'supplement'
  | 'settle'
  | 'close'
  | 'carryOver';

type Row = Omit<ProposalTransition, 'from' | 'to'>;

const AUTHOR = ['member'] as const;
const HEADS = ['deputyHead', 'head'] as const;
const UNIT = ['handler', ...HEADS] as const;
const ASSIGNING = ['liaisonOfficer', 'districtCommittee'] as const;
const RULING = ['deputyLeader', 'districtCommittee'] as const;

const rate: Row = { action: 'rate', by: AUTHOR, ability: 'proposal.rate' };

/** The same row from several states, each of which it leaves as it is. */
const within = (states: readonly ProposalState[], row: Row): ProposalTransition[] =>
  states.map((state) => ({ from: state, to: state, ...row }));

const SUPPLEMENT: Row = { action: 'supplement', by: HEADS, ability: 'proposal.supplement' };

export const PROPOSAL_TRANSITIONS: readonly ProposalTransition[] = [
  { from: 'none', action: 'submit', by: AUTHOR, to: 'SUBMITTED', ability: 'proposal.submit' },
  { from: 'SUBMITTED', action: 'file', by: RULING, to: 'FILED', ability: 'proposal.file' },
  {
    ...{ from: 'SUBMITTED', action: 'refuse', by: RULING, to: 'NOT_FILED', ability: 'proposal.file' },
    note: 'with the reason in writing',
  },
  { from: 'SUBMITTED', action: 'withdraw', by: AUTHOR, to: 'WITHDRAWN', ability: 'proposal.withdraw' },
  { from: 'FILED', action: 'assign', by: ASSIGNING, to: 'ASSIGNED', ability: 'proposal.assign' },
  {
    ...{ from: 'ASSIGNED', action: 'requestReturn', by: HEADS, to: 'RETURN_REQUESTED' },
    ...{ ability: 'proposal.requestReturn', note: 'once per unit, within its time; the time to reply goes on' },
  },
  {
    ...{ from: 'RETURN_REQUESTED', action: 'upholdReturn', by: RULING, to: 'FILED' },
    ...{ ability: 'proposal.ruleReturn', note: 'assigned anew, with a fresh clock' },
  },
  {
    ...{ from: 'RETURN_REQUESTED', action: 'refuseReturn', by: RULING, to: 'ASSIGNED' },
    ...{ ability: 'proposal.ruleReturn', note: 'the deadline is kept' },
  },
  ...within(['ASSIGNED', 'RETURN_REQUESTED', 'MET'], {
    ...{ action: 'giveOpinion', by: UNIT, ability: 'proposal.giveOpinion' },
    note: 'a supporting unit, to the lead and never to the author',
  }),
  ...within(['ASSIGNED'], { action: 'recordMeeting', by: UNIT, ability: 'proposal.recordMeeting' }),
  { from: 'ASSIGNED', action: 'confirmMeeting', by: AUTHOR, to: 'MET', ability: 'proposal.confirmMeeting' },
  ...within(['ASSIGNED', 'MET', 'REPLIED', 'RATED', 'CARRIED_OVER'], {
    ...{ action: 'draftReply', by: ['handler'], ability: 'proposal.draftReply' },
    note: 'of the lead; after a reply only while a promise is owed',
  }),
  { from: 'MET', action: 'reply', by: HEADS, to: 'REPLIED', ability: 'proposal.reply' },
  { from: 'REPLIED', to: 'RATED', ...rate },
  {
    ...{ from: 'REPLIED', to: 'MET', ...rate, action: 'refuseReply' },
    note: 'dissatisfied, once: the reply is owed again',
  },
  { from: 'REPLIED', action: 'lapse', by: ['system'], to: 'RATED', note: 'the form never came back' },
  ...within(['REPLIED', 'RATED', 'CARRIED_OVER'], { ...SUPPLEMENT, note: 'while a promise is owed' }),
  {
    ...{ from: 'CARRIED_OVER', to: 'CLOSED', ...SUPPLEMENT, action: 'settle' },
    note: 'what was promised came, or will not come',
  },
  { from: 'RATED', action: 'close', by: ASSIGNING, to: 'CLOSED', ability: 'proposal.close' },
  {
    ...{ from: 'RATED', action: 'carryOver', by: ASSIGNING, to: 'CARRIED_OVER' },
    ...{ ability: 'proposal.close', note: 'a class B promise is still owed' },
  },
];

/** Where the action leads from that state; undefined when the table does not allow it. */
export const nextProposalState = (from: ProposalState | 'none', action: ProposalAction): ProposalState | undefined =>
  PROPOSAL_TRANSITIONS.find((row) => row.from === from && row.action === action)?.to;

/** The states in which somebody with that right may use it. */
export const proposalStatesFor = (ability: string): ProposalState[] => [
  ...new Set(PROPOSAL_TRANSITIONS.flatMap((row) => (row.ability === ability && row.from !== 'none' ? [row.from] : []))),
];
