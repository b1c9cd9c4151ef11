import { fromIso, type Instant, toIso } from '@hsl/contracts/instants';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHINA_CALENDAR } from './calendar-china.js';
import { CalendarUnknown } from './calendar.js';
import { deadline, deadlineOrProvisional } from './deadline.js';
import { ladder, ladderOrProvisional } from './ladder.js';
import type { Limit } from './limit.js';
import { workingMillisBetween, workingMinutesBetween } from './working-time.js';

const at = (text: string): Instant => fromIso(`${text}+08:00`);
const wd = (amount: number): Limit => ({ kind: 'workingDays', amount });
const wh = (amount: number): Limit => ({ kind: 'workingHours', amount });

const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({
    kind: fc.constant('natural' as const),
    amount: fc.integer({ min: 1, max: 200 }),
    unit: fc.constantFrom('minutes' as const, 'hours' as const, 'days' as const),
  }),
  fc.integer({ min: 1, max: 60 }).map(wd),
  fc.integer({ min: 1, max: 200 }).map(wh),
);
/** Any millisecond whose ladders stay inside the known years. */
const starts = fc.integer({ min: at('2004-01-01T00:00:00'), max: at('2026-01-31T00:00:00') });

describe('deadline', () => {
  it('a later start never gives an earlier due date', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 20 * 86_400_000 }), limits, (start, laterMs, limit) => {
        const [first, second] = [start, start + laterMs].map((from) => deadline(from, limit, CHINA_CALENDAR));
        expect(second).toBeGreaterThanOrEqual(first!);
      }),
    );
  });

  it('is after its start, and inside known years never provisional', () => {
    fc.assert(
      fc.property(starts, limits, (start, limit) => {
        const dueAt = deadline(start, limit, CHINA_CALENDAR);
        expect(dueAt).toBeGreaterThan(start);
        expect(deadlineOrProvisional(start, limit, CHINA_CALENDAR)).toEqual({ dueAt, provisional: false });
      }),
    );
  });

  it('leaves exactly the working hours that the limit gives', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 200 }), (start, hours) => {
        const dueAt = deadline(start, wh(hours), CHINA_CALENDAR);
        expect(workingMinutesBetween(start, dueAt, CHINA_CALENDAR)).toBe(hours * 60);
      }),
    );
  });

  it('needs only the days it must look at: a limit that ends in the last known year is given', () => {
    expect(toIso(deadline(at('2026-12-30T09:00:00'), wd(1), CHINA_CALENDAR))).toBe('2026-12-31T10:00:00.000Z');
    // After closing time of an unknown day, working hours begin on the next day, which is known.
    expect(toIso(deadline(at('2003-12-31T18:00:00'), wh(1), CHINA_CALENDAR))).toBe('2004-01-02T01:30:00.000Z');
    expect(() => deadline(at('2003-12-31T17:59:00'), wh(1), CHINA_CALENDAR)).toThrow(CalendarUnknown);
  });

  it('in a year without official calendar counts Monday to Friday and says that it is provisional', () => {
    const start = at('2026-12-31T10:00:00');
    expect(() => deadline(start, wd(2), CHINA_CALENDAR)).toThrow(CalendarUnknown);
    expect(deadlineOrProvisional(start, wd(2), CHINA_CALENDAR)).toEqual({
      dueAt: at('2027-01-04T18:00:00'),
      provisional: true,
    });
    const natural: Limit = { kind: 'natural', amount: 3, unit: 'days' };
    expect(deadlineOrProvisional(start, natural, CHINA_CALENDAR).provisional).toBe(false);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses an amount of %p', (amount) => {
    expect(() => deadline(at('2021-06-01T09:00:00'), wd(amount), CHINA_CALENDAR)).toThrow(RangeError);
  });

  it('refuses a start that is no instant instead of searching for ever', () => {
    expect(() => deadline(Number.NaN, wh(1), CHINA_CALENDAR)).toThrow(RangeError);
  });
});

describe('ladder', () => {
  it('fires in order, with the red card at the deadline, and never before the step began', () => {
    fc.assert(
      fc.property(starts, limits, (start, limit) => {
        const rungs = ladder(start, limit, CHINA_CALENDAR);
        const instants = rungs.map((rung) => rung.at);
        expect(rungs.map((rung) => rung.rung)).toEqual([1, 2, 3, 4, 5, 6]);
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
        expect(instants[0]).toBeGreaterThanOrEqual(start);
        expect(instants[2]).toBe(deadline(start, limit, CHINA_CALENDAR));
        expect(ladderOrProvisional(start, limit, CHINA_CALENDAR)).toEqual(rungs);
      }),
    );
  });

  it('is refused when a rung falls into an unknown year, and provisional on request', () => {
    const start = at('2026-12-30T09:00:00');
    expect(() => ladder(start, wd(1), CHINA_CALENDAR)).toThrow(CalendarUnknown);
    expect(ladderOrProvisional(start, wd(1), CHINA_CALENDAR).map((rung) => toIso(rung.at))).toEqual([
      '2026-12-31T00:45:00.000Z',
      '2026-12-31T07:18:00.000Z',
      '2026-12-31T10:00:00.000Z',
      '2027-01-01T10:00:00.000Z',
      '2027-01-05T10:00:00.000Z',
      '2027-01-07T10:00:00.000Z',
    ]);
  });
});

describe('working time between two instants', () => {
  it('is additive', () => {
    fc.assert(
      fc.property(fc.array(starts, { minLength: 3, maxLength: 3 }), (instants) => {
        const [from, middle, to] = instants.sort((a, b) => a - b) as [Instant, Instant, Instant];
        const between = (a: Instant, b: Instant) => workingMillisBetween(a, b, CHINA_CALENDAR);
        expect(between(from, middle) + between(middle, to)).toBe(between(from, to));
      }),
      { numRuns: 30 },
    );
  });

  it('looks at no day whose opening hours are outside', () => {
    const [closing, newYear] = [at('2026-12-31T18:00:00'), at('2027-01-01T08:30:00')];
    expect(workingMillisBetween(closing, newYear, CHINA_CALENDAR)).toBe(0);
    expect(() => workingMillisBetween(closing, newYear + 1, CHINA_CALENDAR)).toThrow(CalendarUnknown);
  });
});

it('sixty working days are found in microseconds', () => {
  const start = at('2021-01-20T09:00:00');
  deadline(start, wd(60), CHINA_CALENDAR);
  const began = performance.now();
  for (let round = 0; round < 1_000; round++) deadline(start + round, wd(60), CHINA_CALENDAR);
  // 1,000 rounds in 100 ms are 100 µs each; the usual figure is a few µs, the rest is for a busy machine.
  expect(performance.now() - began).toBeLessThan(100);
});
