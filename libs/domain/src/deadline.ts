import type { Instant } from '@hsl/contracts/instants';
import { type WorkingDays, officialDays, officialOrWeekdays } from './calendar.js';
import { type Day, DAY_MS, HOUR_MS, MINUTE_MS, dateOf, dayOf, parseDay } from './calendar-day.js';
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
    case 'months':
      return closingAfter(days, sameDateLater(start, limit.amount) - 1, 1);
  }
}

/** The day of the same date so many months later, or the last of a shorter month (Civil Code 201–203). */
function sameDateLater(start: Instant, months: number): Day {
  const [year = 0, month = 0, date = 0] = dateOf(dayOf(start)).split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return parseDay(new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10));
}

/**
 * When a step that starts at `start` is due (domain 4.3): natural limits by the wall clock; day n at 18:00, the
 * starting day not counted; working hours 08:30–12:00 and 14:30–18:00; months on the same date at 18:00, or on the next
 * working day if that is none. Never guesses.
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
