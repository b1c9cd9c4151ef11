import type { Instant } from '@hsl/contracts/instants';
import type { RungAt } from '@hsl/contracts/steps';
import { daysOffIn, officialOrWeekdays } from './calendar.js';
import { dayOf } from './calendar-day.js';
import { deadlineOrProvisional } from './deadline.js';
import { rungsUntil } from './ladder.js';
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
  limit: Limit;
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

/** Undoes `compress`: where that instant lies on the unscaled axis of the step. */
export const decompress = (start: Instant, at: Instant, timeScale: number): Instant =>
  start + Math.round((at - start) * timeScale);

/** The clock of a step that starts now (domain 4.3 and 4.4). Never refuses: see `provisional`. */
export function clockFor(start: Instant, limit: Limit, terms: ClockTerms): StepClock {
  const { dueAt, provisional } = deadlineOrProvisional(start, limit, terms.calendar);
  return { ...ladderOf(start, dueAt, limit, terms), provisional };
}

/**
 * The clock of a step whose deadline was set by a decision and not by its limit: extended, paused, taken over from a
 * merged matter. @param dueAt as people see it, with the time scale in it
 */
export function clockUntil(start: Instant, dueAt: Instant, limit: Limit, terms: ClockTerms): StepClock {
  const due = decompress(start, dueAt, terms.timeScale);
  const days = officialOrWeekdays(terms.calendar);
  days.isWorking(dayOf(due));
  return { ...ladderOf(start, due, limit, terms), dueAt, provisional: days.guessed };
}

function ladderOf(start: Instant, due: Instant, limit: Limit, terms: ClockTerms): Omit<StepClock, 'provisional'> {
  const { calendar, timeScale } = terms;
  const days = officialOrWeekdays(calendar);
  return {
    startedAt: start,
    limit,
    dueAt: compress(start, due, timeScale),
    daysOffBetween: limit.kind === 'natural' || limit.kind === 'months' ? 0 : daysOffIn(days, start, due),
    rungs: rungsUntil(days, start, due, limit).map((rung) => ({ ...rung, at: compress(start, rung.at, timeScale) })),
  };
}
