import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DerivedRowsRepository } from '../src/projection/derived-rows.repository.js';
import { MatterFileRepository } from '../src/projection/matter-file.repository.js';
import { MatterProjection } from '../src/projection/matter.projection.js';
import type { MatterEvent } from '../src/projection/whistle-events.js';
import { MatterTables } from './matter-tables.js';
import { diceOf, RandomMatter, shuffled } from './random-matters.js';

const projection = new MatterProjection(new MatterFileRepository(), new DerivedRowsRepository());

/** What stands in the tables after the events came in parts as long as `lengthOf` says. */
async function afterParts(events: readonly MatterEvent[], lengthOf: () => number): Promise<object> {
  const tables = new MatterTables();
  for (let from = 0; from < events.length;) {
    const part = events.slice(from, from + lengthOf());
    await projection.apply(tables.db, 'zx', part);
    from += part.length;
  }
  return tables.content();
}

describe('events taken many at once', () => {
  it('leave the same rows and counters as one by one, however they are parted, mixed and repeated', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.integer(), fc.integer({ min: 2, max: 60 }), async (seed, order, longest) => {
        const [matters, dice] = [diceOf(seed), diceOf(order)];
        const told = [1, 2, 3, 4].flatMap((n) => new RandomMatter(matters, `ZX-2026-00000${n}`, 9).events);
        const events = shuffled([...told, ...told.slice(0, dice(told.length))], dice);
        const one = await afterParts(events, () => 1);
        expect(await afterParts(events, () => 1 + dice(longest))).toEqual(one);
        expect(await afterParts(events, () => events.length)).toEqual(one);
      }),
      { numRuns: 40 },
    );
  });

  it('cost as many statements as one', async () => {
    const asked: string[] = [];
    const tables = new MatterTables();
    const db = {
      query: (config: { name: string }) => {
        asked.push(config.name);
        return tables.db.query(config as never);
      },
    };
    const { events } = new RandomMatter(diceOf(3), 'ZX-2026-000001', 9);
    const others = Array.from({ length: 30 }, () => new RandomMatter(diceOf(3), 'ZX-2026-000002', 9).events).flat();
    await projection.apply(db as never, 'zx', [...events, ...others]);
    expect(new Set(asked).size).toBe(asked.length);
  });
});
