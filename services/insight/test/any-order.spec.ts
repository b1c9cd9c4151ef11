import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { derive } from '../src/projection/derive.js';
import { evolve } from '../src/projection/evolve.js';
import { EMPTY_FILE } from '../src/projection/matter-file.js';
import { cellsOf } from '../src/projection/tally.js';
import type { MatterEvent } from '../src/projection/whistle-events.js';
import { diceOf, RandomMatter, shuffled } from './random-matters.js';

/** Lists have no order of their own. */
const sorted = <T>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

function comparable(events: readonly MatterEvent[]): unknown {
  const matter = derive(events.reduce(evolve, EMPTY_FILE));
  return matter && { ...matter, cards: sorted(matter.cards), cells: sorted(cellsOf(matter)) };
}

describe('a matter folded from its events', () => {
  it('is the same whatever order they come in and however often', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, order) => {
        const { events } = new RandomMatter(diceOf(seed), 'ZX-2026-000001');
        const dice = diceOf(order);
        const repeated = [...events, ...shuffled(events, dice).slice(0, dice(events.length))];
        expect(comparable(shuffled(repeated, dice))).toEqual(comparable(events));
      }),
      { numRuns: 300 },
    );
  });

  it('always waits for somebody while it is open [S15]', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, order) => {
        const { events } = new RandomMatter(diceOf(seed), 'ZX-2026-000001');
        const seen = shuffled(events, diceOf(order)).slice(0, 1 + diceOf(order + 1)(events.length));
        const matter = derive(seen.reduce(evolve, EMPTY_FILE));
        if (matter?.isOpen) expect(matter.waitingFor).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
