import type { TaskRole, TaskState } from '../states.js';
import type { RungAt } from '../steps.js';

/** What every event of a department's task says about it. */
export interface TaskFact {
  taskId: string;
  whistleId: string;
  number: string;
  communityId: string;
  departmentId: string;
  role: TaskRole;
  /** 1, and one more per rework. */
  round: number;
  state: TaskState;
  /** Version of the task's row. */
  version: number;
  acknowledgeDueAt: number;
  feedbackDueAt: number;
  /** The nearest rung of its clocks; absent when nothing is owed or the ladder is climbed. */
  nextRung?: RungAt;
  at: number;
}

/** Events of the topic `hsl.departments`, key = task id. */
export interface TaskEventData {
  /** Fires when a department's task exists and its clocks run. */
  'task.dispatched.v1': TaskFact;
  /** Fires when the department has acknowledged it. */
  'task.acknowledged.v1': TaskFact & { onTime: boolean };
  /** Fires when the department has fed back. */
  'task.feedbackSubmitted.v1': TaskFact & { onTime: boolean };
  /** Fires when verification failed and the task starts another round. */
  'task.reworked.v1': TaskFact;
  /** Fires when nothing is wanted of the department any more: withdrawn, merged, other units, on the ledger. */
  'task.stopped.v1': TaskFact;
  /** Fires when grade, level, calendar or an earlier deadline moved its clocks. */
  'task.termsChanged.v1': TaskFact;
}
