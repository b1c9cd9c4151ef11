import { describe, expect, it } from '@jest/globals';
import { latencyFigures, mergedLoads, rateFigures, type MeasuredLoad } from './accept-report.js';

const load = (done: number, latencyMs: number): MeasuredLoad => ({
  ...{ done, elapsedSeconds: 2, latenciesMs: Array.from({ length: done }, () => latencyMs) },
  ...{ cpu: { whistles: done / 1_000 }, elsewhereCpuPercent: 4 },
});
const round = (ours: MeasuredLoad, baseline: MeasuredLoad) => ({ ours, baseline });

describe('the report on taking whistles', () => {
  it('compares latencies within each round, so that a bad moment of the machine counts once', () => {
    const pairs = [
      round(load(100, 4), load(100, 2)),
      round(load(100, 90), load(100, 30)),
      round(load(100, 5), load(100, 2)),
    ];
    expect(latencyFigures(pairs)).toMatchObject({ p99Ratio: 2.5, p99Ms: 5, baselineP99Ms: 2, p50Ms: 5 });
  });

  it('compares rates the same way, and tells what one accept costs', () => {
    const pairs = [round(load(100, 1), load(200, 1)), round(load(80, 1), load(400, 1))];
    expect(rateFigures(pairs)).toMatchObject({
      rateRatio: 0.35,
      acceptsPerSecond: 45,
      baselinePerSecond: 150,
      rateCpuMsEach: { whistles: 1 },
      rateElsewhereCpuPercent: 4,
    });
  });

  it('takes slices for one measurement', () => {
    const merged = mergedLoads([load(100, 1), load(50, 3)]);
    expect([merged.done, merged.elapsedSeconds, merged.latenciesMs.length]).toEqual([150, 4, 150]);
    expect([merged.cpu['whistles'], merged.elsewhereCpuPercent]).toEqual([expect.closeTo(0.15), 4]);
  });
});
