import { isWhistleOpen, WHISTLE_STATES, type WhistleState } from '@hsl/contracts/states';
import { nextState, type WhistleAction } from '@hsl/domain/whistle-transitions';

/** Other matters that an act may name. */
export interface Others {
  open: string;
  concluded: string;
}

/** Something a person can do to a whistle: its route, a body that would do, who may, and where the life cycle allows it. */
export interface Act {
  path: string;
  ability: string;
  body: object | ((others: Others) => object);
  /** Somebody who may do it to a matter of the first community. */
  by: string;
  legal: readonly WhistleState[];
}

const by = (...actions: WhistleAction[]): WhistleState[] =>
  WHISTLE_STATES.filter((state) => actions.some((action) => nextState(state, action) !== undefined));
const OPEN = WHISTLE_STATES.filter(isWhistleOpen);
/** Needs something that none of the matters has: a proposal to rule on, a resident, a card, a yellow level. */
const NEVER: readonly WhistleState[] = [];

const reason = '试一试';
const evidence = [{ kind: 'after', note: '照片' }];
const milestones = [{ title: '勘察', dueAt: '2027-01-15T18:00:00+08:00' }];
const application = {
  ...{ reason, blockers: [{ type: 'funds', note: '资金未到' }], milestones },
  taskBrief: { goal: '解决', measures: '按节点推进' },
};

export const ACTS: readonly Act[] = [
  { path: 'countersign', ability: 'whistle.countersign', body: {}, by: 'head-01', legal: NEVER },
  { path: 'acceptance', ability: 'whistle.accept', body: { grade: 'G3' }, by: 'liaison1', legal: by('accept') },
  {
    path: 'send-back',
    ability: 'whistle.sendBack',
    body: { missing: '几号楼' },
    by: 'liaison1',
    legal: by('sendBack'),
  },
  {
    path: 'resubmission',
    ability: 'whistle.resubmit',
    body: { added: '3 号楼' },
    by: 'worker-01',
    legal: by('resubmit'),
  },
  {
    ...{ path: 'decline', ability: 'whistle.decline', by: 'liaison1', legal: by('decline') },
    body: { reasonCode: 'inCourt', referral: '法院', reason },
  },
  {
    path: 'decline/ruling',
    ability: 'whistle.confirmDecline',
    body: { approve: true },
    by: 'deputyleader1',
    legal: NEVER,
  },
  { path: 'objection', ability: 'whistle.object', body: { reason }, by: 'worker-01', legal: ['NOT_ACCEPTED'] },
  {
    ...{ path: 'objection/ruling', ability: 'whistle.ruleObjection', by: 'deputyleader2', legal: NEVER },
    body: { approve: false, reason },
  },
  { path: 'contacts', ability: 'whistle.recordContact', body: { channel: 'phone' }, by: 'worker-01', legal: NEVER },
  { path: 'grade', ability: 'whistle.raiseGrade', body: { grade: 'G2', reason }, by: 'liaison1', legal: OPEN },
  {
    ...{ path: 'units', ability: 'whistle.correctUnits', by: 'liaison1', legal: NEVER },
    body: { leadDepartmentId: 'ZX-CGJ', reason },
  },
  { path: 'sessions', ability: 'session.convene', body: { subject: reason }, by: 'liaison1', legal: by('deliberate') },
  {
    ...{ path: 'self-resolution', ability: 'whistle.selfResolve', by: 'worker-01', legal: by('selfResolve') },
    body: { summary: '清了', evidence },
  },
  {
    // While a session is awaited it is illegal, whatever the table of states says.
    ...{ path: 'dispatch', ability: 'whistle.dispatch', by: 'liaison1', legal: ['CHECKED_IN'] },
    body: { leadDepartmentId: 'ZX-CGJ' },
  },
  {
    ...{ path: 'dispatch-advice', ability: 'whistle.adviseDispatch', by: 'member-01' },
    ...{ body: { leadDepartmentId: 'ZX-CGJ' }, legal: ['CHECKED_IN', 'DELIBERATING'] },
  },
  { path: 'verification', ability: 'whistle.verify', body: { verdict: 'pass' }, by: 'worker-01', legal: by('pass') },
  {
    ...{ path: 'revisits', ability: 'whistle.revisit', by: 'liaison2', legal: by('conclude') },
    body: { satisfaction: 'satisfied', solved: 'yes' },
  },
  {
    ...{ path: 'revisit-attempts', ability: 'whistle.logRevisitAttempt', by: 'liaison2', legal: by('conclude') },
    body: { channel: 'phone' },
  },
  { path: 'confirmation', ability: 'whistle.confirmProactive', body: {}, by: 'head-01', legal: by('conclude') },
  {
    ...{ path: 'false-feedback', ability: 'whistle.flagFalseFeedback', by: 'worker-01' },
    ...{ body: { reason }, legal: ['VERIFYING', 'REVISITING'] },
  },
  {
    ...{ path: 'outcome-choice', ability: 'whistle.chooseOutcome', by: 'groupleader', legal: NEVER },
    body: { choice: 'explainAndClose', reason },
  },
  {
    ...{ path: 'merge', ability: 'whistle.merge', by: 'liaison1', legal: by('merge') },
    body: ({ open }) => ({ masterId: open, reason }),
  },
  {
    ...{ path: 'repeat', ability: 'whistle.linkRepeat', by: 'liaison1', legal: OPEN },
    body: ({ concluded }) => ({ repeatOf: concluded }),
  },
  { path: 'withdrawal', ability: 'whistle.withdraw', body: { reason }, by: 'head-01', legal: by('withdraw') },
  {
    ...{ path: 'withdrawal/ruling', ability: 'whistle.approveWithdraw', by: 'deputyleader1', legal: NEVER },
    body: { approve: true },
  },
  {
    ...{ path: 'reopening', ability: 'whistle.reopen', by: 'liaison1', legal: by('reopen') },
    body: { reason, onBehalfOf: { channel: 'phone' } },
  },
  {
    ...{ path: 'ledger-application', ability: 'ledger.apply', by: 'head-cgj', legal: ['COORDINATING'] },
    body: application,
  },
];
