import { describe, expect, it } from '@jest/globals';
import { reportOf } from './open-set-report.js';

describe('the report on many open whistles', () => {
  it('divides what has grown by their number, and names memory and idle work of the workers only', () => {
    const report = reportOf({
      count: 100,
      before: { databases: { whistles: 1_000, insight: 500 }, temporal: 0, pssKb: { whistles: 102_400, kafka: 9 } },
      after: {
        databases: { whistles: 801_000, insight: 500 },
        temporal: 300_000,
        pssKb: { whistles: 153_600, kafka: 9 },
      },
      idleBefore: { whistles: 0.3, kafka: 0.6 },
      idleAfter: { whistles: 0.6, kafka: 0.6 },
      idleSeconds: 30,
    });
    expect(report).toMatchObject({
      bytesPerOpenWhistle: 8_000,
      bytesPerOpenWhistleByDatabase: { whistles: 8_000, insight: 0 },
      temporalBytesPerOpenWhistle: 3_000,
      workersMbBefore: { whistles: 100, members: 0, departments: 0 },
      workersMbAfter: { whistles: 150, members: 0, departments: 0 },
      idleWorkersCpuPercentBefore: 1,
      idleWorkersCpuPercent: 2,
      idleTotalCpuPercent: 4,
    });
  });
});
