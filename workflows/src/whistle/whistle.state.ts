import type { Grade, Level, Track } from '@hsl/contracts/grades';
import type { Instant } from '@hsl/contracts/instants';
import type { ProcessView } from '@hsl/contracts/process-view';
import { isWhistleOpen, type WhistleState } from '@hsl/contracts/states';
import type { WaitingFor } from '@hsl/contracts/steps';
import type { Route, TaskRef, WhistleProgress } from '@hsl/contracts/whistle-progress';
import type { Limit } from '@hsl/domain/limit';
import type { MatterTerms } from '@hsl/domain/matter-terms';
import { Refused } from '@hsl/domain/refused';
import {
  deadlineOf,
  FULL_LADDER,
  nearestClock,
  NO_LADDER,
  startClock,
  type RunningClock,
} from '@hsl/domain/running-clock';
import { nextState, type WhistleAction } from '@hsl/domain/whistle-transitions';
import type { WhistleAfter, WhistleFact } from './whistle.activities.js';
import type { WhistleInput } from './whistle.messages.js';

/** Everything a whistle workflow knows. Never changed in place: each decision makes the next one. */
export interface WhistleStatus extends WhistleProgress {
  state: WhistleState;
  version: number;
  grade: Grade;
  level: Level;
  track?: Track;
  terms: MatterTerms;
  households?: number;
  route?: Route;
  waitingFor: WaitingFor[];
  since: Instant;
  /** The clock of the step that is owed; without ladder where members or departments run their own. */
  clock?: RunningClock;
  /** Clocks that run beside it: first contact, countersign afterwards, approval of a withdrawal. */
  asides: RunningClock[];
  /** The limit the lead had, so that a rework gets half of it. */
  feedbackLimit?: Limit;
}

/** A decision of the pure rules: what happened, and what is true after it. */
export interface Decided {
  next: WhistleStatus;
  fact: WhistleFact;
}

export function blown(input: WhistleInput): WhistleStatus {
  const { terms, blownAt, level, households, route, reporterCount } = input;
  return {
    ...{ state: 'BLOWN', version: 1, grade: input.defaultGrade, level, terms, households, route },
    waitingFor: acceptedBy({ level, isCountersigned: false }),
    since: blownAt,
    clock: startClock('accept', terms.limits.accept, blownAt, terms, { lastRung: FULL_LADDER }),
    asides: [],
    ...{ tasks: [], memberIds: [], reworkCount: 0, dissatisfiedCount: 0, failedVerifications: 0 },
    ...{ reporterCount, absorbedIds: [], isCountersigned: false, conclusions: 0, lateSteps: [] },
  };
}

/** Whom the acceptance waits for: at yellow and red first for the head's name (domain 4.2 blow). */
export const acceptedBy = ({
  level,
  isCountersigned,
}: Pick<WhistleStatus, 'level' | 'isCountersigned'>): WaitingFor[] => [
  ...(level === 'blue' || isCountersigned
    ? []
    : [{ step: 'countersign', kind: 'role', id: 'communityHead' } satisfies WaitingFor]),
  { step: 'accept', kind: 'role', id: 'liaisonOfficer' },
];

/** The liaison officer owes the dispatch, with a clock from now where the matter's rules know one (decision 0027). */
export function toBeDispatched(terms: MatterTerms, at: Instant): Pick<WhistleStatus, 'waitingFor' | 'clock'> {
  const limit = terms.limits.dispatch;
  return {
    waitingFor: [{ step: 'dispatch', kind: 'role', id: 'liaisonOfficer' }],
    ...(limit ? { clock: startClock('dispatch', limit, at, terms, { lastRung: FULL_LADDER }) } : {}),
  };
}

/** The matter at another level; one that is not accepted yet may now want the head's name, or no longer. */
export const atLevel = (status: WhistleStatus, level: Level): WhistleStatus => ({
  ...status,
  level,
  ...(status.waitingFor.some((one) => one.step === 'accept') ? { waitingFor: acceptedBy({ ...status, level }) } : {}),
});

/** A reopened matter: its follow-up has decided that the lead works on it again. */
export function resumed({ terms, defaultGrade, level, households, route, resumed: from }: WhistleInput): WhistleStatus {
  if (!from) throw new RangeError('nothing to resume');
  const { state, version, at, track, waitingFor, progress } = from;
  const feedbackLimit = terms.steps.dissatisfiedRework;
  const clock = startClock('feedback', feedbackLimit, at, terms, { lastRung: NO_LADDER });
  return {
    ...progress,
    ...{ state, version, grade: defaultGrade, level, track, terms, households, route },
    ...{ since: at, feedbackLimit, asides: [] },
    ...(state === 'COORDINATING' ? { waitingFor, clock } : toBeDispatched(terms, at)),
  };
}

