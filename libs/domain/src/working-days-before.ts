import type { Instant } from '@hsl/contracts/instants';
import { officialOrWeekdays } from './calendar.js';
import { dayOf } from './calendar-day.js';
import { dueBy } from './deadline.js';
import type { Limit } from './limit.js';
import type { MatterTerms } from './matter-terms.js';
import type { RunningClock } from './running-clock.js';
import { compress, decompress } from './step-clock.js';
import { closingBefore } from './working-time.js';

/** 18:00 of the `count`-th working day before the clock's due day, with the time scale in it (domain 4.3, 4.5). */
export function workingDaysBefore(clock: RunningClock, count: number, { calendar, timeScale }: MatterTerms): Instant {
  const days = officialOrWeekdays(calendar);
  let at = decompress(clock.startedAt, clock.dueAt, timeScale);
  for (let left = count; left > 0; left--) at = closingBefore(days, dayOf(at));
  return compress(clock.startedAt, at, timeScale);
}

/** The latest instant a deadline may be extended to by one extension of that length (domain 4.3). */
export function longestExtension(clock: RunningClock, atMost: Limit, { calendar, timeScale }: MatterTerms): Instant {
  const due = decompress(clock.startedAt, clock.dueAt, timeScale);
  return compress(clock.startedAt, dueBy(officialOrWeekdays(calendar), due, atMost), timeScale);
}
