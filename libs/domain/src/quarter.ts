import type { Instant } from '@hsl/contracts/instants';
import { instantOn, parseDay, dateOf, dayOf, HOUR_MS } from './calendar-day.js';

const CLOSING_MS = 18 * HOUR_MS;
const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'] as const;

/** 18:00 in Shanghai of the last day of the quarter that `at` lies in; of the next one from that moment on. */
export function quarterEndAfter(at: Instant): Instant {
  const year = Number(dateOf(dayOf(at)).slice(0, 4));
  const ends = [year, year + 1].flatMap((one) =>
    LAST_DAYS.map((day) => instantOn(parseDay(`${one}-${day}`), CLOSING_MS)),
  );
  return ends.find((end) => end > at)!;
}

/** Whether a quarter's end is a year's end. */
export const isYearEnd = (at: Instant): boolean => dateOf(dayOf(at)).endsWith('-12-31');
