import { setTimeout as sleep } from 'node:timers/promises';
import type { Benchmark } from '../benchmark.js';
import {
  assertMeasurable,
  busySeconds,
  readProcesses,
  usageAlone,
  usageOfFamily,
  type Usage,
} from '../machine/process-usage.js';
import { onBenchStack } from '../platform/bench-stack.js';
import { say } from '../progress.js';
import { rounded } from '../statistics.js';
import { figuresBetween, medianFigures, sumOf, type ProgramFigures } from './idle-figures.js';

const LIMITS = { totalMb: 2_560, totalCpuPercent: 35 };
/** By then the seeds have been told to everybody, and the just-in-time compilers have calmed down. */
const SETTLE_SECONDS = 20;
/** This process, which watches over the others as `npm start` does; not part of the sums. */
const SUPERVISOR = 'supervisor';

/** What the whole platform holds and uses while nobody uses it. */
export const idle: Benchmark = {
  summary: 'memory and processor time of the whole platform while nothing happens',
  defaults: { rounds: 1, seconds: 30 },
  async run({ rounds, seconds }) {
    assertMeasurable();
    return onBenchStack({ env: { LOG_LEVEL: 'info' } }, async ({ processes }) => {
      say(`settling for ${SETTLE_SECONDS} s`);
      await sleep(SETTLE_SECONDS * 1_000);
      const roots = Object.entries(processes).map(([name, { pid }]): [string, number] => [name, pid]);
      const measured: Measurement[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        say(`measuring for ${seconds} s (${round} of ${rounds})`);
        measured.push(await measure(roots, seconds));
      }
      return reportOf(measured, seconds);
    });
  },
};

interface Measurement {
  /** By name. */
  programs: ReadonlyMap<string, ProgramFigures>;
  /** Of one core, by whatever else ran on this machine: what makes figures swing. */
  elsewhereCpuPercent: number;
}

interface Look {
  at: number;
  busySeconds: number;
  usages: ReadonlyMap<string, Usage>;
}

async function measure(roots: readonly [string, number][], seconds: number): Promise<Measurement> {
  const before = look(roots);
  await sleep(seconds * 1_000);
  const after = look(roots);
  const elapsed = (after.at - before.at) / 1_000;
  const programs = new Map(
    [...after.usages].map(([name, usage]) => [name, figuresBetween(before.usages.get(name)!, usage, elapsed)]),
  );
  const ours = sumOf([...programs.values()]).cpuPercent;
  return { programs, elsewhereCpuPercent: (100 * (after.busySeconds - before.busySeconds)) / elapsed - ours };
}

function look(roots: readonly [string, number][]): Look {
  const processes = readProcesses();
  const usages = roots.map(([name, root]): [string, Usage] => [name, usageOfFamily(root, processes)]);
  // What the supervisor started is counted by name, so here only itself.
  const supervisor: [string, Usage] = [SUPERVISOR, usageAlone(process.pid, processes)];
  return { at: performance.now(), busySeconds: busySeconds(), usages: new Map([...usages, supervisor]) };
}

function reportOf(measured: readonly Measurement[], seconds: number): Record<string, unknown> {
  const names = [...measured[0]!.programs.keys()];
  const figures = names.map((name) => ({
    name,
    ...medianFigures(measured.map(({ programs }) => programs.get(name)!)),
  }));
  const platform = figures.filter(({ name }) => name !== SUPERVISOR);
  const { mb, cpuPercent } = sumOf(platform);
  const elsewhere = measured.map(({ elsewhereCpuPercent: share }) => ({ processes: 0, mb: 0, cpuPercent: share }));
  return {
    ...{ seconds, totalMb: rounded(mb, 1), totalCpuPercent: rounded(cpuPercent, 1) },
    limits: LIMITS,
    programs: platform,
    supervisor: figures.find(({ name }) => name === SUPERVISOR),
    elsewhereCpuPercent: medianFigures(elsewhere).cpuPercent,
  };
}
