import type { Instant } from '@hsl/contracts/instants';
import type { Outcome, SessionOutcome, WhistleState } from '@hsl/contracts/states';
import type { Limit } from '@hsl/domain/limit';
import { halfLimit } from '@hsl/domain/limit-half';
import { lookBacksDueAt } from '@hsl/domain/matter-terms';
import { Refused } from '@hsl/domain/refused';
import { FULL_LADDER, startClock } from '@hsl/domain/running-clock';
import { isUnreachable } from '@hsl/domain/unreachable';
import type { WhistleAction } from '@hsl/domain/whistle-transitions';
import type {
  ChooseOutcomeCommand,
  Command,
  DeliberateCommand,
  RevisitCommand,
  UnreachedCommand,
  VerifyCommand,
} from '../whistle.messages.js';
import {
  leadOf,
  moved,
  noted,
  only,
  step,
  toBeDispatched,
  type Decided,
  type WhistleStatus,
} from '../whistle.state.js';
import { coordinating } from './coordination.decisions.js';
import { ledgering } from './ledger.decisions.js';

/** Verification failed so often: the feedback was false (domain 4.5). */
const FALSE_AFTER_FAILURES = 2;

/** Domain 4.2: pass leads to the revisit; fail sends the lead back with half the time it had. */
export function verify(status: WhistleStatus, command: VerifyCommand, at: Instant): Decided {
  const { verdict, contentId } = command;
  if (verdict === 'fail') return failed(status, command, at);
  const next = moved(status, at, { state: step(status, 'pass'), ...toBeRevisited(status, at) });
  return { next, fact: { type: 'verified', contentId } };
}

export function toBeRevisited({ terms, reporterCount }: WhistleStatus, at: Instant): Partial<WhistleStatus> {
  const id = reporterCount > 0 ? 'liaisonOfficer' : 'communityWorker';
  return {
    waitingFor: [{ step: 'revisit', kind: 'role', id }],
    clock: startClock('revisit', terms.limits.revisit, at, terms, { lastRung: FULL_LADDER }),
  };
}

function failed(status: WhistleStatus, { contentId, falseFeedback }: VerifyCommand, at: Instant): Decided {
  const failedVerifications = status.failedVerifications + 1;
  const isFalse = falseFeedback === true || failedVerifications >= FALSE_AFTER_FAILURES;
  if (status.tasks.length === 0) {
    const next = undone({ ...status, failedVerifications }, step(status, 'failSelfResolved'), at);
    return { next, fact: { type: 'verificationFailed', falseFeedback: false, contentId } };
  }
  const again = reworking({ ...status, failedVerifications }, step(status, 'fail'), halfOf(status), at, isFalse);
  const fact = { type: 'verificationFailed', contentId, leadTaskId: leadOf(again)?.taskId } as const;
  return { next: again, fact: { ...fact, falseFeedback: isFalse } };
}

/** Settled without a department, and not well: it waits for its dispatch again. */
const undone = (status: WhistleStatus, state: WhistleState, at: Instant): WhistleStatus =>
  moved(status, at, { state, selfResolvedBy: undefined, ...toBeDispatched(status.terms, at) });

/** The resident says so after it had passed: what is done next is verified in a round of its own. */
function undoneAfterAll(status: WhistleStatus, at: Instant): WhistleStatus {
  const again = { ...status, reworkCount: status.reworkCount + 1 };
  return undone(again, step(status, 'dissatisfiedSelfResolved'), at);
}

const halfOf = ({ feedbackLimit, terms }: WhistleStatus): Limit => halfLimit(feedbackLimit ?? terms.limits.feedback);

/** Domain 4.5 wrong or false feedback: back to the lead, with a supervise order. */
export function flagFalseFeedback(status: WhistleStatus, command: Command, at: Instant): Decided {
  if (status.state === 'VERIFYING') return failed(status, { ...command, verdict: 'fail', falseFeedback: true }, at);
  const { contentId } = command;
  if (status.tasks.length === 0) {
    const next = undoneAfterAll(status, at);
    return { next, fact: { type: 'verificationFailed', falseFeedback: false, contentId } };
  }
  const next = reworking(status, step(status, 'flagFalseFeedback'), halfOf(status), at, true);
  return {
    next,
    fact: { type: 'verificationFailed', contentId, leadTaskId: leadOf(next)?.taskId, falseFeedback: true },
  };
}

/** Domain 4.2 and 4.5: content concludes; dissatisfied goes back, three times differently. */
export function revisit(status: WhistleStatus, command: RevisitCommand, at: Instant): Decided {
  const { satisfaction, solved, contentId } = command;
  only(status, 'REVISITING');
  const isContent = satisfaction !== 'dissatisfied' && solved !== 'no';
  const dissatisfiedCount = status.dissatisfiedCount + (isContent ? 0 : 1);
  const fact = { type: 'revisited', satisfaction, solved, dissatisfiedCount, contentId } as const;
  if (!isContent) return { next: dissatisfied({ ...status, dissatisfiedCount }, at), fact };
  const concluded = concluding(status, 'conclude', solved === 'partly' ? 'partlyResolved' : 'resolved', at);
  return { next: concluded.next, fact: { ...fact, lookBacksDueAt: concluded.lookBacksDueAt } };
}

