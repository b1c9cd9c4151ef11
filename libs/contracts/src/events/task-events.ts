import type { ReturnReason, TaskRole, TaskState } from '../states.js';
import type { RungAt, WaitingFor } from '../steps.js';

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
  /** Whose word it waits for while it is returned or in dispute; absent otherwise, and in events from before it was told. */
  ruling?: TaskRuling;
  at: number;
}

/** Who decides whose task it is (domain 4.5). */
export interface TaskRuling extends WaitingFor {
  since: number;
  dueAt: number;
}

/** Events of the topic `hsl.departments`, key = task id. */
export interface TaskEventData {
  /** Fires when a department's task exists and its clocks run. */
  'task.dispatched.v1': TaskFact;
  /** Fires when the department has acknowledged it. */
  'task.acknowledged.v1': TaskFact & { onTime: boolean; tacit: boolean };
  /** Fires when the department has fed back. */
  'task.feedbackSubmitted.v1': TaskFact & {
    onTime: boolean;
    /** Pieces of evidence with it, and files that show them; absent in events from before these were told. */
    evidence?: number;
    files?: number;
  };
  /** Fires when verification failed and the task starts another round. */
  'task.reworked.v1': TaskFact;
  /** Fires when the lead has marked a supporting unit unnecessary. */
  'task.waived.v1': TaskFact;
  /** Fires when a department says that the task is another unit's; a liaison officer rules. */
  'task.returnRequested.v1': TaskFact & { reasonCode: ReturnReason; toDepartmentId: string };
  /** Fires when the return was refused: same unit, original deadline. */
  'task.returnRefused.v1': TaskFact;
  /** Fires when the return was accepted, or a ruling names another unit, which takes over. */
  'task.returned.v1': TaskFact & { toDepartmentId: string };
  /** Fires when responsibility is disputed: all units meet on the site. */
  'task.disputed.v1': TaskFact & { reasonCode: ReturnReason; toDepartmentId: string };
  /** Fires when the site meeting was held; a deputy leader rules. */
  'dispute.met.v1': TaskFact;
  /** Fires when the deputy leader has ruled; a party may appeal within a working day. */
  'dispute.ruled.v1': TaskFact & { toDepartmentId: string };
  /** Fires when a party has appealed; the group leader rules. */
  'dispute.appealed.v1': TaskFact;
  /** Fires when the ruling is final; it is written to the routing table as a precedent. */
  'dispute.settled.v1': TaskFact & { toDepartmentId: string };
  /** Fires when the department asks for more time. */
  'task.extensionRequested.v1': TaskFact & { newDueAt: number };
  /** Fires when the deadline was extended; the resident is told. */
  'task.extended.v1': TaskFact & { newDueAt: number };
  /** Fires when more time was refused. */
  'task.extensionRefused.v1': TaskFact;
  /** Fires when the lead has called a supporting unit idle. */
  'task.idleFlagged.v1': TaskFact & { supportingTaskId: string };
  /** Fires when the lead's clock stands still until the idle unit has fed back. */
  'task.paused.v1': TaskFact & { supportingTaskId: string };
  /** Fires when it goes on. */
  'task.resumed.v1': TaskFact & { newDueAt: number };
  /** Fires when the department has answered a supervise order. */
  'order.answered.v1': TaskFact & { orderId: string };
  /** Fires when nothing is wanted of the department any more: withdrawn, merged, other units, on the ledger. */
  'task.stopped.v1': TaskFact;
  /** Fires when the community has said how the department worked, 1 to 5; a later word replaces an earlier. */
  'task.rated.v1': Pick<TaskFact, 'taskId' | 'whistleId' | 'number' | 'communityId' | 'departmentId' | 'at'> & {
    score: number;
  };
  /** Fires when grade, level, calendar or an earlier deadline moved its clocks. */
  'task.termsChanged.v1': TaskFact;
}
