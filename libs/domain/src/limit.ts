/**
 * How long a step may take (domain 4.3). `natural` is wall-clock time, day and night; the two working kinds follow the
 * official calendar. `months` are natural months (domain 2.6), which end at the close of business of a working day.
 * Amounts are positive whole numbers.
 */
export type Limit =
  | { kind: 'natural'; amount: number; unit: 'minutes' | 'hours' | 'days' }
  | { kind: 'workingDays'; amount: number }
  | { kind: 'workingHours'; amount: number }
  | { kind: 'months'; amount: number };

/**
 * Official exceptions to Monday–Friday, as data. A date is `YYYY-MM-DD` in Asia/Shanghai.
 * Outside `firstYear`…`lastYear` nothing official is known.
 */
export interface Calendar {
  /** Rises whenever a year is loaded or amended; stored with each deadline. */
  version: number;
  firstYear: number;
  lastYear: number;
  holidays: readonly string[];
  makeUpWorkdays: readonly string[];
}
