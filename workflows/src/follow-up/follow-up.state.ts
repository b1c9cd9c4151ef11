import type { Instant } from '@hsl/contracts/instants';
import type { LookBackState, WhistleState } from '@hsl/contracts/states';
import type { RungAt } from '@hsl/contracts/steps';
import type { Calendar } from '@hsl/domain/limit';
import { Refused } from '@hsl/domain/refused';
import {
  afterRung,
  deadlineOf,
  FULL_LADDER,
  nextRungOf,
  recomputed,
  startClock,
  withCalendar,
  type RunningClock,
} from '@hsl/domain/running-clock';
import { nextState, type WhistleAction } from '@hsl/domain/whistle-transitions';
import type { WhistleAfter, WhistleFact } from '../whistle/whistle.activities.js';
import type { FollowUpInput, FollowUpView, ReportLookBackCommand } from './follow-up.messages.js';

export interface FollowUpStatus {
  input: FollowUpInput;
  state: WhistleState;
  version: number;
  lookBacks: { sequence: number; dueAt: Instant; state: LookBackState }[];
  /** The row of the matter as it was reopened: the watch is over. */
  reopened?: WhistleAfter;
  /** Runs while a look-back that has come due waits for its report. */
  clock?: RunningClock;
}

export interface FollowUpDecided {
  next: FollowUpStatus;
  fact: WhistleFact;
}

export const planned = (input: FollowUpInput): FollowUpStatus => ({
  input,
  state: input.concluded.state,
  version: input.version,
  lookBacks: input.lookBacksDueAt.map((dueAt, index) => ({
    ...{ sequence: input.firstSequence + index, dueAt, state: 'SCHEDULED' },
  })),
});

/** The next look-back nobody has reported on; undefined after the last one, and when the matter was reopened. */
export const nextLookBack = (status: FollowUpStatus) =>
  status.state === 'ARCHIVED' || status.reopened
    ? undefined
    : status.lookBacks.find((one) => one.state === 'SCHEDULED');

function step(status: FollowUpStatus, action: WhistleAction): WhistleState {
  const to = nextState(status.state, action);
  if (!to) throw new Refused('wrongState', status.state);
  return to;
}

/** Domain 4.2 LOOKING_BACK: the day has come, somebody must go and see. */
export function comeDue(status: FollowUpStatus, at: Instant): FollowUpDecided | undefined {
  const due = nextLookBack(status);
  if (!due || due.dueAt > at || status.clock) return undefined;
  const state = status.state === 'CONCLUDED' ? step(status, 'lookBack') : status.state;
  const { terms } = status.input;
  const clock = startClock('lookBack', terms.steps.lookBackReport, due.dueAt, terms, { lastRung: FULL_LADDER });
  const next = { ...status, state, clock, version: status.version + 1 };
  return { next, fact: { type: 'lookBackDue', sequence: due.sequence } };
}

/** Domain 4.1 LookBack: STABLE, REBOUND (which ends the watch: a new whistle takes over) or UNVERIFIABLE. */
export function report(status: FollowUpStatus, command: ReportLookBackCommand, newId: () => string): FollowUpDecided {
  const { sequence, result, contentId } = command;
  const asked = status.lookBacks.find((one) => one.sequence === sequence);
  if (asked && asked.state !== 'SCHEDULED') throw new Refused('alreadyAnswered', asked.state);
  if (!status.clock || nextLookBack(status)?.sequence !== sequence) throw new Refused('lookBackNotDue', status.state);
  const lookBacks = status.lookBacks.map((one) => (one === asked ? { ...one, state: result } : one));
  const isLast = result === 'REBOUND' || lookBacks.every((one) => one.state !== 'SCHEDULED');
  const state = isLast ? step(status, 'archive') : status.state;
  const rebound = result === 'REBOUND' ? { reboundWhistleId: newId() } : {};
  return {
    next: { ...status, state, lookBacks, clock: undefined, version: status.version + 1 },
    fact: { type: 'lookBackReported', sequence, result, contentId, ...rebound },
  };
}

export function ring(status: FollowUpStatus, clock: RunningClock, { rung, kind }: RungAt): FollowUpDecided {
  const next = { ...status, clock: afterRung(clock), version: status.version + 1 };
  return { next, fact: { type: 'rung', step: 'lookBack', rung, kind, dueAt: clock.dueAt } };
}

/** Domain 2.7: a new calendar; a report that is owed is found again, later ones run under it. */
export function loadCalendar(status: FollowUpStatus, calendar: Calendar): FollowUpDecided | undefined {
  const terms = withCalendar(status.input.terms, calendar);
  if (!terms || !nextLookBack(status)) return undefined;
  const clock = status.clock && recomputed(status.clock, terms);
  const next = { ...status, input: { ...status.input, terms }, clock, version: status.version + 1 };
  return { next, fact: { type: 'calendarLoaded', calendarVersion: calendar.version } };
}

/** The whistle's row: as it was concluded, but for what the watch over it changes. */
export function rowOf({ input, state, clock, reopened }: FollowUpStatus): WhistleAfter {
  if (reopened) return reopened;
  const nextRung = clock && nextRungOf(clock);
  const waitingFor = clock ? [{ step: 'lookBack', kind: 'role', id: 'communityWorker' } as const] : [];
  return {
    ...input.concluded,
    ...{ state, waitingFor, nextRung, dueAt: clock?.dueAt, waitingSince: clock?.startedAt },
    deadlines: clock ? [deadlineOf(clock)] : [],
  };
}

export const followUpView = ({ state, lookBacks }: FollowUpStatus): FollowUpView => ({ state, lookBacks });
