import type { ActorRef } from '@hsl/contracts/roles';
import type { TaskRole, TaskState } from '@hsl/contracts/states';
import type { Deadline, RungAt } from '@hsl/contracts/steps';

export type TaskFact =
  | { type: 'dispatched' }
  | { type: 'reworked' }
  | { type: 'stopped' }
  | { type: 'termsChanged' }
  | { type: 'acknowledged'; onTime: boolean }
  | { type: 'feedbackSubmitted'; onTime: boolean; contentId: string }
  | { type: 'rung'; step: 'acknowledge' | 'feedback'; rung: number; kind: RungAt['kind']; dueAt: number };

/** The task's row after the decision. */
export interface TaskAfter {
  state: TaskState;
  round: number;
  acknowledgeDueAt: number;
  feedbackDueAt: number;
  deadlines: Deadline[];
  nextRung?: RungAt;
}

export interface TaskDecision {
  taskId: string;
  whistleId: string;
  number: string;
  subdistrictId: string;
  communityId: string;
  departmentId: string;
  role: TaskRole;
  /** The version this decision makes; 1 creates the row. */
  version: number;
  at: number;
  by: ActorRef;
  fact: TaskFact;
  after: TaskAfter;
}

/** Local activities of the tasks' owner. */
export interface DepartmentTaskActivities {
  /** Row, timeline, card and outbox in one statement; a second call with the same version changes nothing. */
  recordTaskDecision(decision: TaskDecision): Promise<void>;
}
