import type { ProblemCode } from '@hsl/contracts/problem-codes';
import type { Instant } from '@hsl/contracts/instants';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './calendar-day.js';
import { isOpenThroughout, type OpeningHours, type TimeSpan } from './opening-hours.js';

/** What a booking of a room may be (S20). */
export const BOOKING_LIMITS = {
  shortestMs: 15 * MINUTE_MS,
  /** A day's event with its preparation. */
  longestMs: 12 * HOUR_MS,
  /** So that nobody takes a room for years. */
  horizonMs: 180 * DAY_MS,
} as const;

/** Why a room cannot be booked for that time, whoever else has booked it; undefined if it can. */
export function bookingFault(span: TimeSpan, hours: readonly OpeningHours[], now: Instant): ProblemCode | undefined {
  const { from, to } = span;
  if (from < now) return 'bookingInThePast';
  if (to - from < BOOKING_LIMITS.shortestMs) return 'bookingTooShort';
  if (to - from > BOOKING_LIMITS.longestMs) return 'bookingTooLong';
  if (from - now > BOOKING_LIMITS.horizonMs) return 'bookingTooFarAhead';
  return isOpenThroughout(hours, span) ? undefined : 'outsideOpeningHours';
}
