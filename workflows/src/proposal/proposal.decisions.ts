import type { Instant } from '@hsl/contracts/instants';
import type { ProposalState } from '@hsl/contracts/states';
import type { RungAt } from '@hsl/contracts/steps';
import type { Calendar } from '@hsl/domain/limit';
import { monthsAfter, type ProposalTerms } from '@hsl/domain/proposal-terms';
import { Refused } from '@hsl/domain/refused';
import { afterRung, movedTo, nextRungOf, recomputed, withCalendar, type RunningClock } from '@hsl/domain/running-clock';
import type { AssignCommand, FileCommand, ProposalCommand, RateCommand, ReplyCommand } from './proposal.messages.js';
import {
  hasEnded,
  owed,
  owedUntil,
  ratingWindow,
  replyClock,
  stepped,
  type ProposalDecided,
  type ProposalStatus,
} from './proposal.state.js';

function must({ state }: ProposalStatus, ...states: ProposalState[]): void {
  if (!states.includes(state)) throw new Refused('proposalNotReady', state);
}

/** Examined: filed, or not, with the reason in writing (domain 4.1). */
export function file(status: ProposalStatus, { isFiled, contentId }: FileCommand, at: Instant): ProposalDecided {
  must(status, 'SUBMITTED');
  if (!isFiled)
    return { next: stepped(status, { state: 'NOT_FILED', clock: undefined }), fact: { type: 'notFiled', contentId } };
  const { terms } = status.input;
  const clock = owed('proposalAssign', terms.limits.assign, at, terms, 'liaisonOfficer');
  return { next: stepped(status, { state: 'FILED', clock }), fact: { type: 'filed', contentId } };
}

/** From here on the lead has three natural months to reply (domain 2.6). */
export function assign(status: ProposalStatus, command: AssignCommand, at: Instant): ProposalDecided {
  must(status, 'FILED');
  const { leadDepartmentId, supportingDepartmentIds: others } = command;
  const { terms } = status.input;
  const clock = replyClock(terms.limits.replyMonths, at, terms, leadDepartmentId);
  const supportingDepartmentIds = [...new Set(others)].filter((id) => id !== leadDepartmentId);
  const next = stepped(status, { state: 'ASSIGNED', leadDepartmentId, supportingDepartmentIds, clock });
  return { next, fact: { type: 'assigned' } };
}

export function recordMeeting(status: ProposalStatus, { contentId }: ProposalCommand): ProposalDecided {
  must(status, 'ASSIGNED');
  return { next: stepped(status, { meetingRecorded: true }), fact: { type: 'meetingRecorded', contentId } };
}

/** The author says that they met; the time to reply goes on. */
export function confirmMeeting(status: ProposalStatus): ProposalDecided {
  must(status, 'ASSIGNED');
  if (!status.meetingRecorded) throw new Refused('proposalNotReady', status.state);
  return { next: stepped(status, { state: 'MET' }), fact: { type: 'met' } };
}

/** Class B promises a date, which is looked at when it comes; the others promise none (domain 2.6). */
function promiseOf(status: ProposalStatus, { replyClass, promisedAt }: ReplyCommand, at: Instant) {
  const isPromised = promisedAt !== undefined && promisedAt > at;
  if ((replyClass === 'B') !== (promisedAt !== undefined) || (replyClass === 'B' && !isPromised))
    throw new Refused('promiseDateMissing', status.state);
  if (promisedAt === undefined) return undefined;
  return owedUntil('proposalPromise', promisedAt, at, status.input.terms, status.leadDepartmentId ?? '');
}

export function reply(status: ProposalStatus, command: ReplyCommand, at: Instant): ProposalDecided {
  must(status, 'MET');
  const { replyClass, contentId } = command;
  const next = stepped(status, {
    ...{ state: 'REPLIED', replyClass, repliedAt: at, replies: status.replies + 1 },
    ...{ clock: ratingWindow(status.input, at), promise: promiseOf(status, command, at) },
  });
  return { next, fact: { type: 'replied', contentId } };
}

