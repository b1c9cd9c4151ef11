import type { Instant } from '@hsl/contracts/instants';
import { type WorkingDays, officialDays, officialOrWeekdays } from './calendar.js';
import { type Day, HOUR_MS, MINUTE_MS, dayOf, instantOn, sinceMidnight } from './calendar-day.js';
import type { Calendar } from './limit.js';

/** Opening hours of a working day, since midnight in Shanghai: 08:30–12:00 and 14:30–18:00 (domain 4.3). */
const OPENING_HOURS: readonly (readonly [openMs: number, closeMs: number])[] = [
  [8.5 * HOUR_MS, 12 * HOUR_MS],
  [14.5 * HOUR_MS, 18 * HOUR_MS],
];
const OPENING_MS = 8.5 * HOUR_MS;
/** A day's work ends at 18:00; day limits fall due then. */
const CLOSING_MS = 18 * HOUR_MS;

export const closingOf = (day: Day): Instant => instantOn(day, CLOSING_MS);

/** 18:00 of the `count`-th working day strictly after `day`. */
export function closingAfter(days: WorkingDays, day: Day, count: number): Instant {
  let found = day;
  for (let left = count; left > 0;) if (days.isWorking(++found)) left--;
  return closingOf(found);
}

/** 18:00 of the last working day strictly before `day`. */
export function closingBefore(days: WorkingDays, day: Day): Instant {
  let found = day - 1;
  while (!days.isWorking(found)) found--;
  return closingOf(found);
}

/**
 * The earliest instant at which `workingMs` of working time has passed since `start`. Time that ends exactly at a
 * closing moment ends there, not at the next opening.
 */
export function afterWorkingTime(days: WorkingDays, start: Instant, workingMs: number): Instant {
  if (workingMs <= 0) return start;
  let left = workingMs;
  let from = sinceMidnight(start);
  for (let day = dayOf(start); ; day++, from = 0) {
    // After closing time the rest of the day does not matter, so an unknown calendar does not either.
    if (from >= CLOSING_MS || !days.isWorking(day)) continue;
    for (const [open, close] of OPENING_HOURS) {
      const begin = Math.max(open, from);
      if (begin + left <= close) return instantOn(day, begin + left);
      left -= Math.max(0, close - begin);
    }
  }
}

/** Working time inside [from, to). Only days that have opening hours inside are looked at. */
export function workingTimeIn(days: WorkingDays, from: Instant, to: Instant): number {
  let passed = 0;
  for (let day = dayOf(from); day <= dayOf(to); day++) {
    const begin = from - instantOn(day, 0);
    const end = to - instantOn(day, 0);
    if (begin >= CLOSING_MS || end <= OPENING_MS || begin >= end || !days.isWorking(day)) continue;
    for (const [open, close] of OPENING_HOURS) passed += Math.max(0, Math.min(close, end) - Math.max(open, begin));
  }
  return passed;
}

/**
 * Milliseconds of working time inside [from, to); 0 when `to` is not after `from`.
 * @throws CalendarUnknown when a year without official calendar has to be looked at
 */
export const workingMillisBetween = (from: Instant, to: Instant, calendar: Calendar): number =>
  workingTimeIn(officialDays(calendar), from, to);

/** As workingMillisBetween, in minutes (with a fraction when the instants are not whole minutes). */
export const workingMinutesBetween = (from: Instant, to: Instant, calendar: Calendar): number =>
  workingMillisBetween(from, to, calendar) / MINUTE_MS;

/** Whether people are at work at that instant; by weekday in a year whose calendar is not known. */
export function isOpeningTime(at: Instant, calendar: Calendar): boolean {
  const sinceMidnightMs = sinceMidnight(at);
  const isOpen = OPENING_HOURS.some(([open, close]) => open <= sinceMidnightMs && sinceMidnightMs < close);
  return isOpen && officialOrWeekdays(calendar).isWorking(dayOf(at));
}
