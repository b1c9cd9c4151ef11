import type { Instant } from '@hsl/contracts/instants';
import type { FinalProposalRating } from '@hsl/contracts/states';
import type { RunningClock } from '@hsl/domain/running-clock';
import { Refused } from '@hsl/domain/refused';
import type { ProposalCommand, RateCommand, ReplyCommand } from '../proposal.messages.js';
import {
  owed,
  promisedUntil,
  ratingWindow,
  stepped,
  type ProposalDecided,
  type ProposalStatus,
} from '../proposal.state.js';
import { moved } from './filing.decisions.js';

export function recordMeeting(status: ProposalStatus, { contentId }: ProposalCommand): ProposalDecided {
  moved(status, 'recordMeeting');
  return { next: stepped(status, { meetingRecorded: true }), fact: { type: 'meetingRecorded', contentId } };
}

/** The author says that they met; the time to reply goes on. */
export function confirmMeeting(status: ProposalStatus): ProposalDecided {
  const state = moved(status, 'confirmMeeting');
  if (!status.meetingRecorded) throw new Refused('proposalNotReady', status.state);
  return { next: stepped(status, { state }), fact: { type: 'met' } };
}

/** A handler writes, the head signs: the words wait with their owner, and the proposal stays where it is. */
export function draftReply(status: ProposalStatus, { contentId }: ProposalCommand): ProposalDecided {
  moved(status, 'draftReply');
  const isReplied = !['ASSIGNED', 'MET'].includes(status.state);
  if (isReplied && !status.promise) throw new Refused('proposalNotReady', status.state);
  return { next: stepped(status, {}), fact: { type: 'replyDrafted', contentId } };
}

/** Class B promises a date, which is looked at when it comes; the others promise none (domain 2.6). */
function promiseOf(
  status: ProposalStatus,
  { replyClass, promisedAt }: ReplyCommand,
  at: Instant,
): RunningClock | undefined {
  const isPromised = promisedAt !== undefined && promisedAt > at;
  if ((replyClass === 'B') !== (promisedAt !== undefined) || (replyClass === 'B' && !isPromised))
    throw new Refused('promiseDateMissing', status.state);
  return promisedAt === undefined ? undefined : promisedUntil(promisedAt, at, status);
}

/** An opinion that has not come by now is owed no more. */
export function reply(status: ProposalStatus, command: ReplyCommand, at: Instant): ProposalDecided {
  const state = moved(status, 'reply');
  const { replyClass, contentId } = command;
  const next = stepped(status, {
    ...{ state, replyClass, repliedAt: at, replies: status.replies + 1, opinions: [] },
    ...{ clock: ratingWindow(status, at), promise: promiseOf(status, command, at) },
  });
  return { next, fact: { type: 'replied', contentId } };
}

/** 续办: what a class B reply promised came, will not come, or comes later, with a new date (domain 2.6, S63). */
export function supplement(status: ProposalStatus, command: ReplyCommand, at: Instant): ProposalDecided {
  moved(status, 'supplement');
  if (!status.promise) throw new Refused('proposalNotReady', status.state);
  const promise = promiseOf(status, command, at);
  const isSettled = status.state === 'CARRIED_OVER' && !promise;
  const state = moved(status, isSettled ? 'settle' : 'supplement');
  const { replyClass, contentId } = command;
  return { next: stepped(status, { state, replyClass, promise }), fact: { type: 'supplemented', contentId } };
}

export function rated(
  status: ProposalStatus,
  { rating, action }: { rating: FinalProposalRating; action: 'rate' | 'lapse' },
  at: Instant,
): ProposalStatus {
  const clock = owed('proposalClose', at, status.terms, 'liaisonOfficer');
  return stepped(status, { state: moved(status, action), rating, clock });
}

/** A dissatisfied author sends the first reply back, once: it is owed again (domain 4.1). */
export function rate(status: ProposalStatus, { rating, contentId }: RateCommand, at: Instant): ProposalDecided {
  if (rating !== 'dissatisfied' || status.replies > 1)
    return { next: rated(status, { rating, action: 'rate' }, at), fact: { type: 'rated', contentId } };
  const state = moved(status, 'refuseReply');
  const { terms, leadDepartmentId = '' } = status;
  const clock = owed('reply', at, terms, leadDepartmentId, terms.limits.secondReply);
  return {
    next: stepped(status, { state, rating, clock, promise: undefined }),
    fact: { type: 'replyRefused', contentId },
  };
}
