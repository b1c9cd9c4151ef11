import type { TestStack } from '../../local/test-stack.js';
import type { HistoryLength } from '../bare/padding.js';
import { totalOf, type WorkflowHistory } from '../history/history-count.js';
import { cpuDuring, type CpuUse } from '../machine/cpu-by-program.js';
import { say } from '../progress.js';
import { flow, rateOf, type Flow, type Road } from './flow.js';
import { settle } from './settle.js';

/** A flow, and what was used for it; this process plays the people, and in the baseline's turn it is the worker. */
export interface MeasuredFlow extends Flow, CpuUse {
  perSecond: number;
}

let next = 1;

/** Measures one flow, then waits until what it left behind is done. */
export async function measureFlow(
  stack: TestStack,
  road: Road,
  { atOnce, seconds }: { atOnce: number; seconds: number },
): Promise<MeasuredFlow> {
  const { result: flowed, ...use } = await cpuDuring(stack, () => flow(road, { atOnce, seconds, first: next }));
  next += flowed.concluded.length + flowed.failures.length;
  if (flowed.failures.length > 0) say(`${flowed.failures.length} did not get there: ${String(flowed.failures[0])}`);
  await settle(stack);
  return { ...flowed, ...use, perSecond: rateOf(flowed) };
}

/** Of all workflows of one matter. */
export function lengthOf(histories: readonly WorkflowHistory[]): HistoryLength {
  const workflowTasks = histories.reduce((total, { byKind }) => total + (byKind['workflowTaskCompleted'] ?? 0), 0);
  return { events: totalOf(histories).events, workflowTasks };
}
