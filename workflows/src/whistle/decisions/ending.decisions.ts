import type { Instant } from '@hsl/contracts/instants';
import { isWhistleOpen } from '@hsl/contracts/states';
import type { RungAt, Step } from '@hsl/contracts/steps';
import { Refused } from '@hsl/domain/refused';
import { afterRung, FULL_LADDER, startClock, type RunningClock } from '@hsl/domain/running-clock';
import type { MergeCommand, RulingCommand, WithdrawCommand } from '../whistle.messages.js';
import { moved, noted, step, withoutAside, type Decided, type WhistleStatus } from '../whistle.state.js';

/** Domain 4.2 merge: the matter goes on in its master. */
export function merge(status: WhistleStatus, { masterId, contentId }: MergeCommand, at: Instant): Decided {
  const state = step(status, 'merge');
  const next = moved(status, at, { state, masterId, outcome: 'merged', waitingFor: [], asides: [] });
  return { next, fact: { type: 'merged', masterId, contentId } };
}

/** Domain 4.2 withdraw: by the community head, with the resident's consent; after a red card a deputy leader agrees. */
export function withdraw(status: WhistleStatus, command: WithdrawCommand, at: Instant): Decided {
  step(status, 'withdraw');
  const { by, contentId, needsApproval } = command;
  if (!needsApproval) return { next: withdrawn(status, at), fact: { type: 'withdrawn', contentId } };
  if (status.withdrawProposedBy !== undefined) throw new Refused('alreadyAnswered', status.state);
  const { terms } = status;
  const clock = startClock('withdrawApproval', terms.steps.withdrawApproval, at, terms, {
    ...{ holderId: 'deputyLeader', lastRung: FULL_LADDER },
  });
  const next = noted(status, { withdrawProposedBy: by.userId, asides: [...status.asides, clock] });
  return { next, fact: { type: 'withdrawProposed', contentId } };
}

export function ruleWithdraw(status: WhistleStatus, { isApproved, contentId }: RulingCommand, at: Instant): Decided {
  if (!isWhistleOpen(status.state) || status.withdrawProposedBy === undefined) {
    throw new Refused('withdrawNotProposed', status.state);
  }
  if (isApproved) return { next: withdrawn(status, at), fact: { type: 'withdrawn', contentId } };
  const asides = withoutAside(status, 'withdrawApproval');
  return {
    next: noted(status, { withdrawProposedBy: undefined, asides }),
    fact: { type: 'withdrawRefused', contentId },
  };
}

const withdrawn = (status: WhistleStatus, at: Instant): WhistleStatus =>
  moved(status, at, { state: step(status, 'withdraw'), outcome: 'withdrawn', waitingFor: [], asides: [] });

/** Domain 4.4: a rung of one of the whistle's own steps has come due; a late step stays late for ever (4.5). */
export function ring(status: WhistleStatus, clock: RunningClock, { rung, kind }: RungAt): Decided {
  const lateSteps: Step[] =
    kind === 'redCard' && !status.lateSteps.includes(clock.step) ? [...status.lateSteps, clock.step] : status.lateSteps;
  const climbed = (one: RunningClock) => (one === clock ? afterRung(one) : one);
  const next = noted(status, {
    lateSteps,
    clock: status.clock && climbed(status.clock),
    asides: status.asides.map(climbed),
  });
  return { next, fact: { type: 'rung', step: clock.step, rung, kind, dueAt: clock.dueAt } };
}
