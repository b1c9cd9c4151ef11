import { describe, expect, it } from '@jest/globals';
import { backOffMs, MOST_ATTEMPTS } from './back-off.js';

describe('the pause before another try', () => {
  it('doubles, up to three hours, and ends after the last try', () => {
    const pauses = Array.from({ length: MOST_ATTEMPTS }, (_, index) => backOffMs(index + 1, 30_000));
    expect(pauses.slice(0, 4)).toEqual([30_000, 60_000, 120_000, 240_000]);
    expect(pauses.at(-2)).toBe(10_800_000);
    expect(pauses.at(-1)).toBeUndefined();
  });
});
