import type { Instant } from '@hsl/contracts/instants';
import { isWhistleOpen, type SessionOutcome } from '@hsl/contracts/states';
import type { WaitingFor } from '@hsl/contracts/steps';
import { FULL_LADDER, NO_LADDER, startClock } from '@hsl/domain/running-clock';
import type { CheckedIn, Command, DeliberateCommand } from '../whistle.messages.js';
import { moved, noted, step, toBeDispatched, type Decided, type WhistleStatus } from '../whistle.state.js';

/**
 * Domain 4.2 checkIn: the first member is enough and moves the matter on; 4.5: after two silent rounds the liaison
 * officer stands in. Who comes later, or beside a matter that was routed at once, joins it.
 */
export function checkIn(status: WhistleStatus, arrival: CheckedIn, at: Instant): Decided | undefined {
  const { memberId, substituted } = arrival;
  const isKnown = memberId !== undefined && status.memberIds.includes(memberId);
  if (!isWhistleOpen(status.state) || isKnown) return undefined;
  const memberIds = memberId ? [...status.memberIds, memberId] : status.memberIds;
  const fact = { type: 'checkedIn', memberId, substituted } as const;
  if (status.state === 'ASSIGNING') {
    const state = step(status, substituted ? 'substitute' : 'checkIn');
    return { next: moved(status, at, { state, memberIds, ...toBeDispatched(status.terms, at) }), fact };
  }
  if (substituted) return undefined;
  // Who joins while the result is being looked at must pass it too, and is waited for by name.
  const late = status.state === 'VERIFYING' ? { waitingFor: verifiersOf(memberIds) } : {};
  return { next: noted(status, { memberIds, ...late }), fact };
}

/** Domain 4.2 DELIBERATING: a member convenes a survey or session. */
export function deliberate(
  status: WhistleStatus,
  { sessionId, by, contentId }: DeliberateCommand,
  at: Instant,
): Decided {
  const { terms } = status;
  const next = moved(status, at, {
    state: step(status, 'deliberate'),
    session: { sessionId, purpose: 'dispatch', convenedBy: by.userId },
    waitingFor: [{ step: 'deliberate', kind: 'role', id: 'member' }],
    clock: startClock('deliberate', terms.steps.deliberate, at, terms, { lastRung: NO_LADDER }),
  });
  return { next, fact: { type: 'deliberating', sessionId, contentId } };
}

/** The session was held: the liaison officer dispatches on what it came to. */
export function deliberated(status: WhistleStatus, outcome: SessionOutcome, at: Instant): Decided | undefined {
  const { session, state } = status;
  if (state !== 'DELIBERATING' || !session) return undefined;
  const next = moved(status, at, { session: { ...session, outcome }, ...toBeDispatched(status.terms, at) });
  return { next, fact: { type: 'deliberated', sessionId: session.sessionId, outcome } };
}

/** Domain 4.2 selfResolve: no department is needed; somebody else verifies it. */
export function selfResolve(status: WhistleStatus, { by, contentId }: Command, at: Instant): Decided {
  const next = moved(status, at, {
    state: step(status, 'selfResolve'),
    selfResolvedBy: by.userId,
    // A session that was not held is not waited for, and does not come back when the verification fails.
    session: status.session?.outcome === undefined ? undefined : status.session,
    ...toBeVerified(status, at),
  });
  return { next, fact: { type: 'selfResolved', contentId } };
}

const verifiersOf = (memberIds: readonly string[]): WaitingFor[] => [
  ...memberIds.map((id) => ({ step: 'verify', kind: 'member', id }) as const),
  { step: 'verify', kind: 'role', id: 'communityWorker' },
];

/** Member and community go and see (domain 4.2 VERIFYING). */
export function toBeVerified({ terms, memberIds }: WhistleStatus, at: Instant): Partial<WhistleStatus> {
  return {
    waitingFor: verifiersOf(memberIds),
    clock: startClock('verify', terms.limits.verify, at, terms, { lastRung: FULL_LADDER }),
  };
}
