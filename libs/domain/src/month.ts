import type { Instant } from '@hsl/contracts/instants';
import { instantOn, parseDay } from './calendar-day.js';

/**
 * A month by Shanghai's calendar: its first instant, and the first of the month after it.
 * @param month YYYY-MM
 * @throws RangeError for a text that is no month
 */
export function monthBounds(month: string): { from: Instant; to: Instant } {
  const first = parseDay(`${month}-01`);
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { from: instantOn(first, 0), to: instantOn(parseDay(`${next}-01`), 0) };
}
