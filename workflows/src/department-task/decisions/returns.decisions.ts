import type { Instant } from '@hsl/contracts/instants';
import type { Step } from '@hsl/contracts/steps';
import { Refused } from '@hsl/domain/refused';
import { FULL_LADDER, startClock, startWindow } from '@hsl/domain/running-clock';
import { clockFor } from '@hsl/domain/step-clock';
import type { StepLimits } from '@hsl/domain/rule-set';
import type { ReturnCommand, RuleDisputeCommand, RuleReturnCommand, TaskCommand } from '../department-task.messages.js';
import { mustBeWorking, remembering, type TaskDecided, type TaskStatus } from '../department-task.state.js';

/** A ruling that somebody above the department owes, with its whole ladder. */
function ruling(status: TaskStatus, step: Step & keyof StepLimits, holderId: string, at: Instant) {
  const { terms } = status.input;
  return startClock(step, terms.steps[step], at, terms, { holderId, lastRung: FULL_LADDER });
}

/** Domain 4.5: the second return of a part, or the third unit that says "not mine", is a dispute over responsibility. */
function isDispute({ input: { tried, terms } }: TaskStatus): boolean {
  return tried.length >= 1 || tried.length + 1 >= terms.thresholds.unitsTried;
}

/**
 * Domain 4.5 department returns: once per unit, within the grade's time, never for G1, where interim action comes first.
 * Meanwhile the feedback's clock goes on: the deadline is kept if the return is refused.
 */
export function requestReturn(status: TaskStatus, command: ReturnCommand, at: Instant): TaskDecided {
  mustBeWorking(status, 'returnNotAllowed');
  const { input, progress, state } = status;
  const { terms, dispatchedAt, round, departmentId } = input;
  const { returnWithin } = terms.limits;
  const isLate = returnWithin !== null && at > clockFor(dispatchedAt, returnWithin, terms).dueAt;
  const { reasonCode, toDepartmentId, contentId } = command;
  const isUsed = progress.returnRequest !== undefined;
  if (!returnWithin || isLate || isUsed || round > 1 || toDepartmentId === departmentId) {
    throw new Refused('returnNotAllowed', state);
  }
  const returnRequest = { reasonCode, toDepartmentId, from: state, isOpen: true };
  // Who says "not mine" asks for no more time: one ruling is waited for at once.
  const extension = undefined;
  const fact = { reasonCode, toDepartmentId, contentId };
  if (isDispute(status)) {
    const dispute = { phase: 'siteMeeting', toDepartmentId } as const;
    const clock = ruling(status, 'siteMeeting', 'liaisonOfficer', at);
    const next = remembering(status, { returnRequest, dispute, extension }, { state: 'DISPUTED', ruling: clock });
    return { next, fact: { type: 'disputed', ...fact } };
  }
  const clock = ruling(status, 'returnRuling', 'liaisonOfficer', at);
  const next = remembering(status, { returnRequest, extension }, { state: 'RETURN_REQUESTED', ruling: clock });
  return { next, fact: { type: 'returnRequested', ...fact } };
}

/** Accepted, another unit takes over with a fresh clock; refused, the same unit acknowledges in four working hours. */
export function ruleReturn(status: TaskStatus, command: RuleReturnCommand, at: Instant): TaskDecided {
  const { returnRequest } = status.progress;
  if (status.state !== 'RETURN_REQUESTED' || !returnRequest) throw new Refused('wrongState', status.state);
  const { isAccepted, contentId } = command;
  if (!isAccepted) return { next: keptHere(status, at), fact: { type: 'returnRefused', contentId } };
  const toDepartmentId = command.toDepartmentId ?? returnRequest.toDepartmentId;
  if (toDepartmentId === status.input.departmentId) throw new Refused('duplicateDepartment', status.state);
  return { next: handedOver(status, toDepartmentId), fact: { type: 'returned', toDepartmentId, contentId } };
}

function keptHere(status: TaskStatus, at: Instant): TaskStatus {
  const { terms, departmentId: holderId } = status.input;
  const limit = terms.steps.acknowledgeAfterRefusal;
  const { returnRequest } = status.progress;
  return remembering(
    status,
    { dispute: undefined, returnRequest: returnRequest && { ...returnRequest, isOpen: false } },
    {
      ...{ state: 'DISPATCHED', ruling: undefined, acknowledgedAt: undefined },
      acknowledge: startClock('acknowledge', limit, at, terms, { holderId, lastRung: FULL_LADDER }),
    },
  );
}

const handedOver = (status: TaskStatus, toDepartmentId: string): TaskStatus =>
  remembering(status, {}, { state: 'RETURNED', outcome: 'returned', ruling: undefined, toDepartmentId });

function disputeOf({ state, progress: { dispute } }: TaskStatus, phase: NonNullable<typeof dispute>['phase']) {
  if (state !== 'DISPUTED' || dispute?.phase !== phase) throw new Refused('notInDispute', state);
  return dispute;
}

/** Domain 4.5 dispute: all units, member and community were on the site; the deputy leader rules. */
export function recordSiteMeeting(status: TaskStatus, { contentId }: TaskCommand, at: Instant): TaskDecided {
  const dispute = { ...disputeOf(status, 'siteMeeting'), phase: 'ruling' } as const;
  const clock = ruling(status, 'disputeRuling', 'deputyLeader', at);
  return { next: remembering(status, { dispute }, { ruling: clock }), fact: { type: 'siteMeetingHeld', contentId } };
}

/** The ruling stands when nobody appeals within a working day. */
export function ruleDispute(status: TaskStatus, command: RuleDisputeCommand, at: Instant): TaskDecided {
  const { by, toDepartmentId, contentId } = command;
  disputeOf(status, 'ruling');
  const { terms } = status.input;
  const dispute = { phase: 'appealable', toDepartmentId, ruledBy: by.userId } as const;
  const window = startWindow('appeal', terms.steps.appeal, at, terms);
  const next = remembering(status, { dispute }, { ruling: window });
  return { next, fact: { type: 'disputeRuled', toDepartmentId, contentId } };
}

export function appeal(status: TaskStatus, { contentId }: TaskCommand, at: Instant): TaskDecided {
  const dispute = { ...disputeOf(status, 'appealable'), phase: 'appealed' } as const;
  const clock = ruling(status, 'appealRuling', 'groupLeader', at);
  return { next: remembering(status, { dispute }, { ruling: clock }), fact: { type: 'appealed', contentId } };
}

/** The group leader's word is final. */
export function ruleAppeal(
  status: TaskStatus,
  { toDepartmentId, contentId }: RuleDisputeCommand,
  at: Instant,
): TaskDecided {
  disputeOf(status, 'appealed');
  return settled(status, toDepartmentId, at, contentId);
}

/** Nobody appealed in time. */
export function settleUnappealed(status: TaskStatus, at: Instant): TaskDecided | undefined {
  const { dispute } = status.progress;
  return status.state === 'DISPUTED' && dispute?.phase === 'appealable'
    ? settled(status, dispute.toDepartmentId, at)
    : undefined;
}

function settled(status: TaskStatus, toDepartmentId: string, at: Instant, contentId?: string): TaskDecided {
  const isOurs = toDepartmentId === status.input.departmentId;
  const next = isOurs ? keptHere(status, at) : handedOver(status, toDepartmentId);
  return { next, fact: { type: 'disputeSettled', toDepartmentId, contentId } };
}
