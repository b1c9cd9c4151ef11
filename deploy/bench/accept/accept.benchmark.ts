import type { TestStack } from '../../local/test-stack.js';
import type { Benchmark, BenchmarkOptions } from '../benchmark.js';
import { interleaved, type Pair } from '../interleaved.js';
import { cpuDuring, cpuMsEach, type CpuUse } from '../machine/cpu-by-program.js';
import { onBenchStack } from '../platform/bench-stack.js';
import { say } from '../progress.js';
import { median, percentile, rounded } from '../statistics.js';
import { openIntake, type Intake } from './intake.js';
import { pressing, steady, type Deed, type Load } from './load.js';

/** What `DATABASE_POOL_SIZE` is unless somebody says otherwise; the raw statement gets as many connections. */
const POOL_SIZE = 5;
/** Enough to keep every connection and both cores busy. */
const AT_ONCE = 32;
const LIMITS = { p99Ratio: 3, rateRatio: 0.35 };

/** What a whistle costs on its way into the database, against the bare statement that stores it. */
export const accept: Benchmark = {
  summary: 'taking whistles: latency through the gateway and rate of one process, against the raw statement',
  defaults: { rounds: 5, seconds: 5 },
  run: (options) =>
    // One process that only answers requests, as it is run where load matters; nothing but PostgreSQL is needed.
    onBenchStack(
      {
        servers: ['postgres'],
        services: ['whistles', 'gateway'],
        env: { HSL_ROLE: 'api', DATABASE_POOL_SIZE: String(POOL_SIZE) },
      },
      async (stack) => {
        const intake = await openIntake(stack, AT_ONCE, POOL_SIZE);
        try {
          return await measure(stack, counted(intake), options);
        } finally {
          await intake.close();
        }
      },
    ),
};

/** The same, counting what was answered as stored. */
interface CountedIntake extends Intake {
  accepted(): number;
}

function counted(intake: Intake): CountedIntake {
  let accepted = 0;
  const counting =
    (deed: Deed): Deed =>
    async () => {
      await deed();
      accepted += 1;
    };
  const { throughGateway, toService, raw } = intake;
  return {
    ...intake,
    ...{ throughGateway: counting(throughGateway), toService: counting(toService), raw: counting(raw) },
    accepted: () => accepted,
  };
}

async function measure(
  stack: TestStack,
  intake: CountedIntake,
  { rounds, seconds }: BenchmarkOptions,
): Promise<Record<string, unknown>> {
  const storedBefore = await intake.stored();
  const pressed = (deed: Deed) => (): Promise<MeasuredLoad> =>
    measured(stack, () => pressing(deed, { atOnce: AT_ONCE, seconds }));
  say('warming up, and finding out how much the gateway takes');
  for (const deed of [intake.throughGateway, intake.toService, intake.raw]) await pressed(deed)();
  const mostPerSecond = rateOf(await pressed(intake.throughGateway)());
  const perSecond = Math.max(1, Math.round(mostPerSecond / 2));
  const paced = (deed: Deed) => (): Promise<MeasuredLoad> =>
    measured(stack, () => steady(deed, { perSecond, seconds }));
  say(`latency at a steady ${perSecond} a second`);
  const latency = await interleaved(rounds, paced(intake.throughGateway), paced(intake.raw));
  say(`rate with ${AT_ONCE} at once`);
  const rate = await interleaved(rounds, pressed(intake.toService), pressed(intake.raw));
  const stored = (await intake.stored()) - storedBefore;
  if (stored !== intake.accepted()) throw new Error(`${intake.accepted()} whistles were accepted, ${stored} stored`);
  return {
    ...{
      seconds,
      ...latencyFigures(latency),
      loadPerSecond: perSecond,
      gatewayMostPerSecond: rounded(mostPerSecond, 0),
    },
    ...{ ...rateFigures(rate), limits: LIMITS, stored, poolSize: POOL_SIZE, atOnce: AT_ONCE },
    elsewhereCpuPercent: elsewhere([...latency, ...rate]),
    baseline: 'the same statement, made beforehand, through raw pg with a pool of the same size',
  };
}

/** A load, and what was used to bear it. */
type MeasuredLoad = Load & CpuUse;

async function measured(stack: TestStack, work: () => Promise<Load>): Promise<MeasuredLoad> {
  const { result, ...use } = await cpuDuring(stack, work);
  return { ...result, ...use };
}

const rateOf = ({ done, elapsedSeconds }: Load): number => done / elapsedSeconds;

function latencyFigures(pairs: readonly Pair<MeasuredLoad>[]): Record<string, unknown> {
  const p99 = pairs.map(({ ours, baseline }) => ({
    ours: percentile(ours.latenciesMs, 99),
    baseline: percentile(baseline.latenciesMs, 99),
  }));
  const p50 = (of: keyof Pair<MeasuredLoad>): number =>
    median(pairs.map((pair) => percentile(pair[of].latenciesMs, 50)));
  return {
    p99Ratio: rounded(median(p99.map(({ ours, baseline }) => ours / baseline))),
    p99Ms: rounded(median(p99.map(({ ours }) => ours))),
    baselineP99Ms: rounded(median(p99.map(({ baseline }) => baseline))),
    p50Ms: rounded(p50('ours')),
    baselineP50Ms: rounded(p50('baseline')),
    ...{
      cpuMsEach: cpuMsEach(pairs.map(({ ours }) => ours)),
      baselineCpuMsEach: cpuMsEach(pairs.map(({ baseline }) => baseline)),
    },
  };
}

function rateFigures(pairs: readonly Pair<MeasuredLoad>[]): Record<string, number> {
  return {
    rateRatio: rounded(median(pairs.map(({ ours, baseline }) => rateOf(ours) / rateOf(baseline)))),
    acceptsPerSecond: rounded(median(pairs.map(({ ours }) => rateOf(ours))), 0),
    baselinePerSecond: rounded(median(pairs.map(({ baseline }) => rateOf(baseline))), 0),
  };
}

const elsewhere = (pairs: readonly Pair<MeasuredLoad>[]): number =>
  rounded(median(pairs.flatMap(({ ours, baseline }) => [ours, baseline]).map((load) => load.elsewhereCpuPercent)), 0);
