import type { ActorRef } from '@hsl/contracts/roles';
import type { LookBackResult, LookBackState } from '@hsl/contracts/states';
import type { MatterTerms } from '@hsl/domain/matter-terms';
import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { WhistleAfter } from '../whistle/whistle.activities.js';
import type { StepTaken } from '../whistle/whistle.messages.js';

export interface FollowUpInput {
  whistleId: string;
  subdistrictId: string;
  /** Version of the whistle's row when it was concluded; the follow-up counts on from it. */
  version: number;
  concluded: WhistleAfter;
  terms: MatterTerms;
  concludedAt: number;
  /** Number of the first look-back planned here; those of an earlier conclusion have their own. */
  firstSequence: number;
  /** Milliseconds since the epoch, ascending. */
  lookBacksDueAt: number[];
}

export interface ReopenCommand {
  by: ActorRef;
  contentId?: string;
}

export interface ReportLookBackCommand {
  by: ActorRef;
  /** 1 for the first look-back. */
  sequence: number;
  result: LookBackResult;
  contentId?: string;
}

export interface FollowUpView {
  state: WhistleAfter['state'];
  lookBacks: { sequence: number; dueAt: number; state: LookBackState }[];
}

export const reportLookBackUpdate = defineUpdate<StepTaken, [ReportLookBackCommand]>('reportLookBack');
export const reopenUpdate = defineUpdate<StepTaken, [ReopenCommand]>('reopen');
export const followUpQuery = defineQuery<FollowUpView>('followUp');
