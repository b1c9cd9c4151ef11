import type { Grade, Level, Tier, Track } from '@hsl/contracts/grades';
import type { ProcessView } from '@hsl/contracts/process-view';
import type { ActorRef } from '@hsl/contracts/roles';
import type { DeclineCode, LastChoice, WhistleState } from '@hsl/contracts/states';
import type { WaitingFor } from '@hsl/contracts/steps';
import type { LedgerTimetable, Route, WhistleProgress } from '@hsl/contracts/whistle-progress';
import type { MatterTerms } from '@hsl/domain/matter-terms';
import type { RevisitAttempt } from '@hsl/domain/unreachable';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';

/**
 * Which commands a matter gives its process. From 2 on its members are asked by its owner, not as its child, and what
 * has ended is not told to stop. A number in the input costs no event, where a patch costs each matter two.
 */
export const PRESENT_GENERATION = 2;

/** What a whistle workflow starts with: ids, codes, numbers and instants. */
export interface WhistleInput {
  whistleId: string;
  number: string;
  subdistrictId: string;
  communityId: string;
  categoryCode: string;
  blownAt: number;
  /** The category's default grade; the clock before acceptance runs by it. */
  defaultGrade: Grade;
  level: Level;
  households?: number;
  /** Residents behind it; 0 for a proactive matter. */
  reporterCount: number;
  /** Who handles the category: G1 and G2 go there at once. */
  route?: Route;
  /** Terms of the default grade, for the accept clock and for acceptance by the clock. */
  terms: MatterTerms;
  /** Those that began before it was counted have none. */
  generation?: number;
  /** A concluded matter that was reopened goes on from here. */
  resumed?: Resumed;
}

export const isSecondGeneration = ({ generation = 1 }: Pick<WhistleInput, 'generation'>): boolean => generation >= 2;

export interface Resumed {
  state: 'COORDINATING' | 'CHECKED_IN';
  version: number;
  at: number;
  track?: Track;
  waitingFor: WaitingFor[];
  progress: WhistleProgress;
}

/** Every command says who gives it, and may name the draft with that person's words. */
export interface Command {
  by: ActorRef;
  contentId?: string;
}

export interface AcceptCommand extends Command {
  grade: Grade;
  level: Level;
  tier: Tier;
  track: Track;
  /** Terms of the chosen grade under the rule set in force now; frozen for the matter. */
  terms: MatterTerms;
  candidateLeadId?: string;
}

export interface DeclineCommand extends Command {
  reasonCode: DeclineCode;
}

/** A ruling of the one above on what somebody proposed or objected to. */
export interface RulingCommand extends Command {
  isApproved: boolean;
}

export interface RegradeCommand extends Command {
  grade: Grade;
  level: Level;
  terms: MatterTerms;
}

export interface DeliberateCommand extends Command {
  sessionId: string;
}

export interface DispatchCommand extends Command {
  leadDepartmentId: string;
  supportingDepartmentIds: string[];
}

export interface VerifyCommand extends Command {
  verdict: 'pass' | 'fail';
  /** The feedback was false, not merely insufficient (domain 4.5). */
  falseFeedback?: boolean;
}

export interface RevisitCommand extends Command {
  satisfaction: 'satisfied' | 'basic' | 'dissatisfied';
  solved: 'yes' | 'partly' | 'no';
}

export interface UnreachedCommand extends Command {
  attempts: RevisitAttempt[];
}

export interface ChooseOutcomeCommand extends Command {
  choice: LastChoice;
  /** For `ledger` and `carryOver`. */
  timetable?: LedgerTimetable;
}

export interface ApplyLedgerCommand extends Command, LedgerTimetable {}

export interface MergeCommand extends Command {
  masterId: string;
}

export interface LinkRepeatCommand extends Command {
  /** A matter that the owner has found to be concluded, and not too long ago. */
  repeatOf: string;
  repeatOfNumber: string;
}

