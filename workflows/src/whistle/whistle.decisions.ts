import type { Instant } from '@hsl/contracts/instants';
import type { RungAt } from '@hsl/contracts/steps';
import { halfLimit } from '@hsl/domain/limit-half';
import type { Limit } from '@hsl/domain/limit';
import { lookBacksDueAt } from '@hsl/domain/matter-terms';
import { Refused } from '@hsl/domain/refused';
import { afterRung, startClock } from '@hsl/domain/running-clock';
import type { TaskRoundDone } from '../department-task/department-task.messages.js';
import type { TaskRef } from './whistle.activities.js';
import type { AcceptCommand, CheckedIn, DispatchCommand, RevisitCommand, VerifyCommand } from './whistle.messages.js';
import { LAST_RUNG, moved, NO_LADDER, step, type Decided, type WhistleStatus } from './whistle.state.js';

/** Domain 4.2: a liaison officer accepts; members are asked within the same decision (ACCEPTED, then ASSIGNING). */
export function accept(status: WhistleStatus, command: AcceptCommand, at: Instant): Decided {
  const { grade, level, terms, tier, track, candidateLeadId } = command;
  const accepted = { ...status, state: step(status, 'accept'), grade, level, terms };
  return { next: assigning(accepted, at), fact: { type: 'accepted', auto: false, tier, track, candidateLeadId } };
}

/** Domain 4.5, nobody accepts: the clock does, with the category's default grade; a whistle is never lost. */
export function autoAccept(status: WhistleStatus, at: Instant): Decided {
  const accepted = { ...status, state: step(status, 'autoAccept') };
  return { next: assigning(accepted, at), fact: { type: 'accepted', auto: true } };
}

function assigning(accepted: WhistleStatus, at: Instant): WhistleStatus {
  const { terms } = accepted;
  return moved(accepted, at, {
    state: step(accepted, 'assign'),
    waitingFor: [{ step: 'checkIn', kind: 'role', id: 'member' }],
    clock: startClock('checkIn', terms.limits.checkIn, at, terms, { lastRung: NO_LADDER }),
  });
}

/** Domain 4.2 checkIn: the first member is enough; 4.5: after two silent rounds the liaison officer stands in. */
export function checkIn(status: WhistleStatus, { memberId, substituted }: CheckedIn, at: Instant): Decided {
  const next = moved(status, at, {
    state: step(status, substituted ? 'substitute' : 'checkIn'),
    memberIds: memberId ? [...status.memberIds, memberId] : status.memberIds,
    waitingFor: [{ step: 'dispatch', kind: 'role', id: 'liaisonOfficer' }],
  });
  return { next, fact: { type: 'checkedIn', memberId, substituted } };
}

/** Domain 4.2 dispatch: exactly one lead and any number of supporting departments, each named once. */
export function dispatch(status: WhistleStatus, command: DispatchCommand, at: Instant, newId: () => string): Decided {
  const state = step(status, 'dispatch');
  const named = [command.leadDepartmentId, ...command.supportingDepartmentIds];
  if (new Set(named).size !== named.length) throw new Refused('duplicateDepartment', status.state);
  const tasks = named.map((departmentId, index): TaskRef => ({
    ...{ taskId: newId(), departmentId },
    ...{ role: index === 0 ? 'lead' : 'supporting', round: 1, version: 0 },
  }));
  const next = moved(status, at, { state, tasks, ...coordinating(status, tasks, status.terms.limits.feedback, at) });
  return { next, fact: { type: 'dispatched', tasks, contentId: command.contentId } };
}

function coordinating(
  status: WhistleStatus,
  owed: TaskRef[],
  feedbackLimit: Limit,
  at: Instant,
): Partial<WhistleStatus> {
  return {
    feedbackLimit,
    waitingFor: owed.map(({ departmentId }) => ({ step: 'feedback', kind: 'department', id: departmentId })),
    clock: startClock('feedback', feedbackLimit, at, status.terms, { lastRung: NO_LADDER }),
  };
}

/** Domain 4.2: every department has fed back, the result waits for member and community. */
export function submitFeedback(status: WhistleStatus, done: readonly TaskRoundDone[], at: Instant): Decided {
  const { terms, memberIds } = status;
  const versions = new Map(done.map(({ taskId, version }) => [taskId, version]));
  const member = memberIds.map((id) => ({ step: 'verify', kind: 'member', id }) as const);
  const next = moved(status, at, {
    state: step(status, 'integrateFeedback'),
    tasks: status.tasks.map((task) => ({ ...task, version: versions.get(task.taskId) ?? task.version })),
    waitingFor: [...member, { step: 'verify', kind: 'role', id: 'communityWorker' }],
    clock: startClock('verify', terms.limits.verify, at, terms, { lastRung: LAST_RUNG }),
  });
  return { next, fact: { type: 'feedbackSubmitted' } };
}

/** Domain 4.2: pass leads to the revisit; fail sends the lead back with half the time it had. */
export function verify(status: WhistleStatus, { verdict, contentId }: VerifyCommand, at: Instant): Decided {
  if (verdict === 'fail') {
    const limit = halfLimit(status.feedbackLimit ?? status.terms.limits.feedback);
    const next = reworking(status, 'fail', limit, at);
    return { next, fact: { type: 'verificationFailed', contentId, leadTaskId: leadOf(next).taskId } };
  }
  const next = moved(status, at, {
    state: step(status, 'pass'),
    waitingFor: [{ step: 'revisit', kind: 'role', id: 'liaisonOfficer' }],
    clock: startClock('revisit', status.terms.limits.revisit, at, status.terms, { lastRung: LAST_RUNG }),
  });
  return { next, fact: { type: 'verified', contentId } };
}

/** Domain 4.2 and 4.5: satisfied or basically satisfied concludes; dissatisfied goes back to the same lead. */
export function revisit(status: WhistleStatus, command: RevisitCommand, at: Instant): Decided {
  const { satisfaction, solved, contentId } = command;
  const fact = { type: 'revisited', satisfaction, solved, contentId } as const;
  if (satisfaction === 'dissatisfied' || solved === 'no') {
    return { next: reworking(status, 'dissatisfied', status.terms.dissatisfiedRework, at), fact };
  }
  const next = moved(status, at, { state: step(status, 'conclude'), waitingFor: [] });
  return { next, fact: { ...fact, lookBacksDueAt: lookBacksDueAt(status.terms, at) } };
}

function reworking(status: WhistleStatus, action: 'fail' | 'dissatisfied', limit: Limit, at: Instant): WhistleStatus {
  const state = step(status, action);
  const tasks = status.tasks.map((task) => (task.role === 'lead' ? { ...task, round: task.round + 1 } : task));
  const lead = tasks.filter((task) => task.role === 'lead');
  const reworkCount = status.reworkCount + 1;
  return moved(status, at, { state, tasks, reworkCount, ...coordinating(status, lead, limit, at) });
}

export function leadOf(status: WhistleStatus): TaskRef {
  const lead = status.tasks.find((task) => task.role === 'lead');
  if (!lead) throw new Refused('wrongState', status.state);
  return lead;
}

/** Domain 4.4: a rung of the whistle's own step has come due. */
export function ring(status: WhistleStatus, rung: RungAt): Decided {
  const { clock } = status;
  if (!clock) throw new Refused('wrongState', status.state);
  const next = { ...status, version: status.version + 1, clock: afterRung(clock) };
  return { next, fact: { type: 'rung', step: clock.step, rung: rung.rung, kind: rung.kind, dueAt: clock.dueAt } };
}
