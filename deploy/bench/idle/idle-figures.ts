import type { Usage } from '../machine/process-usage.js';
import { median, rounded } from '../statistics.js';

/** What one program held and used during a measurement. */
export interface ProgramFigures {
  processes: number;
  mb: number;
  /** Of one core. */
  cpuPercent: number;
}

const KB_PER_MB = 1_024;

/** Memory as it is at the end, processor time per time that went by. */
export function figuresBetween(before: Usage, after: Usage, elapsedSeconds: number): ProgramFigures {
  return {
    processes: after.processes,
    mb: after.pssKb / KB_PER_MB,
    cpuPercent: (100 * (after.cpuSeconds - before.cpuSeconds)) / elapsedSeconds,
  };
}

/** The median of several measurements, figure by figure, as it is printed. */
export function medianFigures(measured: readonly ProgramFigures[]): ProgramFigures {
  const of = (key: keyof ProgramFigures): number => rounded(median(measured.map((figures) => figures[key])), 1);
  return { processes: of('processes'), mb: of('mb'), cpuPercent: of('cpuPercent') };
}

export function sumOf(figures: readonly ProgramFigures[]): ProgramFigures {
  const of = (key: keyof ProgramFigures): number => figures.reduce((total, one) => total + one[key], 0);
  return { processes: of('processes'), mb: of('mb'), cpuPercent: of('cpuPercent') };
}
