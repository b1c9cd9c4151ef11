import type { EventType } from '@hsl/contracts/events/event-types';
import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import type { AnyOutgoingEvent } from '@hsl/database/decision';
import type { WhistleDecision, WhistleFact } from '@hsl/workflows/whistle/whistle.activities';
import { rungEventsOf } from './rung-event.js';
import type { WhistleFacts } from './unchanging-facts.js';
import { isConcluding, leadOf } from './whistle-patch.js';

/** The event that tells of each fact; empty where only the row changes and nobody else need know. */
const EVENT_OF: Record<Exclude<WhistleFact['type'], 'rung'>, EventType | undefined> = {
  countersigned: 'whistle.countersigned.v1',
  sentBack: 'whistle.sentBack.v1',
  resubmitted: 'whistle.resubmitted.v1',
  lapsed: 'whistle.withdrawn.v1',
  declineProposed: 'whistle.declineProposed.v1',
  declineRejected: 'whistle.declineRejected.v1',
  declined: 'whistle.declined.v1',
  objected: 'whistle.objected.v1',
  objectionRuled: 'whistle.objectionRuled.v1',
  objectionClosed: undefined,
  accepted: 'whistle.accepted.v1',
  regraded: 'whistle.regraded.v1',
  escalated: 'whistle.escalated.v1',
  contacted: 'resident.contacted.v1',
  checkedIn: 'whistle.checkedIn.v1',
  deliberating: 'whistle.deliberating.v1',
  deliberated: 'whistle.deliberated.v1',
  selfResolved: 'whistle.selfResolved.v1',
  dispatched: 'whistle.dispatched.v1',
  unitsChanged: 'whistle.unitsChanged.v1',
  rescheduled: 'whistle.rescheduled.v1',
  feedbackSubmitted: 'whistle.feedbackSubmitted.v1',
  verified: 'whistle.verified.v1',
  verificationFailed: 'whistle.verificationFailed.v1',
  revisited: 'revisit.done.v1',
  unreached: 'revisit.unreached.v1',
  proactiveConfirmed: undefined,
  sessionConvened: 'whistle.deliberating.v1',
  sessionConcluded: 'whistle.sessionConcluded.v1',
  outcomeChosen: 'whistle.outcomeChosen.v1',
  merged: 'whistle.merged.v1',
  absorbed: 'whistle.absorbed.v1',
  repeatLinked: 'whistle.repeatLinked.v1',
  withdrawProposed: 'whistle.withdrawProposed.v1',
  withdrawRefused: 'whistle.withdrawRefused.v1',
  withdrawn: 'whistle.withdrawn.v1',
  ledgerApplied: undefined,
  ledgerRefused: undefined,
  ledgered: 'whistle.ledgered.v1',
  ledgerDelivered: 'whistle.ledgerDelivered.v1',
  carriedOver: 'whistle.carriedOver.v1',
  ledgerResumed: undefined,
  calendarLoaded: 'whistle.calendarLoaded.v1',
  reopened: 'whistle.reopened.v1',
  lookBackDue: 'lookBack.due.v1',
  lookBackReported: 'lookBack.reported.v1',
};

function snapshotOf({ whistleId, version, at, after }: WhistleDecision, row: WhistleFacts): WhistleSnapshot {
  const { state, grade, level, waitingFor, waitingSince, dueAt, nextRung, progress } = after;
  const { number, communityId, categoryCode, blownAt } = row;
  return {
    ...{ whistleId, number, version, communityId, categoryCode, at, blownAt, state, grade, level },
    ...{ waitingFor, waitingSince, dueAt, nextRung, memberIds: progress.memberIds, reworkCount: progress.reworkCount },
    leadDepartmentId: leadOf(progress),
    departmentIds: progress.tasks.map(({ departmentId }) => departmentId),
    estateId: row.estateId ?? undefined,
    topicId: row.topicId ?? undefined,
  };
}

/** What a fact adds to the snapshot: its codes and numbers, without the row's own and the draft's id. */
function addedBy(fact: WhistleFact): object {
  const { type, contentId: _draft, tasks: _tasks, ...added } = { contentId: undefined, tasks: undefined, ...fact };
  if (type === 'lapsed' || type === 'withdrawn') return { lapsed: type === 'lapsed' };
  return added;
}

/** The events of one decision: one of its fact, and of a conclusion, a dispatch beside it, or the archive one more. */
export function eventsOf(decision: WhistleDecision, row: WhistleFacts): AnyOutgoingEvent[] {
  const { fact, whistleId: subject, after } = decision;
  if (fact.type === 'rung') return rungEventsOf(decision, fact, row);
  const snapshot = snapshotOf(decision, row);
  const event = (type: EventType, data: object) =>
    ({ type, subject, data: { ...snapshot, ...data } }) as AnyOutgoingEvent;
  const type = EVENT_OF[fact.type];
  const lookBacksDueAt = isConcluding(fact) && 'lookBacksDueAt' in fact ? fact.lookBacksDueAt : undefined;
  return [
    ...(type ? [event(type, addedBy(fact))] : []),
    ...('tasks' in fact && fact.tasks && fact.type !== 'dispatched' && fact.type !== 'unitsChanged'
      ? [event('whistle.dispatched.v1', {})]
      : []),
    ...(lookBacksDueAt ? [event('whistle.concluded.v1', { lookBacksDueAt, outcome: after.progress.outcome })] : []),
    ...(after.state === 'ARCHIVED' ? [event('whistle.archived.v1', {})] : []),
  ];
}
