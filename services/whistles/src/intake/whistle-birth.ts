import type { AnyOutgoingEvent, Decision } from '@hsl/database/decision';
import { cte, type SqlFragment } from '@hsl/database/sql-fragment';
import { asJson } from '@hsl/database/sql-values';
import type { Reporter } from '@hsl/contracts/schemas/whistles';
import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import type { Grade, Level, WhistleKind } from '@hsl/contracts/grades';
import type { Instant } from '@hsl/contracts/instants';
import type { WhistleOrigin } from '@hsl/contracts/whistle-origins';
import type { ActorRef } from '@hsl/contracts/roles';
import type { WaitingFor } from '@hsl/contracts/steps';
import type { MatterTerms } from '@hsl/domain/matter-terms';
import { deadlineOf, FULL_LADDER, nextRungOf, startClock } from '@hsl/domain/running-clock';

/** Everything a whistle is born with, whoever blew it: a person, a key, or a look-back that found a rebound. */
export interface NewWhistle {
  id: string;
  subdistrictId: string;
  number: string;
  trackingCode: string;
  kind: WhistleKind;
  categoryCode: string;
  communityId: string;
  estateId?: string;
  place?: string;
  facts: string;
  households?: number;
  beneficiaryCount?: number;
  /** YYYY-MM-DD in Asia/Shanghai. */
  backlogSince?: string;
  topicId?: string;
  wantedDepartmentIds: string[];
  reporters: Reporter[];
  level: Level;
  grade: Grade;
  blownBy: ActorRef;
  /** Account of the API key it came by, as rights compare it. */
  blownByKey?: string;
  reboundOf?: string;
  origin?: WhistleOrigin;
  originId?: string;
  /** Travels with the event only: whose it is lies with the service that has it. */
  submissionId?: string;
  /** Whom it rings, outside working hours. */
  dutyUserId?: string;
  at: Instant;
}

/** Who is waited for at first: a yellow or red whistle also for the community head's countersign (domain 4.2 blow). */
const waitingOf = (level: Level): WaitingFor[] => [
  ...(level === 'blue' ? [] : [{ step: 'countersign', kind: 'role', id: 'communityHead' } as const]),
  { step: 'accept', kind: 'role', id: 'liaisonOfficer' },
];

/** The one statement that makes a whistle: row at version 1, timeline, and the event whistle.blown (domain 4.2 blow). */
export function birthOf(whistle: NewWhistle, terms: MatterTerms): Decision {
  const { id, subdistrictId, at, blownBy } = whistle;
  return {
    table: 'whistle',
    id,
    subdistrictId,
    insert: true,
    patch: { ...wordsOf(whistle), ...placeInLine(whistle, terms) },
    also: [gramsOf(whistle), ...(whistle.reporters.length > 0 ? [reportersOf(whistle)] : [])],
    decisionId: `${id}#1`,
    at,
    timeline: [{ kind: 'blown', toState: 'BLOWN', actorId: blownBy.userId, actorRole: blownBy.role }],
    events: [blownEvent(whistle, terms)],
    source: 'whistles',
  };
}

const wordsOf = (whistle: NewWhistle) => ({
  number: whistle.number,
  tracking_code: whistle.trackingCode,
  kind: whistle.kind,
  category_code: whistle.categoryCode,
  community_id: whistle.communityId,
  estate_id: whistle.estateId,
  place: whistle.place,
  facts: whistle.facts,
  households: whistle.households,
  beneficiary_count: whistle.beneficiaryCount,
  backlog_since: whistle.backlogSince,
  topic_id: whistle.topicId,
  wanted_department_ids: whistle.wantedDepartmentIds,
  blown_by: whistle.blownBy.userId,
  blown_by_key: whistle.blownByKey,
  blown_at: new Date(whistle.at),
  rebound_of: whistle.reboundOf,
  origin: whistle.origin,
  origin_id: whistle.originId,
  reporter_count: whistle.reporters.length,
});

/** What the list's `q` finds it by. */
const gramsOf = ({ number, place, facts }: NewWhistle): SqlFragment =>
  cte('searchable')`INSERT INTO whistle_text (whistle_id, subdistrict_id, grams)
    SELECT decided.id::uuid, decided.subdistrict_id,
      text_grams(${number}::text, ${place ?? null}::text, ${facts}::text) FROM decided`;

/** Names and phones stay in columns of their own. */
const reportersOf = ({ reporters, blownBy }: NewWhistle): SqlFragment =>
  cte('reporters')`INSERT INTO reporter (id, subdistrict_id, whistle_id, name, phone, channel, recorded_by)
    SELECT gen_random_uuid(), decided.subdistrict_id, decided.id::uuid, r.name, r.phone, r.channel, ${blownBy.userId}::text
    FROM decided, jsonb_to_recordset(${asJson(reporters)}::jsonb) AS r (name text, phone text, channel text)`;

function placeInLine({ grade, level, at }: NewWhistle, terms: MatterTerms) {
  const clock = startClock('accept', terms.limits.accept, at, terms, { lastRung: FULL_LADDER });
  return {
    ...{ state: 'BLOWN', grade, level, rule_set_version: terms.ruleSetVersion },
    waiting_for: asJson(waitingOf(level)),
    waiting_since: new Date(at),
    due_at: new Date(clock.dueAt),
    next_rung: asJson(nextRungOf(clock)),
    deadlines: asJson([deadlineOf(clock)]),
    department_ids: [],
    member_ids: [],
  };
}

function blownEvent(whistle: NewWhistle, terms: MatterTerms): AnyOutgoingEvent {
  const { id: whistleId, number, communityId, estateId, categoryCode, topicId, grade, level, at, reboundOf } = whistle;
  const clock = startClock('accept', terms.limits.accept, at, terms, { lastRung: FULL_LADDER });
  const snapshot: WhistleSnapshot = {
    ...{ whistleId, number, version: 1, state: 'BLOWN', communityId, estateId, categoryCode, topicId, grade, level },
    ...{ departmentIds: [], memberIds: [], waitingFor: waitingOf(level), waitingSince: at, dueAt: clock.dueAt },
    ...{ nextRung: nextRungOf(clock), reworkCount: 0, blownAt: at, at },
  };
  const { kind, blownBy, dutyUserId, origin, originId, submissionId } = whistle;
  const data = { ...snapshot, kind, blownBy: blownBy.userId, reboundOf, origin, originId, submissionId, dutyUserId };
  return { type: 'whistle.blown.v1', subject: whistleId, data };
}
