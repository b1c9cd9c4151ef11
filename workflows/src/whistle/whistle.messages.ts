import type { Grade, Level, Tier, Track } from '@hsl/contracts/grades';
import type { ProcessView } from '@hsl/contracts/process-view';
import type { ActorRef } from '@hsl/contracts/roles';
import type { WhistleState } from '@hsl/contracts/states';
import type { MatterTerms } from '@hsl/domain/matter-terms';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';

/** What a whistle workflow starts with: ids, codes and instants. */
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
  /** Terms of the default grade, for the accept clock and for acceptance by the clock. */
  terms: MatterTerms;
}

export interface AcceptCommand {
  by: ActorRef;
  grade: Grade;
  level: Level;
  tier: Tier;
  track: Track;
  /** Terms of the chosen grade under the rule set in force now; frozen for the matter. */
  terms: MatterTerms;
  candidateLeadId?: string;
}

export interface DispatchCommand {
  by: ActorRef;
  leadDepartmentId: string;
  supportingDepartmentIds: string[];
  /** The draft with the task's words in the whistles service. */
  contentId?: string;
}

export interface VerifyCommand {
  by: ActorRef;
  verdict: 'pass' | 'fail';
  contentId?: string;
}

export interface RevisitCommand {
  by: ActorRef;
  satisfaction: 'satisfied' | 'basic' | 'dissatisfied';
  solved: 'yes' | 'partly' | 'no';
  contentId?: string;
}

/** What every update of the whistle answers with. */
export interface StepTaken {
  state: WhistleState;
  version: number;
}

/** From the check-in: the first member is there, or the liaison officer stands in. */
export interface CheckedIn {
  memberId?: string;
  substituted: boolean;
}

export const acceptUpdate = defineUpdate<StepTaken, [AcceptCommand]>('accept');
export const dispatchUpdate = defineUpdate<StepTaken, [DispatchCommand]>('dispatch');
export const verifyUpdate = defineUpdate<StepTaken, [VerifyCommand]>('verify');
export const revisitUpdate = defineUpdate<StepTaken, [RevisitCommand]>('revisit');
export const checkedInSignal = defineSignal<[CheckedIn]>('checkedIn');
export const processQuery = defineQuery<ProcessView>('process');
