import { percentile, rounded } from '../statistics.js';
import type { Rung } from './rungs.js';

const P99_LIMIT_MS = 5_000;

/** @throws RangeError if not one rung was seen to */
export function reportOf(rungs: readonly Rung[]): Record<string, unknown> {
  const late = rungs.flatMap(({ lateMs }) => lateMs ?? []);
  const decided = rungs.flatMap(({ decidedLateMs }) => decidedLateMs ?? []);
  const cron = rungs.flatMap(({ cronLateMs }) => cronLateMs ?? []);
  const at = (values: readonly number[], percent: number): number => rounded(percentile(values, percent), 0);
  return {
    count: rungs.length,
    missed: rungs.filter(({ told }) => told === 0).length,
    doubled: rungs.filter(({ told }) => told > 1).length,
    early: late.filter((ms) => ms < 0).length,
    latenessP50Ms: at(late, 50),
    latenessP99Ms: at(late, 99),
    latenessMaxMs: at(late, 100),
    latenessP99LimitMs: P99_LIMIT_MS,
    decidedP99Ms: at(decided, 99),
    cronMissed: rungs.length - cron.length,
    cronP50Ms: at(cron, 50),
    cronP99Ms: at(cron, 99),
    cronMaxMs: at(cron, 100),
  };
}
