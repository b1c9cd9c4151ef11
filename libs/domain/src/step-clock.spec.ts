import { fromIso } from '@hsl/contracts/instants';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHINA_CALENDAR } from './calendar-china.js';
import { deadline } from './deadline.js';
import { ladder } from './ladder.js';
import type { Limit } from './limit.js';
import { halfLimit } from './limit-half.js';
import { clockFor, clockUntil, compress, decompress } from './step-clock.js';

const start = fromIso('2021-09-30T16:00:00+08:00');
const fiveDays: Limit = { kind: 'workingDays', amount: 5 };
const natural = (amount: number, unit: 'minutes' | 'hours' | 'days'): Limit => ({ kind: 'natural', amount, unit });
const real = { calendar: CHINA_CALENDAR, timeScale: 1 };

describe('clock of a step', () => {
  it('in real life is the deadline, the ladder and the days off in between', () => {
    expect(clockFor(start, fiveDays, real)).toEqual({
      startedAt: start,
      limit: fiveDays,
      dueAt: deadline(start, fiveDays, CHINA_CALENDAR),
      provisional: false,
      daysOffBetween: 8,
      rungs: ladder(start, fiveDays, CHINA_CALENDAR),
    });
  });

  it('in a demo shrinks every instant towards the start and keeps their order', () => {
    const dayInTwentySeconds = 4_320;
    const clock = clockFor(start, fiveDays, { calendar: CHINA_CALENDAR, timeScale: dayInTwentySeconds });
    expect(clock.dueAt - start).toBe(
      Math.round((deadline(start, fiveDays, CHINA_CALENDAR) - start) / dayInTwentySeconds),
    );
    expect(clock.rungs[2]!.at).toBe(clock.dueAt);
    const instants = clock.rungs.map((rung) => rung.at);
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
    expect(clock.daysOffBetween).toBe(8);
  });

  it('of a natural limit skips no days', () => {
    expect(clockFor(start, natural(3, 'days'), real)).toMatchObject({
      daysOffBetween: 0,
      dueAt: start + 3 * 86_400_000,
    });
  });

  it('beyond the known years is provisional', () => {
    const clock = clockFor(fromIso('2026-12-25T10:00:00+08:00'), fiveDays, real);
    expect(clock).toMatchObject({ provisional: true, dueAt: fromIso('2027-01-01T18:00:00+08:00'), daysOffBetween: 2 });
  });

  it('whose deadline was moved climbs the ladder of the new one, also in a demo', () => {
    for (const timeScale of [1, 4_320]) {
      const terms = { calendar: CHINA_CALENDAR, timeScale };
      const due = fromIso('2021-10-20T18:00:00+08:00');
      const moved = clockUntil(start, compress(start, due, timeScale), fiveDays, terms);
      expect(moved.rungs.map(({ at }) => Math.round(decompress(start, at, timeScale) / 10_000))).toEqual(
        [
          '2021-10-13T17:00:00+08:00',
          '2021-10-19T18:00:00+08:00',
          '2021-10-20T18:00:00+08:00',
          '2021-10-21T18:00:00+08:00',
          '2021-10-25T18:00:00+08:00',
          '2021-10-27T18:00:00+08:00',
        ].map((iso) => Math.round(fromIso(iso) / 10_000)),
      );
    }
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('there is no time scale of %p', (timeScale) => {
    expect(() => compress(start, start + 1, timeScale)).toThrow(RangeError);
  });
});

describe('half of a limit', () => {
  it.each<[Limit, Limit]>([
    [fiveDays, { kind: 'workingDays', amount: 3 }],
    [
      { kind: 'workingDays', amount: 1 },
      { kind: 'workingDays', amount: 1 },
    ],
    [
      { kind: 'workingHours', amount: 5 },
      { kind: 'workingHours', amount: 3 },
    ],
    [natural(2, 'hours'), natural(1, 'hours')],
    [natural(1, 'hours'), natural(30, 'minutes')],
    [natural(3, 'days'), natural(36, 'hours')],
    [natural(30, 'minutes'), natural(15, 'minutes')],
    [natural(15, 'minutes'), natural(8, 'minutes')],
  ])('of %j is %j', (limit, half) => {
    expect(halfLimit(limit)).toEqual(half);
  });

  it('halves natural hours and days exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.constantFrom('hours' as const, 'days' as const),
        (amount, unit) => {
          const [whole, half] = [natural(amount, unit), halfLimit(natural(amount, unit))];
          expect(2 * (deadline(0, half, CHINA_CALENDAR) - 0)).toBe(deadline(0, whole, CHINA_CALENDAR));
        },
      ),
    );
  });
});
