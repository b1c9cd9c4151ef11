import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { BacklogSweep } from './backlog-sweep.js';

/** Its batches are what the spec says, one after the other; then nothing waits. */
class Sweep extends BacklogSweep {
  readonly steps: number[] = [];

  constructor(private readonly batches: ('more' | 'done' | Error)[]) {
    super({ everyMs: 1_000, longestPauseMs: 4_000 });
  }

  protected async step(): Promise<boolean> {
    this.steps.push(Date.now());
    const batch = this.batches.shift();
    if (batch instanceof Error) throw batch;
    return batch === 'more';
  }
}

describe('a sweep of what waits', () => {
  const away = new Error('away');
  let start: number;
  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(Logger.prototype, 'warn').mockReturnValue(undefined);
    process.env['ROLE'] = 'worker';
    start = Date.now();
  });
  afterEach(() => {
    delete process.env['ROLE'];
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  async function after(timeMs: number, sweep: Sweep): Promise<number[]> {
    sweep.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(timeMs);
    await sweep.beforeApplicationShutdown();
    return sweep.steps.map((at) => at - start);
  }

  it('goes on at once while there is more, and looks now and then afterwards', async () => {
    expect(await after(2_500, new Sweep(['more', 'more', 'done']))).toEqual([0, 0, 0, 1_000, 2_000]);
  });

  it('pauses longer after every failure, up to a limit, and is itself again after a success', async () => {
    const steps = await after(12_500, new Sweep([away, away, away, away, 'done']));
    expect(steps).toEqual([0, 1_000, 3_000, 7_000, 11_000, 12_000]);
  });

  it('looks at once when kicked, once however often; not while it pauses after a failure', async () => {
    const idle = new Sweep(['done']);
    setTimeout(() => (idle.kick(), idle.kick()), 300);
    expect(await after(1_200, idle)).toEqual([0, 300]);
    start = Date.now();
    const failing = new Sweep([away]);
    setTimeout(() => failing.kick(), 300);
    expect((await after(900, failing)).length).toBe(1);
  });

  it('does not miss a kick that comes while a batch is in hand', async () => {
    const sweep = new Sweep(['done']);
    sweep.kick();
    expect(await after(500, sweep)).toEqual([0, 0]);
  });

  it('stops in the middle of a pause, and never starts in a process that is no worker', async () => {
    const sweep = new Sweep([away]);
    expect(await after(10, sweep)).toEqual([0]);
    process.env['ROLE'] = 'api';
    expect(await after(5_000, new Sweep(['done']))).toEqual([]);
  });
});
