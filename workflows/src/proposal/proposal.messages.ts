import type { ActorRef } from '@hsl/contracts/roles';
import type { FinalProposalRating, ProposalRating, ProposalState, ReplyClass } from '@hsl/contracts/states';
import type { Deadline } from '@hsl/contracts/steps';
import type { ProposalTerms } from '@hsl/domain/proposal-terms';
import { defineQuery, defineUpdate } from '@temporalio/workflow';

/** A proposal of a member, raised from a matter, a session, or by itself (S62). */
export interface ProposalInput {
  proposalId: string;
  subdistrictId: string;
  /** The author. */
  submittedBy: ActorRef;
  /** The draft with title and text, in the topics service. */
  contentId: string;
  whistleId?: string;
  sessionId?: string;
  submittedAt: number;
  terms: ProposalTerms;
  /** Of one whose process was lost: it is submitted already, and goes on from what is on record. */
  resumed?: ProposalResumed;
}

/** Where a proposal stood when its process was lost, as its row and its history have it. */
export interface ProposalResumed {
  state: ProposalState;
  version: number;
  leadDepartmentId?: string;
  supportingDepartmentIds: string[];
  assignedAt?: number;
  /** Units that have asked to return it. */
  returnsFrom: string[];
  meetingRecorded: boolean;
  opinionsFrom: string[];
  replies: number;
  replyClass?: ReplyClass;
  repliedAt?: number;
  rating?: FinalProposalRating;
  /** Its clocks, as people are shown them. */
  deadlines: Deadline[];
  /** The author was reminded of the rating: that clock has no ladder which would show it. */
  isRatingReminded: boolean;
}

export interface ProposalDone {
  state: ProposalState;
  replyClass?: ReplyClass;
  rating?: FinalProposalRating;
}

export interface ProposalCommand {
  by: ActorRef;
  /** The draft with the words of the step, for steps that have words. */
  contentId?: string;
}
export interface FileCommand extends ProposalCommand {
  isFiled: boolean;
}
export interface AssignCommand extends ProposalCommand {
  leadDepartmentId: string;
  supportingDepartmentIds: string[];
}
export interface ReturnCommand extends ProposalCommand {
  /** The unit that asks; without it the lead. */
  departmentId?: string;
}
export interface RuleReturnCommand extends ProposalCommand {
  isUpheld: boolean;
}
export interface OpinionCommand extends ProposalCommand {
  /** The supporting unit whose opinion it is. */
  departmentId: string;
}
export interface ReplyCommand extends ProposalCommand {
  replyClass: ReplyClass;
  /** With class B only: when it will be done. */
  promisedAt?: number;
}
export interface RateCommand extends ProposalCommand {
  rating: ProposalRating;
}

export interface ProposalStepTaken {
  state: ProposalState;
  version: number;
}
export interface ProposalView extends ProposalStepTaken {
  proposalId: string;
  replyClass?: ReplyClass;
  promisedAt?: number;
  rating?: FinalProposalRating;
}

const step = <Command extends ProposalCommand>(name: string) => defineUpdate<ProposalStepTaken, [Command]>(name);

/** Answers when the proposal has been recorded. */
export const proposalSubmittedUpdate = step('proposalSubmitted');
export const fileProposalUpdate = step<FileCommand>('fileProposal');
export const assignProposalUpdate = step<AssignCommand>('assignProposal');
export const requestProposalReturnUpdate = step<ReturnCommand>('requestProposalReturn');
export const ruleProposalReturnUpdate = step<RuleReturnCommand>('ruleProposalReturn');
export const giveOpinionUpdate = step<OpinionCommand>('giveOpinion');
export const draftReplyUpdate = step('draftReply');
export const recordMeetingUpdate = step('recordMeeting');
export const confirmMeetingUpdate = step('confirmMeeting');
export const replyProposalUpdate = step<ReplyCommand>('replyProposal');
export const supplementReplyUpdate = step<ReplyCommand>('supplementReply');
export const rateProposalUpdate = step<RateCommand>('rateProposal');
export const closeProposalUpdate = step('closeProposal');
export const withdrawProposalUpdate = step('withdrawProposal');
export const proposalQuery = defineQuery<ProposalView>('proposal');
