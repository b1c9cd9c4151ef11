import type { Grade, Level } from '@hsl/contracts/grades';
import type { ActorRef } from '@hsl/contracts/roles';
import type { ReturnReason, TaskRole, TaskState } from '@hsl/contracts/states';
import type { Deadline, RungAt, Step } from '@hsl/contracts/steps';
import type { TaskProgress } from '@hsl/contracts/task-progress';

interface Written {
  contentId?: string;
}

/** A supervise order that the decision issued (domain 4.4 rung 4, 4.5 false feedback). */
export interface IssuedOrder {
  orderId: string;
  step: Step;
  dueAt: number;
}

export type TaskFact =
  | { type: 'dispatched' }
  | { type: 'reworked'; order?: IssuedOrder }
  | { type: 'stopped' }
  | { type: 'termsChanged' }
  | { type: 'acknowledged'; onTime: boolean; tacit: boolean }
  | { type: 'feedbackSubmitted'; onTime: boolean; contentId: string }
  | ({ type: 'waived' } & Written)
  | ({ type: 'returnRequested'; reasonCode: ReturnReason; toDepartmentId: string } & Written)
  | ({ type: 'returnRefused' } & Written)
  | ({ type: 'returned'; toDepartmentId: string } & Written)
  | ({ type: 'disputed'; reasonCode: ReturnReason; toDepartmentId: string } & Written)
  | ({ type: 'siteMeetingHeld' } & Written)
  | ({ type: 'disputeRuled'; toDepartmentId: string } & Written)
  | ({ type: 'appealed' } & Written)
  /** Final: nobody appealed in time, or the group leader has ruled; it becomes a precedent (domain 4.5). */
  | ({ type: 'disputeSettled'; toDepartmentId: string } & Written)
  | ({ type: 'extensionRequested'; newDueAt: number } & Written)
  | ({ type: 'extended'; newDueAt: number } & Written)
  | ({ type: 'extensionRefused' } & Written)
  | ({ type: 'idleFlagged'; supportingTaskId: string } & Written)
  | ({ type: 'paused'; supportingTaskId: string } & Written)
  | { type: 'resumed'; newDueAt: number }
  | ({ type: 'orderAnswered'; orderId: string } & Written)
  | { type: 'rung'; step: Step; rung: number; kind: RungAt['kind']; dueAt: number; order?: IssuedOrder };

/** The task's row after the decision. */
export interface TaskAfter {
  state: TaskState;
  round: number;
  grade: Grade;
  level: Level;
  acknowledgeDueAt: number;
  feedbackDueAt: number;
  deadlines: Deadline[];
  nextRung?: RungAt;
  progress: TaskProgress;
}

export interface TaskDecision {
  taskId: string;
  whistleId: string;
  number: string;
  subdistrictId: string;
  communityId: string;
  departmentId: string;
  categoryCode: string;
  role: TaskRole;
  /** The version this decision makes; 1 creates the row. */
  version: number;
  at: number;
  by: ActorRef;
  /** The state the decision was taken in; absent for the first of a round. */
  from?: TaskState;
  fact: TaskFact;
  after: TaskAfter;
}

/** Local activities of the tasks' owner. */
export interface DepartmentTaskActivities {
  /** Row, timeline, card, order and outbox in one statement; a second call with the same version changes nothing. */
  recordTaskDecision(decision: TaskDecision): Promise<void>;
}
