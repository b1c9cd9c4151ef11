import { describe, expect, it } from '@jest/globals';
import { reportOf } from './punctual-report.js';
import type { Rung } from './rungs.js';

const rung = (lateMs: number | null, told = 1): Rung => ({ told, lateMs, decidedLateMs: lateMs, cronLateMs: 30_000 });

describe('the report on punctuality', () => {
  it('counts what was missed and what was done twice, and leaves the missed out of the lateness', () => {
    const report = reportOf([rung(10), rung(20), rung(30, 2), rung(null, 0)]);
    expect(report).toMatchObject({ count: 4, missed: 1, doubled: 1, early: 0, latenessP50Ms: 20, latenessMaxMs: 30 });
  });

  it('says it when a rung fired before its instant', () => {
    expect(reportOf([rung(-5), rung(5)])).toMatchObject({ early: 1 });
  });

  it('has nothing to say of no rungs', () => {
    expect(() => reportOf([])).toThrow(RangeError);
  });
});
