import type { TaskView } from '@hsl/contracts/process-view';
import type { ActorRef } from '@hsl/contracts/roles';
import type { TaskRole, TaskState } from '@hsl/contracts/states';
import type { Limit } from '@hsl/domain/limit';
import type { MatterTerms } from '@hsl/domain/matter-terms';
import { defineQuery, defineUpdate } from '@temporalio/workflow';

export interface DepartmentTaskInput {
  taskId: string;
  whistleId: string;
  number: string;
  subdistrictId: string;
  communityId: string;
  departmentId: string;
  role: TaskRole;
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
  version: number;
}

export const acknowledgeUpdate = defineUpdate<TaskStepTaken, [AcknowledgeCommand]>('acknowledge');
export const feedbackUpdate = defineUpdate<TaskStepTaken, [FeedbackCommand]>('feedback');
export const taskQuery = defineQuery<TaskView>('task');
