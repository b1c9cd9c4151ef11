import type { Instant } from '@hsl/contracts/instants';
import type { Deadline, RungAt, Step } from '@hsl/contracts/steps';
import type { Calendar, Limit } from './limit.js';
import { clockFor, clockUntil, type ClockTerms, type StepClock } from './step-clock.js';

/** A step that is owed: its clock and how far its ladder has been climbed. */
export interface RunningClock extends StepClock {
  step: Step;
  holderId?: string;
  /** Rungs that have fired, counted from the first; they fire once and in order. */
  fired: number;
  /** The last rung this step climbs to; 0 for a step without ladder. */
  lastRung: number;
  /** True once a decision has set its deadline, which then no longer follows from the limit. */
  isMoved?: boolean;
}

/** All six rungs (domain 4.4). */
export const FULL_LADDER = 6;
/** For a step whose ladder is climbed elsewhere. */
export const NO_LADDER = 0;

export function startClock(
  step: Step,
  limit: Limit,
  at: Instant,
  terms: ClockTerms,
  extra: { holderId?: string | undefined; lastRung: number },
): RunningClock {
  const { holderId, lastRung } = extra;
  return {
    ...clockFor(at, limit, terms),
    ...{ step, fired: 0, lastRung },
    ...(holderId === undefined ? {} : { holderId }),
  };
}

/**
 * A clock that gives people a time in which they may act and cards nobody (objection, resubmission): a reminder at half
 * the time, and the expiry, at which something happens by itself.
 */
export function startWindow(step: Step, limit: Limit, at: Instant, terms: ClockTerms): RunningClock {
  const clock = startClock(step, limit, at, terms, { lastRung: 2 });
  return { ...clock, rungs: [clock.rungs[0]!, clock.rungs[2]!] };
}

/**
 * The same step under another limit or calendar, from the same start; rungs that fired stay fired (domain 4.3). A
 * deadline that was set by a decision stands.
 */
export function rearmed(clock: RunningClock, limit: Limit, terms: ClockTerms): RunningClock {
  if (clock.isMoved) return movedTo(clock, clock.dueAt, terms);
  return sameRungs(clock, { ...clock, ...clockFor(clock.startedAt, limit, terms) });
}

/** The same terms with a newer calendar; undefined if they know it already, so that being told twice changes nothing. */
export const withCalendar = <Terms extends ClockTerms>(terms: Terms, calendar: Calendar): Terms | undefined =>
  calendar.version > terms.calendar.version ? { ...terms, calendar } : undefined;

/**
 * The same step under a newer calendar (domain 2.7): a provisional deadline is found again from the same start and the
 * same limit, and its ladder with it; rungs that fired stay fired. A clock that was no guess stays as it is.
 */
export const recomputed = (clock: RunningClock, terms: ClockTerms): RunningClock =>
  clock.provisional ? rearmed(clock, clock.limit, terms) : clock;

/**
 * The same step with its deadline moved there; rungs that fired stay fired. A deadline from before the step began (taken
 * over from an older matter, domain 4.5) is its start: due at once, with a ladder that is still in order.
 */
export function movedTo(clock: RunningClock, wanted: Instant, terms: ClockTerms): RunningClock {
  const dueAt = Math.max(wanted, clock.startedAt);
  return sameRungs(clock, { ...clock, ...clockUntil(clock.startedAt, dueAt, clock.limit, terms), isMoved: true });
}

/** A window has fewer rungs than a ladder, and keeps having them. */
const sameRungs = (before: RunningClock, after: RunningClock): RunningClock => ({
  ...after,
  rungs: after.rungs.filter(({ rung }) => before.rungs.some((one) => one.rung === rung)),
});

/** The next rung of one clock; undefined when it has climbed as far as it goes. */
export function nextRungOf(clock: RunningClock): RungAt | undefined {
  return clock.fired < clock.lastRung ? clock.rungs[clock.fired] : undefined;
}

/** The clock whose next rung comes first; the earlier clock wins a tie, so that the order is always the same. */
export function nearestClock(clocks: readonly RunningClock[]): { clock: RunningClock; rung: RungAt } | undefined {
  let nearest: { clock: RunningClock; rung: RungAt } | undefined;
  for (const clock of clocks) {
    const rung = nextRungOf(clock);
    if (rung && (!nearest || rung.at < nearest.rung.at)) nearest = { clock, rung };
  }
  return nearest;
}

export const afterRung = (clock: RunningClock): RunningClock => ({ ...clock, fired: clock.fired + 1 });

/** The clock as people are shown it. */
export function deadlineOf(clock: RunningClock, doneAt?: Instant): Deadline {
  return {
    step: clock.step,
    ...(clock.holderId === undefined ? {} : { holderId: clock.holderId }),
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    provisional: clock.provisional,
    paused: false,
    daysOffBetween: clock.daysOffBetween,
    ...(clock.lastRung === FULL_LADDER && {
      rungs: clock.rungs.map((rung, index) => ({ ...rung, fired: index < clock.fired })),
    }),
    ...(doneAt === undefined ? {} : { doneAt }),
  };
}
