import type { Instant } from '@hsl/contracts/instants';
import { checkTimetable } from '@hsl/domain/ledger-timetable';
import type { Calendar } from '@hsl/domain/limit';
import { Refused } from '@hsl/domain/refused';
import { FULL_LADDER, recomputed, startClock, withCalendar } from '@hsl/domain/running-clock';
import type { CarryOverCommand, ReportMilestoneCommand, RuleLedgerCommand } from './ledger.messages.js';
import { endsYear, nextMilestone, stepped, type LedgerDecided, type LedgerStatus } from './ledger.state.js';

function only({ state }: LedgerStatus, wanted: LedgerStatus['state']): void {
  if (state !== wanted) throw new Refused('wrongState', state);
}

/** Domain 4.5: up to ninety days a deputy leader, longer the group leader; by whom is the owner's to check. */
export function ruleLedger(status: LedgerStatus, { isApproved, contentId }: RuleLedgerCommand): LedgerDecided {
  only(status, 'APPLIED');
  if (isApproved) {
    return {
      next: stepped(status, { state: 'RUNNING', approval: undefined }),
      fact: { type: 'ledgerApproved', contentId },
    };
  }
  const next = stepped(status, { state: 'REFUSED', approval: undefined, outcome: 'refused' });
  return { next, fact: { type: 'ledgerRefused', contentId } };
}

/** In order: a later milestone is not reported before an earlier one. The last one delivers the entry. */
export function reportMilestone(status: LedgerStatus, command: ReportMilestoneCommand, at: Instant): LedgerDecided {
  only(status, 'RUNNING');
  const { milestoneId, contentId } = command;
  const due = nextMilestone(status);
  if (due?.milestoneId !== milestoneId) throw new Refused('unknownMilestone', status.state);
  const milestones = status.milestones.map((one) => (one === due ? { ...one, state: 'DONE' as const } : one));
  const onTime = due.slips === 0 && at <= due.dueAt;
  return { next: stepped(status, { milestones }), fact: { type: 'milestoneDone', milestoneId, onTime, contentId } };
}

/** All milestones are done: the result is verified like any other. */
export function deliver(status: LedgerStatus): LedgerDecided | undefined {
  if (status.state !== 'RUNNING' || nextMilestone(status)) return undefined;
  const next = stepped(status, { state: 'DELIVERED', outcome: 'delivered', carryOver: undefined });
  return { next, fact: { type: 'ledgerDelivered' } };
}

/**
 * Domain 4.5: a slip is a yellow card, the second a red one and a review. A slipped milestone is due again after half
 * the time it had, so that a second slip is a matter of weeks and not of never.
 */
export function slip(status: LedgerStatus, at: Instant): LedgerDecided | undefined {
  const due = nextMilestone(status);
  if (status.state !== 'RUNNING' || !due || due.dueAt > at) return undefined;
  const index = status.milestones.indexOf(due);
  const from = status.milestones[index - 1]?.dueAt ?? status.input.appliedAt;
  const newDueAt = due.dueAt + Math.max(1_000, Math.round((due.dueAt - from) / 2));
  const slips = due.slips + 1;
  const slipped = { ...due, slips, dueAt: newDueAt, state: 'SLIPPED' as const };
  const milestones = status.milestones.map((one) => (one === due ? slipped : one));
  const fact = { type: 'milestoneSlipped', milestoneId: due.milestoneId, slips, newDueAt } as const;
  return { next: stepped(status, { milestones }), fact };
}

/** Each quarter is looked at; at the year's end what is not done waits to be carried over (domain 4.2, S63). */
export function turnQuarter(status: LedgerStatus, at: Instant): LedgerDecided | undefined {
  if (status.state !== 'RUNNING' || status.reviewAt > at) return undefined;
  const { terms } = status.input;
  const isYearEnd = endsYear(status);
  const isOwed = isYearEnd && !status.carryOver;
  const extra = { holderId: 'groupLeader', lastRung: FULL_LADDER };
  const clock = isOwed ? startClock('carryOver', terms.steps.ledgerApproval, at, terms, extra) : status.carryOver;
  const next = stepped(status, { carryOver: clock, isTurning: true });
  return { next, fact: { type: 'reviewDue', isYearEnd } };
}

/** The lead asks, the group leader grants (two pairs of eyes). */
export function proposeCarryOver(
  status: LedgerStatus,
  { by, contentId }: { by: { userId: string }; contentId?: string },
): LedgerDecided {
  only(status, 'RUNNING');
  if (status.proposedBy !== undefined) throw new Refused('alreadyAnswered', status.state);
  return { next: stepped(status, { proposedBy: by.userId }), fact: { type: 'carryOverProposed', contentId } };
}

/** Asked for by the lead, or owed since the year's end; and nobody has ruled on it meanwhile. */
function mustBeAsked({ proposedBy, carryOver: owed, state }: LedgerStatus, command: CarryOverCommand): void {
  if (command.proposedBy === undefined) return;
  const isAsked = command.proposedBy === null ? owed !== undefined : proposedBy !== undefined;
  if (!isAsked || command.proposedBy !== (proposedBy ?? null)) throw new Refused('wrongState', state);
}

/** New dates for what is not done; every sixty days at least one, as in the application. */
export function carryOver(status: LedgerStatus, command: CarryOverCommand, at: Instant): LedgerDecided {
  only(status, 'RUNNING');
  mustBeAsked(status, command);
  const { isApproved, milestones: renewed, contentId } = command;
  if (!isApproved) {
    const next = stepped(status, { proposedBy: undefined });
    return { next, fact: { type: 'carryOverRefused', contentId } };
  }
  const problem = checkTimetable(renewed, at, status.input.terms);
  if (problem) throw new Refused(problem, status.state);
  const done = status.milestones.filter(({ state }) => state === 'DONE');
  const milestones = [...done, ...renewed.map((one) => ({ ...one, state: 'PENDING' as const, slips: 0 }))];
  const next = stepped(status, { milestones, proposedBy: undefined, carryOver: undefined });
  return { next, fact: { type: 'carriedOver', contentId } };
}

/** The matter was withdrawn. */
export function close(status: LedgerStatus): LedgerDecided | undefined {
  if (status.outcome) return undefined;
  const next = stepped(status, { state: 'CLOSED_UNSOLVED', outcome: 'closedUnsolved' });
  return { next, fact: { type: 'ledgerClosed' } };
}

/** Domain 2.7: a new calendar; the approval or the carrying over that is owed is found again. Milestones are dates. */
export function loadCalendar(status: LedgerStatus, calendar: Calendar): LedgerDecided | undefined {
  const { input, approval, carryOver: owed } = status;
  const terms = withCalendar(input.terms, calendar);
  if (!terms || status.outcome) return undefined;
  const next = stepped(status, {
    input: { ...input, terms },
    approval: approval && recomputed(approval, terms),
    carryOver: owed && recomputed(owed, terms),
  });
  return { next, fact: { type: 'calendarLoaded', calendarVersion: calendar.version } };
}