export interface WithdrawCommand extends Command {
  /** After a red card a deputy leader must agree. */
  needsApproval: boolean;
}

/** What every update of the whistle answers with. */
export interface StepTaken {
  state: WhistleState;
  version: number;
}

/** From the check-in: a member is there, or the liaison officer stands in. */
export interface CheckedIn {
  memberId?: string;
  substituted: boolean;
}

/** From a whistle that is being merged into this one. */
export interface Absorbed {
  whistleId: string;
  grade: Grade;
  /** Terms of that grade, should it be the higher one. */
  terms: MatterTerms;
  dueAt?: number;
  reporterCount: number;
}

/** From a department's task: its deadline moved, or its sixth rung was climbed. */
export type TaskNews = { taskId: string; departmentId: string } & (
  { news: 'rescheduled'; dueAt: number } | { news: 'escalated' }
);

export const countersignUpdate = defineUpdate<StepTaken, [Command]>('countersign');
export const acceptUpdate = defineUpdate<StepTaken, [AcceptCommand]>('accept');
export const sendBackUpdate = defineUpdate<StepTaken, [Command]>('sendBack');
export const resubmitUpdate = defineUpdate<StepTaken, [Command]>('resubmit');
export const proposeDeclineUpdate = defineUpdate<StepTaken, [DeclineCommand]>('proposeDecline');
export const ruleDeclineUpdate = defineUpdate<StepTaken, [RulingCommand]>('ruleDecline');
export const objectUpdate = defineUpdate<StepTaken, [Command]>('object');
export const ruleObjectionUpdate = defineUpdate<StepTaken, [RulingCommand]>('ruleObjection');
export const regradeUpdate = defineUpdate<StepTaken, [RegradeCommand]>('regrade');
export const contactUpdate = defineUpdate<StepTaken, [Command]>('contact');
export const deliberateUpdate = defineUpdate<StepTaken, [DeliberateCommand]>('deliberate');
export const selfResolveUpdate = defineUpdate<StepTaken, [Command]>('selfResolve');
export const dispatchUpdate = defineUpdate<StepTaken, [DispatchCommand]>('dispatch');
export const correctUnitsUpdate = defineUpdate<StepTaken, [DispatchCommand]>('correctUnits');
export const verifyUpdate = defineUpdate<StepTaken, [VerifyCommand]>('verify');
export const flagFalseFeedbackUpdate = defineUpdate<StepTaken, [Command]>('flagFalseFeedback');
export const revisitUpdate = defineUpdate<StepTaken, [RevisitCommand]>('revisit');
export const unreachedUpdate = defineUpdate<StepTaken, [UnreachedCommand]>('unreached');
export const confirmProactiveUpdate = defineUpdate<StepTaken, [Command]>('confirmProactive');
export const conveneDissatisfiedUpdate = defineUpdate<StepTaken, [DeliberateCommand]>('conveneDissatisfied');
export const chooseOutcomeUpdate = defineUpdate<StepTaken, [ChooseOutcomeCommand]>('chooseOutcome');
export const applyLedgerUpdate = defineUpdate<StepTaken, [ApplyLedgerCommand]>('applyLedger');
export const mergeUpdate = defineUpdate<StepTaken, [MergeCommand]>('merge');
export const linkRepeatUpdate = defineUpdate<StepTaken, [LinkRepeatCommand]>('linkRepeat');
export const withdrawUpdate = defineUpdate<StepTaken, [WithdrawCommand]>('withdraw');
export const ruleWithdrawUpdate = defineUpdate<StepTaken, [RulingCommand]>('ruleWithdraw');

export const checkedInSignal = defineSignal<[CheckedIn]>('checkedIn');
export const absorbSignal = defineSignal<[Absorbed]>('absorb');
export const taskNewsSignal = defineSignal<[TaskNews]>('taskNews');
export const processQuery = defineQuery<ProcessView>('process');
