import type { Instant } from '@hsl/contracts/instants';
import type { RungAt } from '@hsl/contracts/steps';
import { daysOffIn, officialOrWeekdays } from './calendar.js';
import { deadlineOrProvisional } from './deadline.js';
import { ladderOrProvisional } from './ladder.js';
import type { Calendar, Limit } from './limit.js';

/** What a deadline depends on besides its start and its limit. */
export interface ClockTerms {
  calendar: Calendar;
  /** Divides every duration, counted from the start of the step: 1 in real life, thousands in a demo. */
  timeScale: number;
}

/** The clock of one step, with the time scale applied to every instant in it. */
export interface StepClock {
  startedAt: Instant;
  dueAt: Instant;
  /** True while the due date was found with a year whose official calendar is not published. */
  provisional: boolean;
  /** Days of the unscaled calendar that are no working days; 0 for natural limits, which do not skip them. */
  daysOffBetween: number;
  rungs: RungAt[];
}

/** `at`, moved towards `start` so that the time between them is `timeScale` times as short; whole milliseconds. */
export function compress(start: Instant, at: Instant, timeScale: number): Instant {
  if (!(timeScale > 0 && Number.isFinite(timeScale))) throw new RangeError(`no time scale: ${timeScale}`);
  return start + Math.round((at - start) / timeScale);
}

/** The clock of a step that starts now (domain 4.3 and 4.4). Never refuses: see `provisional`. */
export function clockFor(start: Instant, limit: Limit, terms: ClockTerms): StepClock {
  const { calendar, timeScale } = terms;
  const { dueAt, provisional } = deadlineOrProvisional(start, limit, calendar);
  const isNatural = limit.kind === 'natural';
  return {
    startedAt: start,
    dueAt: compress(start, dueAt, timeScale),
    provisional,
    daysOffBetween: isNatural ? 0 : daysOffIn(officialOrWeekdays(calendar), start, dueAt),
    rungs: ladderOrProvisional(start, limit, calendar).map((rung) => ({
      ...rung,
      at: compress(start, rung.at, timeScale),
    })),
  };
}
