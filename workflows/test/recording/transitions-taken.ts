import { nextState, WHISTLE_TRANSITIONS, type WhistleAction } from '@hsl/domain/whistle-transitions';
import type { WhistleState } from '@hsl/contracts/states';
import type { WhistleDecision, WhistleFact } from '../../src/whistle/whistle.activities.js';

/** By which actions of the table a fact may have come about; none where it moves nobody. */
const ACTIONS: Readonly<Record<WhistleFact['type'], readonly WhistleAction[]>> = {
  countersigned: [],
  sentBack: ['sendBack'],
  resubmitted: ['resubmit'],
  lapsed: ['lapse'],
  declineProposed: [],
  declineRejected: [],
  declined: ['decline'],
  objected: [],
  objectionRuled: ['upholdObjection'],
  objectionClosed: [],
  accepted: ['accept'],
  regraded: ['routeAtOnce'],
  escalated: [],
  contacted: [],
  checkedIn: ['checkIn'],
  deliberating: ['deliberate'],
  deliberated: [],
  selfResolved: ['selfResolve'],
  dispatched: ['dispatch'],
  unitsChanged: [],
  rescheduled: [],
  feedbackSubmitted: ['integrateFeedback'],
  verified: ['pass'],
  verificationFailed: ['fail', 'failSelfResolved', 'flagFalseFeedback'],
  revisited: ['conclude', 'dissatisfied', 'dissatisfiedSelfResolved'],
  unreached: ['conclude'],
  proactiveConfirmed: ['conclude'],
  sessionConvened: [],
  sessionConcluded: ['explain'],
  outcomeChosen: ['close', 'ledger'],
  merged: ['merge'],
  absorbed: [],
  repeatLinked: [],
  withdrawProposed: [],
  withdrawRefused: [],
  withdrawn: ['withdraw'],
  ledgerApplied: [],
  ledgerRefused: [],
  ledgered: ['ledger'],
  ledgerDelivered: ['deliver'],
  carriedOver: ['carryOver'],
  ledgerResumed: ['resumeLedger'],
  calendarLoaded: [],
  reopened: ['reopen', 'reopenSelfResolved'],
  lookBackDue: ['lookBack'],
  lookBackReported: ['archive'],
  rung: [],
};

const actionsOf = (fact: WhistleFact): readonly WhistleAction[] => {
  if (fact.type === 'accepted' && fact.auto) return ['autoAccept'];
  if (fact.type === 'checkedIn' && fact.substituted) return ['substitute'];
  return ACTIONS[fact.type];
};

export const transitionName = (from: WhistleState | 'none', action: WhistleAction): string => `${from} ${action}`;

/** What the system does by itself from there, within the same decision. */
const ownSteps = (from: WhistleState): WhistleAction[] =>
  WHISTLE_TRANSITIONS.filter((row) => row.from === from && row.by.includes('system')).map(({ action }) => action);

/** Rows of the table a decision went along, as `FROM action`: the action of its fact, and what followed by itself. */
export function transitionsOf({ from, fact, after }: WhistleDecision): string[] {
  for (const action of actionsOf(fact)) {
    const next = nextState(from, action);
    if (!next) continue;
    const first = transitionName(from, action);
    if (next === after.state) return [first];
    const then = ownSteps(next).find((own) => nextState(next, own) === after.state);
    if (then) return [first, transitionName(next, then)];
  }
  return [];
}
