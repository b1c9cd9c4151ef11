import { GRADES } from '@hsl/contracts/grades';
import { RUNG_KINDS } from '@hsl/contracts/steps';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHINA_CALENDAR } from './calendar-china.js';
import type { Limit } from './limit.js';
import { termsFor } from './matter-terms.js';
import { DEFAULT_RULE_SET } from './rule-set.js';
import {
  afterRung,
  FULL_LADDER,
  movedTo,
  nearestClock,
  nextRungOf,
  rearmed,
  startClock,
  startWindow,
  type RunningClock,
} from './running-clock.js';

const DAY_MS = 86_400_000;
const TERMS = [1, 3600].flatMap((timeScale) =>
  GRADES.map((grade) => termsFor({ version: 1, content: { ...DEFAULT_RULE_SET, timeScale } }, grade, CHINA_CALENDAR)),
);

const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({
    kind: fc.constant('natural' as const),
    amount: fc.integer({ min: 1, max: 90 }),
    unit: fc.constantFrom('minutes' as const, 'hours' as const, 'days' as const),
  }),
  fc.record({
    kind: fc.constantFrom('workingDays' as const, 'workingHours' as const),
    amount: fc.integer({ min: 1, max: 30 }),
  }),
);
/** Known years, and two whose calendar is not published. */
const starts = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 11, 31) });
const terms = fc.constantFrom(...TERMS);

/** What may happen to a clock: a rung fires, its deadline is moved, its limit or terms change. */
const deeds = fc.oneof(
  fc.record({ what: fc.constant('fire' as const) }),
  fc.record({ what: fc.constant('move' as const), byMs: fc.integer({ min: -40 * DAY_MS, max: 40 * DAY_MS }) }),
  fc.record({ what: fc.constant('rearm' as const), limit: limits, terms }),
);
type Deed = typeof deeds extends fc.Arbitrary<infer D> ? D : never;

function after(clock: RunningClock, deed: Deed, under: (typeof TERMS)[number]): RunningClock {
  switch (deed.what) {
    case 'fire':
      return nextRungOf(clock) ? afterRung(clock) : clock;
    case 'move':
      return movedTo(clock, clock.dueAt + deed.byMs, under);
    case 'rearm':
      return rearmed(clock, deed.limit, deed.terms);
  }
}

function checkClock(clock: RunningClock): void {
  const { rungs, startedAt, dueAt, fired, lastRung } = clock;
  expect(dueAt).toBeGreaterThanOrEqual(startedAt);
  expect(fired).toBeLessThanOrEqual(lastRung);
  rungs.forEach(({ at, rung, kind }, index) => {
    expect(kind).toBe(RUNG_KINDS[rung - 1]);
    const before = rungs[index - 1];
    if (before) expect([at >= before.at, rung > before.rung]).toEqual([true, true]);
  });
  expect(rungs.find(({ kind }) => kind === 'redCard')?.at).toBe(dueAt);
}

describe('model of a clock', () => {
  it('keeps its ladder in order, due not before its start, whatever moves it and whatever fired before', () => {
    const born = fc.tuple(starts, limits, terms, fc.boolean());
    fc.assert(
      fc.property(born, fc.array(deeds, { maxLength: 12 }), ([at, limit, under, isWindow], all) => {
        let clock = isWindow
          ? startWindow('objection', limit, at, under)
          : startClock('feedback', limit, at, under, { lastRung: FULL_LADDER });
        const rungsBorn = clock.rungs.map(({ rung }) => rung);
        for (const deed of all) {
          const next = after(clock, deed, under);
          expect(next.fired).toBe(clock.fired + (deed.what === 'fire' && nextRungOf(clock) ? 1 : 0));
          expect(next.rungs.map(({ rung }) => rung)).toEqual(rungsBorn);
          checkClock((clock = next));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('fires every rung of several clocks once, each clock in order and none before an earlier one of another', () => {
    const some = fc.array(fc.tuple(starts, limits), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(some, terms, (all, under) => {
        let clocks = all.map(([at, limit]) => startClock('feedback', limit, at, under, { lastRung: FULL_LADDER }));
        let last = -Infinity;
        let count = 0;
        for (let nearest = nearestClock(clocks); nearest; nearest = nearestClock(clocks)) {
          expect(nearest.rung.at).toBeGreaterThanOrEqual(last);
          expect(nearest.rung.rung).toBe(nearest.clock.fired + 1);
          const { clock, rung } = nearest;
          clocks = clocks.map((one) => (one === clock ? afterRung(one) : one));
          last = rung.at;
          count += 1;
        }
        expect(count).toBe(all.length * FULL_LADDER);
      }),
      { numRuns: 60 },
    );
  });
});
