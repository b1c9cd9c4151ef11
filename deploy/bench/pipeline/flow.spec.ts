import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { flow, rateOf } from './flow.js';

describe('a flow of whistles', () => {
  it('keeps so many on the road and waits for the last of them', async () => {
    let underWay = 0;
    let most = 0;
    const result = await flow(
      async (index) => {
        most = Math.max(most, (underWay += 1));
        await sleep(20);
        underWay -= 1;
        return `w${index}`;
      },
      { atOnce: 4, seconds: 0.05, first: 10 },
    );
    expect([most, underWay]).toEqual([4, 0]);
    expect(result.concluded.slice(0, 4).toSorted()).toEqual(['w10', 'w11', 'w12', 'w13']);
    expect(new Set(result.concluded).size).toBe(result.concluded.length);
  });

  it('is counted by the time until the last arrived', () => {
    expect(rateOf({ concluded: ['a', 'b', 'c'], failures: ['lost'], elapsedSeconds: 1.5 })).toBe(2);
  });

  it('does not count those that did not arrive, and says why', async () => {
    const road = async (index: number) => {
      await sleep(10);
      if (index % 2 === 0) throw new Error(`w${index} is lost`);
      return `w${index}`;
    };
    const { concluded, failures } = await flow(road, { atOnce: 2, seconds: 0.005, first: 0 });
    expect(concluded).toEqual(['w1']);
    expect(failures.map(String)).toEqual(['Error: w0 is lost']);
  });
});
