import { fromIso, toIso } from '@hsl/contracts/instants';
import { describe, expect, it } from '@jest/globals';
import { CHINA_CALENDAR } from './calendar-china.js';
import { deadline } from './deadline.js';
import type { Calendar } from './limit.js';
import { recomputed, startClock } from './running-clock.js';
import { clockFor } from './step-clock.js';

const after = (start: string, amount: number) =>
  toIso(deadline(fromIso(start), { kind: 'months', amount }, CHINA_CALENDAR));
const at = (iso: string) => toIso(fromIso(iso));
const start = fromIso('2026-11-02T10:00:00+08:00');
const THREE = { kind: 'months', amount: 3 } as const;
/** The year 2027 with one more holiday, on the date the three months end. */
const NEXT_YEAR: Calendar = { ...CHINA_CALENDAR, version: 2, lastYear: 2027 };

describe('natural months', () => {
  it('end on the same date at the close of business', () => {
    expect(after('2021-03-15T10:00:00+08:00', 3)).toBe(at('2021-06-15T18:00:00+08:00'));
  });

  it('end on the last day of a shorter month', () => {
    expect(after('2021-03-31T23:30:00+08:00', 3)).toBe(at('2021-06-30T18:00:00+08:00'));
  });

  it('end on the next working day when that date is a holiday', () => {
    expect(after('2021-07-01T10:00:00+08:00', 3)).toBe(at('2021-10-08T18:00:00+08:00'));
  });

  it('are a guess while the year they end in is not published, and are found again when it is', () => {
    const terms = { calendar: CHINA_CALENDAR, timeScale: 1 };
    const clock = startClock('reply', THREE, start, terms, { lastRung: 6 });
    expect([clock.provisional, toIso(clock.dueAt)]).toEqual([true, at('2027-02-02T18:00:00+08:00')]);
    const calendar = { ...NEXT_YEAR, holidays: [...NEXT_YEAR.holidays, '2027-02-02'] };
    const found = recomputed(clock, { calendar, timeScale: 1 });
    expect([found.provisional, toIso(found.dueAt)]).toEqual([false, at('2027-02-03T18:00:00+08:00')]);
  });

  it('shrink with the time scale, and have their yellow card a working day before the end', () => {
    const whole = clockFor(start, THREE, { calendar: CHINA_CALENDAR, timeScale: 1 });
    const scaled = clockFor(start, THREE, { calendar: CHINA_CALENDAR, timeScale: 1000 });
    expect(scaled.dueAt - start).toBe(Math.round((whole.dueAt - start) / 1000));
    expect(toIso(whole.rungs[1]!.at)).toBe(at('2027-02-01T18:00:00+08:00'));
  });
});
