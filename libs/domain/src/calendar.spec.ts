import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fromIso } from '@hsl/contracts/instants';
import { describe, expect, it } from '@jest/globals';
import { CalendarUnknown, daysOffBetween, isHoliday, isMakeUp, isWorkingDay } from './calendar.js';
import { CHINA_CALENDAR } from './calendar-china.js';
import { calendarSlice } from './calendar-slice.js';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

describe('official calendar', () => {
  it('the shipped calendar is what its generator makes of the published data', () => {
    const made = execFileSync(process.execPath, [file('../scripts/make-calendar.mjs'), '--print'], {
      encoding: 'utf8',
      timeout: 10_000,
    });
    expect(readFileSync(file('../calendar/china.json'), 'utf8')).toBe(made);
  });

  it('knows every year from 2004 to 2026', () => {
    expect(CHINA_CALENDAR).toMatchObject({ firstYear: 2004, lastYear: 2026 });
    for (let year = 2004; year <= 2026; year++) expect(isHoliday(CHINA_CALENDAR, `${year}-10-01`)).toBe(true);
  });

  it('a make-up Saturday works, a holiday Friday does not, an ordinary weekend is no holiday', () => {
    expect(isWorkingDay(CHINA_CALENDAR, '2021-10-09')).toBe(true);
    expect(isMakeUp(CHINA_CALENDAR, '2021-10-09')).toBe(true);
    expect(isWorkingDay(CHINA_CALENDAR, '2021-10-01')).toBe(false);
    expect(isHoliday(CHINA_CALENDAR, '2021-10-16')).toBe(false);
    expect(isWorkingDay(CHINA_CALENDAR, '2021-10-16')).toBe(false);
  });

  it.each([isWorkingDay, isMakeUp, isHoliday])('a year without notice is refused, not guessed (%p)', (ask) => {
    expect(() => ask(CHINA_CALENDAR, '2027-01-04')).toThrow(CalendarUnknown);
    expect(() => ask(CHINA_CALENDAR, '2003-12-31')).toThrow(
      expect.objectContaining({ code: 'calendarUnknown', year: 2003 }),
    );
  });

  it.each(['2021-02-30', '2021-2-3', '', '20210203', '2021-02-03T00:00'])('%p is no date', (text) => {
    expect(() => isWorkingDay(CHINA_CALENDAR, text)).toThrow(RangeError);
  });

  it('counts the days off after the start up to the due date', () => {
    const [start, due] = [fromIso('2021-09-30T16:00:00+08:00'), fromIso('2021-10-13T18:00:00+08:00')];
    // 1–7 October and Sunday the 10th; Saturday the 9th is worked.
    expect(daysOffBetween(start, due, CHINA_CALENDAR)).toBe(8);
    expect(daysOffBetween(start, start, CHINA_CALENDAR)).toBe(0);
  });
});

describe('slice of a calendar', () => {
  it('keeps the exceptions of the years that the window touches, and no other', () => {
    const slice = calendarSlice(CHINA_CALENDAR, fromIso('2021-09-30T16:00:00+08:00'), 200);
    expect(slice).toMatchObject({ version: CHINA_CALENDAR.version, firstYear: 2021, lastYear: 2022 });
    expect([...new Set(slice.holidays.map((date) => date.slice(0, 4)))]).toEqual(['2021', '2022']);
    expect(JSON.stringify(slice).length).toBeLessThan(1_500);
  });

  it('answers inside the window as the whole calendar does and refuses what it left out', () => {
    const slice = calendarSlice(CHINA_CALENDAR, fromIso('2021-12-20T00:00:00+08:00'), 30);
    for (const date of ['2021-12-31', '2022-01-01', '2022-01-29', '2022-04-02', '2022-10-08']) {
      expect(isWorkingDay(slice, date)).toBe(isWorkingDay(CHINA_CALENDAR, date));
    }
    expect(() => isWorkingDay(slice, '2023-01-03')).toThrow(CalendarUnknown);
  });

  it('of years that nobody published knows nothing', () => {
    const slice = calendarSlice(CHINA_CALENDAR, fromIso('2027-03-01T00:00:00+08:00'), 30);
    expect(slice.holidays).toEqual([]);
    for (const date of ['2026-12-31', '2027-03-01']) expect(() => isWorkingDay(slice, date)).toThrow(CalendarUnknown);
  });

  it('begins with the date in Shanghai, where the new year comes eight hours before UTC', () => {
    expect(calendarSlice(CHINA_CALENDAR, fromIso('2021-12-31T17:00:00Z'), 1).firstYear).toBe(2022);
  });
});
