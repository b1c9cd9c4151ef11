import type { Instant } from '@hsl/contracts/instants';
import { SYSTEM_ACTOR } from '@hsl/contracts/roles';
import { deadlineOf, recomputed, withCalendar, type RunningClock } from '@hsl/domain/running-clock';
import type { Calendar } from '@hsl/domain/limit';
import { Refused } from '@hsl/domain/refused';
import type { ClaimCommand, ConfirmCommand, DeclineCommand } from './check-in.messages.js';
import {
  afterBatchRung,
  askedDeadline,
  askOf,
  isOver,
  newBatch,
  requestedOf,
  setState,
  type CheckInDecided,
  type CheckInStatus,
} from './check-in.state.js';

/** Domain 4.2 ASSIGNING: two members are asked. */
export function request(status: CheckInStatus, at: Instant): CheckInDecided {
  const batch = newBatch(status.terms, 1, at);
  return { next: status, fact: { type: 'requested', ask: askOf(batch, status.terms.thresholds.membersAsked) }, batch };
}

/** The first confirmation is enough; a later one is recorded all the same. */
export function confirm(status: CheckInStatus, { checkInId, contentId }: ConfirmCommand): CheckInDecided {
  const { asked } = requestedOf(status, checkInId);
  const next = { ...setState(status, [checkInId], 'CONFIRMED'), checkedIn: true };
  const { memberId } = asked;
  return { next, fact: { type: 'confirmed', checkInId, memberId, first: !status.checkedIn, contentId } };
}

/** Domain 4.2 ASSIGNING: members may claim, as long as nobody has come. Who was asked anyway simply confirms. */
export function claim(
  status: CheckInStatus,
  { memberId }: ClaimCommand,
  at: Instant,
  newId: () => string,
): CheckInDecided {
  if (status.checkedIn) throw new Refused('alreadyAnswered', 'CONFIRMED');
  const asked = status.batches.flatMap((batch) => batch.asked).find((one) => one.memberId === memberId);
  if (asked?.state === 'REQUESTED') return confirm(status, { by: SYSTEM_ACTOR, checkInId: asked.checkInId });
  if (asked) throw new Refused('alreadyAnswered', asked.state);
  const checkInId = newId();
  const round = status.batches.at(-1)?.round ?? 1;
  const batch = newBatch(status.terms, round, at);
  const claimed = { ...batch, asked: [{ checkInId, memberId, state: 'CONFIRMED' as const }] };
  const next = { ...status, checkedIn: true, batches: [...status.batches, claimed] };
  return { next, fact: { type: 'claimed', checkInId, memberId, round, deadline: deadlineOf(batch.clock) } };
}

/** Domain 4.5, member declines: the next member is asked at once, unless somebody has come already. */
export function decline(status: CheckInStatus, command: DeclineCommand, at: Instant): CheckInDecided {
  const { checkInId, reasonCode, contentId } = command;
  const { batch } = requestedOf(status, checkInId);
  const next = setState(status, [checkInId], 'DECLINED');
  const fact = { type: 'declined', checkInId, reasonCode, contentId } as const;
  if (status.checkedIn) return { next, fact };
  const replacement = newBatch(status.terms, batch.round, at);
  return { next, fact: { ...fact, ask: askOf(replacement, 1) }, batch: replacement };
}

/** A rung of a batch: the reminder at half time, then the deadline at which silence becomes MISSED. */
export function ring(status: CheckInStatus, clock: RunningClock, at: Instant): CheckInDecided {
  const batch = status.batches.find((one) => one.clock === clock);
  if (!batch) throw new Refused('alreadyAnswered', 'DONE');
  const silent = batch.asked.filter((one) => one.state === 'REQUESTED').map((one) => one.checkInId);
  const climbed = afterBatchRung(status, clock);
  if (clock.fired === 0) {
    return { next: climbed, fact: { type: 'reminded', checkInIds: silent, dueAt: clock.dueAt } };
  }
  const next = setState(climbed, silent, 'MISSED');
  const missed = { type: 'missed', checkInIds: silent } as const;
  if (status.checkedIn || batch.round === 2) return { next, fact: missed };
  const second = newBatch(status.terms, 2, at);
  return { next, fact: { ...missed, ask: askOf(second, status.terms.thresholds.membersAsked) }, batch: second };
}

/** Domain 4.5: nobody is left to ask, so the liaison officer stands in; dispatch waits for members no longer. */
export function substitute(status: CheckInStatus): CheckInDecided {
  return { next: { ...status, checkedIn: true }, fact: { type: 'substituted' } };
}

/** Nobody is waited for any more: the matter was withdrawn or merged. A silence from now on is no miss. */
export function dismiss(status: CheckInStatus): CheckInDecided | undefined {
  const waiting = status.batches
    .flatMap(({ asked }) => asked)
    .filter((one) => one.state === 'REQUESTED')
    .map((one) => one.checkInId);
  if (status.checkedIn && waiting.length === 0) return undefined;
  const next = { ...setState(status, waiting, 'DISMISSED'), checkedIn: true };
  return { next, fact: { type: 'dismissed', checkInIds: waiting } };
}

/** Domain 2.7: a new calendar; provisional deadlines are found again, and members asked later are asked under it. */
export function loadCalendar(status: CheckInStatus, calendar: Calendar): CheckInDecided | undefined {
  const terms = withCalendar(status.terms, calendar);
  if (!terms || isOver(status)) return undefined;
  const batches = status.batches.map((batch) => ({ ...batch, clock: recomputed(batch.clock, terms) }));
  const changed = batches.filter(({ clock }, index) => clock !== status.batches[index]?.clock);
  const rescheduled = changed.flatMap((batch) => {
    const checkInIds = batch.asked.flatMap(({ checkInId, state }) => (state === 'REQUESTED' ? [checkInId] : []));
    return checkInIds.length > 0 ? [{ checkInIds, deadline: askedDeadline(batch.clock) }] : [];
  });
  const fact = { type: 'calendarLoaded', calendarVersion: calendar.version, rescheduled } as const;
  return { next: { ...status, terms, batches }, fact };
}
