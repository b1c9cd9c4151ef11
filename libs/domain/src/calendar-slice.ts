import type { Instant } from '@hsl/contracts/instants';
import { dayOf, yearOf } from './calendar-day.js';
import type { Calendar } from './limit.js';

/**
 * The part of a calendar that a matter starting at `from` can need within `days` days, small enough for a workflow's
 * input. Whole years are kept, because a calendar is known by the year: a date beyond the window is then either right
 * or refused, never silently taken for an ordinary weekday. `from` is the earliest start that will be asked about.
 */
export function calendarSlice(calendar: Calendar, from: Instant, days: number): Calendar {
  const firstYear = Math.max(calendar.firstYear, yearOf(dayOf(from)));
  const lastYear = Math.min(calendar.lastYear, yearOf(dayOf(from) + days));
  const inside = (date: string) => date >= `${firstYear}-01-01` && date <= `${lastYear}-12-31`;
  return {
    version: calendar.version,
    firstYear,
    lastYear,
    holidays: calendar.holidays.filter(inside),
    makeUpWorkdays: calendar.makeUpWorkdays.filter(inside),
  };
}
