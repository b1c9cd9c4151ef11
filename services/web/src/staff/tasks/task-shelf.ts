import type { TaskState } from '@hsl/contracts/states';

/** Where a task stands for its own unit: it owes a step, somebody else does, or it is over. */
export const SHELVES = ['mine', 'others', 'done'] as const;
export type Shelf = (typeof SHELVES)[number];

const OVER: readonly TaskState[] = ['VERIFIED', 'RETURNED', 'CANCELLED'];

/** Nothing of it is in the unit's hands any more. */
export const isOver = (state: TaskState): boolean => OVER.includes(state);

interface Shelved {
  state: TaskState;
  department: { id: string };
  waitingFor: readonly { kind: string; id: string }[];
}

export function shelfOf({ state, department, waitingFor }: Shelved): Shelf {
  if (waitingFor.some(({ kind, id }) => kind === 'department' && id === department.id)) return 'mine';
  return isOver(state) ? 'done' : 'others';
}
