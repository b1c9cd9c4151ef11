import type { CheckInFact as EventFact } from '@hsl/contracts/events/check-in-events';
import type { CheckInState } from '@hsl/contracts/states';
import type { AnyOutgoingEvent, Decision, TimelineRow } from '@hsl/database/decision';
import type { SqlFragment } from '@hsl/database/sql-fragment';
import { asInstant } from '@hsl/database/sql-values';
import type { CheckInDecision, CheckInFact } from '@hsl/workflows/check-in/check-in.activities';
import type { AffectedCheckIn, NewCheckIn } from './check-in-rows.js';
import { answeredSql, askedSql, claimedSql, finalSql, movedSql, remindedSql, rescheduledSql } from './check-in-sql.js';

type FactType = CheckInFact['type'];
type Affected = readonly AffectedCheckIn[];

/** The state a fact leaves the check-ins it touches in; a reminder changes none. */
const STATE_AFTER: Partial<Record<FactType, CheckInState>> = {
  confirmed: 'CONFIRMED',
  claimed: 'CONFIRMED',
  declined: 'DECLINED',
  missed: 'MISSED',
  substituted: 'SUBSTITUTED',
  dismissed: 'DISMISSED',
};

const REMINDER_RUNG = 1;

/** The same for every attempt to record it. */
export const decisionIdOf = ({ whistleId, decisionNo, fact, by }: CheckInDecision): string =>
  `${whistleId}/check-in#${decisionNo}/${fact.type}/${by.userId}`;

/**
 * What one decision of the check-in's workflow writes: the process row of the whistle goes one version on, check-ins
 * are asked or changed, history and events say so. The process's version is the workflow's decision number, so a second
 * call for the same decision finds its own work.
 */
export function decisionOf(decision: CheckInDecision, affected: Affected, asked: readonly NewCheckIn[]): Decision {
  const { whistleId, subdistrictId, decisionNo, at } = decision;
  const common = {
    table: 'check_in_process',
    id: whistleId,
    subdistrictId,
    decisionId: decisionIdOf(decision),
    at,
    source: 'members',
    timeline: timelineOf(decision, affected, asked),
    events: eventsOf(decision, affected, asked),
    also: stepsOf(decision, affected, asked),
  };
  if (decisionNo > 1) {
    // What an attempt left that died before its workflow could remember it gives way to what the workflow says.
    return { ...common, expectedVersion: decisionNo - 1, supersedesForgotten: true, patch: arrivalOf(decision) };
  }
  const { number, communityId, categoryCode } = decision;
  const patch = { number, community_id: communityId, category_code: categoryCode, started_at: asInstant(at) };
  return { ...common, insert: true, patch };
}

/** Who came first, or that the liaison officer stood in. */
function arrivalOf({ fact, at }: CheckInDecision): Decision['patch'] {
  if (fact.type === 'claimed') return { checked_in_at: asInstant(at), checked_in_by: fact.memberId };
  if (fact.type === 'confirmed' && fact.first) return { checked_in_at: asInstant(at), checked_in_by: fact.memberId };
  return fact.type === 'substituted' ? { checked_in_at: asInstant(at) } : {};
}

function stepsOf(decision: CheckInDecision, affected: Affected, asked: readonly NewCheckIn[]): SqlFragment[] {
  const { fact } = decision;
  const ids = affected.map((one) => one.checkInId);
  const state = STATE_AFTER[fact.type];
  const steps = asked.length > 0 ? [askedSql(decision, asked)] : [];
  if (fact.type === 'claimed') return [claimedSql(decision, fact)];
  if (fact.type === 'reminded') return [...steps, remindedSql(decision, ids)];
  if (fact.type === 'calendarLoaded') return fact.rescheduled.length > 0 ? [rescheduledSql(fact.rescheduled)] : [];
  if (state === undefined) return steps;
  if (fact.type !== 'confirmed' && fact.type !== 'declined') return [...steps, movedSql(state, ids)];
  const answered = answeredSql(decision, state, fact);
  return fact.contentId ? [...steps, answered, finalSql(fact.contentId)] : [...steps, answered];
}

function timelineOf({ fact, by }: CheckInDecision, affected: Affected, asked: readonly NewCheckIn[]): TimelineRow[] {
  const actor = by.role === 'system' ? {} : { actorId: by.userId, actorRole: by.role };
  const toState = STATE_AFTER[fact.type];
  const reason = fact.type === 'declined' ? { reasonCode: fact.reasonCode } : {};
  const changes = affected.map(({ checkInId, memberId, round, state }) => ({
    kind: `checkIn.${fact.type}`,
    fromState: state,
    toState: toState ?? state,
    ...actor,
    details: { checkInId, memberId, round, ...reason },
  }));
  const requests = asked.map(({ checkInId, memberId, round, reason: pickReason }) => ({
    kind: 'checkIn.requested',
    toState: 'REQUESTED',
    details: { checkInId, memberId, round, pickReason },
  }));
  const nobody = { kind: `checkIn.${fact.type}`, ...actor, details: {} };
  return changes.length + requests.length > 0 ? [...changes, ...requests] : [nobody];
}

function eventsOf(decision: CheckInDecision, affected: Affected, asked: readonly NewCheckIn[]): AnyOutgoingEvent[] {
  const { fact } = decision;
  // A new calendar is told once for all matters; whoever was asked reads the new deadline in the row.
  if (fact.type === 'calendarLoaded') return [];
  return [
    ...affected.map((one) => eventOf(fact, subjectOf(decision, one))),
    ...asked.map((one): AnyOutgoingEvent => ({ type: 'checkIn.requested.v1', ...subjectOf(decision, one) })),
  ];
}

type Told = Exclude<CheckInFact, { type: 'calendarLoaded' }>;

function eventOf(fact: Told, { subject, data }: { subject: string; data: EventFact }): AnyOutgoingEvent {
  switch (fact.type) {
    case 'requested':
      return { type: 'checkIn.requested.v1', subject, data };
    case 'confirmed':
      return { type: 'checkIn.confirmed.v1', subject, data };
    case 'claimed':
      return { type: 'checkIn.confirmed.v1', subject, data };
    case 'declined':
      return { type: 'checkIn.declined.v1', subject, data: { ...data, reasonCode: fact.reasonCode } };
    case 'missed':
      return { type: 'checkIn.missed.v1', subject, data };
    case 'substituted':
      return { type: 'checkIn.substituted.v1', subject, data };
    case 'dismissed':
      return { type: 'checkIn.dismissed.v1', subject, data };
    case 'reminded': {
      const { whistleId, number, communityId, memberId, dueAt, at } = data;
      const rung = {
        whistleId,
        number,
        communityId,
        step: 'checkIn',
        memberId,
        rung: REMINDER_RUNG,
        dueAt,
        at,
      } as const;
      return { type: 'step.reminded.v1', subject, data: rung };
    }
  }
}

function subjectOf(decision: CheckInDecision, one: AffectedCheckIn | NewCheckIn): { subject: string; data: EventFact } {
  const { whistleId, number, communityId, at } = decision;
  const { checkInId, memberId, round, dueAt } = one;
  return { subject: checkInId, data: { checkInId, whistleId, number, communityId, memberId, round, dueAt, at } };
}
