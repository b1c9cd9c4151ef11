import type { TestStack } from '../../local/test-stack.js';
import { median, rounded } from '../statistics.js';
import { busySeconds, cpuSecondsOfFamily, readProcesses } from './process-usage.js';

/** Seconds of processor time by the name of a program. */
export type CpuByProgram = Record<string, number>;

/** What each program of a platform has used since it began. */
export function cpuByProgram({ processes }: TestStack): CpuByProgram {
  const running = readProcesses();
  const entries = Object.entries(processes).map(([name, { pid }]) => [name, cpuSecondsOfFamily(pid, running)] as const);
  return Object.fromEntries(entries);
}

/** What each program used meanwhile; one that was started meanwhile has used all of it. */
export function usedBetween(before: CpuByProgram, after: CpuByProgram): CpuByProgram {
  const entries = Object.entries(after).map(([name, seconds]) => [name, seconds - (before[name] ?? 0)] as const);
  return Object.fromEntries(entries.map(([name, seconds]) => [name, seconds < 0 ? after[name]! : seconds]));
}

/** The name under which this process counts. */
const THIS_PROCESS = 'benchmark';

/** What was used while something was done. */
export interface CpuUse {
  /** By the platform's programs and this process. */
  cpu: CpuByProgram;
  /** Of one core, by everything else on this machine: the higher, the less the other figures say. */
  elsewhereCpuPercent: number;
}

export async function cpuDuring<T>(stack: TestStack, work: () => Promise<T>): Promise<CpuUse & { result: T }> {
  const before = { at: performance.now(), busy: busySeconds(), cpu: withThisProcess(stack) };
  const result = await work();
  const cpu = usedBetween(before.cpu, withThisProcess(stack));
  const elapsedSeconds = (performance.now() - before.at) / 1_000;
  const ours = Object.values(cpu).reduce((total, one) => total + one, 0);
  const elsewhereSeconds = Math.max(0, busySeconds() - before.busy - ours);
  return { result, cpu, elsewhereCpuPercent: (100 * elsewhereSeconds) / elapsedSeconds };
}

/** Medians over several measurements, in milliseconds for each thing done. */
export function cpuMsEach(measured: readonly { cpu: CpuByProgram; done: number }[]): CpuByProgram {
  const each = (name: string): number => median(measured.map(({ cpu, done }) => (1_000 * (cpu[name] ?? 0)) / done));
  return Object.fromEntries(Object.keys(measured[0]?.cpu ?? {}).map((name) => [name, rounded(each(name))]));
}

function withThisProcess(stack: TestStack): CpuByProgram {
  const { user, system } = process.cpuUsage();
  return { ...cpuByProgram(stack), [THIS_PROCESS]: (user + system) / 1e6 };
}
