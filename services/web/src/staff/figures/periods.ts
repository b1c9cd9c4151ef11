/** Days in Asia/Shanghai, both ends within; absent ends leave the choice to the service. */
export interface Period {
  from: string;
  to: string;
}

export const PERIODS = ['month', 'lastMonth', 'quarter', 'year'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** Where a case stands in the fraction of a figure. */
export const CASE_PARTS = ['numerator', 'denominator', 'excluded'] as const;
export type CasePart = (typeof CASE_PARTS)[number];

const HOURS_AHEAD_MS = 8 * 3_600_000;
const dayText = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** The period of a name at an instant, up to the last day of it. @param now milliseconds, UTC */
export function periodOf(name: PeriodName, now: number): Period {
  const there = new Date(now + HOURS_AHEAD_MS);
  const [year, month] = [there.getUTCFullYear(), there.getUTCMonth()];
  const quarter = month - (month % 3);
  const spans: Record<PeriodName, readonly [first: number, months: number]> = {
    month: [month, 1],
    lastMonth: [month - 1, 1],
    quarter: [quarter, 3],
    year: [0, 12],
  };
  const [first, months] = spans[name];
  return { from: dayText(year, first, 1), to: dayText(year, first + months, 0) };
}
