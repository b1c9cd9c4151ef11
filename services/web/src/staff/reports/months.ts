import type { Period } from '../figures/periods.js';

const HOURS_AHEAD_MS = 8 * 3_600_000;
const FIRST_YEAR = 2_000;
const dayText = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** Year and month, 0 for January; undefined for what is no month. */
function partsOf(month: string): [year: number, month: number] | undefined {
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  return year === undefined || Number(year) < FIRST_YEAR ? undefined : [Number(year), Number(number) - 1];
}

/** The days of a month `2021-09`; undefined for what is no month. */
export function daysOf(month: string): Period | undefined {
  const parts = partsOf(month);
  return parts && { from: dayText(parts[0], parts[1], 1), to: dayText(parts[0], parts[1] + 1, 0) };
}

/** The month so many months later, as it is written in an address. @throws RangeError for what is no month */
export function monthAfter(month: string, months: number): string {
  const parts = partsOf(month);
  if (!parts) throw new RangeError(`no month: ${month}`);
  return dayText(parts[0], parts[1] + months, 1).slice(0, 7);
}

/** The month in Asia/Shanghai. @param now milliseconds, UTC */
export const monthOf = (now: number): string => new Date(now + HOURS_AHEAD_MS).toISOString().slice(0, 7);

/** 2021年9月; September 2021. */
export function monthText(month: string, language: string): string {
  const [year, number] = partsOf(month) ?? [0, 0];
  if (language !== 'en') return `${year}年${number + 1}月`;
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(year, number));
  return `${name} ${year}`;
}

/** What a case file tells by default: this year and the one before. @param now milliseconds, UTC */
export function yearsOf(now: number): Period {
  const year = new Date(now + HOURS_AHEAD_MS).getUTCFullYear();
  return { from: dayText(year - 1, 0, 1), to: dayText(year, 11, 31) };
}
