import type { Instant } from '@hsl/contracts/instants';

/**
 * Days and clock times in Asia/Shanghai, which is UTC+08:00 all year round. A day is the number of days since
 * 1970-01-01, so that calendars are walked by adding 1, without time zones, `Date` objects or the machine's own zone.
 */
export type Day = number;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const SHANGHAI_OFFSET_MS = 8 * HOUR_MS;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The date in Shanghai at that instant. */
export const dayOf = (instant: Instant): Day => Math.floor((instant + SHANGHAI_OFFSET_MS) / DAY_MS);

/** The instant on that day at `sinceMidnightMs` milliseconds after midnight in Shanghai. */
export const instantOn = (day: Day, sinceMidnightMs: number): Instant =>
  day * DAY_MS - SHANGHAI_OFFSET_MS + sinceMidnightMs;

/** Milliseconds since midnight in Shanghai. */
export const sinceMidnight = (instant: Instant): number => instant - instantOn(dayOf(instant), 0);

/** True from Monday to Friday, whatever the official calendar says. 1970-01-01 was a Thursday. */
export const isWeekday = (day: Day): boolean => (((day + 3) % 7) + 7) % 7 < 5;

export const yearOf = (day: Day): number => new Date(day * DAY_MS).getUTCFullYear();

/** `YYYY-MM-DD`. */
export const dateOf = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** @throws RangeError for a text that is no date `YYYY-MM-DD`, or names a day that does not exist (2021-02-30) */
export function parseDay(date: string): Day {
  const parts = DATE.exec(date);
  const day = parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / DAY_MS : Number.NaN;
  if (Number.isNaN(day) || dateOf(day) !== date) throw new RangeError(`not a date YYYY-MM-DD: ${date}`);
  return day;
}
