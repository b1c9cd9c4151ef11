import type { ProposalChange } from '@hsl/contracts/events/proposal-events';
import type { ActorRef } from '@hsl/contracts/roles';
import type { FinalProposalRating, ProposalState, ReplyClass } from '@hsl/contracts/states';
import type { Deadline, RungAt, Step } from '@hsl/contracts/steps';

export type ProposalFact =
  | {
      type: Exclude<ProposalChange, 'rung'>;
      contentId?: string;
      /** The unit it is about, where that is not the lead of afterwards: who returned it, who gave an opinion. */
      departmentId?: string;
    }
  | { type: 'rung'; step: Step; rung: number; kind: RungAt['kind']; dueAt: number; holderId?: string };

/** The proposal's row after the decision. */
export interface ProposalAfter {
  state: ProposalState;
  /** The rules it was submitted under, which stay. */
  ruleSetVersion: number;
  leadDepartmentId?: string;
  supportingDepartmentIds: string[];
  /** Until when the lead may say that it is another unit's; absent once it has said so. */
  returnUntil?: number;
  meetingRecorded: boolean;
  /** Supporting units that have given their opinion on this assignment. */
  opinionsFrom: string[];
  /** How many replies there were, supplementary ones not counted. */
  replies: number;
  replyClass?: ReplyClass;
  repliedAt?: number;
  /** What a class B reply promised, while it is owed. */
  promisedAt?: number;
  rating?: FinalProposalRating;
  dueAt?: number;
  deadlines: Deadline[];
  nextRung?: RungAt;
}

export interface ProposalDecision {
  proposalId: string;
  subdistrictId: string;
  submittedBy: string;
  whistleId?: string;
  sessionId?: string;
  /** The version this decision makes; 1 creates the row. */
  version: number;
  at: number;
  by: ActorRef;
  fact: ProposalFact;
  after: ProposalAfter;
}

/** Local activities of the proposals' owner. */
export interface ProposalActivities {
  /** Row, timeline, final text and outbox in one statement; a second call with the same version changes nothing. */
  recordProposalDecision(decision: ProposalDecision): Promise<void>;
}
