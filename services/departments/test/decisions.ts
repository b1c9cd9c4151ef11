import { randomUUID } from 'node:crypto';
import { SYSTEM_ACTOR, type ActorRef } from '@hsl/contracts/roles';
import type { TaskState } from '@hsl/contracts/states';
import type { Deadline } from '@hsl/contracts/steps';
import type { TaskAfter, TaskDecision, TaskFact } from '@hsl/workflows/department-task/department-task.activities';

export const HOUR_MS = 3_600_000;
/** Monday 2026-11-23 09:00 in Asia/Shanghai. */
export const MONDAY = Date.UTC(2026, 10, 23, 1);
export const HANDLER: ActorRef = { userId: 'zx-handler-cgj', role: 'handler' };

/** The decisions of one task's workflow, one after the other, as it would hand them to the recorder. */
export class TaskDecisions {
  readonly taskId = randomUUID();
  private readonly whistleId = randomUUID();
  private version = 0;
  private round = 1;
  private start: number;
  private acknowledgedAt: number | undefined;
  private feedbackAt: number | undefined;

  constructor(
    readonly base: Partial<TaskDecision> = {},
    at = MONDAY,
  ) {
    this.start = at;
  }

  dispatched(): TaskDecision {
    return this.next({ type: 'dispatched' }, 'DISPATCHED', this.start, SYSTEM_ACTOR);
  }

  acknowledged(at = this.start + HOUR_MS): TaskDecision {
    this.acknowledgedAt = at;
    return this.next({ type: 'acknowledged', onTime: at <= this.acknowledgeDueAt, tacit: false }, 'ACKNOWLEDGED', at);
  }

  fedBack(contentId: string = randomUUID(), at = this.start + 2 * HOUR_MS): TaskDecision {
    this.feedbackAt = at;
    const onTime = at <= this.feedbackDueAt;
    return this.next({ type: 'feedbackSubmitted', onTime, contentId }, 'FEEDBACK_SUBMITTED', at);
  }

  reworked(at = this.start + 30 * HOUR_MS): TaskDecision {
    Object.assign(this, { round: this.round + 1, start: at, feedbackAt: undefined });
    return this.next({ type: 'reworked' }, 'IN_PROGRESS', at, SYSTEM_ACTOR);
  }

  rung(kind: 'reminder' | 'yellowCard' | 'redCard', state: TaskState = 'DISPATCHED'): TaskDecision {
    const step = state === 'DISPATCHED' ? 'acknowledge' : 'feedback';
    const dueAt = step === 'acknowledge' ? this.acknowledgeDueAt : this.feedbackDueAt;
    const rung = { reminder: 1, yellowCard: 2, redCard: 3 }[kind];
    return this.next({ type: 'rung', step, rung, kind, dueAt }, state, dueAt, SYSTEM_ACTOR);
  }

  get acknowledgeDueAt(): number {
    return this.start + 24 * HOUR_MS;
  }

  get feedbackDueAt(): number {
    return this.start + 120 * HOUR_MS;
  }

  private next(fact: TaskFact, state: TaskState, at: number, by: ActorRef = HANDLER): TaskDecision {
    this.version += 1;
    return {
      ...{ taskId: this.taskId, whistleId: this.whistleId, number: 'ZX-2026-000123', subdistrictId: 'zx' },
      ...{ communityId: 'ZX03', departmentId: 'ZX-CGJ', categoryCode: 'C1', role: 'lead', ...this.base },
      ...{ version: this.version, at, by, fact, after: this.after(state) },
    };
  }

  private after(state: TaskState): TaskAfter {
    const { round, acknowledgeDueAt, feedbackDueAt, start: startedAt, acknowledgedAt, feedbackAt } = this;
    const clock = { holderId: 'ZX-CGJ', startedAt, provisional: false, paused: false, daysOffBetween: 0 };
    const deadlines: Deadline[] = [
      ...(round === 1
        ? [{ ...clock, step: 'acknowledge' as const, dueAt: acknowledgeDueAt, doneAt: acknowledgedAt }]
        : []),
      { ...clock, step: 'feedback', dueAt: feedbackDueAt, doneAt: feedbackAt },
    ];
    return {
      ...{ state, round, grade: 'G3', level: 'blue', feedbackDueAt, deadlines },
      acknowledgeDueAt: round === 1 ? acknowledgeDueAt : startedAt,
      progress: { tried: [], extensionsGranted: 0, idleFlags: [], openOrders: [], lateSteps: [] },
    };
  }
}
