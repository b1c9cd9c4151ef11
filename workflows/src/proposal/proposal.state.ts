import type { Instant } from '@hsl/contracts/instants';
import type { FinalProposalRating, ProposalState, ReplyClass } from '@hsl/contracts/states';
import type { RungAt, Step } from '@hsl/contracts/steps';
import type { Limit } from '@hsl/domain/limit';
import { monthsAfter, type ProposalTerms } from '@hsl/domain/proposal-terms';
import {
  deadlineOf,
  FULL_LADDER,
  movedTo,
  nearestClock,
  startClock,
  startWindow,
  type RunningClock,
} from '@hsl/domain/running-clock';
import type { ProposalAfter, ProposalFact } from './proposal.activities.js';
import type { ProposalInput, ProposalView } from './proposal.messages.js';

export interface ProposalStatus {
  input: ProposalInput;
  state: ProposalState;
  version: number;
  leadDepartmentId?: string;
  supportingDepartmentIds: string[];
  meetingRecorded: boolean;
  replies: number;
  replyClass?: ReplyClass;
  repliedAt?: Instant;
  rating?: FinalProposalRating;
  /** Of the step that the state waits for; none once the proposal has ended or only its promise is owed. */
  clock?: RunningClock;
  /** Of what a class B reply promised, until a supplementary reply says that it came or will not come. */
  promise?: RunningClock;
}

export interface ProposalDecided {
  next: ProposalStatus;
  fact: ProposalFact;
}

const ENDED: readonly ProposalState[] = ['NOT_FILED', 'CLOSED', 'WITHDRAWN'];
export const hasEnded = ({ state }: ProposalStatus): boolean => ENDED.includes(state);

export const stepped = (status: ProposalStatus, change: Partial<ProposalStatus>): ProposalStatus => ({
  ...status,
  ...change,
  version: status.version + 1,
});

/** A step with all six rungs, and whom it waits for: a role, a department. */
export const owed = (step: Step, limit: Limit, at: Instant, terms: ProposalTerms, holderId: string): RunningClock =>
  startClock(step, limit, at, terms, { holderId, lastRung: FULL_LADDER });

/** So long the author may rate: a reminder at half the time, then the form counts as not returned. */
export const ratingWindow = ({ submittedBy, terms }: ProposalInput, at: Instant): RunningClock => ({
  ...startWindow('proposalRate', terms.limits.rate, at, terms),
  holderId: submittedBy.userId,
});

const A_DAY: Limit = { kind: 'natural', amount: 1, unit: 'days' };

/** Due at an instant that follows from a date and not from a limit. */
export const owedUntil = (step: Step, dueAt: Instant, at: Instant, terms: ProposalTerms, holderId: string) =>
  movedTo(owed(step, A_DAY, at, terms, holderId), dueAt, terms);

export const replyClock = (months: number, at: Instant, terms: ProposalTerms, departmentId: string): RunningClock =>
  owedUntil('reply', monthsAfter(at, months, terms), at, terms, departmentId);

export function submitted(input: ProposalInput): ProposalDecided {
  const { terms, submittedAt, contentId } = input;
  const next: ProposalStatus = {
    ...{ input, state: 'SUBMITTED', version: 1, supportingDepartmentIds: [], meetingRecorded: false, replies: 0 },
    clock: owed('proposalFile', terms.limits.file, submittedAt, terms, 'deputyLeader'),
  };
  return { next, fact: { type: 'submitted', contentId } };
}

export function runningClocks({ clock, promise }: ProposalStatus): RunningClock[] {
  return [...(clock ? [clock] : []), ...(promise ? [promise] : [])];
}

export function rowOf(status: ProposalStatus): ProposalAfter {
  const { state, leadDepartmentId, supportingDepartmentIds, meetingRecorded, replies, replyClass } = status;
  const clocks = runningClocks(status);
  const nearest: { rung: RungAt } | undefined = nearestClock(clocks);
  return {
    ...{ state, leadDepartmentId, supportingDepartmentIds, meetingRecorded, replies, replyClass },
    ...{ repliedAt: status.repliedAt, promisedAt: status.promise?.dueAt, rating: status.rating },
    deadlines: clocks.map((clock) => deadlineOf(clock)),
    ...(clocks.length > 0 ? { dueAt: Math.min(...clocks.map(({ dueAt }) => dueAt)) } : {}),
    ...(nearest ? { nextRung: nearest.rung } : {}),
  };
}

export const proposalView = ({ input, state, version, replyClass, promise, rating }: ProposalStatus): ProposalView => ({
  ...{ proposalId: input.proposalId, state, version, replyClass, promisedAt: promise?.dueAt, rating },
});
