import { fromIso } from '@hsl/contracts/instants';
import { describe, expect, it } from '@jest/globals';
import { fitsIn, missedYear, withYear, yearIn } from './calendar-year.js';
import type { Calendar } from './limit.js';

const CALENDAR: Calendar = {
  ...{ version: 3, firstYear: 2025, lastYear: 2026 },
  holidays: ['2025-01-01', '2026-01-01', '2026-01-02'],
  makeUpWorkdays: ['2026-01-04'],
};

describe('a year of the calendar', () => {
  it('is added as the next version', () => {
    const year = { year: 2027, holidays: ['2027-01-02', '2027-01-01'], makeUpWorkdays: ['2027-01-09'] };
    expect(withYear(CALENDAR, year)).toEqual({
      ...{ version: 4, firstYear: 2025, lastYear: 2027 },
      holidays: [...CALENDAR.holidays, '2027-01-01', '2027-01-02'],
      makeUpWorkdays: ['2026-01-04', '2027-01-09'],
    });
  });

  it('that was known is replaced as a whole, and no other', () => {
    const amended = withYear(CALENDAR, { year: 2026, holidays: ['2026-01-03'], makeUpWorkdays: [] });
    expect(amended).toEqual({ ...CALENDAR, version: 4, holidays: ['2025-01-01', '2026-01-03'], makeUpWorkdays: [] });
    expect(yearIn(amended, 2026)).toEqual({ year: 2026, holidays: ['2026-01-03'], makeUpWorkdays: [] });
  });

  it('must not leave a gap', () => {
    expect([2023, 2024, 2025, 2026, 2027, 2028].filter((year) => fitsIn(CALENDAR, year))).toEqual([
      2024, 2025, 2026, 2027,
    ]);
    expect(() => withYear(CALENDAR, { year: 2028, holidays: [], makeUpWorkdays: [] })).toThrow(RangeError);
  });

  it.each([
    ['2026-11-30T23:59:59', undefined],
    ['2026-12-01T00:00:00', 2027],
    ['2026-12-31T23:59:59', 2027],
    ['2027-01-01T00:00:00', 2027],
    ['2029-06-01T00:00:00', 2027],
    ['2025-12-10T00:00:00', undefined],
  ])('is missed from December on: at %s %p', (at, year) => {
    expect(missedYear(CALENDAR, fromIso(`${at}+08:00`))).toBe(year);
  });
});