/** 续办: what a class B reply promised came, will not come, or comes later, with a new date (domain 2.6, S63). */
export function supplement(status: ProposalStatus, command: ReplyCommand, at: Instant): ProposalDecided {
  must(status, 'REPLIED', 'RATED', 'CARRIED_OVER');
  if (!status.promise) throw new Refused('proposalNotReady', status.state);
  const promise = promiseOf(status, command, at);
  const state = status.state === 'CARRIED_OVER' && !promise ? 'CLOSED' : status.state;
  const { replyClass, contentId } = command;
  return { next: stepped(status, { state, replyClass, promise }), fact: { type: 'supplemented', contentId } };
}

const rated = (status: ProposalStatus, change: Partial<ProposalStatus>, at: Instant): ProposalStatus => {
  const { terms } = status.input;
  const clock = owed('proposalClose', terms.limits.close, at, terms, 'liaisonOfficer');
  return stepped(status, { ...change, state: 'RATED', clock });
};

/** A dissatisfied author sends the first reply back, once: it is owed again (domain 4.1). */
export function rate(status: ProposalStatus, { rating, contentId }: RateCommand, at: Instant): ProposalDecided {
  must(status, 'REPLIED');
  if (rating !== 'dissatisfied' || status.replies > 1)
    return { next: rated(status, { rating }, at), fact: { type: 'rated', contentId } };
  const { terms } = status.input;
  const clock = replyClock(terms.limits.secondReplyMonths, at, terms, status.leadDepartmentId ?? '');
  const next = stepped(status, { state: 'MET', rating, clock, promise: undefined });
  return { next, fact: { type: 'replyRefused', contentId } };
}

/** What was promised stays owed after the closing: the proposal is carried over. */
export function close(status: ProposalStatus): ProposalDecided {
  must(status, 'RATED');
  const isOwed = status.promise !== undefined;
  const next = stepped(status, { state: isOwed ? 'CARRIED_OVER' : 'CLOSED', clock: undefined });
  return { next, fact: { type: isOwed ? 'carriedOver' : 'closed' } };
}

export function withdraw(status: ProposalStatus): ProposalDecided {
  must(status, 'SUBMITTED');
  return { next: stepped(status, { state: 'WITHDRAWN', clock: undefined }), fact: { type: 'withdrawn' } };
}

/** Domain 2.7: a new calendar; provisional deadlines are found again, a promise keeps the day that was promised. */
export function loadCalendar(status: ProposalStatus, calendar: Calendar): ProposalDecided | undefined {
  const terms = withCalendar(status.input.terms, calendar);
  if (!terms || hasEnded(status)) return undefined;
  const { input, clock, promise } = status;
  const next = stepped(status, {
    input: { ...input, terms },
    clock: clock && (clock.step === 'reply' ? replyAgain(status, clock, terms) : recomputed(clock, terms)),
    promise: promise && recomputed(promise, terms),
  });
  return { next, fact: { type: 'calendarLoaded' } };
}

/** Months end on a working day: which one that is, the calendar says anew. */
function replyAgain({ replies }: ProposalStatus, clock: RunningClock, terms: ProposalTerms): RunningClock {
  if (!clock.provisional) return clock;
  const months = replies === 0 ? terms.limits.replyMonths : terms.limits.secondReplyMonths;
  return movedTo(clock, monthsAfter(clock.startedAt, months, terms), terms);
}

/** A rung of the step that is owed, or of the promise. At the end of its window a rating counts as not returned. */
export function ring(
  status: ProposalStatus,
  clock: RunningClock,
  { rung, kind }: RungAt,
  at: Instant,
): ProposalDecided | undefined {
  const name = status.clock === clock ? 'clock' : status.promise === clock ? 'promise' : undefined;
  if (!name) return undefined;
  const after = afterRung(clock);
  if (clock.step === 'proposalRate' && !nextRungOf(after))
    return { next: rated(status, { rating: 'unreturned' }, at), fact: { type: 'rated' } };
  const next = stepped(status, { [name]: after });
  return { next, fact: { type: 'rung', step: clock.step, rung, kind, dueAt: clock.dueAt } };
}
