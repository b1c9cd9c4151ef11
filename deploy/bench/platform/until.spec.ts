import { describe, expect, it } from '@jest/globals';
import { until } from './until.js';

/** Something that comes about after a while; counts how often somebody looked. */
function comesAfter(ms: number) {
  const began = performance.now();
  const seen = { looks: 0 };
  const look = async () => {
    seen.looks += 1;
    return performance.now() - began >= ms ? 'there' : undefined;
  };
  return { seen, look };
}

describe('waiting until something is there', () => {
  it('looks again until it is', async () => {
    const { look, seen } = comesAfter(60);
    expect(await until('a slow thing', look)).toBe('there');
    expect(seen.looks).toBeGreaterThan(1);
  });

  it('looks less often once it knows how long such a thing takes', async () => {
    for (let time = 0; time < 3; time += 1) await until('a usual thing', comesAfter(150).look);
    const { look, seen } = comesAfter(150);
    await until('a usual thing', look);
    expect(seen.looks).toBeLessThanOrEqual(2);
  });

  it('takes what is there at once', async () => {
    const { look, seen } = comesAfter(0);
    await until('a quick thing', look);
    expect(seen.looks).toBe(1);
  });
});
