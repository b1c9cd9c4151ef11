import type { Instant } from '@hsl/contracts/instants';
import { dayOf, instantOn, MINUTE_MS, sinceMidnight } from './calendar-day.js';

/** Minutes after midnight in Asia/Shanghai; `from` after `to` goes over midnight, equal means none. */
export interface QuietHours {
  from: number;
  to: number;
}

/** Until a person says otherwise: from ten at night to seven in the morning. */
export const STANDARD_QUIET_HOURS: QuietHours = { from: 22 * 60, to: 7 * 60 };

/** When the quiet hours that hold at `now` are over; undefined if none hold. */
export function quietUntil({ from, to }: QuietHours, now: Instant): Instant | undefined {
  const minute = sinceMidnight(now) / MINUTE_MS;
  const isQuiet = from <= to ? from <= minute && minute < to : from <= minute || minute < to;
  if (!isQuiet) return undefined;
  return instantOn(dayOf(now) + (minute < to ? 0 : 1), to * MINUTE_MS);
}
