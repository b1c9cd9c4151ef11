import type { Instant } from '@hsl/contracts/instants';
import { isProposalOpen, type FinalProposalRating, type ProposalState, type ReplyClass } from '@hsl/contracts/states';
import type { RungAt, Step } from '@hsl/contracts/steps';
import type { Limit } from '@hsl/domain/limit';
import type { ProposalTerms } from '@hsl/domain/proposal-terms';
import type { ProposalLimits } from '@hsl/domain/rule-set';
import {
  deadlineOf,
  FULL_LADDER,
  movedTo,
  nearestClock,
  startClock,
  startWindow,
  type RunningClock,
} from '@hsl/domain/running-clock';
import { clockFor } from '@hsl/domain/step-clock';
import type { ProposalAfter, ProposalFact } from './proposal.activities.js';
import type { ProposalInput, ProposalView } from './proposal.messages.js';

export interface ProposalStatus {
  input: ProposalInput;
  /** As in the input, with the newest calendar. */
  terms: ProposalTerms;
  state: ProposalState;
  version: number;
  leadDepartmentId?: string;
  supportingDepartmentIds: string[];
  assignedAt?: Instant;
  /** Units that have asked to return it: each may once. */
  returnsFrom: string[];
  meetingRecorded: boolean;
  opinionsFrom: string[];
  replies: number;
  replyClass?: ReplyClass;
  repliedAt?: Instant;
  rating?: FinalProposalRating;
  /** Of the step that the state waits for; none once the proposal has ended or only its promise is owed. */
  clock?: RunningClock;
  /** Of the ruling on a return, beside the reply, whose time goes on. */
  ruling?: RunningClock;
  /** Of the opinions that supporting units owe, one per unit. */
  opinions: RunningClock[];
  /** Of what a class B reply promised, until a supplementary reply says that it came or will not come. */
  promise?: RunningClock;
}

export interface ProposalDecided {
  next: ProposalStatus;
  fact: ProposalFact;
}

export const hasEnded = ({ state }: ProposalStatus): boolean => !isProposalOpen(state);

export const stepped = (status: ProposalStatus, change: Partial<ProposalStatus>): ProposalStatus => ({
  ...status,
  ...change,
  version: status.version + 1,
});

/** The rule of each step that is owed. */
export const LIMIT_OF = {
  proposalFile: 'file',
  proposalAssign: 'assign',
  proposalReturnRuling: 'returnRuling',
  proposalOpinion: 'opinion',
  reply: 'reply',
  proposalClose: 'close',
} as const satisfies Partial<Record<Step, keyof ProposalLimits>>;

/** A step with all six rungs, and whom it waits for: a role, a department. */
export function owed(
  step: keyof typeof LIMIT_OF,
  at: Instant,
  { limits, ...terms }: ProposalTerms,
  holderId: string,
  limit: Limit = limits[LIMIT_OF[step]],
): RunningClock {
  return startClock(step, limit, at, terms, { holderId, lastRung: FULL_LADDER });
}

/** So long the author may rate: a reminder at half the time, then the form counts as not returned. */
export const ratingWindow = ({ input, terms }: ProposalStatus, at: Instant): RunningClock => ({
  ...startWindow('proposalRate', terms.limits.rate, at, terms),
  holderId: input.submittedBy.userId,
});

export const A_DAY: Limit = { kind: 'natural', amount: 1, unit: 'days' };

/** What was promised is due on its day, which a person set: no rule and no calendar moves it. */
export const promisedUntil = (dueAt: Instant, at: Instant, { terms, leadDepartmentId }: ProposalStatus): RunningClock =>
  movedTo(
    startClock('proposalPromise', A_DAY, at, terms, { holderId: leadDepartmentId, lastRung: FULL_LADDER }),
    dueAt,
    terms,
  );

export function submitted(input: ProposalInput): ProposalDecided {
  const { terms, submittedAt, contentId } = input;
  const next: ProposalStatus = {
    ...{ input, terms, state: 'SUBMITTED', version: 1, supportingDepartmentIds: [], returnsFrom: [] },
    ...{ meetingRecorded: false, opinionsFrom: [], opinions: [], replies: 0 },
    clock: owed('proposalFile', submittedAt, terms, 'deputyLeader'),
  };
  return { next, fact: { type: 'submitted', contentId } };
}

export function runningClocks({ clock, ruling, opinions, promise }: ProposalStatus): RunningClock[] {
  return [...(clock ? [clock] : []), ...(ruling ? [ruling] : []), ...opinions, ...(promise ? [promise] : [])];
}

/** Until when the lead may ask to return it (domain 2.6); undefined where it may not, or has done so already. */
export function returnUntil(status: ProposalStatus): Instant | undefined {
  const { assignedAt, terms, leadDepartmentId, returnsFrom, state } = status;
  if (state !== 'ASSIGNED' || assignedAt === undefined || returnsFrom.includes(leadDepartmentId ?? ''))
    return undefined;
  return clockFor(assignedAt, terms.limits.returnWithin, terms).dueAt;
}

/** When the proposal itself is due: opinions and rulings are owed beside it. */
function dueOf({ clock, promise }: ProposalStatus): { dueAt?: Instant } {
  const due = [clock, promise].flatMap((one) => (one ? [one.dueAt] : []));
  return due.length > 0 ? { dueAt: Math.min(...due) } : {};
}

export function rowOf(status: ProposalStatus): ProposalAfter {
  const { state, leadDepartmentId, supportingDepartmentIds, meetingRecorded, opinionsFrom, replies, terms } = status;
  const clocks = runningClocks(status);
  const nearest: { rung: RungAt } | undefined = nearestClock(clocks);
  return {
    ...{ state, leadDepartmentId, supportingDepartmentIds, meetingRecorded, opinionsFrom, replies },
    ruleSetVersion: terms.ruleSetVersion,
    ...{ replyClass: status.replyClass, repliedAt: status.repliedAt, rating: status.rating },
    ...{ promisedAt: status.promise?.dueAt, returnUntil: returnUntil(status) },
    deadlines: clocks.map((clock) => deadlineOf(clock)),
    ...dueOf(status),
    ...(nearest ? { nextRung: nearest.rung } : {}),
  };
}

export const proposalView = ({ input, state, version, replyClass, promise, rating }: ProposalStatus): ProposalView => ({
  ...{ proposalId: input.proposalId, state, version, replyClass, promisedAt: promise?.dueAt, rating },
});
