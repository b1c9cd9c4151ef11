import { dateOf, parseDay, type Day } from '@hsl/domain/calendar-day';

/** Days in Asia/Shanghai, the last one included, as YYYY-MM-DD. */
export interface Period {
  from: string;
  to: string;
}

export const STEPS_OF_TIME = ['day', 'week', 'month', 'quarter'] as const;
export type StepOfTime = (typeof STEPS_OF_TIME)[number];
/** A series is no longer than this. */
export const MOST_PERIODS = 60;

const MONTHS: Record<'month' | 'quarter', number> = { month: 1, quarter: 3 };

function monthOf(day: Day): { year: number; month: number } {
  const [year, month] = dateOf(day).split('-').map(Number);
  return { year: year!, month: month! - 1 };
}

const firstOf = (year: number, month: number): Day => Date.UTC(year, month, 1) / 86_400_000;

/** The day, week (from Monday), month or quarter that holds a day. */
export function periodAt(day: Day, step: StepOfTime): Period {
  if (step === 'day') return { from: dateOf(day), to: dateOf(day) };
  if (step === 'week') {
    const monday = day - ((((day + 3) % 7) + 7) % 7);
    return { from: dateOf(monday), to: dateOf(monday + 6) };
  }
  const { year, month } = monthOf(day);
  const length = MONTHS[step];
  const begin = month - (month % length);
  return { from: dateOf(firstOf(year, begin)), to: dateOf(firstOf(year, begin + length) - 1) };
}

/** The one before: of a whole week, month or quarter the one before it, else as many days just before. */
export function before({ from, to }: Period): Period {
  const day = parseDay(from);
  const whole = (['week', 'month', 'quarter'] as const).find((step) => {
    const found = periodAt(day, step);
    return found.from === from && found.to === to;
  });
  if (whole) return periodAt(day - 1, whole);
  return { from: dateOf(day - (parseDay(to) - day) - 1), to: dateOf(day - 1) };
}

/** The same dates a year earlier; 29 February becomes the 28th, and a month's end stays one. */
export function yearBefore({ from, to }: Period): Period {
  return { from: earlier(parseDay(from)), to: isMonthEnd(to) ? monthEnd(to) : earlier(parseDay(to)) };
}

function earlier(day: Day): string {
  const { year, month } = monthOf(day);
  const inMonth = day - firstOf(year, month);
  const last = firstOf(year - 1, month + 1) - 1;
  return dateOf(Math.min(firstOf(year - 1, month) + inMonth, last));
}

const isMonthEnd = (date: string): boolean => dateOf(parseDay(date) + 1).endsWith('-01');

function monthEnd(date: string): string {
  const { year, month } = monthOf(parseDay(date));
  return dateOf(firstOf(year - 1, month + 1) - 1);
}

/** The steps that touch the period, oldest first; at most MOST_PERIODS, the newest ones. */
export function stepsIn({ from, to }: Period, step: StepOfTime): Period[] {
  const found: Period[] = [];
  for (let at = periodAt(parseDay(to), step); found.length < MOST_PERIODS; at = periodAt(parseDay(at.from) - 1, step)) {
    if (at.to < from) break;
    found.unshift(at);
  }
  return found;
}
