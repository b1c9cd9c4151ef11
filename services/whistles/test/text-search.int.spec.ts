import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gramsSought } from '@hsl/database/text-grams';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const MATTERS = {
  bicycles: { place: '东门', facts: '电动车停车占道，A座门口尤甚，已持续2026天' },
  cover: { place: '鸿元小区2号楼', facts: '井盖破损' },
} as const;
const FOUND: readonly [text: string, matters: (keyof typeof MATTERS)[]][] = [
  ['井盖', ['cover']],
  ['井', ['cover']],
  ['电动车', ['bicycles']],
  ['a座门', ['bicycles']],
  ['鸿元', ['cover']],
  ['2号楼', ['cover']],
  ['2026天', ['bicycles']],
  ['ZX-', ['bicycles', 'cover']],
  // All its pieces are there, the text is not.
  ['电动车车占道', []],
  // The end of the place and the beginning of what happened are no text.
  ['门电动', []],
  ['路灯', []],
  // Nothing stands for any text.
  ['%', []],
];

describe('searching whistles by words', () => {
  let harness: Harness;
  let liaison: Caller;
  const numbers = new Map<string, keyof typeof MATTERS>();
  beforeAll(async () => {
    harness = await openHarness(['postgres']);
    liaison = harness.as('zx-liaison1', postOf('liaisonOfficer'));
    const wang = harness.as('zx-worker-01', worker());
    for (const name of ['bicycles', 'cover'] as const) {
      const body = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX01', ...MATTERS[name] };
      numbers.set((await wang.post('/api/whistles', body)).body.number, name);
    }
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  const search = async (by: Caller, text: string) => {
    const { status, body } = await by.get(`/api/whistles?q=${encodeURIComponent(text)}`);
    expect(status).toBe(200);
    return body.items.map(({ number }: { number: string }) => numbers.get(number)).toSorted();
  };

  it.each(FOUND)('finds by %s', async (text, matters) => {
    expect(await search(liaison, text)).toEqual(matters);
  });

  it('finds by the whole number and by its end, and nothing of another community', async () => {
    for (const [number, name] of numbers) {
      expect(await search(liaison, number)).toEqual([name]);
      expect(await search(liaison, number.slice(-6))).toEqual([name]);
      expect(await search(harness.as('zx-worker-02', worker('ZX02')), number)).toEqual([]);
    }
  });

  it('seeks only grams that the database has of a row, whatever part of it is sought', async () => {
    const words = 'ZX-2026-000123 七里河Ａ座12345678901号，𠮷祥里3-1-1204 (东门)';
    const parts = Array.from({ length: words.length }, (_, from) =>
      [1, 2, 3, 4, 5, 7, 11, 40].map((length) =>
        Array.from(words)
          .slice(from, from + length)
          .join(''),
      ),
    ).flat();
    const sought = [...new Set(parts.filter((part) => part !== '').flatMap(gramsSought))];
    const { rows } = await harness.pool.query(
      'SELECT gram FROM unnest($2::text[]) AS gram WHERE NOT gram = ANY (text_grams($1::text))',
      [words, sought],
    );
    expect(sought.length).toBeGreaterThan(50);
    expect(rows).toEqual([]);
  });
});
