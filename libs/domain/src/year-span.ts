import type { Instant } from '@hsl/contracts/instants';
import { instantOn, parseDay } from './calendar-day.js';

/** Instants from `from` on and before `to`. */
export interface Span {
  from: Instant;
  to: Instant;
}

const beginOf = (year: number): Instant => instantOn(parseDay(`${year}-01-01`), 0);

/** A year in Asia/Shanghai as far as it is over at `now`; empty for a year to come. */
export function yearUntil(year: number, now: Instant): Span & { isComplete: boolean } {
  const [from, end] = [beginOf(year), beginOf(year + 1)];
  return { from, to: Math.max(from, Math.min(end, now)), isComplete: now >= end };
}

/** As much of the year before as `span` has of its own: the whole year for a whole one, leap day or not. */
export function yearBefore(year: number, { from, to }: Span, isComplete: boolean): Span {
  const [begin, end] = [beginOf(year - 1), from];
  return { from: begin, to: isComplete ? end : Math.min(end, begin + (to - from)) };
}
