import type { Role } from '@hsl/contracts/roles';
import { isWhistleOpen, WHISTLE_STATES, type WhistleState } from '@hsl/contracts/states';

/**
 * The life cycle of a whistle as one table (domain 4.2): from where, by which action, by whom, to where.
 * The workflow takes legality from here, the API its `actions[]`, the docs their picture.
 * `ability` is the row's name in the table of rights; system steps have none.
 */
export interface Transition {
  from: WhistleState | 'none';
  action: WhistleAction;
  by: readonly (Role | 'system')[];
  to: WhistleState;
  ability?: string;
  note?: string;
}

const COMMUNITY = ['communityWorker', 'communityHead'] as const;
const LIAISON = ['liaisonOfficer'] as const;
const OPEN_STATES = WHISTLE_STATES.filter(isWhistleOpen);

/** The same row from several states. */
const fromEach = (states: readonly WhistleState[], row: Omit<Transition, 'from'>): Transition[] =>
  states.map((from) => ({ from, ...row }));

export const WHISTLE_TRANSITIONS: readonly Transition[] = [
  { from: 'none', action: 'blow', by: [...COMMUNITY, 'partnerKey'], to: 'BLOWN', ability: 'whistle.blow' },
  {
    from: 'BLOWN',
    action: 'accept',
    by: LIAISON,
    to: 'ACCEPTED',
    ability: 'whistle.accept',
    note: 'the clock accepts when nobody does',
  },
  { from: 'BLOWN', action: 'autoAccept', by: ['system'], to: 'ACCEPTED', note: 'accept overdue' },
  { from: 'BLOWN', action: 'sendBack', by: LIAISON, to: 'NEEDS_INFO', ability: 'whistle.sendBack' },
  {
    from: 'NEEDS_INFO',
    action: 'resubmit',
    by: [...COMMUNITY, 'partnerKey'],
    to: 'BLOWN',
    ability: 'whistle.resubmit',
  },
  { from: 'NEEDS_INFO', action: 'lapse', by: ['system'], to: 'WITHDRAWN', note: 'silent for 2 working days' },
  {
    from: 'BLOWN',
    action: 'decline',
    by: ['deputyLeader'],
    to: 'NOT_ACCEPTED',
    ability: 'whistle.confirmDecline',
    note: 'proposed by the liaison officer',
  },
  {
    from: 'NOT_ACCEPTED',
    action: 'upholdObjection',
    by: ['deputyLeader', 'groupLeader'],
    to: 'BLOWN',
    ability: 'whistle.ruleObjection',
  },
  ...fromEach(['BLOWN', 'ACCEPTED', 'ASSIGNING', 'CHECKED_IN', 'COORDINATING'], {
    ...{ action: 'merge', by: LIAISON, to: 'MERGED', ability: 'whistle.merge' },
  }),
  { from: 'ACCEPTED', action: 'assign', by: ['system'], to: 'ASSIGNING', note: 'two members are asked' },
  {
    from: 'ACCEPTED',
    action: 'routeAtOnce',
    by: ['system'],
    to: 'COORDINATING',
    note: 'G1 and G2 only, by the routing table',
  },
  {
    from: 'ASSIGNING',
    action: 'routeAtOnce',
    by: ['system'],
    to: 'COORDINATING',
    note: 'raised to G1 or G2 while members are being asked',
  },
  { from: 'ASSIGNING', action: 'checkIn', by: ['member'], to: 'CHECKED_IN', ability: 'checkIn.confirm' },
  {
    from: 'ASSIGNING',
    action: 'substitute',
    by: ['system'],
    to: 'CHECKED_IN',
    note: 'both rounds of members stayed silent',
  },
  {
    from: 'CHECKED_IN',
    action: 'deliberate',
    by: ['member', ...LIAISON],
    to: 'DELIBERATING',
    ability: 'session.convene',
  },
  { from: 'CHECKED_IN', action: 'dispatch', by: LIAISON, to: 'COORDINATING', ability: 'whistle.dispatch' },
  { from: 'DELIBERATING', action: 'dispatch', by: LIAISON, to: 'COORDINATING', ability: 'whistle.dispatch' },
  {
    from: 'CHECKED_IN',
    action: 'selfResolve',
    by: ['member', ...COMMUNITY],
    to: 'VERIFYING',
    ability: 'whistle.selfResolve',
  },
  {
    from: 'DELIBERATING',
    action: 'selfResolve',
    by: ['member', ...COMMUNITY],
    to: 'VERIFYING',
    ability: 'whistle.selfResolve',
  },
  {
    from: 'COORDINATING',
    action: 'integrateFeedback',
    by: ['handler', 'deputyHead', 'head'],
    to: 'VERIFYING',
    ability: 'departmentTask.integrateFeedback',
    note: 'after every supporting task',
  },
  {
    from: 'VERIFYING',
    action: 'pass',
    by: ['member', ...COMMUNITY, ...LIAISON],
    to: 'REVISITING',
    ability: 'whistle.verify',
    note: 'never by time-out',
  },
  {
    from: 'VERIFYING',
    action: 'fail',
    by: ['member', ...COMMUNITY, ...LIAISON],
    to: 'COORDINATING',
    ability: 'whistle.verify',
    note: 'half the time',
  },
  {
    from: 'VERIFYING',
    action: 'failSelfResolved',
    by: ['member', ...COMMUNITY, ...LIAISON],
    to: 'CHECKED_IN',
    ability: 'whistle.verify',
    note: 'no department has worked on it: it waits for the dispatch',
  },
  {
    from: 'REVISITING',
    action: 'flagFalseFeedback',
    by: ['member', ...COMMUNITY, ...LIAISON],
    to: 'COORDINATING',
    ability: 'whistle.flagFalseFeedback',
    note: 'half the time, with a supervise order',
  },
  {
    from: 'REVISITING',
    action: 'conclude',
    by: [...LIAISON, 'communityWorker'],
    to: 'CONCLUDED',
    ability: 'whistle.revisit',
    note: 'satisfied, basically satisfied or not reached; a proactive matter is confirmed by the community',
  },
  {
    from: 'REVISITING',
    action: 'dissatisfied',
    by: [...LIAISON, 'communityWorker'],
    to: 'COORDINATING',
    ability: 'whistle.revisit',
  },
  {
    from: 'REVISITING',
    action: 'dissatisfiedSelfResolved',
    by: [...LIAISON, 'communityWorker'],
    to: 'CHECKED_IN',
    ability: 'whistle.revisit',
    note: 'no department has worked on it: it waits for the dispatch',
  },
  {
    from: 'COORDINATING',
    action: 'explain',
    by: ['system'],
    to: 'REVISITING',
    note: 'the session after the second dissatisfaction ended in an explanation',
  },
  {
    from: 'COORDINATING',
    action: 'close',
    by: ['groupLeader'],
    to: 'CONCLUDED',
    ability: 'whistle.chooseOutcome',
    note: 'third dissatisfaction: explained with reasons, or referred',
  },
  {
    from: 'COORDINATING',
    action: 'ledger',
    by: ['deputyLeader', 'groupLeader'],
    to: 'LEDGERED',
    ability: 'ledger.approveShort',
  },
  { from: 'LEDGERED', action: 'deliver', by: ['system'], to: 'VERIFYING', note: 'last milestone done' },
  { from: 'LEDGERED', action: 'carryOver', by: ['groupLeader'], to: 'CARRIED_OVER', ability: 'carryOver.approve' },
  { from: 'CARRIED_OVER', action: 'resumeLedger', by: ['system'], to: 'LEDGERED' },
  ...fromEach(['CONCLUDED', 'LOOKING_BACK'], {
    ...{ action: 'reopen', by: ['resident', 'communityWorker', ...LIAISON], to: 'COORDINATING' },
    ...{ ability: 'whistle.reopen', note: 'within 30 days of the conclusion' },
  }),
  ...fromEach(['CONCLUDED', 'LOOKING_BACK'], {
    ...{ action: 'reopenSelfResolved', by: ['resident', 'communityWorker', ...LIAISON], to: 'CHECKED_IN' },
    ...{ ability: 'whistle.reopen', note: 'within 30 days; no department has worked on it' },
  }),
  { from: 'CONCLUDED', action: 'lookBack', by: ['system'], to: 'LOOKING_BACK', note: 'the first look-back is due' },
  { from: 'LOOKING_BACK', action: 'archive', by: ['system'], to: 'ARCHIVED', note: 'after the last look-back' },
  ...fromEach(OPEN_STATES, {
    ...{ action: 'withdraw', by: ['communityHead'], to: 'WITHDRAWN', ability: 'whistle.withdraw' },
    note: 'after a red card a deputy leader approves',
  }),
];

