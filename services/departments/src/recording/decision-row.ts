import { asInstant, asJson, type SqlValue } from '@hsl/database/sql-values';
import type { Instant } from '@hsl/contracts/instants';
import type { Deadline } from '@hsl/contracts/steps';
import type { TaskState } from '@hsl/contracts/states';
import type { TaskAfter, TaskDecision, TaskFact } from '@hsl/workflows/department-task/department-task.activities';
import { rulingOf } from './task-ruling.js';

/** States in which the department owes a step, and which. */
export const OWED_STEP: Partial<Record<TaskState, 'acknowledge' | 'feedback'>> = {
  DISPATCHED: 'acknowledge',
  ACKNOWLEDGED: 'feedback',
  IN_PROGRESS: 'feedback',
};

/** Returned or disputed: whose task it is waits for a ruling (domain 4.5). */
export const IN_QUESTION: readonly TaskState[] = ['RETURN_REQUESTED', 'DISPUTED'];

/** The deputy leader's word on a dispute, and the last one. */
const RULINGS: readonly TaskFact['type'][] = ['disputeRuled', 'disputeSettled'];

/**
 * The columns of the row after a decision. Everything is taken from what is true after it, not from what happened, so
 * that a row is right again after the next decision whatever came before.
 */
export function rowAfter(decision: TaskDecision): Record<string, SqlValue> {
  const { after, fact, by } = decision;
  return {
    state: after.state,
    round: after.round,
    ...(decision.version === 1 ? birthOf(decision) : {}),
    ...(fact.type === 'reworked' ? { reworked_at: asInstant(startOf(after)), verified_at: null } : {}),
    ...(fact.type === 'acknowledged' && !fact.tacit ? { acknowledged_by: by.userId } : {}),
    ...(RULINGS.includes(fact.type) ? { ruled_at: asInstant(decision.at) } : {}),
    ...acknowledgedColumns(after),
    ...feedbackColumns(after),
    due_at: orNull(dueAt(after)),
    deadlines: asJson(after.deadlines),
    next_rung: after.nextRung ? asJson(after.nextRung) : null,
    ...{ grade: after.grade, level: after.level, progress: asJson(after.progress) },
  };
}

function birthOf({
  whistleId,
  number,
  communityId,
  departmentId,
  role,
  categoryCode,
  after,
}: TaskDecision): Record<string, SqlValue> {
  return {
    whistle_id: whistleId,
    number,
    community_id: communityId,
    department_id: departmentId,
    category_code: categoryCode,
    role,
    dispatched_at: asInstant(startOf(after)),
    acknowledge_due_at: asInstant(after.acknowledgeDueAt),
  };
}

/** A rework has no acknowledgement of its own: the first round's stays as it is. */
function acknowledgedColumns({ deadlines }: TaskAfter): Record<string, SqlValue> {
  const clock = clockOf(deadlines, 'acknowledge');
  if (!clock) return {};
  return {
    acknowledge_due_at: asInstant(clock.dueAt),
    acknowledged_at: orNull(clock.doneAt),
    acknowledge_on_time: clock.doneAt === undefined ? null : clock.doneAt <= clock.dueAt,
  };
}

function feedbackColumns({ deadlines, feedbackDueAt }: TaskAfter): Record<string, SqlValue> {
  const doneAt = clockOf(deadlines, 'feedback')?.doneAt;
  return {
    feedback_due_at: asInstant(feedbackDueAt),
    feedback_at: orNull(doneAt),
    feedback_on_time: doneAt === undefined ? null : doneAt <= feedbackDueAt,
  };
}

/** When the step owed now is due; undefined when the department owes nothing. */
function dueAt(after: TaskAfter): Instant | undefined {
  const { state, acknowledgeDueAt, feedbackDueAt } = after;
  // A ruling is owed by somebody else; the task is open all the same, and listed by when it is due.
  if (IN_QUESTION.includes(state)) return rulingOf(after)?.dueAt;
  const step = OWED_STEP[state];
  if (step === undefined) return undefined;
  return step === 'acknowledge' ? Math.min(acknowledgeDueAt, feedbackDueAt) : feedbackDueAt;
}

/** Both clocks of a round run from its start (domain 2.3). */
const startOf = ({ deadlines, acknowledgeDueAt }: TaskAfter): Instant =>
  clockOf(deadlines, 'feedback')?.startedAt ?? acknowledgeDueAt;

const clockOf = (deadlines: readonly Deadline[], step: Deadline['step']): Deadline | undefined =>
  deadlines.find((deadline) => deadline.step === step);

const orNull = (instant: Instant | undefined): Date | null => (instant === undefined ? null : asInstant(instant));
