import type { Pair } from '../interleaved.js';
import { cpuMsEach, type CpuUse } from '../machine/cpu-by-program.js';
import { median, percentile, rounded } from '../statistics.js';
import { together, type Load } from './load.js';

/** A load, and what was used to bear it. */
export type MeasuredLoad = Load & CpuUse;

type Pairs = readonly Pair<MeasuredLoad>[];
type Side = keyof Pair<MeasuredLoad>;

const P99_RATIO_LIMIT = 3;
const RATE_RATIO_LIMIT = 0.35;

/** What was measured in slices, as if it had been measured at one go. */
export function mergedLoads(slices: readonly MeasuredLoad[]): MeasuredLoad {
  const names = Object.keys(slices[0]?.cpu ?? {});
  const cpuOf = (name: string): number => slices.reduce((total, { cpu }) => total + (cpu[name] ?? 0), 0);
  return {
    ...together(slices),
    cpu: Object.fromEntries(names.map((name) => [name, cpuOf(name)])),
    elsewhereCpuPercent: median(slices.map(({ elsewhereCpuPercent }) => elsewhereCpuPercent)),
  };
}

export const rateOf = ({ done, elapsedSeconds }: Load): number => done / elapsedSeconds;

/** Medians over the rounds; the ratio is that within each round. */
export function latencyFigures(pairs: Pairs): Record<string, unknown> {
  const at = (side: Side, percent: number): number =>
    rounded(median(pairs.map((pair) => percentile(pair[side].latenciesMs, percent))));
  const p99 = ({ latenciesMs }: Load): number => percentile(latenciesMs, 99);
  return {
    p99Ratio: rounded(median(pairs.map(({ ours, baseline }) => p99(ours) / p99(baseline)))),
    p99RatioLimit: P99_RATIO_LIMIT,
    p99Ms: at('ours', 99),
    baselineP99Ms: at('baseline', 99),
    p50Ms: at('ours', 50),
    baselineP50Ms: at('baseline', 50),
    ...useOf('latency', pairs),
  };
}

/** Medians over the rounds; the ratio is that within each round. */
export function rateFigures(pairs: Pairs): Record<string, unknown> {
  const rate = (side: Side): number => rounded(median(pairs.map((pair) => rateOf(pair[side]))), 0);
  return {
    rateRatio: rounded(median(pairs.map(({ ours, baseline }) => rateOf(ours) / rateOf(baseline)))),
    rateRatioLimit: RATE_RATIO_LIMIT,
    acceptsPerSecond: rate('ours'),
    baselinePerSecond: rate('baseline'),
    ...useOf('rate', pairs),
  };
}

/** Processor time of one accept, by program, and how busy the machine was with something else. */
function useOf(what: 'latency' | 'rate', pairs: Pairs): Record<string, unknown> {
  const of = (side: Side): MeasuredLoad[] => pairs.map((pair) => pair[side]);
  const elsewhere = [...of('ours'), ...of('baseline')].map(({ elsewhereCpuPercent }) => elsewhereCpuPercent);
  return {
    [`${what}CpuMsEach`]: cpuMsEach(of('ours')),
    [`${what}BaselineCpuMsEach`]: cpuMsEach(of('baseline')),
    [`${what}ElsewhereCpuPercent`]: rounded(median(elsewhere), 0),
  };
}
