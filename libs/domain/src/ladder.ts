import type { Instant } from '@hsl/contracts/instants';
import { RUNG_KINDS, type RungAt } from '@hsl/contracts/steps';
import { type WorkingDays, officialDays, officialOrWeekdays } from './calendar.js';
import { SECOND_MS, dayOf } from './calendar-day.js';
import { dueBy } from './deadline.js';
import type { Calendar, Limit } from './limit.js';
import { afterWorkingTime, closingAfter, closingBefore, workingTimeIn } from './working-time.js';

/** Day limits up to this length get their yellow card at 80 % of the time instead of a working day before. */
const SHORT_WORKING_DAYS = 2;
/** Rungs 4, 5 and 6: so many working days after the date of the deadline, at 18:00. */
const WORKING_DAYS_AFTER = [1, 3, 5] as const;

const wholeSeconds = (instant: Instant): Instant => Math.floor(instant / SECOND_MS) * SECOND_MS;

/** When `parts` of `whole` parts of the time are gone: wall-clock time for natural limits and months, else working time. */
function whenGone(
  days: WorkingDays,
  start: Instant,
  due: Instant,
  limit: Limit,
  parts: number,
  whole: number,
): Instant {
  if (limit.kind === 'natural' || limit.kind === 'months') return wholeSeconds(start + ((due - start) * parts) / whole);
  const share = (workingTimeIn(days, start, due) * parts) / whole;
  // A deadline that was moved may lie in hours that nobody works; its shares are never after it.
  return Math.min(due, wholeSeconds(afterWorkingTime(days, start, share)));
}

/** The six rungs by that look-up of working days, for a step that is due at `due` whatever its limit was. */
export function rungsUntil(days: WorkingDays, start: Instant, due: Instant, limit: Limit): RungAt[] {
  const isLong = limit.kind === 'months' || (limit.kind === 'workingDays' && limit.amount > SHORT_WORKING_DAYS);
  const half = whenGone(days, start, due, limit, 1, 2);
  const dayBefore = isLong ? closingBefore(days, dayOf(due)) : start;
  const instants = [
    half,
    // A deadline moved close to its start leaves no working day between them.
    dayBefore > start && dayBefore >= half ? dayBefore : whenGone(days, start, due, limit, 4, 5),
    due,
    ...WORKING_DAYS_AFTER.map((count) => closingAfter(days, dayOf(due), count)),
  ];
  return instants.map((at, index) => ({ rung: (index + 1) as RungAt['rung'], kind: RUNG_KINDS[index]!, at }));
}

/**
 * When each rung of the escalation ladder fires for a step that starts at `start` (domain 4.4): reminder at half the
 * time, yellow card at 80 % or one working day before, red card at expiry, then 1, 3 and 5 working days after.
 * Never out of order; two rungs may share an instant. Fractions of a second are dropped from shares of the time.
 * @throws CalendarUnknown when a year without official calendar has to be looked at
 */
export function ladder(start: Instant, limit: Limit, calendar: Calendar): RungAt[] {
  const days = officialDays(calendar);
  return rungsUntil(days, start, dueBy(days, start, limit), limit);
}

/** As `ladder`, with Monday to Friday for years without official calendar. */
export function ladderOrProvisional(start: Instant, limit: Limit, calendar: Calendar): RungAt[] {
  const days = officialOrWeekdays(calendar);
  return rungsUntil(days, start, dueBy(days, start, limit), limit);
}
