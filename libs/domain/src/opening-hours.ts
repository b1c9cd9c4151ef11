import type { Instant } from '@hsl/contracts/instants';
import { dayOf, instantOn, MINUTE_MS, type Day } from './calendar-day.js';

/** A time of `from` up to, but without, `to`. */
export interface TimeSpan {
  from: Instant;
  to: Instant;
}

/** Open on a weekday in Asia/Shanghai: 1 is Monday, 7 is Sunday; `HH:MM`, `closes` up to `24:00`. */
export interface OpeningHours {
  weekday: number;
  opens: string;
  closes: string;
}

const CLOCK_TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** Minutes since midnight. @throws RangeError for a text that is no clock time from 00:00 to 24:00 */
export function minutesOf(clockTime: string): number {
  const [found, hours, minutes] = CLOCK_TIME.exec(clockTime) ?? [];
  if (found === undefined) throw new RangeError(`not a clock time HH:MM: ${clockTime}`);
  return hours === undefined ? 24 * 60 : Number(hours) * 60 + Number(minutes);
}

/** 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** When it is open within `span`, in order. What is open until midnight and from midnight on is one span. */
export function openSpans(hours: readonly OpeningHours[], span: TimeSpan): TimeSpan[] {
  const spans: TimeSpan[] = [];
  for (let day = dayOf(span.from); instantOn(day, 0) < span.to; day += 1) {
    for (const { opens, closes } of hoursOn(hours, day)) {
      spans.push({
        from: instantOn(day, minutesOf(opens) * MINUTE_MS),
        to: instantOn(day, minutesOf(closes) * MINUTE_MS),
      });
    }
  }
  return joined(spans).flatMap((open) => clipped(open, span));
}

/** Whether it is open from the first to the last moment of the span, over midnight too. */
export const isOpenThroughout = (hours: readonly OpeningHours[], span: TimeSpan): boolean =>
  openSpans(hours, span).some(({ from, to }) => from === span.from && to === span.to);

/** What is left of `open` without `taken`; both in order, `taken` without overlaps. */
export function freeSpans(open: readonly TimeSpan[], taken: readonly TimeSpan[]): TimeSpan[] {
  return open.flatMap((span) => {
    const left: TimeSpan[] = [];
    let from = span.from;
    for (const one of taken) {
      if (one.to <= from || one.from >= span.to) continue;
      if (one.from > from) left.push({ from, to: one.from });
      from = one.to;
    }
    return from < span.to ? [...left, { from, to: span.to }] : left;
  });
}

/** Of each free span the time nearest to the one that was wished, as long as it; the nearest first, at most `most`. */
export function nearestSpans(free: readonly TimeSpan[], wished: TimeSpan, most: number): TimeSpan[] {
  const length = wished.to - wished.from;
  return free
    .filter(({ from, to }) => to - from >= length)
    .map(({ from, to }) => Math.min(Math.max(wished.from, from), to - length))
    .toSorted((a, b) => Math.abs(a - wished.from) - Math.abs(b - wished.from))
    .slice(0, most)
    .map((from) => ({ from, to: from + length }));
}

const hoursOn = (hours: readonly OpeningHours[], day: Day): OpeningHours[] =>
  hours.filter(({ weekday }) => weekday === weekdayOf(day)).toSorted((a, b) => minutesOf(a.opens) - minutesOf(b.opens));

function joined(spans: readonly TimeSpan[]): TimeSpan[] {
  const result: TimeSpan[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

function clipped({ from, to }: TimeSpan, within: TimeSpan): TimeSpan[] {
  const span = { from: Math.max(from, within.from), to: Math.min(to, within.to) };
  return span.from < span.to ? [span] : [];
}