export type WhistleAction =
  | 'blow'
  | 'accept'
  | 'autoAccept'
  | 'sendBack'
  | 'resubmit'
  | 'lapse'
  | 'decline'
  | 'upholdObjection'
  | 'merge'
  | 'assign'
  | 'routeAtOnce'
  | 'checkIn'
  | 'substitute'
  | 'deliberate'
  | 'dispatch'
  | 'selfResolve'
  | 'integrateFeedback'
  | 'pass'
  | 'fail'
  | 'failSelfResolved'
  | 'flagFalseFeedback'
  | 'conclude'
  | 'explain'
  | 'close'
  | 'dissatisfied'
  | 'dissatisfiedSelfResolved'
  | 'ledger'
  | 'deliver'
  | 'carryOver'
  | 'resumeLedger'
  | 'reopen'
  | 'reopenSelfResolved'
  | 'lookBack'
  | 'archive'
  | 'withdraw';

/** Where the action leads from that state; undefined when the table does not allow it. */
export function nextState(from: WhistleState | 'none', action: WhistleAction): WhistleState | undefined {
  return WHISTLE_TRANSITIONS.find((row) => row.from === from && row.action === action)?.to;
}

/** Every action the table allows from that state. */
export function actionsFrom(from: WhistleState): readonly Transition[] {
  return WHISTLE_TRANSITIONS.filter((row) => row.from === from);
}
