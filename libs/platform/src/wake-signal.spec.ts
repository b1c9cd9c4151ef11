import { describe, expect, it } from '@jest/globals';
import { WakeSignal } from './wake-signal.js';

const timeOf = async (work: Promise<void>): Promise<number> => {
  const start = performance.now();
  await work;
  return performance.now() - start;
};

describe('a wait that others can end', () => {
  it('ends by itself', async () => {
    expect(await timeOf(new WakeSignal().wait(40))).toBeGreaterThanOrEqual(35);
  });

  it('ends when signalled', async () => {
    const signal = new WakeSignal();
    setTimeout(() => signal.signal(), 10);
    expect(await timeOf(signal.wait(5_000))).toBeLessThan(1_000);
  });

  it('does not begin if the signal came before, and that once only', async () => {
    const signal = new WakeSignal();
    signal.signal();
    signal.signal();
    expect(await timeOf(signal.wait(5_000))).toBeLessThan(1_000);
    expect(await timeOf(signal.wait(40))).toBeGreaterThanOrEqual(35);
  });
});
