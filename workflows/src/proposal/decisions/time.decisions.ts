import type { Instant } from '@hsl/contracts/instants';
import type { RungAt } from '@hsl/contracts/steps';
import type { Calendar } from '@hsl/domain/limit';
import type { ProposalTerms } from '@hsl/domain/proposal-terms';
import { afterRung, nextRungOf, recomputed, withCalendar, type RunningClock } from '@hsl/domain/running-clock';
import { hasEnded, runningClocks, stepped, type ProposalDecided, type ProposalStatus } from '../proposal.state.js';
import { rated } from './replying.decisions.js';

/** The status with that clock in the place of the other. */
function replacing(
  status: ProposalStatus,
  clock: RunningClock,
  after: RunningClock,
): Partial<ProposalStatus> | undefined {
  if (status.clock === clock) return { clock: after };
  if (status.ruling === clock) return { ruling: after };
  if (status.promise === clock) return { promise: after };
  if (!status.opinions.includes(clock)) return undefined;
  return { opinions: status.opinions.map((one) => (one === clock ? after : one)) };
}

/** A rung of a step that is still owed (domain 4.4). At the end of its window a rating counts as not returned. */
export function ring(
  status: ProposalStatus,
  clock: RunningClock,
  { rung, kind }: RungAt,
  at: Instant,
): ProposalDecided | undefined {
  const after = afterRung(clock);
  const change = replacing(status, clock, after);
  if (!change) return undefined;
  if (clock.step === 'proposalRate' && !nextRungOf(after))
    return { next: rated(status, { rating: 'unreturned', action: 'lapse' }, at), fact: { type: 'rated' } };
  const { step, dueAt, holderId } = clock;
  return { next: stepped(status, change), fact: { type: 'rung', step, rung, kind, dueAt, holderId } };
}

/** Deadlines that were guesses are found again, and later ones with the new years (domain 2.7); once per version. */
export function loadCalendar(status: ProposalStatus, calendar: Calendar): ProposalDecided | undefined {
  const terms = withCalendar(status.terms, calendar);
  if (!terms || hasEnded(status)) return undefined;
  return { next: stepped(status, underCalendar(status, terms)), fact: { type: 'calendarLoaded' } };
}

/** A calendar that came while the process was lost reached nobody: one that is begun again is begun with it. */
export function catchUp(status: ProposalStatus): ProposalDecided | undefined {
  const next = stepped(status, underCalendar(status, status.terms));
  const before = runningClocks(status);
  const isAsBefore = runningClocks(next).every(
    ({ dueAt, provisional }, index) => dueAt === before[index]?.dueAt && provisional === before[index]?.provisional,
  );
  return isAsBefore ? undefined : { next, fact: { type: 'calendarLoaded' } };
}

function underCalendar(status: ProposalStatus, terms: ProposalTerms): Partial<ProposalStatus> {
  const again = (clock: RunningClock | undefined) => clock && recomputed(clock, terms);
  return {
    ...{ terms, clock: again(status.clock), ruling: again(status.ruling), promise: again(status.promise) },
    opinions: status.opinions.map((clock) => recomputed(clock, terms)),
  };
}
