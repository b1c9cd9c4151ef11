import type { Grade, Level } from '@hsl/contracts/grades';
import type { TaskView } from '@hsl/contracts/process-view';
import type { ActorRef } from '@hsl/contracts/roles';
import type { TaskRole, TaskState } from '@hsl/contracts/states';
import type { Limit } from '@hsl/domain/limit';
import type { MatterTerms } from '@hsl/domain/matter-terms';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';

export interface DepartmentTaskInput {
  taskId: string;
  whistleId: string;
  number: string;
  subdistrictId: string;
  communityId: string;
  departmentId: string;
  categoryCode: string;
  role: TaskRole;
  grade: Grade;
  level: Level;
  /** Units that had this part before, oldest first (domain 4.5 dispute). */
  tried: string[];
  /** The feedback before was false: the round begins with a supervise order (domain 4.5). */
  falseFeedback: boolean;
  /** 1, and one more per rework; a rework needs no second acknowledgement. */
  round: number;
  /** Version of the department's row before this round. */
  version: number;
  /** The dispatch, from which both clocks run (domain 2.3: never from the acknowledgement). */
  dispatchedAt: number;
  feedbackLimit: Limit;
  terms: MatterTerms;
}

export interface AcknowledgeCommand {
  by: ActorRef;
}

export interface FeedbackCommand {
  by: ActorRef;
  /** The draft with the words and evidence, in the departments service. */
  contentId: string;
}

export interface TaskStepTaken {
  state: TaskState;
  version: number;
}

/** What the whistle gets when the department is done with this round. */
export interface TaskRoundDone {
  taskId: string;
  round: number;
  version: number;
  /** Fed back; returned, `toDepartmentId` takes over; waived by the lead; stopped because the whistle said so. */
  outcome: 'fedBack' | 'returned' | 'waived' | 'stopped';
  toDepartmentId?: string;
}

/** From the whistle: grade, level, calendar or deadline have changed. */
export interface TermsChanged {
  terms: MatterTerms;
  grade: Grade;
  level: Level;
  /** Absent where the round keeps its own limit. */
  feedbackLimit?: Limit;
  /** The feedback is due then at the latest. */
  notAfter?: number;
}

/** From the whistle: nothing is wanted of the department any more. */
export interface StopTask {
  as: 'CANCELLED' | 'LEDGERED';
}

export const acknowledgeUpdate = defineUpdate<TaskStepTaken, [AcknowledgeCommand]>('acknowledge');
export const feedbackUpdate = defineUpdate<TaskStepTaken, [FeedbackCommand]>('feedback');
export const stopTaskSignal = defineSignal<[StopTask]>('stopTask');
export const termsChangedSignal = defineSignal<[TermsChanged]>('termsChanged');
export const taskQuery = defineQuery<TaskView>('task');
