import { expect, it } from '@jest/globals';
import { interleaved, interleavedInSlices } from './interleaved.js';

it('both sides are measured in turn, and each goes first as often as the other', async () => {
  const order: string[] = [];
  const measure = (side: string) => async () => `${side}${order.push(side)}`;
  const pairs = await interleaved(3, measure('a'), measure('b'));
  expect(order).toEqual(['a', 'b', 'b', 'a', 'a', 'b']);
  expect(pairs).toEqual([
    { ours: 'a1', baseline: 'b2' },
    { ours: 'a4', baseline: 'b3' },
    { ours: 'a5', baseline: 'b6' },
  ]);
});

it('a round measured in slices is one round', async () => {
  let at = 0;
  const measure = (side: number) => async () => side + (at += 1);
  const merge = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
  const pairs = await interleavedInSlices({ rounds: 2, slices: 2, merge }, measure(100), measure(200));
  expect(pairs).toEqual([
    { ours: 205, baseline: 405 },
    { ours: 213, baseline: 413 },
  ]);
});
