import type { Instant } from '@hsl/contracts/instants';
import type { CheckInView } from '@hsl/contracts/process-view';
import type { CheckInState } from '@hsl/contracts/states';
import type { Deadline } from '@hsl/contracts/steps';
import { halfLimit } from '@hsl/domain/limit-half';
import type { MatterTerms } from '@hsl/domain/matter-terms';
import { Refused } from '@hsl/domain/refused';
import { afterRung, deadlineOf, nearestClock, startClock, type RunningClock } from '@hsl/domain/running-clock';
import type { AskedMember, AskMembers, CheckInFact } from './check-in.activities.js';
import type { CheckInAnswered } from './check-in.messages.js';

export interface Asked extends AskedMember {
  state: CheckInState;
}

/** Members asked together share one clock: a reminder at half time, and the deadline at which silence counts. */
export interface Batch {
  round: 1 | 2;
  clock: RunningClock;
  asked: Asked[];
}

export interface CheckInStatus {
  terms: MatterTerms;
  batches: Batch[];
  /** A member confirmed, or the liaison officer stood in. */
  checkedIn: boolean;
}

/** What happened, and, if members are asked by it, the batch they will form. */
export interface CheckInDecided {
  fact: CheckInFact;
  next: CheckInStatus;
  batch?: Omit<Batch, 'asked'>;
}

export const nobodyAsked = (terms: MatterTerms): CheckInStatus => ({ terms, batches: [], checkedIn: false });

const REMINDER = 0;
const EXPIRY = 2;

/** A batch about to be asked: full time in round 1, half the time in round 2 (domain 4.5). */
export function newBatch(terms: MatterTerms, round: 1 | 2, at: Instant): Omit<Batch, 'asked'> {
  const limit = round === 1 ? terms.limits.checkIn : halfLimit(terms.limits.checkIn);
  const clock = startClock('checkIn', limit, at, terms, { lastRung: 2 });
  return { round, clock: { ...clock, rungs: [clock.rungs[REMINDER]!, clock.rungs[EXPIRY]!] } };
}

/** As the members asked read it: with the quiet reminder. */
export const askedDeadline = (clock: RunningClock): Deadline => ({
  ...deadlineOf(clock),
  reminderAt: clock.rungs[REMINDER]?.at,
});

export const askOf = (batch: Omit<Batch, 'asked'>, count: number): AskMembers => ({
  round: batch.round,
  count,
  dueAt: batch.clock.dueAt,
  deadline: askedDeadline(batch.clock),
});

export const withBatch = (status: CheckInStatus, batch: Omit<Batch, 'asked'>, asked: AskedMember[]): CheckInStatus => ({
  ...status,
  batches: [...status.batches, { ...batch, asked: asked.map((one) => ({ ...one, state: 'REQUESTED' })) }],
});

const isWaiting = (batch: Batch): boolean => batch.asked.some((one) => one.state === 'REQUESTED');

/** Clocks of the batches in which somebody still owes an answer. */
export const runningClocks = (status: CheckInStatus): RunningClock[] =>
  status.batches.filter(isWaiting).map((batch) => batch.clock);

export const isOver = (status: CheckInStatus): boolean => status.checkedIn && runningClocks(status).length === 0;

/** Nobody is asked any more and nobody came: the liaison officer must stand in. */
export const isDeserted = (status: CheckInStatus): boolean => !status.checkedIn && runningClocks(status).length === 0;

export function setState(status: CheckInStatus, checkInIds: readonly string[], state: CheckInState): CheckInStatus {
  const changed = (one: Asked): Asked => (checkInIds.includes(one.checkInId) ? { ...one, state } : one);
  return {
    ...status,
    batches: status.batches.map((batch) => ({ ...batch, asked: batch.asked.map(changed) })),
  };
}

/** @throws Refused `memberNotAsked` or `alreadyAnswered` */
export function requestedOf(status: CheckInStatus, checkInId: string): { asked: Asked; batch: Batch } {
  for (const batch of status.batches) {
    const asked = batch.asked.find((one) => one.checkInId === checkInId);
    if (asked?.state === 'REQUESTED') return { asked, batch };
    if (asked) throw new Refused('alreadyAnswered', asked.state);
  }
  throw new Refused('memberNotAsked', 'NOT_ASKED');
}

/** What the member who answered is told. */
export function answerOf(status: CheckInStatus, { checkInId }: { checkInId: string }): CheckInAnswered {
  const asked = status.batches.flatMap((batch) => batch.asked).find((one) => one.checkInId === checkInId);
  return { checkInId, state: asked?.state ?? 'REQUESTED' };
}

/** What a member who claimed is told. */
export function claimOf(status: CheckInStatus, { memberId }: { memberId: string }): CheckInAnswered {
  const own = status.batches.flatMap((batch) => batch.asked).find((one) => one.memberId === memberId);
  return { checkInId: own?.checkInId ?? '', state: own?.state ?? 'REQUESTED' };
}

export function afterBatchRung(status: CheckInStatus, clock: RunningClock): CheckInStatus {
  const climbed = (batch: Batch): Batch => (batch.clock === clock ? { ...batch, clock: afterRung(clock) } : batch);
  return { ...status, batches: status.batches.map(climbed) };
}

export function checkInView(status: CheckInStatus): CheckInView {
  return {
    round: status.batches.at(-1)?.round ?? 1,
    checkedIn: status.checkedIn,
    asked: status.batches.flatMap((batch) =>
      batch.asked.map(({ checkInId, memberId, state }) => ({ checkInId, memberId, state, dueAt: batch.clock.dueAt })),
    ),
    nextRung: nearestClock(runningClocks(status))?.rung,
  };
}
