import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { pressing, steady, together } from './load.js';

describe('load that presses', () => {
  it('keeps so many under way, never more, and counts what was done', async () => {
    let underWay = 0;
    let most = 0;
    const load = await pressing(
      async () => {
        most = Math.max(most, (underWay += 1));
        await sleep(5);
        underWay -= 1;
      },
      { atOnce: 3, seconds: 0.05 },
    );
    expect(most).toBe(3);
    expect(load.done).toBe(load.latenciesMs.length);
    expect(load.done).toBeGreaterThan(3);
  });

  it('ends with the first failure', async () => {
    const failing = () => Promise.reject(new Error('refused'));
    await expect(pressing(failing, { atOnce: 2, seconds: 1 })).rejects.toThrow('refused');
  });
});

describe('steady load', () => {
  it('begins each in its turn, whether the ones before have ended or not', async () => {
    let begun = 0;
    const open: (() => void)[] = [];
    const load = steady(
      () => {
        begun += 1;
        return new Promise((resolve) => open.push(resolve));
      },
      { perSecond: 200, seconds: 0.1 },
    );
    while (begun < 20) await sleep(5);
    open.forEach((end) => end());
    expect((await load).done).toBe(20);
  });

  it('fails when one fails', async () => {
    const failing = () => Promise.reject(new Error('refused'));
    await expect(steady(failing, { perSecond: 100, seconds: 0.02 })).rejects.toThrow('refused');
  });
});

it('loads that were borne one after the other count as one', () => {
  const loads = [
    { done: 2, elapsedSeconds: 1, latenciesMs: [1, 2] },
    { done: 1, elapsedSeconds: 0.5, latenciesMs: [9] },
  ];
  expect(together(loads)).toEqual({ done: 3, elapsedSeconds: 1.5, latenciesMs: [1, 2, 9] });
});
