import { setTimeout as sleep } from 'node:timers/promises';
import type { TestStack } from '../../local/test-stack.js';
import { openIntake } from '../accept/intake.js';
import type { Benchmark, BenchmarkOptions } from '../benchmark.js';
import { assertMeasurable } from '../machine/process-usage.js';
import { cpuByProgram, usedBetween, type CpuByProgram } from '../machine/cpu-by-program.js';
import { settle } from '../pipeline/settle.js';
import { onBenchStack } from '../platform/bench-stack.js';
import { blowMany } from '../platform/blow-many.js';
import { WhistleRows } from '../platform/whistle-rows.js';
import { say } from '../progress.js';
import { rounded } from '../statistics.js';
import { footprintOf } from './footprint.js';
import { reportOf } from './open-set-report.js';

const CONNECTIONS = 16;
/** By then code is compiled and every table has its first pages. */
const WARM_UP = 200;
/** Workflows that two cores surely start in a second. */
const SLOWEST_STARTS_PER_SECOND = 3;
/** First tasks of thousands of workflows, projections and notices are behind by minutes; idle is when that is over. */
const UNTIL_IDLE = { lookEveryMs: 10_000, quietPercent: 25, timeoutMs: 600_000 };

/** What whistles that only wait take and cost: they are days old for most of their life. */
export const openSet: Benchmark = {
  summary: 'bytes, memory and idle processor time of many open whistles',
  defaults: { rounds: 1, seconds: 30, count: 10_000 },
  run: (options) => {
    assertMeasurable();
    return onBenchStack({}, async (stack) => {
      const intake = await openIntake(stack, CONNECTIONS, 1);
      const rows = new WhistleRows(stack);
      try {
        return await measure(stack, intake.throughGateway, rows, options);
      } finally {
        await rows.close();
        await intake.close();
      }
    });
  },
};

async function measure(
  stack: TestStack,
  blow: () => Promise<void>,
  rows: WhistleRows,
  { count, seconds }: BenchmarkOptions,
): Promise<Record<string, unknown>> {
  await opened(stack, blow, rows, WARM_UP);
  const before = await footprintOf(stack, rows);
  const idleBefore = await idle(stack, seconds);
  say(`blowing ${count} whistles`);
  const began = performance.now();
  await opened(stack, blow, rows, count);
  const openedSeconds = (performance.now() - began) / 1_000;
  const after = await footprintOf(stack, rows);
  const idleAfter = await idle(stack, seconds);
  return {
    ...reportOf({ count, before, after, idleBefore, idleAfter, idleSeconds: seconds }),
    ...{ state: 'BLOWN', openedPerSecond: rounded(count / openedSeconds, 1), seconds },
  };
}

/** Blows so many, and waits until each has its workflow and everybody has heard of it. */
async function opened(stack: TestStack, blow: () => Promise<void>, rows: WhistleRows, count: number): Promise<void> {
  await blowMany(blow, count);
  await rows.allStarted(Date.now() + (count / SLOWEST_STARTS_PER_SECOND) * 1_000);
  await settle(stack, UNTIL_IDLE);
}

async function idle(stack: TestStack, seconds: number): Promise<CpuByProgram> {
  say(`measuring for ${seconds} s`);
  const before = cpuByProgram(stack);
  await sleep(seconds * 1_000);
  return usedBetween(before, cpuByProgram(stack));
}
