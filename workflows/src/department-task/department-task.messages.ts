import type { Grade, Level } from '@hsl/contracts/grades';
import type { TaskView } from '@hsl/contracts/process-view';
import type { ActorRef } from '@hsl/contracts/roles';
import type { ReturnReason, TaskRole, TaskState } from '@hsl/contracts/states';
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
  /** Set when the process before was lost: this one is no child of the matter and tells it what it came to. */
  isBegunAgain?: boolean;
}

/** Every command says who gives it, and may name the draft with that person's words in the departments service. */
export interface TaskCommand {
  by: ActorRef;
  contentId?: string;
}

export interface FeedbackCommand extends TaskCommand {
  contentId: string;
}

/** Domain 4.5 department returns: why, and which unit is believed responsible. */
export interface ReturnCommand extends TaskCommand {
  reasonCode: ReturnReason;
  toDepartmentId: string;
}

/** A liaison officer rules; accepted, the unit that takes over. */
export interface RuleReturnCommand extends TaskCommand {
  isAccepted: boolean;
  toDepartmentId?: string;
}

/** A ruling on a dispute, or on the appeal against it: who is responsible. */
export interface RuleDisputeCommand extends TaskCommand {
  toDepartmentId: string;
}

export interface ExtensionCommand extends TaskCommand {
  newDueAt: number;
}

export interface RuleExtensionCommand extends TaskCommand {
  isApproved: boolean;
}

export interface FlagIdleCommand extends TaskCommand {
  supportingTaskId: string;
}

export interface AgreePauseCommand extends TaskCommand {
  /** Supporting tasks that still owe something; absent in what was sent before this was asked. */
  openTaskIds?: string[];
}

export interface AnswerOrderCommand extends TaskCommand {
  orderId: string;
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

export const acknowledgeUpdate = defineUpdate<TaskStepTaken, [TaskCommand]>('acknowledge');
export const feedbackUpdate = defineUpdate<TaskStepTaken, [FeedbackCommand]>('feedback');
export const waiveUpdate = defineUpdate<TaskStepTaken, [TaskCommand]>('waive');
export const requestReturnUpdate = defineUpdate<TaskStepTaken, [ReturnCommand]>('requestReturn');
export const ruleReturnUpdate = defineUpdate<TaskStepTaken, [RuleReturnCommand]>('ruleReturn');
export const recordSiteMeetingUpdate = defineUpdate<TaskStepTaken, [TaskCommand]>('recordSiteMeeting');
export const ruleDisputeUpdate = defineUpdate<TaskStepTaken, [RuleDisputeCommand]>('ruleDispute');
export const appealUpdate = defineUpdate<TaskStepTaken, [TaskCommand]>('appeal');
export const ruleAppealUpdate = defineUpdate<TaskStepTaken, [RuleDisputeCommand]>('ruleAppeal');
export const requestExtensionUpdate = defineUpdate<TaskStepTaken, [ExtensionCommand]>('requestExtension');
export const ruleExtensionUpdate = defineUpdate<TaskStepTaken, [RuleExtensionCommand]>('ruleExtension');
export const flagIdleUpdate = defineUpdate<TaskStepTaken, [FlagIdleCommand]>('flagIdle');
export const agreePauseUpdate = defineUpdate<TaskStepTaken, [AgreePauseCommand]>('agreePause');
export const answerOrderUpdate = defineUpdate<TaskStepTaken, [AnswerOrderCommand]>('answerOrder');
export const stopTaskSignal = defineSignal<[StopTask]>('stopTask');
export const termsChangedSignal = defineSignal<[TermsChanged]>('termsChanged');
/** From the owner: the supporting unit for which the lead's clock was paused owes nothing any more. */
export const resumeSignal = defineSignal('resume');
export const taskQuery = defineQuery<TaskView>('task');
