import type { Legality } from '@hsl/access/access.service';
import type { Instant } from '@hsl/contracts/instants';
import { isWhistleOpen, type WhistleState } from '@hsl/contracts/states';
import type { WhistleProgress } from '@hsl/contracts/whistle-progress';
import { nextState, type WhistleAction } from '@hsl/domain/whistle-transitions';
import type { WhistleRow } from './whistle.repository.js';

type Progress = Partial<WhistleProgress>;
type Moment = (row: WhistleRow, progress: Progress) => boolean;

const by =
  (...actions: WhistleAction[]): Moment =>
  ({ state }) =>
    actions.some((action) => nextState(state as WhistleState, action) !== undefined);
const inState =
  (...states: WhistleState[]): Moment =>
  ({ state }) =>
    states.includes(state as WhistleState);
const isOpen: Moment = ({ state }) => isWhistleOpen(state as WhistleState);

/** Nobody works on it any more, nor looks back on it. */
const CLOSED: readonly WhistleState[] = ['ARCHIVED', 'MERGED', 'NOT_ACCEPTED', 'WITHDRAWN'];
/** Whether anything may still be shown of it. */
export const takesFiles = ({ state }: Pick<WhistleRow, 'state'>): boolean => !CLOSED.includes(state as WhistleState);

/** What people may do to a whistle through this API, and when the life cycle allows it. */
const MOMENTS: Record<string, Moment> = {
  'whistle.countersign': (row, { isCountersigned }) => isOpen(row, {}) && row.level !== 'blue' && !isCountersigned,
  'whistle.accept': (row, { decline }) => by('accept')(row, {}) && decline === undefined,
  'whistle.sendBack': (row, { decline }) => by('sendBack')(row, {}) && decline === undefined,
  'whistle.resubmit': by('resubmit'),
  'whistle.decline': (row, { decline }) => by('decline')(row, {}) && decline === undefined,
  'whistle.confirmDecline': (row, { decline }) => by('decline')(row, {}) && decline !== undefined,
  'whistle.object': (row, { objection }) =>
    inState('NOT_ACCEPTED')(row, {}) && objection === undefined && row.dueAt !== null,
  'whistle.ruleObjection': (row, { objection }) => inState('NOT_ACCEPTED')(row, {}) && objection === 'open',
  'whistle.recordContact': (row, { contactedAt, reporterCount = 0 }) =>
    isOpen(row, {}) && row.acceptedBy !== null && reporterCount > 0 && contactedAt === undefined,
  'whistle.raiseGrade': (row) => isOpen(row, {}) && row.grade !== 'G1',
  'whistle.lowerGrade': (row) => isOpen(row, {}) && row.grade !== 'G4',
  'whistle.raiseLevel': (row) => isOpen(row, {}) && row.level !== 'red',
  'whistle.lowerLevel': (row) => isOpen(row, {}) && row.level !== 'blue',
  'session.convene': by('deliberate'),
  'whistle.selfResolve': by('selfResolve'),
  'whistle.adviseDispatch': inState('CHECKED_IN', 'DELIBERATING'),
  'whistle.dispatch': (row, { session }) =>
    by('dispatch')(row, {}) && (row.state !== 'DELIBERATING' || session?.outcome !== undefined),
  'ledger.apply': (row, { ledger }) =>
    inState('COORDINATING')(row, {}) && row.track === 'longTerm' && ledger === undefined,
  'whistle.correctUnits': (row) => inState('COORDINATING')(row, {}) && (row.grade === 'G1' || row.grade === 'G2'),
  'whistle.verify': by('pass'),
  'whistle.flagFalseFeedback': inState('VERIFYING', 'REVISITING'),
  'whistle.revisit': by('conclude'),
  'whistle.logRevisitAttempt': by('conclude'),
  'whistle.confirmProactive': (row, { reporterCount = 0 }) => by('conclude')(row, {}) && reporterCount === 0,
  'whistle.conveneDissatisfied': (row, { dissatisfiedCount, session }) =>
    inState('COORDINATING')(row, {}) && dissatisfiedCount === 2 && session === undefined,
  'whistle.chooseOutcome': (row, { dissatisfiedCount = 0 }) =>
    inState('COORDINATING')(row, {}) && dissatisfiedCount >= 3,
  'whistle.merge': by('merge'),
  'whistle.linkRepeat': (row) => isOpen(row, {}) && row.repeatOf === null,
  'whistle.withdraw': (row, { withdrawProposedBy }) => by('withdraw')(row, {}) && withdrawProposedBy === undefined,
  'whistle.approveWithdraw': (row, { withdrawProposedBy }) => isOpen(row, {}) && withdrawProposedBy !== undefined,
  'whistle.reopen': by('reopen', 'reopenSelfResolved'),
  'whistle.readProcess': () => true,
  'whistle.readTimeline': () => true,
  'whistle.follow': () => true,
  'evidence.read': () => true,
  'evidence.upload': takesFiles,
  'evidence.redact': () => true,
  // Whom it closes when the matter is over is for the table to say.
  'evidence.readOriginal': () => true,
};

export const ACTION_NAMES = Object.keys(MOMENTS);

/** Whether the life cycle allows each action now, and by when the step that is waited for is owed. */
export function legalityOf(row: WhistleRow): Legality {
  const until: Instant | undefined = row.dueAt?.getTime();
  const progress = row.progress as unknown as Progress;
  return Object.fromEntries(
    Object.entries(MOMENTS).map(([name, moment]) => {
      const legal = moment(row, progress);
      return [name, legal ? { legal, until } : { legal }];
    }),
  );
}