/** The state the table leads to. @throws Refused `wrongState` when it leads nowhere */
export function step(status: WhistleStatus, action: WhistleAction): WhistleState {
  const to = nextState(status.state, action);
  if (!to) throw new Refused('wrongState', status.state);
  return to;
}

/** @throws Refused `wrongState` unless the matter is in one of the states */
export function only(status: WhistleStatus, ...states: WhistleState[]): void {
  if (!states.includes(status.state)) throw new Refused('wrongState', status.state);
}

/** States in which the ledger entry of a matter may be applied for or run; elsewhere it is told to close. */
export const ON_LEDGER: readonly WhistleState[] = ['COORDINATING', 'LEDGERED', 'CARRIED_OVER'];

/** The status after a step: one version later, the old clock gone, waiting for somebody else since now. */
export function moved(status: WhistleStatus, at: Instant, change: Partial<WhistleStatus>): WhistleStatus {
  const next = { ...status, clock: undefined, since: at, version: status.version + 1, ...change };
  const { ledger, state } = next;
  return ledger && !ON_LEDGER.includes(state) ? { ...next, ledger: { ...ledger, isClosing: true } } : next;
}

/** The status after something that moves nobody: one version later, whoever was waited for still is. */
export const noted = (status: WhistleStatus, change: Partial<WhistleStatus>): WhistleStatus => ({
  ...status,
  ...change,
  version: status.version + 1,
});

/** Nothing more can happen to the matter in this workflow. */
export const isOver = ({ state, clock }: WhistleStatus): boolean =>
  state === 'NOT_ACCEPTED' ? clock === undefined : !isWhistleOpen(state);

export const clocksOf = ({ clock, asides }: WhistleStatus): RunningClock[] => (clock ? [clock, ...asides] : asides);

export const withoutAside = (status: WhistleStatus, gone: RunningClock['step']): RunningClock[] =>
  status.asides.filter(({ step: name }) => name !== gone);

export const leadOf = ({ tasks }: WhistleStatus): TaskRef | undefined => tasks.find((task) => task.role === 'lead');

/** Tasks whose departments owe their feedback now. */
export function owedTasks({ state, tasks, waitingFor }: WhistleStatus): TaskRef[] {
  if (state !== 'COORDINATING') return [];
  const owing = new Set(waitingFor.flatMap((one) => (one.step === 'feedback' ? [one.id] : [])));
  return tasks.filter((task) => owing.has(task.departmentId));
}

export function progressOf(status: WhistleStatus): WhistleProgress {
  const { tasks, memberIds, reworkCount, dissatisfiedCount, failedVerifications, reporterCount, absorbedIds } = status;
  const { isCountersigned, contactedAt, decline, objection, session, selfResolvedBy, withdrawProposedBy } = status;
  const { ledger, masterId, repeatOf, outcome, conclusions, lateSteps } = status;
  return {
    ...{ tasks, memberIds, reworkCount, dissatisfiedCount, failedVerifications, reporterCount, absorbedIds },
    ...{ isCountersigned, contactedAt, decline, objection, session, selfResolvedBy, withdrawProposedBy },
    ...{ ledger, masterId, repeatOf, outcome, conclusions, lateSteps },
  };
}

/** What the owner's row shows of the status. */
export function rowOf(status: WhistleStatus): WhistleAfter {
  const { state, grade, level, terms, waitingFor, clock } = status;
  const nextRung = nearestClock(clocksOf(status))?.rung;
  return {
    ...{ state, grade, level, waitingFor, ruleSetVersion: terms.ruleSetVersion },
    ...(waitingFor.length === 0 ? {} : { waitingSince: status.since }),
    ...(clock ? { dueAt: clock.dueAt } : {}),
    ...(nextRung ? { nextRung } : {}),
    deadlines: clocksOf(status).map((one) => deadlineOf(one)),
    progress: progressOf(status),
  };
}

/** What the workflow answers when asked where it is. */
export function processOf(whistleId: string, status: WhistleStatus): ProcessView {
  const { waitingSince, deadlines, nextRung, ruleSetVersion } = rowOf(status);
  const { state, version, grade, level, waitingFor, reworkCount, tasks } = status;
  return {
    ...{ whistleId, state, version, grade, level, ruleSetVersion, waitingFor },
    ...{ since: waitingSince, deadlines, nextRung, reworkCount },
    tasks: tasks.map(({ taskId, departmentId, role, round }) => ({ taskId, departmentId, role, round })),
  };
}
