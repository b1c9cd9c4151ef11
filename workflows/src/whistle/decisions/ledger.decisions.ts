import type { Instant } from '@hsl/contracts/instants';
import { isWhistleOpen } from '@hsl/contracts/states';
import type { LedgerTimetable } from '@hsl/contracts/whistle-progress';
import type { LedgerDone, LedgerNews } from '../../ledger/ledger.messages.js';
import { Refused } from '@hsl/domain/refused';
import { checkTimetable } from '@hsl/domain/ledger-timetable';
import type { ApplyLedgerCommand } from '../whistle.messages.js';
import { leadOf, moved, noted, only, step, type Decided, type WhistleStatus } from '../whistle.state.js';
import { toBeVerified } from './members.decisions.js';

/** Domain 4.5 long-term matter: the lead applies before expiry; an immediate matter may not be ledgered (S57). */
export function applyLedger(status: WhistleStatus, command: ApplyLedgerCommand, at: Instant): Decided {
  only(status, 'COORDINATING');
  const { track, clock, ledger, terms } = status;
  const isTooLate = clock === undefined || clock.step !== 'feedback' || at > clock.dueAt;
  if (track !== 'longTerm' || ledger !== undefined || isTooLate) throw new Refused('ledgerNotAllowed', status.state);
  const { entryId, milestones, contentId } = command;
  const problem = checkTimetable(milestones, at, terms);
  if (problem) throw new Refused(problem, status.state);
  return {
    next: noted(status, { ledger: { entryId, milestones } }),
    fact: { type: 'ledgerApplied', entryId, contentId },
  };
}

/** A session that was convened and has not come to anything yet. */
export const hasOpenSession = ({ session }: WhistleStatus): boolean =>
  session !== undefined && session.outcome === undefined;

/**
 * On the register: the departments' tasks rest, the milestones are the clock. A session that was not held is not
 * waited for, and does not come back when the result is found wanting.
 */
export function ledgering(status: WhistleStatus, ledger: LedgerTimetable, at: Instant): WhistleStatus {
  const lead = leadOf(status);
  return moved(status, at, {
    state: step(status, 'ledger'),
    ledger,
    session: hasOpenSession(status) ? undefined : status.session,
    waitingFor: lead ? [{ step: 'milestone', kind: 'department', id: lead.departmentId }] : [],
  });
}

/** The departments have fed back meanwhile: the entry was told to close, and whoever approves it now comes too late. */
export const isApprovedTooLate = ({ ledger }: WhistleStatus, { entryId, news }: LedgerNews): boolean =>
  news === 'approved' && ledger?.entryId === entryId && ledger.isClosing === true;

/**
 * What the entry tells its matter while it runs. Runs that began before keep a session that was not held, and put on
 * the register what was about to leave it.
 */
export function ledgerNews(
  status: WhistleStatus,
  { entryId, news }: LedgerNews,
  at: Instant,
  { keepsSession = false, takesClosing = false } = {},
): Decided | undefined {
  if (status.ledger?.entryId !== entryId) return undefined;
  if (news === 'approved') {
    if (status.state !== 'COORDINATING' || (status.ledger.isClosing && !takesClosing)) return undefined;
    const next = ledgering(status, status.ledger, at);
    return {
      next: keepsSession ? { ...next, session: status.session } : next,
      fact: { type: 'ledgered', entryId },
    };
  }
  if (status.state !== 'LEDGERED') return undefined;
  const next = moved(status, at, { state: step(status, 'carryOver') });
  return { next, fact: { type: 'carriedOver', entryId } };
}

/** Domain 4.2: carried over, it goes on under its new dates. */
export const resumeLedger = (status: WhistleStatus, at: Instant): Decided | undefined =>
  status.state === 'CARRIED_OVER' && status.ledger !== undefined
    ? {
        next: moved(status, at, { state: step(status, 'resumeLedger') }),
        fact: { type: 'ledgerResumed', entryId: status.ledger.entryId },
      }
    : undefined;

/** The entry is over: refused or given up, the work goes on; delivered, the result is verified. */
export function ledgerDone(
  status: WhistleStatus,
  { outcome, entryId }: LedgerDone,
  at: Instant,
  versions: ReadonlyMap<string, { version: number }>,
): Decided | undefined {
  if (status.ledger?.entryId !== entryId || !isWhistleOpen(status.state)) return undefined;
  if (outcome !== 'delivered') {
    return { next: noted(status, { ledger: undefined }), fact: { type: 'ledgerRefused', entryId } };
  }
  if (status.state !== 'LEDGERED') return undefined;
  const tasks = status.tasks.map((task) => ({ ...task, version: versions.get(task.taskId)?.version ?? task.version }));
  const state = step(status, 'deliver');
  const next = moved(status, at, { state, tasks, ledger: undefined, ...toBeVerified(status, at) });
  return { next, fact: { type: 'ledgerDelivered', entryId } };
}
