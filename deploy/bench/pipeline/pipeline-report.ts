import type { Pair } from '../interleaved.js';
import { cpuMsEach } from '../machine/cpu-by-program.js';
import { median, rounded } from '../statistics.js';
import type { MeasuredFlow } from './measured-flow.js';

type Side = keyof Pair<MeasuredFlow>;

const RATIO_LIMIT = 0.6;
/** Reports that Amsterdam handled in its busiest year: a yardstick people know. */
const AMSTERDAM_YEAR = 385_000;
const SECONDS_PER_HOUR = 3_600;

/**
 * Medians over the rounds; the ratio is that within each round.
 * @throws Error if one side brought no whistle to its end in some round
 */
export function reportOf(pairs: readonly Pair<MeasuredFlow>[]): Record<string, unknown> {
  const figure = (side: Side, key: 'perSecond' | 'elsewhereCpuPercent'): number =>
    median(pairs.map((pair) => pair[side][key]));
  const count = (side: Side, key: 'concluded' | 'failures'): number =>
    pairs.reduce((total, pair) => total + pair[side][key].length, 0);
  if (pairs.some(({ ours, baseline }) => ours.perSecond === 0 || baseline.perSecond === 0)) {
    throw new Error('in some round no whistle was concluded');
  }
  const whistlesPerSecond = figure('ours', 'perSecond');
  return {
    ratio: rounded(median(pairs.map(({ ours, baseline }) => ours.perSecond / baseline.perSecond))),
    limit: RATIO_LIMIT,
    whistlesPerSecond: rounded(whistlesPerSecond),
    baselinePerSecond: rounded(figure('baseline', 'perSecond')),
    amsterdamYearHours: rounded(AMSTERDAM_YEAR / whistlesPerSecond / SECONDS_PER_HOUR, 1),
    baselineAmsterdamYearHours: rounded(AMSTERDAM_YEAR / figure('baseline', 'perSecond') / SECONDS_PER_HOUR, 1),
    concluded: count('ours', 'concluded'),
    failed: count('ours', 'failures'),
    baselineConcluded: count('baseline', 'concluded'),
    baselineFailed: count('baseline', 'failures'),
    cpuMsPerWhistle: cpuMsOf(pairs.map(({ ours }) => ours)),
    baselineCpuMsPerWhistle: cpuMsOf(pairs.map(({ baseline }) => baseline)),
    elsewhereCpuPercent: rounded(figure('ours', 'elsewhereCpuPercent'), 0),
    baselineElsewhereCpuPercent: rounded(figure('baseline', 'elsewhereCpuPercent'), 0),
  };
}

/** Where the processor time of one whistle goes, by program: swings far less than a rate does. */
const cpuMsOf = (flows: readonly MeasuredFlow[]): Record<string, number> =>
  cpuMsEach(flows.map(({ cpu, concluded }) => ({ cpu, done: concluded.length })));
