import type { Invitee, SittingFact } from '@hsl/contracts/events/sitting-events';
import type { Instant } from '@hsl/contracts/instants';
import type { ActorRef } from '@hsl/contracts/roles';
import type { PlanSitting } from '@hsl/contracts/schemas/sittings';
import type { Seat } from '@hsl/contracts/sessions';
import type { Decision } from '@hsl/database/decision';
import { asInstant, type SqlValue } from '@hsl/database/sql-values';
import { modeOf } from '@hsl/domain/sitting-rules';
import type { Participant } from '../generated/prisma/client.js';
import type { SessionRow } from '../sessions/sessions.repository.js';
import type { AtDesk, SittingRow } from './sitting-desk.js';

/** Which session it is. */
type OfSession = Pick<
  SessionRow,
  'id' | 'subdistrictId' | 'communityIds' | 'round' | 'whistleId' | 'number' | 'communityId' | 'topicId'
>;

/** What every event says of the session. */
export const factOf = (session: OfSession, by: ActorRef, at: Instant): SittingFact => ({
  ...{ sessionId: session.id, communityIds: session.communityIds, round: session.round, actedBy: by.userId, at },
  ...(session.whistleId === null ? {} : { whistleId: session.whistleId }),
  ...(session.number === null ? {} : { number: session.number }),
  ...(session.communityId === null ? {} : { communityId: session.communityId }),
  ...(session.topicId === null ? {} : { topicId: session.topicId }),
});

interface Planned {
  session: OfSession;
  id: string;
  /** 0 if it is new. */
  version: number;
  body: PlanSitting;
  by: ActorRef;
  at: Instant;
}

export function sittingPlanned({ session, id, version, body, by, at }: Planned): Decision {
  const { format, startsAt, endsAt, agenda, onlineLink, bookingId, openToAll, quorum } = body;
  const { subdistrictId } = session;
  const span = { startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) };
  const data = { ...factOf(session, by, at), format, mode: modeOf(format), ...span };
  return {
    ...{ table: 'sitting', id, subdistrictId, at, source: 'topics' },
    decisionId: `sitting/${id}#${version + 1}/${by.userId}${version === 0 ? '' : `/${at}`}`,
    patch: {
      ...(version === 0 ? { session_id: session.id, round: session.round } : {}),
      ...{ format, starts_at: asInstant(span.startsAt), ends_at: asInstant(span.endsAt), agenda },
      ...{ online_link: onlineLink ?? null, booking_id: bookingId ?? null, open_to_all: openToAll },
      quorum: quorum ?? null,
    },
    timeline: [{ kind: 'planned', actorId: by.userId, actorRole: by.role }],
    events: [{ type: 'sitting.planned.v1', subject: session.id, data }],
    ...(version === 0 ? { insert: true } : { expectedVersion: version }),
  };
}

/** A change of the sitting's own row. */
export function sittingChanged(
  row: SittingRow,
  kind: string,
  patch: Record<string, SqlValue>,
  by: ActorRef,
  at: Instant,
) {
  const { id, subdistrictId, version } = row;
  return {
    ...{ table: 'sitting', id, subdistrictId, expectedVersion: version, at, source: 'topics', patch },
    decisionId: `sitting/${id}#${version + 1}/${kind}/${by.userId}/${at}`,
    timeline: [{ kind, actorId: by.userId, actorRole: by.role }],
    events: [],
  } satisfies Decision;
}

const inviteeOf = ({ memberId, userId, departmentId }: Participant): Invitee => {
  if (memberId !== null) return { memberId };
  if (userId !== null) return { inviteeId: userId };
  return departmentId === null ? {} : { departmentId };
};

/** One event for each participant who has not declined and is not there yet. */
function toldTo(
  type: 'sitting.reminded.v1' | 'sitting.calledOff.v1',
  { session, sitting }: Pick<AtDesk, 'session'> & { sitting: SittingRow | undefined },
  by: ActorRef,
  at: Instant,
) {
  const told = sitting?.participants.filter(({ state, signedInAt }) => state !== 'DECLINED' && signedInAt === null);
  return (told ?? []).map((row) => ({
    ...{ type, subject: session.id },
    data: {
      ...{ ...factOf(session, by, at), ...inviteeOf(row), participantId: row.id },
      dueAt: sitting?.startsAt.getTime() ?? at,
    },
  }));
}

export const sittingReminded = (desk: AtDesk, by: ActorRef, at: Instant): Decision => ({
  ...sittingChanged(desk.sitting, 'reminded', { reminded_at: asInstant(at) }, by, at),
  events: toldTo('sitting.reminded.v1', desk, by, at),
});

/** A thematic session will not be held. @param reason for the history only */
export function sessionCalledOff(
  session: SessionRow,
  sitting: SittingRow | undefined,
  reason: string,
  by: ActorRef,
  at: Instant,
): Decision {
  const { id, subdistrictId, version, state } = session;
  const who = { actorId: by.userId, actorRole: by.role };
  return {
    ...{ table: 'session', id, subdistrictId, expectedVersion: version, at, source: 'topics' },
    ...{ decisionId: `${id}#${version + 1}/cancelled/${at}`, patch: { state: 'CANCELLED' } },
    timeline: [{ kind: 'cancelled', fromState: state, toState: 'CANCELLED', ...who, details: { reason } }],
    events: toldTo('sitting.calledOff.v1', { session, sitting }, by, at),
  };
}

/** Somebody is invited, or came without invitation. */
export function participantBorn({ session, sitting }: AtDesk, row: Participant, by: ActorRef, at: Instant): Decision {
  const { id, subdistrictId, state } = row;
  const data = { ...factOf(session, by, at), ...inviteeOf(row), participantId: id, seat: row.seat as Seat };
  return {
    ...{ table: 'participant', id, subdistrictId, insert: true, at, source: 'topics' },
    decisionId: row.lastDecisionId,
    patch: {
      ...{ sitting_id: sitting.id, seat: row.seat, person_key: row.personKey, member_id: row.memberId },
      ...{ user_id: row.userId, department_id: row.departmentId, community_id: row.communityId },
      ...{ resident_name: row.residentName, token_hash: row.tokenHash, is_voter: row.isVoter, state },
      ...{ invited_by: row.invitedBy, signed_in_at: row.signedInAt },
    },
    timeline: [
      { kind: state === 'CAME' ? 'signedIn' : 'invited', toState: state, actorId: by.userId, actorRole: by.role },
    ],
    events:
      state === 'CAME'
        ? []
        : [{ type: 'sitting.invited.v1', subject: session.id, data: { ...data, dueAt: sitting.startsAt.getTime() } }],
  };
}

/** The participant answered or signed in. */
export function participantChanged(
  row: Participant,
  kind: 'responded' | 'signedIn',
  patch: Record<string, SqlValue>,
  by: ActorRef,
  at: Instant,
): Decision {
  const { id, subdistrictId, version, state } = row;
  return {
    ...{ table: 'participant', id, subdistrictId, expectedVersion: version, at, source: 'topics', patch, events: [] },
    decisionId: `participant/${id}#${version + 1}/${kind}/${at}`,
    timeline: [{ kind, fromState: state, actorId: by.userId, actorRole: by.role }],
  };
}
