import { fromIso, toIso } from '@hsl/contracts/instants';
import { describe, expect, it } from '@jest/globals';
import { CHINA_CALENDAR } from './calendar-china.js';
import { monthsAfter } from './proposal-terms.js';

const terms = { calendar: CHINA_CALENDAR, timeScale: 1 };
const after = (start: string, months: number) => monthsAfter(fromIso(start), months, terms);
const at = (iso: string) => toIso(fromIso(iso));

describe('natural months', () => {
  it('end on the same date at the close of business', () => {
    expect(toIso(after('2021-03-15T10:00:00+08:00', 3))).toBe(at('2021-06-15T18:00:00+08:00'));
  });
  it('end on the last day of a shorter month', () => {
    expect(toIso(after('2021-03-31T23:30:00+08:00', 3))).toBe(at('2021-06-30T18:00:00+08:00'));
  });
  it('end on the next working day when that date is a holiday', () => {
    expect(toIso(after('2021-07-01T10:00:00+08:00', 3))).toBe(at('2021-10-08T18:00:00+08:00'));
  });
});
