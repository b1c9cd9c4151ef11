import type { Instant } from '@hsl/contracts/instants';
import type { LedgerState } from '@hsl/contracts/states';
import type { RungAt, Step } from '@hsl/contracts/steps';
import { isYearEnd, quarterEndAfter } from '@hsl/domain/quarter';
import {
  afterRung,
  deadlineOf,
  FULL_LADDER,
  nearestClock,
  startClock,
  type RunningClock,
} from '@hsl/domain/running-clock';
import { compress, decompress } from '@hsl/domain/step-clock';
import type { LedgerAfter, LedgerFact, MilestoneRow } from './ledger.activities.js';
import type { LedgerDone, LedgerInput, LedgerResumed, LedgerView } from './ledger.messages.js';

export interface LedgerStatus {
  input: LedgerInput;
  state: LedgerState;
  version: number;
  milestones: MilestoneRow[];
  approval?: RunningClock;
  /** Runs from the year's end until the group leader has ruled on carrying over. */
  carryOver?: RunningClock;
  proposedBy?: string;
  reviewAt: Instant;
  outcome?: LedgerDone['outcome'];
  /** A quarter has ended: the entry continues as new. */
  isTurning: boolean;
}

export interface LedgerDecided {
  next: LedgerStatus;
  fact: LedgerFact;
}

/** The next quarter's end as this matter lives it: under its time scale, counted from the application. */
function reviewAfter({ appliedAt, terms }: LedgerInput, at: Instant): Instant {
  const real = decompress(appliedAt, at, terms.timeScale);
  return compress(appliedAt, quarterEndAfter(real), terms.timeScale);
}

/** Whether the quarter that ended then was the year's last. */
export const endsYear = ({ input, reviewAt }: LedgerStatus): boolean =>
  isYearEnd(decompress(input.appliedAt, reviewAt, input.terms.timeScale));

/** A new entry waits for its approval; one the group leader has chosen runs at once. */
export function applied(input: LedgerInput): LedgerDecided {
  const { appliedAt, terms, isChosen = false, days } = input;
  const holderId = days <= terms.thresholds.ledgerShortDays ? 'deputyLeader' : 'groupLeader';
  const extra = { holderId, lastRung: FULL_LADDER };
  const next: LedgerStatus = {
    ...{ input, version: 1, isTurning: false, reviewAt: reviewAfter(input, appliedAt) },
    state: isChosen ? 'RUNNING' : 'APPLIED',
    milestones: input.milestones.map((one) => ({ ...one, state: 'PENDING', slips: 0 })),
    ...(isChosen
      ? {}
      : { approval: startClock('ledgerApproval', terms.steps.ledgerApproval, appliedAt, terms, extra) }),
  };
  return { next, fact: { type: 'ledgerApplied', days, isChosen } };
}

export function resumed(input: LedgerInput, from: LedgerResumed, at: Instant): LedgerStatus {
  return { input, ...from, state: 'RUNNING', isTurning: false, reviewAt: reviewAfter(input, at) };
}

export const stepped = (status: LedgerStatus, change: Partial<LedgerStatus>): LedgerStatus => ({
  ...status,
  ...change,
  version: status.version + 1,
});

/** A date at which something happens by itself, as a clock with one rung. */
const moment = (step: Step, at: Instant, holderId?: string): RunningClock => ({
  ...{ step, holderId, startedAt: at, dueAt: at, provisional: false, daysOffBetween: 0, fired: 0, lastRung: 1 },
  limit: { kind: 'natural', amount: 1, unit: 'minutes' },
  rungs: [{ rung: 3, kind: 'redCard', at }],
});

export const nextMilestone = ({ milestones }: LedgerStatus): MilestoneRow | undefined =>
  milestones.find(({ state }) => state !== 'DONE');

export function runningClocks(status: LedgerStatus): RunningClock[] {
  const { state, approval, carryOver, reviewAt, input } = status;
  if (state === 'APPLIED') return approval ? [approval] : [];
  if (state !== 'RUNNING') return [];
  const next = nextMilestone(status);
  return [
    ...(next ? [moment('milestone', next.dueAt, input.leadDepartmentId)] : []),
    moment('ledgerReview', reviewAt),
    ...(carryOver ? [carryOver] : []),
  ];
}

/** A rung of the approval or of the carry-over; dates of milestones and reviews are not carded here. */
export function ring(status: LedgerStatus, clock: RunningClock, { rung, kind }: RungAt): LedgerDecided | undefined {
  const name = status.approval === clock ? 'approval' : status.carryOver === clock ? 'carryOver' : undefined;
  if (!name) return undefined;
  const next = stepped(status, { [name]: afterRung(clock) });
  return { next, fact: { type: 'rung', step: clock.step, rung, kind, dueAt: clock.dueAt } };
}

export function rowOf(status: LedgerStatus): LedgerAfter {
  const { state, milestones, proposedBy } = status;
  const clocks = runningClocks(status);
  const nearest = nearestClock(clocks);
  return {
    ...{ state, milestones, proposedBy, deadlines: clocks.map((clock) => deadlineOf(clock)) },
    ...(clocks.length > 0 ? { dueAt: Math.min(...clocks.map(({ dueAt }) => dueAt)) } : {}),
    ...(nearest ? { nextRung: nearest.rung } : {}),
  };
}

export const ledgerView = ({ input, state, version, milestones }: LedgerStatus): LedgerView => ({
  ...{ entryId: input.entryId, state, version, milestones },
});
