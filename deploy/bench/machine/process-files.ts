/** Of /proc/PID/stat: who started the process, and the time it has had on a processor. */
export interface ProcessStat {
  parent: number;
  /** Clock ticks, its own and those of the children it has collected. */
  ticks: number;
}

/** USER_HZ: what Linux shows to programs on every machine, whatever the kernel's own tick is. */
export const TICKS_PER_SECOND = 100;

/** Positions after the program's name, which may itself contain spaces and brackets (man proc, fields 4 and 14 to 17). */
const PARENT = 1;
const FIRST_TIME = 11;
const AFTER_TIMES = 15;

/** @throws RangeError for a text that is no such file */
export function parseStat(text: string): ProcessStat {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const parent = Number(fields[PARENT]);
  const times = fields.slice(FIRST_TIME, AFTER_TIMES).map(Number);
  const ticks = times.reduce((total, time) => total + time, 0);
  if (times.length !== AFTER_TIMES - FIRST_TIME || Number.isNaN(parent + ticks)) {
    throw new RangeError(`not a /proc/PID/stat: ${text.slice(0, 100)}`);
  }
  return { parent, ticks };
}

/**
 * The proportional set size: memory shared by n processes counts one n-th for each, so that sums are true.
 * @returns kB
 * @throws RangeError for a text that is no smaps_rollup
 */
export function parsePss(text: string): number {
  const found = /^Pss:\s+(\d+) kB$/m.exec(text);
  if (!found) throw new RangeError(`not a /proc/PID/smaps_rollup: ${text.slice(0, 100)}`);
  return Number(found[1]);
}

/** A process and everything below it. */
export function familyOf(root: number, parents: ReadonlyMap<number, number>): number[] {
  const children = [...parents].filter(([, parent]) => parent === root).map(([pid]) => pid);
  return [root, ...children.flatMap((child) => familyOf(child, parents))];
}

/** In the first line of /proc/stat: user, nice, system, idle, iowait, irq, softirq; only these count as work. */
const WORK_COLUMNS = [0, 1, 2, 5, 6];

/**
 * @param text of /proc/stat
 * @returns seconds of processor time, of all cores together, that were spent on anything at all
 */
export function busySecondsIn(text: string): number {
  const columns = /^cpu +(.+)$/m.exec(text)?.[1]?.split(' ').map(Number) ?? [];
  return WORK_COLUMNS.reduce((total, column) => total + (columns[column] ?? 0), 0) / TICKS_PER_SECOND;
}
