import type { Grade, Level } from '@hsl/contracts/grades';
import type { Instant } from '@hsl/contracts/instants';
import type { ProcessView } from '@hsl/contracts/process-view';
import type { WhistleState } from '@hsl/contracts/states';
import type { WaitingFor } from '@hsl/contracts/steps';
import type { MatterTerms } from '@hsl/domain/matter-terms';
import { Refused } from '@hsl/domain/refused';
import { deadlineOf, nextRungOf, startClock, type RunningClock } from '@hsl/domain/running-clock';
import type { Limit } from '@hsl/domain/limit';
import { nextState, type WhistleAction } from '@hsl/domain/whistle-transitions';
import type { TaskRef, WhistleAfter, WhistleFact } from './whistle.activities.js';
import type { WhistleInput } from './whistle.messages.js';

/** Cards stop at the red one; what follows it is a matter for the leadership (domain 4.4 rungs 4 to 6). */
export const LAST_RUNG = 3;
/** For a step whose ladder is climbed elsewhere. */
export const NO_LADDER = 0;

/** Everything a whistle workflow knows. Never changed in place: each decision makes the next one. */
export interface WhistleStatus {
  state: WhistleState;
  version: number;
  grade: Grade;
  level: Level;
  terms: MatterTerms;
  waitingFor: WaitingFor[];
  since: Instant;
  /** The clock of the step that is owed; without ladder where members or departments run their own. */
  clock?: RunningClock;
  memberIds: string[];
  tasks: TaskRef[];
  reworkCount: number;
  /** The limit the lead had, so that a rework gets half of it. */
  feedbackLimit?: Limit;
}

/** A decision of the pure rules: what happened, and what is true after it. */
export interface Decided {
  next: WhistleStatus;
  fact: WhistleFact;
}

export function blown(input: WhistleInput): WhistleStatus {
  const { terms, blownAt } = input;
  return {
    state: 'BLOWN',
    version: 1,
    grade: input.defaultGrade,
    level: input.level,
    terms,
    waitingFor: [{ step: 'accept', kind: 'role', id: 'liaisonOfficer' }],
    since: blownAt,
    clock: startClock('accept', terms.limits.accept, blownAt, terms, { lastRung: LAST_RUNG }),
    memberIds: [],
    tasks: [],
    reworkCount: 0,
  };
}

/** The state the table leads to. @throws Refused `wrongState` when it leads nowhere */
export function step(status: WhistleStatus, action: WhistleAction): WhistleState {
  const to = nextState(status.state, action);
  if (!to) throw new Refused('wrongState', status.state);
  return to;
}

/** The status after a step: one version later, the old clock gone, waiting for somebody else since now. */
export function moved(status: WhistleStatus, at: Instant, change: Partial<WhistleStatus>): WhistleStatus {
  return { ...status, clock: undefined, since: at, version: status.version + 1, ...change };
}

/** What the owner's row shows of the status. */
export function rowOf(status: WhistleStatus): WhistleAfter {
  const { clock } = status;
  return {
    state: status.state,
    grade: status.grade,
    level: status.level,
    ruleSetVersion: status.terms.ruleSetVersion,
    waitingFor: status.waitingFor,
    ...(status.waitingFor.length === 0 ? {} : { waitingSince: status.since }),
    ...(clock ? { dueAt: clock.dueAt, nextRung: nextRungOf(clock) } : {}),
    deadlines: clock ? [deadlineOf(clock)] : [],
    reworkCount: status.reworkCount,
    leadDepartmentId: status.tasks.find((task) => task.role === 'lead')?.departmentId,
    departmentIds: status.tasks.map((task) => task.departmentId),
    memberIds: status.memberIds,
  };
}

/** What the workflow answers when asked where it is. */
export function processOf(whistleId: string, status: WhistleStatus): ProcessView {
  const { waitingSince, deadlines, nextRung, ruleSetVersion } = rowOf(status);
  const { state, version, grade, level, waitingFor, reworkCount, tasks } = status;
  return {
    ...{ whistleId, state, version, grade, level, ruleSetVersion, waitingFor },
    ...{ since: waitingSince, deadlines, nextRung, reworkCount, tasks },
  };
}
