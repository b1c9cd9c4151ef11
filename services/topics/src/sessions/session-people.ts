import type { Actor } from '@hsl/access/actor';
import type { Facts, Target } from '@hsl/access/target';
import type { Prisma } from '../generated/prisma/client.js';

const PERSON = {
  ...{
    id: true,
    memberId: true,
    userId: true,
    departmentId: true,
    seat: true,
    signedInAt: true,
    isVoter: true,
    state: true,
  },
} as const;

/** What rights and the closing ask of a session's row; ids only. */
export const PEOPLE = {
  sittings: {
    select: {
      ...{ round: true, openToAll: true, format: true, heads: true, quorum: true },
      ...{ startsAt: true, endsAt: true },
      participants: { select: PERSON },
    },
    orderBy: { round: 'asc' },
  },
} as const;

export interface Person {
  id: string;
  memberId: string | null;
  userId: string | null;
  departmentId: string | null;
  signedInAt: Date | null;
  isVoter: boolean;
}
export interface SessionPeople {
  subdistrictId: string;
  communityIds: string[];
  memberIds: string[];
  leadDepartmentId: string | null;
  convenedBy: string;
  state: string;
  round: number;
  sittings: { round: number; openToAll: boolean; participants: Person[] }[];
}

const memberIdsOf = ({ posts }: Actor): string[] => posts.flatMap(({ memberId }) => memberId ?? []);
const departmentIdsOf = ({ posts }: Actor): string[] => posts.flatMap(({ departmentId }) => departmentId ?? []);

/** True if the invitation is the actor's: by membership, by account, or as the department's without a named person. */
export const isPerson = (actor: Actor, { memberId, userId, departmentId }: Person): boolean =>
  userId === actor.userId ||
  (memberId !== null && memberIdsOf(actor).includes(memberId)) ||
  (userId === null && departmentId !== null && departmentIdsOf(actor).includes(departmentId));

/** The same as a condition of a list. */
export function invitedWhere(actor: Actor): Prisma.SessionWhereInput {
  const OR: Prisma.ParticipantWhereInput[] = [
    { userId: actor.userId },
    { memberId: { in: memberIdsOf(actor) } },
    { userId: null, departmentId: { in: departmentIdsOf(actor) } },
  ];
  return {
    OR: [
      { sittings: { some: { participants: { some: { OR } } } } },
      { leadDepartmentId: { in: departmentIdsOf(actor) } },
    ],
  };
}

const peopleOf = ({ sittings }: SessionPeople): Person[] => sittings.flatMap(({ participants }) => participants);

/** After two dissatisfactions the lead department is invited by the rule (domain 4.5). */
const isInvitedTo = (row: SessionPeople, actor: Actor): boolean =>
  peopleOf(row).some((person) => isPerson(actor, person)) ||
  departmentIdsOf(actor).some((id) => id === row.leadDepartmentId);

/** The session as scopes see it: members who checked in, whoever is invited, and who convened it. */
export function targetOf(row: SessionPeople, actor?: Actor, self?: Person): Target {
  const people = peopleOf(row);
  const isInvited = actor !== undefined && isInvitedTo(row, actor);
  return {
    ...{ subdistrictId: row.subdistrictId, communityIds: row.communityIds, state: row.state },
    memberIds: [...row.memberIds, ...people.flatMap(({ memberId }) => memberId ?? [])],
    departmentIds: [
      ...(row.leadDepartmentId === null ? [] : [row.leadDepartmentId]),
      ...people.flatMap(({ departmentId }) => departmentId ?? []),
    ],
    assigneeIds: [
      row.convenedBy,
      ...people.flatMap(({ userId }) => userId ?? []),
      ...(isInvited ? [actor.userId] : []),
    ],
    ...{ createdBy: row.convenedBy, about: self?.userId ?? self?.id },
  };
}

/**
 * What the actor is to the session.
 * Who has a conflict with a matter does not check in and is not made a voter, so that no conflict is left here.
 * @param self the participant that the actor is
 */
export function factsOf(row: SessionPeople, actor: Actor | undefined, self: Person | undefined): Facts {
  const sitting = row.sittings.find(({ round }) => round === row.round);
  return {
    ...{
      invited: self !== undefined || (actor !== undefined && isInvitedTo(row, actor)),
      referredToDistrict: false,
      noConflict: true,
    },
    signedIn: self?.signedInAt !== undefined && self.signedInAt !== null,
    ...{ eligibleVoter: self?.isVoter === true, notConvener: actor?.userId !== row.convenedBy },
    openSession: row.state === 'CONVENED' && (sitting?.openToAll === true || self !== undefined),
  };
}
