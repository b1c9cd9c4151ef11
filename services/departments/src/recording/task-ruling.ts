import type { TaskRuling } from '@hsl/contracts/events/task-events';
import type { TaskState } from '@hsl/contracts/states';
import type { Deadline, WaitingFor } from '@hsl/contracts/steps';
import type { DisputePhase, TaskProgress } from '@hsl/contracts/task-progress';

/** What is known of a task that may be in question: of its row, or of a decision. */
export interface InQuestion {
  state: TaskState;
  progress: Pick<TaskProgress, 'dispute'>;
  deadlines: readonly Deadline[];
}

/** Who rules on a return or a dispute, by where it is (domain 4.5). */
const RETURN_WAITS: WaitingFor = { step: 'returnRuling', kind: 'role', id: 'liaisonOfficer' };
const DISPUTE_WAITS: Record<DisputePhase, WaitingFor> = {
  siteMeeting: { step: 'siteMeeting', kind: 'role', id: 'liaisonOfficer' },
  ruling: { step: 'disputeRuling', kind: 'role', id: 'deputyLeader' },
  appealable: { step: 'appeal', kind: 'role', id: 'head' },
  appealed: { step: 'appealRuling', kind: 'role', id: 'groupLeader' },
};

/** Whose word a returned or disputed task waits for, since when and until when; undefined while its unit owes it. */
export function rulingOf({ state, progress, deadlines }: InQuestion): TaskRuling | undefined {
  const waits = waitsOf(state, progress);
  // Orders that are still to be answered have clocks beside it.
  const clock = waits && deadlines.findLast(({ step }) => step === waits.step);
  return waits && clock && { ...waits, since: clock.startedAt, dueAt: clock.dueAt };
}

function waitsOf(state: TaskState, { dispute }: InQuestion['progress']): WaitingFor | undefined {
  if (state === 'RETURN_REQUESTED') return RETURN_WAITS;
  return state === 'DISPUTED' && dispute ? DISPUTE_WAITS[dispute.phase] : undefined;
}
