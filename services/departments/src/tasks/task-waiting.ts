import type { TaskState } from '@hsl/contracts/states';
import type { WaitingFor } from '@hsl/contracts/steps';
import { OWED_STEP } from '../recording/decision-row.js';
import { rulingOf, type InQuestion } from '../recording/task-ruling.js';
import { owes } from './task-rights.js';
import type { Surroundings, TaskRow } from './task.repository.js';

export interface Waiting {
  waitingFor: WaitingFor[];
  since?: Date;
}

/**
 * Whom a task waits for and since when: its department, then the units that still owe their part, then member and
 * community who verify; nobody once it is verified.
 */
export function waitingOf(task: TaskRow, { siblings, memberIds }: Surroundings): Waiting {
  const step = OWED_STEP[task.state as TaskState];
  if (step !== undefined) return { waitingFor: [department(task, step)], since: startOfWait(task) };
  const ruling = rulingOf(task as unknown as InQuestion);
  if (ruling) {
    const { since, dueAt: _itsClock, ...who } = ruling;
    return { waitingFor: [who], since: new Date(since) };
  }
  if (task.state !== 'FEEDBACK_SUBMITTED') return { waitingFor: [] };
  const open = siblings.filter((sibling) => sibling.id !== task.id && owes(sibling));
  if (open.length > 0) {
    const waitingFor = open.map((sibling) => department(sibling, OWED_STEP[sibling.state as TaskState] ?? 'feedback'));
    return { waitingFor, since: task.feedbackAt ?? undefined };
  }
  const members = memberIds.map((id): WaitingFor => ({ step: 'verify', kind: 'member', id }));
  return {
    waitingFor: [...members, { step: 'verify', kind: 'role', id: 'communityWorker' }],
    since: lastFeedback([task, ...siblings]),
  };
}

const department = ({ departmentId: id }: TaskRow, step: 'acknowledge' | 'feedback'): WaitingFor => ({
  ...{ step, kind: 'department', id },
});

const startOfWait = ({ state, dispatchedAt, reworkedAt, acknowledgedAt }: TaskRow): Date =>
  state === 'DISPATCHED' ? dispatchedAt : (reworkedAt ?? acknowledgedAt ?? dispatchedAt);

/** The last unit's feedback is what made the verification due. */
function lastFeedback(tasks: readonly TaskRow[]): Date | undefined {
  const instants = tasks.flatMap(({ feedbackAt }) => (feedbackAt ? [feedbackAt.getTime()] : []));
  return instants.length === 0 ? undefined : new Date(Math.max(...instants));
}
