import { describe, expect, it } from '@jest/globals';
import { RateLimiter } from './rate-limiter.js';

describe('the rate limit', () => {
  it("lets a minute's share pass at once, then drips", () => {
    let now = 0;
    const limiter = new RateLimiter(() => now);
    expect([limiter.take('a', 3), limiter.take('a', 3), limiter.take('a', 3)]).toEqual([0, 0, 0]);
    expect(limiter.take('a', 3)).toBe(20);
    now += 20_000;
    expect(limiter.take('a', 3)).toBe(0);
    expect(limiter.take('a', 3)).toBe(20);
  });

  it('a refused request costs nothing more', () => {
    let now = 0;
    const limiter = new RateLimiter(() => now);
    limiter.take('a', 1);
    for (let tries = 0; tries < 50; tries += 1) expect(limiter.take('a', 1)).toBe(60);
    now += 60_000;
    expect(limiter.take('a', 1)).toBe(0);
  });

  it('counts each caller for itself and saves up no more than a minute', () => {
    let now = 0;
    const limiter = new RateLimiter(() => now);
    expect(limiter.take('a', 1)).toBe(0);
    expect(limiter.take('b', 1)).toBe(0);
    now += 3_600_000;
    expect([limiter.take('a', 1), limiter.take('a', 1)]).toEqual([0, 60]);
  });

  it('takes longer to refill what is counted by the hour', () => {
    let now = 0;
    const limiter = new RateLimiter(() => now);
    const take = () => limiter.take('a', 2, 3_600_000);
    expect([take(), take(), take()]).toEqual([0, 0, 1_800]);
    now += 1_800_000;
    expect([take(), take()]).toEqual([0, 1_800]);
  });
});
