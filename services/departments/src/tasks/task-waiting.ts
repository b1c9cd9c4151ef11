import type { TaskState } from '@hsl/contracts/states';
import type { Deadline, WaitingFor } from '@hsl/contracts/steps';
import type { DisputePhase, TaskProgress } from '@hsl/contracts/task-progress';
import { OWED_STEP } from '../recording/decision-row.js';
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
  const ruling = rulingOf(task);
  if (ruling) return { waitingFor: [ruling], since: rulingSince(task) };
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

/** Who rules on a return or a dispute, by where it is (domain 4.5). */
const DISPUTE_WAITS: Record<DisputePhase, WaitingFor> = {
  siteMeeting: { step: 'siteMeeting', kind: 'role', id: 'liaisonOfficer' },
  ruling: { step: 'disputeRuling', kind: 'role', id: 'deputyLeader' },
  appealable: { step: 'appeal', kind: 'role', id: 'head' },
  appealed: { step: 'appealRuling', kind: 'role', id: 'groupLeader' },
};

function rulingOf({ state, progress }: TaskRow): WaitingFor | undefined {
  if (state === 'RETURN_REQUESTED') return { step: 'returnRuling', kind: 'role', id: 'liaisonOfficer' };
  const { dispute } = progress as unknown as Partial<TaskProgress>;
  return state === 'DISPUTED' && dispute ? DISPUTE_WAITS[dispute.phase] : undefined;
}

function rulingSince({ deadlines }: TaskRow): Date | undefined {
  const startedAt = (deadlines as unknown as Deadline[]).at(-1)?.startedAt;
  return startedAt === undefined ? undefined : new Date(startedAt);
}

const startOfWait = ({ state, dispatchedAt, reworkedAt, acknowledgedAt }: TaskRow): Date =>
  state === 'DISPATCHED' ? dispatchedAt : (reworkedAt ?? acknowledgedAt ?? dispatchedAt);

/** The last unit's feedback is what made the verification due. */
function lastFeedback(tasks: readonly TaskRow[]): Date | undefined {
  const instants = tasks.flatMap(({ feedbackAt }) => (feedbackAt ? [feedbackAt.getTime()] : []));
  return instants.length === 0 ? undefined : new Date(Math.max(...instants));
}
