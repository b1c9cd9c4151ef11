import { expect, it } from '@jest/globals';
import { interleaved } from './interleaved.js';

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
