import type { CheckInView } from '@hsl/contracts/process-view';
import type { ActorRef } from '@hsl/contracts/roles';
import type { CheckInState } from '@hsl/contracts/states';
import type { MatterTerms } from '@hsl/domain/matter-terms';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';

export interface CheckInInput {
  whistleId: string;
  number: string;
  subdistrictId: string;
  communityId: string;
  categoryCode: string;
  terms: MatterTerms;
  /** When it first asked, if its process was lost since and begins again: the members' clock runs from then. */
  askedAt?: number;
}

export interface ConfirmCommand {
  by: ActorRef;
  checkInId: string;
  /** The draft with what the member wrote (day of coming), in the members service. */
  contentId?: string;
}

export interface DeclineCommand {
  by: ActorRef;
  checkInId: string;
  reasonCode: 'absence' | 'conflictOfInterest' | 'other';
  contentId?: string;
}

/** A member who was not asked takes the matter on (domain 4.2 ASSIGNING: members may claim). */
export interface ClaimCommand {
  by: ActorRef;
  memberId: string;
}

export interface CheckInAnswered {
  checkInId: string;
  state: CheckInState;
}

export const confirmUpdate = defineUpdate<CheckInAnswered, [ConfirmCommand]>('confirm');
export const claimUpdate = defineUpdate<CheckInAnswered, [ClaimCommand]>('claim');
export const declineUpdate = defineUpdate<CheckInAnswered, [DeclineCommand]>('decline');
/** From the whistle: it was withdrawn or merged, nobody need come. */
export const dismissSignal = defineSignal('dismiss');
export const checkInQuery = defineQuery<CheckInView>('checkIn');
