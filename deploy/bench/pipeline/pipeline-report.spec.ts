import { describe, expect, it } from '@jest/globals';
import type { MeasuredFlow } from './measured-flow.js';
import { reportOf } from './pipeline-report.js';

const side = (perSecond: number): MeasuredFlow => ({
  ...{ concluded: ['w'], failures: [], elapsedSeconds: 1 },
  ...{ perSecond, elsewhereCpuPercent: 5, cpu: { temporal: 0.3 } },
});

describe('the report of the pipeline', () => {
  it('compares within each round, and tells how long the busiest year of a large city would take', () => {
    const pairs = [
      [2, 4],
      [1, 4],
      [3, 4],
    ].map(([ours, baseline]) => ({ ours: side(ours!), baseline: side(baseline!) }));
    expect(reportOf(pairs)).toMatchObject({
      ratio: 0.5,
      whistlesPerSecond: 2,
      baselinePerSecond: 4,
      amsterdamYearHours: 53.5,
      concluded: 3,
      failed: 0,
      cpuMsPerWhistle: { temporal: 300 },
    });
  });

  it('has no ratio where nothing was concluded', () => {
    expect(() => reportOf([{ ours: side(0), baseline: side(4) }])).toThrow('no whistle was concluded');
  });
});