/** First: rework. Second: a session. Third: the group leader chooses (domain 4.5). Without departments: a dispatch. */
function dissatisfied(status: WhistleStatus, at: Instant): WhistleStatus {
  const { terms, dissatisfiedCount } = status;
  if (status.tasks.length === 0) return undoneAfterAll(status, at);
  const state = step(status, 'dissatisfied');
  if (dissatisfiedCount === 1) return reworking(status, state, terms.steps.dissatisfiedRework, at);
  const [owed, id] =
    dissatisfiedCount === 2 ? (['deliberate', 'liaisonOfficer'] as const) : (['outcomeChoice', 'groupLeader'] as const);
  const limit = dissatisfiedCount === 2 ? terms.steps.dissatisfiedSession : terms.steps.outcomeChoice;
  return moved(status, at, {
    state,
    session: undefined,
    waitingFor: [{ step: owed, kind: 'role', id }],
    clock: startClock(owed, limit, at, terms, { lastRung: FULL_LADDER }),
  });
}

/** The lead works on it once more. */
export function reworking(
  status: WhistleStatus,
  state: WhistleState,
  limit: Limit,
  at: Instant,
  falseFeedback = false,
): WhistleStatus {
  const again = { since: at, falseFeedback };
  const tasks = status.tasks.map((task) =>
    task.role === 'lead' ? { ...task, ...again, round: task.round + 1 } : task,
  );
  const lead = tasks.filter((task) => task.role === 'lead');
  if (lead.length === 0) throw new Refused('wrongState', status.state);
  const reworkCount = status.reworkCount + 1;
  return moved(status, at, { state, tasks, reworkCount, ...coordinating(status, lead, limit, at) });
}

/** Domain 4.5 dissatisfied, 2nd time: resident, member and lead sit down together; its deadline stays. */
export function conveneDissatisfied(status: WhistleStatus, command: DeliberateCommand): Decided {
  const { sessionId, by, contentId } = command;
  only(status, 'COORDINATING');
  if (status.clock?.step !== 'deliberate' || status.session) throw new Refused('wrongState', status.state);
  return {
    next: noted(status, { session: { sessionId, purpose: 'dissatisfied', convenedBy: by.userId } }),
    fact: { type: 'sessionConvened', sessionId, contentId },
  };
}

/** A plan (consensus, wholly or in part) is worked on; an explanation leads to asking the resident again. */
export function sessionConcluded(status: WhistleStatus, outcome: SessionOutcome, at: Instant): Decided | undefined {
  const { session, terms } = status;
  if (status.state !== 'COORDINATING' || session?.purpose !== 'dissatisfied') return undefined;
  const held = { ...status, session: { ...session, outcome } };
  const fact = { type: 'sessionConcluded', sessionId: session.sessionId, outcome } as const;
  if (outcome === 'none') {
    return { next: moved(held, at, { state: step(held, 'explain'), ...toBeRevisited(held, at) }), fact };
  }
  return { next: reworking(held, held.state, terms.steps.dissatisfiedRework, at), fact };
}

/** Domain 4.5 dissatisfied, 3rd time: the group leader decides what becomes of it. */
export function chooseOutcome(status: WhistleStatus, command: ChooseOutcomeCommand, at: Instant): Decided {
  only(status, 'COORDINATING');
  if (status.clock?.step !== 'outcomeChoice') throw new Refused('choiceNotDue', status.state);
  const { choice, contentId, timetable } = command;
  const fact = { type: 'outcomeChosen', choice, contentId } as const;
  if (choice === 'ledger' || choice === 'carryOver') {
    if (!timetable) throw new Refused('milestonesMissing', status.state);
    return { next: ledgering(status, timetable, at), fact };
  }
  const concluded = concluding(status, 'close', choice === 'refer' ? 'referred' : 'explained', at);
  return { next: concluded.next, fact: { ...fact, lookBacksDueAt: concluded.lookBacksDueAt } };
}

/** Domain 4.5 resident unreachable: concluded all the same, outside the indicators of satisfaction. */
export function unreached(status: WhistleStatus, { attempts }: UnreachedCommand, at: Instant): Decided {
  only(status, 'REVISITING');
  if (!isUnreachable(attempts, status.terms)) throw new Refused('attemptsMissing', status.state);
  const { next, lookBacksDueAt: due } = concluding(status, 'conclude', 'unreached', at);
  return { next, fact: { type: 'unreached', attempts: attempts.length, lookBacksDueAt: due } };
}

/** Domain 4.2: a proactive matter without a resident is confirmed by the community instead. */
export function confirmProactive(status: WhistleStatus, { contentId }: Command, at: Instant): Decided {
  only(status, 'REVISITING');
  if (status.reporterCount > 0) throw new Refused('notProactive', status.state);
  const { next, lookBacksDueAt: due } = concluding(status, 'conclude', 'resolved', at);
  return { next, fact: { type: 'proactiveConfirmed', contentId, lookBacksDueAt: due } };
}

function concluding(status: WhistleStatus, action: WhistleAction, outcome: Outcome, at: Instant) {
  const conclusions = status.conclusions + 1;
  const state = step(status, action);
  // A withdrawal nobody has ruled on by now is void, also if the matter is reopened.
  const ended = { waitingFor: [], asides: [], withdrawProposedBy: undefined };
  const next = moved(status, at, { state, outcome, conclusions, ...ended });
  return { next, lookBacksDueAt: lookBacksDueAt(status.terms, at) };
}
