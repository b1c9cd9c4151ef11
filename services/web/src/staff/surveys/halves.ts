import { monthAfter, monthOf } from '../reports/months.js';

const MONTHS = 6;

/** The half year in Asia/Shanghai, so many before this one; `2026H2`. @param now milliseconds, UTC */
export function halfBefore(now: number, halves: number): string {
  const [year, month] = monthAfter(monthOf(now), -halves * MONTHS).split('-');
  return `${year}H${Number(month) <= MONTHS ? 1 : 2}`;
}
