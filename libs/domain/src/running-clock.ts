import type { Instant } from '@hsl/contracts/instants';
import type { Deadline, RungAt, Step } from '@hsl/contracts/steps';
import type { Limit } from './limit.js';
import type { MatterTerms } from './matter-terms.js';
import { clockFor, type StepClock } from './step-clock.js';

/** A step that is owed: its clock and how far its ladder has been climbed. */
export interface RunningClock extends StepClock {
  step: Step;
  holderId?: string;
  /** Rungs that have fired, counted from the first; they fire once and in order. */
  fired: number;
  /** The last rung this step climbs to; 0 for a step without ladder. */
  lastRung: number;
}

export function startClock(
  step: Step,
  limit: Limit,
  at: Instant,
  terms: MatterTerms,
  extra: { holderId?: string; lastRung: number },
): RunningClock {
  return { ...clockFor(at, limit, terms), step, fired: 0, ...extra };
}

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
    ...(doneAt === undefined ? {} : { doneAt }),
  };
}
