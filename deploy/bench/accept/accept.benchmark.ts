import type { TestStack } from '../../local/test-stack.js';
import type { Benchmark, BenchmarkOptions } from '../benchmark.js';
import { interleavedInSlices } from '../interleaved.js';
import { cpuDuring } from '../machine/cpu-by-program.js';
import { onBenchStack } from '../platform/bench-stack.js';
import { say } from '../progress.js';
import { rounded } from '../statistics.js';
import { latencyFigures, mergedLoads, rateFigures, rateOf, type MeasuredLoad } from './accept-report.js';
import { openIntake, type Intake } from './intake.js';
import { pressing, steady, type Deed, type Load } from './load.js';

/** What `DATABASE_POOL_SIZE` is unless somebody says otherwise; the raw statement gets as many connections. */
const POOL_SIZE = 5;
/** Enough to keep every connection and both cores busy. */
const AT_ONCE = 32;
/** Of what the gateway can take at most. */
const STEADY_SHARE = 0.5;
/** Both sides take turns this often. */
const SLICE_SECONDS = 1;

/** What a whistle costs on its way into the database, against the bare statement that stores it. */
export const accept: Benchmark = {
  summary: 'taking whistles: latency through the gateway and rate of one process, against the raw statement',
  defaults: { rounds: 5, seconds: 5 },
  run: (options) =>
    // Processes that only answer requests, as they are run where load matters; nothing but PostgreSQL is needed.
    onBenchStack(
      {
        servers: ['postgres'],
        services: ['whistles', 'gateway'],
        env: { HSL_ROLE: 'api', DATABASE_POOL_SIZE: String(POOL_SIZE) },
      },
      async (stack) => {
        const intake = await openIntake(stack, AT_ONCE, POOL_SIZE);
        try {
          return await measure(stack, intake, options);
        } finally {
          await intake.close();
        }
      },
    ),
};

async function measure(
  stack: TestStack,
  intake: Intake,
  { rounds, seconds }: BenchmarkOptions,
): Promise<Record<string, unknown>> {
  const { throughGateway, toService, raw } = intake;
  const storedBefore = await intake.stored();
  let accepted = 0;
  const measured = async (work: () => Promise<Load>): Promise<MeasuredLoad> => {
    const { result, ...use } = await cpuDuring(stack, work);
    accepted += result.done;
    return { ...result, ...use };
  };
  const pressed = (deed: Deed, length: number) => () =>
    measured(() => pressing(deed, { atOnce: AT_ONCE, seconds: length }));
  say('warming up, and finding out how much the gateway takes');
  for (const deed of [throughGateway, toService, raw]) await pressed(deed, seconds)();
  const mostPerSecond = rateOf(await pressed(throughGateway, seconds)());
  const perSecond = Math.max(1, Math.round(mostPerSecond * STEADY_SHARE));
  const paced = (deed: Deed) => () => measured(() => steady(deed, { perSecond, seconds: SLICE_SECONDS }));
  const sliced = { rounds, slices: Math.ceil(seconds / SLICE_SECONDS), merge: mergedLoads };
  say(`latency at a steady ${perSecond} a second`);
  const latency = latencyFigures(await interleavedInSlices(sliced, paced(throughGateway), paced(raw)));
  say(`rate with ${AT_ONCE} at once`);
  const [service, statement] = [toService, raw].map((deed) => pressed(deed, SLICE_SECONDS));
  const rate = rateFigures(await interleavedInSlices(sliced, service!, statement!));
  const stored = (await intake.stored()) - storedBefore;
  if (stored !== accepted) throw new Error(`${accepted} whistles were accepted, ${stored} are stored`);
  return {
    ...{ seconds, ...latency, ...rate, loadPerSecond: perSecond },
    ...{ gatewayMostPerSecond: rounded(mostPerSecond, 0), stored, poolSize: POOL_SIZE, atOnce: AT_ONCE },
    baseline: 'the same statement, made beforehand, through raw pg with a pool of the same size',
  };
}
