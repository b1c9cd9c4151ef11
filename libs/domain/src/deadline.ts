import type { Instant } from '@hsl/contracts/instants';
import { type WorkingDays, officialDays, officialOrWeekdays } from './calendar.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, dayOf } from './calendar-day.js';
import type { Calendar, Limit } from './limit.js';
import { afterWorkingTime, closingAfter } from './working-time.js';

const UNIT_MS = { minutes: MINUTE_MS, hours: HOUR_MS, days: DAY_MS } as const;

/** The due instant by that look-up of working days; shared by the strict and the provisional calculator. */
export function dueBy(days: WorkingDays, start: Instant, limit: Limit): Instant {
  if (!Number.isSafeInteger(limit.amount) || limit.amount < 1) {
    throw new RangeError(`the amount of a limit is a positive whole number, not ${limit.amount}`);
  }
  // Without this a search for the next working day would never end.
  if (!Number.isFinite(start)) throw new RangeError(`not an instant: ${start}`);
  switch (limit.kind) {
    case 'natural':
      return start + limit.amount * UNIT_MS[limit.unit];
    case 'workingDays':
      return closingAfter(days, dayOf(start), limit.amount);
    case 'workingHours':
      return afterWorkingTime(days, start, limit.amount * HOUR_MS);
  }
}

/**
 * When a step that starts at `start` is due (domain 4.3): natural limits by the wall clock; day n at 18:00, the
 * starting day not counted; working hours 08:30–12:00 and 14:30–18:00. Never guesses.
 * @throws CalendarUnknown (`code: 'calendarUnknown'`) when a year without official calendar has to be looked at
 */
export const deadline = (start: Instant, limit: Limit, calendar: Calendar): Instant =>
  dueBy(officialDays(calendar), start, limit);

/**
 * As `deadline`, but years without official calendar are taken as Monday to Friday and the answer is marked, to be
 * computed again when the year is published.
 */
export function deadlineOrProvisional(
  start: Instant,
  limit: Limit,
  calendar: Calendar,
): { dueAt: Instant; provisional: boolean } {
  const days = officialOrWeekdays(calendar);
  const dueAt = dueBy(days, start, limit);
  return { dueAt, provisional: days.guessed };
}
