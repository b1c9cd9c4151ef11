import { describe, expect, it } from '@jest/globals';
import { ExpiringCache } from './expiring-cache.js';

describe('the cache of credentials', () => {
  it('asks once for whoever comes together, and again when the time is over', async () => {
    let now = 0;
    let asked = 0;
    const cache = new ExpiringCache<number>(1_000, 10, () => now);
    const load = async (): Promise<number> => (asked += 1);
    expect(await Promise.all([cache.get('a', load), cache.get('a', load)])).toEqual([1, 1]);
    now = 999;
    expect(await cache.get('a', load)).toBe(1);
    now = 1_000;
    expect(await cache.get('a', load)).toBe(2);
  });

  it('does not remember a failure', async () => {
    const cache = new ExpiringCache<number>(1_000, 10, () => 0);
    await expect(cache.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await cache.get('a', async () => 7)).toBe(7);
  });

  it('forgets at once when told, and the oldest when full', async () => {
    const cache = new ExpiringCache<string>(1_000, 2, () => 0);
    const at = (value: string) => async (): Promise<string> => value;
    await cache.get('a', at('a1'));
    cache.forget('a');
    expect(await cache.get('a', at('a2'))).toBe('a2');
    await cache.get('b', at('b1'));
    await cache.get('c', at('c1'));
    expect(await cache.get('a', at('a3'))).toBe('a3');
    expect(await cache.get('c', at('c2'))).toBe('c1');
  });

  it('a cache life of nothing remembers nothing', async () => {
    const cache = new ExpiringCache<number>(0, 10, () => 5);
    let asked = 0;
    const load = async (): Promise<number> => (asked += 1);
    await cache.get('a', load);
    expect(await cache.get('a', load)).toBe(2);
  });
});
