import type { Instant } from '@hsl/contracts/instants';
import { dateOf, dayOf, yearOf } from './calendar-day.js';
import type { Calendar } from './limit.js';

/** The exceptions of one year, as its notice announces them. */
export interface CalendarYear {
  year: number;
  holidays: readonly string[];
  makeUpWorkdays: readonly string[];
}

/** Whether the years stay contiguous with this one: it is known already, or next to the known ones. */
export const fitsIn = ({ firstYear, lastYear }: Calendar, year: number): boolean =>
  year >= firstYear - 1 && year <= lastYear + 1;

/** The exceptions of that year as they are known; none for a year that is not. */
export function yearIn({ holidays, makeUpWorkdays }: Calendar, year: number): CalendarYear {
  const inside = (date: string) => date.startsWith(`${year}-`);
  return { year, holidays: holidays.filter(inside), makeUpWorkdays: makeUpWorkdays.filter(inside) };
}

/**
 * The next version of the calendar, with that year loaded or replaced (domain 2.7).
 * @throws RangeError for a year that does not fit in
 */
export function withYear(calendar: Calendar, { year, holidays, makeUpWorkdays }: CalendarYear): Calendar {
  if (!fitsIn(calendar, year)) throw new RangeError(`${year} is not next to the known years`);
  const replaced = (all: readonly string[], its: readonly string[]) =>
    [...all.filter((date) => !date.startsWith(`${year}-`)), ...its].toSorted();
  return {
    version: calendar.version + 1,
    firstYear: Math.min(calendar.firstYear, year),
    lastYear: Math.max(calendar.lastYear, year),
    holidays: replaced(calendar.holidays, holidays),
    makeUpWorkdays: replaced(calendar.makeUpWorkdays, makeUpWorkdays),
  };
}

/** The year that should be loaded by now: this one always, the next from 1 December on (Asia/Shanghai). */
export function missedYear({ lastYear }: Calendar, at: Instant): number | undefined {
  const year = yearOf(dayOf(at));
  if (lastYear < year) return lastYear + 1;
  const isDecember = dateOf(dayOf(at)).startsWith(`${year}-12-`);
  return isDecember && lastYear === year ? year + 1 : undefined;
}
