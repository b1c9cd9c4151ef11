import { rounded } from '../statistics.js';
import type { CpuByProgram } from '../machine/cpu-by-program.js';
import type { Footprint } from './footprint.js';

/** P8: what one open whistle may take, and what all of them together may cost while nothing happens. */
const LIMITS = { bytesPerOpenWhistle: 25 * 1_024, idleWorkersCpuPercent: 10 };
/** Programs with a worker in which a whistle's workflows live. */
const WORKERS = ['whistles', 'members', 'departments'];
const KB_PER_MB = 1_024;

export interface OpenSet {
  count: number;
  before: Footprint;
  after: Footprint;
  /** Seconds of processor time, by program, in a quiet time before and after. */
  idleBefore: CpuByProgram;
  idleAfter: CpuByProgram;
  idleSeconds: number;
}

export function reportOf({ count, before, after, idleBefore, idleAfter, idleSeconds }: OpenSet) {
  const growth = Object.fromEntries(
    Object.entries(after.databases).map(([name, bytes]) => [
      name,
      rounded((bytes - (before.databases[name] ?? 0)) / count, 0),
    ]),
  );
  const mb = (pssKb: Record<string, number>) =>
    Object.fromEntries(WORKERS.map((name) => [name, rounded((pssKb[name] ?? 0) / KB_PER_MB, 1)]));
  const percent = (cpu: CpuByProgram, names: readonly string[]): number =>
    rounded((100 * names.reduce((total, name) => total + (cpu[name] ?? 0), 0)) / idleSeconds, 1);
  return {
    count,
    bytesPerOpenWhistle: growth['whistles'] ?? 0,
    bytesPerOpenWhistleByDatabase: growth,
    temporalBytesPerOpenWhistle: rounded((after.temporal - before.temporal) / count, 0),
    workersMbBefore: mb(before.pssKb),
    workersMbAfter: mb(after.pssKb),
    idleWorkersCpuPercentBefore: percent(idleBefore, WORKERS),
    idleWorkersCpuPercent: percent(idleAfter, WORKERS),
    idleTotalCpuPercentBefore: percent(idleBefore, Object.keys(idleBefore)),
    idleTotalCpuPercent: percent(idleAfter, Object.keys(idleAfter)),
    limits: LIMITS,
  };
}
