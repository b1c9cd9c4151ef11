import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import type { AnyOutgoingEvent } from '@hsl/database/decision';
import type { WhistleDecision } from '@hsl/workflows/whistle/whistle.activities';
import { rungEventsOf } from './rung-event.js';
import type { WhistleFacts } from './unchanging-facts.js';

function snapshotOf({ whistleId, version, at, after }: WhistleDecision, row: WhistleFacts): WhistleSnapshot {
  const { ruleSetVersion: _version, deadlines: _deadlines, ...shown } = after;
  const { number, communityId, categoryCode } = row;
  return {
    ...{ whistleId, number, version, communityId, categoryCode, at, ...shown },
    estateId: row.estateId ?? undefined,
    topicId: row.topicId ?? undefined,
    blownAt: row.blownAt,
  };
}

/** The events of one decision; most facts are one event, a conclusion and the last look-back are two. */
export function eventsOf(decision: WhistleDecision, row: WhistleFacts): AnyOutgoingEvent[] {
  const { fact, whistleId: subject, after } = decision;
  const snapshot = snapshotOf(decision, row);
  switch (fact.type) {
    case 'accepted':
      return [{ type: 'whistle.accepted.v1', subject, data: { ...snapshot, auto: fact.auto } }];
    case 'checkedIn':
      return [{ type: 'whistle.checkedIn.v1', subject, data: { ...snapshot, substituted: fact.substituted } }];
    case 'dispatched':
      return [{ type: 'whistle.dispatched.v1', subject, data: snapshot }];
    case 'feedbackSubmitted':
      return [{ type: 'whistle.feedbackSubmitted.v1', subject, data: snapshot }];
    case 'verified':
      return [{ type: 'whistle.verified.v1', subject, data: snapshot }];
    case 'verificationFailed':
      return [{ type: 'whistle.verificationFailed.v1', subject, data: { ...snapshot, leadTaskId: fact.leadTaskId } }];
    case 'revisited': {
      const { satisfaction, solved, lookBacksDueAt } = fact;
      const done: AnyOutgoingEvent = { type: 'revisit.done.v1', subject, data: { ...snapshot, satisfaction, solved } };
      if (!lookBacksDueAt) return [done];
      return [done, { type: 'whistle.concluded.v1', subject, data: { ...snapshot, lookBacksDueAt } }];
    }
    case 'lookBackDue':
      return [{ type: 'lookBack.due.v1', subject, data: { ...snapshot, sequence: fact.sequence } }];
    case 'lookBackReported': {
      const { sequence, result, reboundWhistleId } = fact;
      const data = { ...snapshot, sequence, result, reboundWhistleId };
      const reported: AnyOutgoingEvent = { type: 'lookBack.reported.v1', subject, data };
      return after.state === 'ARCHIVED'
        ? [reported, { type: 'whistle.archived.v1', subject, data: snapshot }]
        : [reported];
    }
    case 'rung':
      return rungEventsOf(decision, fact, row);
  }
}
