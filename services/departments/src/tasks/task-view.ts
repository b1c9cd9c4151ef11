import { deadlinesOf, rungOf } from '@hsl/contracts/clock-answers';
import type { ActionView } from '@hsl/contracts/process-view';
import type { Card, DepartmentTask, Feedback } from '@hsl/contracts/schemas/department-tasks';
import type { Deadline, RungAt } from '@hsl/contracts/steps';
import type { Card as CardRow, Feedback as FeedbackRow } from '../generated/prisma/client.js';
import type { DepartmentRef } from '../directory/department-book.js';
import type { TaskRow } from './task.repository.js';
import type { Waiting } from './task-waiting.js';

const iso = (date: Date | null | undefined): string | undefined => date?.toISOString();

/** A task as it is answered, in a list and alone. */
export function taskViewOf(
  task: TaskRow,
  department: DepartmentRef,
  { waitingFor, since }: Waiting,
  actions: ActionView[],
  now: number,
): DepartmentTask {
  const { id, whistleId, number, communityId, role, round, state, version } = task;
  const rung = task.nextRung as unknown as RungAt | null;
  return {
    ...{ id, whistleId, number, communityId, department, round, version },
    role: role as DepartmentTask['role'],
    state: state as DepartmentTask['state'],
    assigneeId: task.assigneeId ?? undefined,
    ...{ dispatchedAt: task.dispatchedAt.toISOString(), reworkedAt: iso(task.reworkedAt) },
    ...{ acknowledgeDueAt: task.acknowledgeDueAt.toISOString(), feedbackDueAt: task.feedbackDueAt.toISOString() },
    ...{ dueAt: iso(task.dueAt), overdue: task.dueAt !== null && task.dueAt.getTime() < now },
    ...{ acknowledgedAt: iso(task.acknowledgedAt), acknowledgeOnTime: task.acknowledgeOnTime ?? undefined },
    ...{ feedbackAt: iso(task.feedbackAt), feedbackOnTime: task.feedbackOnTime ?? undefined },
    verifiedAt: iso(task.verifiedAt),
    ...{ actions, waitingFor, since: iso(since) },
    nextRung: rungOf(rung),
    deadlines: deadlinesOf(task.deadlines as unknown as Deadline[]),
  };
}

export function cardViewOf(card: CardRow, department: DepartmentRef): Card {
  const { id, round, taskId, whistleId, number, communityId } = card;
  return {
    ...{ id, kind: card.kind as Card['kind'], step: card.step as Card['step'], round, taskId, department },
    ...{ whistleId, number, communityId },
    ...{ dueAt: card.dueAt.toISOString(), issuedAt: card.issuedAt.toISOString() },
    ...{ withdrawnAt: iso(card.withdrawnAt), withdrawnReason: card.withdrawnReason ?? undefined },
  };
}

/** @param row a final one: a draft is nobody's to see */
export function feedbackViewOf(row: FeedbackRow): Feedback {
  const { id, round, summary, measures, contactedResident, submittedRole } = row;
  return {
    ...{ id, round, summary, measures: measures ?? undefined, submittedRole },
    evidence: row.evidence as unknown as Feedback['evidence'],
    contactedResident: contactedResident ?? undefined,
    submittedAt: (row.finalAt ?? row.createdAt).toISOString(),
    onTime: row.onTime ?? false,
  };
}
