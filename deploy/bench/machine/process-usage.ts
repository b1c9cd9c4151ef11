import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { codeOf } from '../../local/bootstrap/error-facts.mjs';
import { busySecondsIn, familyOf, parsePss, parseStat, TICKS_PER_SECOND, type ProcessStat } from './process-files.js';

/** What one program, with all its processes, holds and has used up to now. */
export interface Usage {
  processes: number;
  /** Proportional set size. */
  pssKb: number;
  /** Processor time since it began. */
  cpuSeconds: number;
}

/** @throws Error on a system without /proc/PID/smaps_rollup */
export function assertMeasurable(): void {
  if (!existsSync('/proc/self/smaps_rollup'))
    throw new Error('memory and processor time are read from /proc: Linux only');
}

/** What is running at the moment, by process id. */
export type Processes = ReadonlyMap<number, ProcessStat>;

export function readProcesses(): Processes {
  const pids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  const found = pids.flatMap((pid): [number, ProcessStat][] => {
    const text = readIfThere(`/proc/${pid}/stat`);
    return text === undefined ? [] : [[Number(pid), parseStat(text)]];
  });
  return new Map(found);
}

/** Usage of a process and everything below it. */
export function usageOfFamily(root: number, processes: Processes): Usage {
  const pids = membersOf(root, processes);
  const pssKb = pids.reduce((total, pid) => total + pssOf(pid), 0);
  return { processes: pids.length, pssKb, cpuSeconds: cpuSecondsOf(pids, processes) };
}

/** Usage of one process without those it started. */
export function usageAlone(pid: number, processes: Processes): Usage {
  return { processes: 1, pssKb: pssOf(pid), cpuSeconds: cpuSecondsOf([pid], processes) };
}

/** Processor time of a process and everything below it; reading memory as well would cost some itself. */
export function cpuSecondsOfFamily(root: number, processes: Processes): number {
  return cpuSecondsOf(membersOf(root, processes), processes);
}

/** Processor time this whole machine has spent on anything at all since it was started. */
export function busySeconds(): number {
  return busySecondsIn(readFileSync('/proc/stat', 'utf8'));
}

function membersOf(root: number, processes: Processes): number[] {
  const parents = new Map([...processes].map(([pid, { parent }]) => [pid, parent]));
  return familyOf(root, parents).filter((pid) => processes.has(pid));
}

function cpuSecondsOf(pids: readonly number[], processes: Processes): number {
  return pids.reduce((total, pid) => total + (processes.get(pid)?.ticks ?? 0), 0) / TICKS_PER_SECOND;
}

function pssOf(pid: number): number {
  const text = readIfThere(`/proc/${pid}/smaps_rollup`);
  return text === undefined ? 0 : parsePss(text);
}

/** A process may end between two looks at it. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return undefined;
    throw error;
  }
}
