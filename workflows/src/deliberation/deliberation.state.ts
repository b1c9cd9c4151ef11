import type { Instant } from '@hsl/contracts/instants';
import type { SessionOutcome, SessionState } from '@hsl/contracts/states';
import type { RungAt } from '@hsl/contracts/steps';
import type { Calendar } from '@hsl/domain/limit';
import { Refused } from '@hsl/domain/refused';
import {
  afterRung,
  deadlineOf,
  FULL_LADDER,
  NO_LADDER,
  nextRungOf,
  recomputed,
  startClock,
  withCalendar,
  type RunningClock,
} from '@hsl/domain/running-clock';
import type { SessionAfter, SessionFact } from './deliberation.activities.js';
import type { DeliberationInput, HoldSessionCommand, SessionResumed, SessionView } from './deliberation.messages.js';

export interface SessionStatus {
  input: DeliberationInput;
  state: SessionState;
  version: number;
  round: 1 | 2;
  clock: RunningClock;
  outcome?: SessionOutcome;
}

export interface SessionDecided {
  next: SessionStatus;
  fact: SessionFact;
}

/** After a second dissatisfaction the matter's own clock rings; otherwise the session has its ladder (domain 4.5). */
function clockOf({ purpose, terms }: DeliberationInput, round: 1 | 2, at: Instant): RunningClock {
  const { dissatisfiedSession, deliberate, secondSession } = terms.steps;
  if (purpose === 'dissatisfied')
    return startClock('deliberate', dissatisfiedSession, at, terms, { lastRung: NO_LADDER });
  return startClock('deliberate', round === 1 ? deliberate : secondSession, at, terms, { lastRung: FULL_LADDER });
}

export function convened(input: DeliberationInput): SessionDecided {
  const { convenedBy, memberIds, leadDepartmentId, convenedAt } = input;
  const next: SessionStatus = { input, state: 'CONVENED', version: 1, round: 1, clock: clockOf(input, 1, convenedAt) };
  return { next, fact: { type: 'convened', convenedBy, memberIds, leadDepartmentId } };
}

/** As its row has it: a second session follows one without result. */
export function goneOn(
  input: DeliberationInput,
  { version, round, since, fired, heldWith }: SessionResumed,
): SessionStatus {
  const clock = { ...clockOf(input, round, since), fired };
  if (heldWith) return { input, state: 'HELD', version, round, clock, outcome: heldWith };
  return { ...{ input, state: 'CONVENED', version, round, clock }, ...(round === 2 ? { outcome: 'none' } : {}) };
}

/**
 * Domain 4.1 Topic: without result a second session follows within thirty days, and two are all there are. After a
 * dissatisfaction there is one: without a plan it ends in an explanation.
 */
export function hold(status: SessionStatus, { outcome, contentId }: HoldSessionCommand, at: Instant): SessionDecided {
  const { state, round, input } = status;
  if (state !== 'CONVENED') throw new Refused('sessionNotOpen', state);
  const isLast = outcome !== 'none' || round === 2 || input.purpose === 'dissatisfied';
  const version = status.version + 1;
  const next: SessionStatus = isLast
    ? { ...status, version, outcome, state: 'HELD' }
    : { ...status, version, outcome, round: 2, clock: clockOf(input, 2, at) };
  return { next, fact: { type: 'held', outcome, round, isLast, contentId } };
}

/** The matter was withdrawn or merged. */
export function cancel(status: SessionStatus): SessionDecided | undefined {
  if (status.state !== 'CONVENED') return undefined;
  return { next: { ...status, state: 'CANCELLED', version: status.version + 1 }, fact: { type: 'cancelled' } };
}

export function ring(status: SessionStatus, clock: RunningClock, { rung, kind }: RungAt): SessionDecided | undefined {
  if (status.clock !== clock || status.state !== 'CONVENED') return undefined;
  const next = { ...status, clock: afterRung(clock), version: status.version + 1 };
  return { next, fact: { type: 'rung', step: clock.step, rung, kind, dueAt: clock.dueAt } };
}

/** Domain 2.7: a new calendar; a provisional deadline is found again, a second session runs under it. */
export function loadCalendar(status: SessionStatus, calendar: Calendar): SessionDecided | undefined {
  const terms = withCalendar(status.input.terms, calendar);
  if (!terms || status.state !== 'CONVENED') return undefined;
  const { input, clock, version } = status;
  const next = { ...status, input: { ...input, terms }, clock: recomputed(clock, terms), version: version + 1 };
  return { next, fact: { type: 'calendarLoaded', calendarVersion: calendar.version } };
}

export function rowOf({ state, round, outcome, clock }: SessionStatus): SessionAfter {
  const isOpen = state === 'CONVENED';
  const nextRung = isOpen ? nextRungOf(clock) : undefined;
  return {
    ...{ state, round, outcome, dueAt: clock.dueAt, deadlines: isOpen ? [deadlineOf(clock)] : [] },
    ...(nextRung ? { nextRung } : {}),
  };
}

export const sessionView = ({ input, state, version, round, outcome, clock }: SessionStatus): SessionView => ({
  ...{ sessionId: input.sessionId, state, version, round, outcome, dueAt: clock.dueAt },
});
