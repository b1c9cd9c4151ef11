import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '@hsl/access/actor';
import type { Role } from '@hsl/contracts/roles';
import type { ParticipantState, Seat } from '@hsl/contracts/sessions';
import type { Participant } from '../generated/prisma/client.js';
import { tokenHashOf, type SittingRow } from './sitting-desk.js';

/** Who somebody is, in one of the ways in which people are named. */
export interface Named {
  memberId?: string | undefined;
  userId?: string | undefined;
  departmentId?: string | undefined;
  residentName?: string | undefined;
  phoneTail?: string | undefined;
  communityId?: string | undefined;
}

const TOKEN_BYTES = 18;

/**
 * The same person has the same key in every sitting, so that persons can be counted once (S68). A resident is told
 * from others by name and the last four figures of the phone, of which only a hash is kept.
 */
export function personKeyOf({ memberId, userId, departmentId, residentName, phoneTail }: Named): string {
  if (memberId !== undefined) return `member ${memberId}`;
  if (userId !== undefined) return `user ${userId}`;
  if (departmentId !== undefined) return `department ${departmentId}`;
  const hash = createHash('sha256')
    .update(`hsl-person/1 ${residentName} ${phoneTail ?? ''}`)
    .digest('hex');
  return `resident ${hash}`;
}

/** The seat of who comes without having been invited to one. */
const SEAT_OF: Partial<Record<Role, Seat>> = {
  member: 'member',
  expert: 'professional',
  handler: 'department',
  deputyHead: 'department',
  head: 'department',
  communityWorker: 'neighbourhoodCommittee',
  communityHead: 'neighbourhoodCommittee',
};

/** How a person with an account is named, and the seat that goes with the post. */
export function selfOf({ userId, posts }: Actor): Named & { seat: Seat } {
  const [post] = posts.filter(({ role }) => SEAT_OF[role] !== undefined);
  const { memberId, departmentId, communityIds } = post ?? {};
  const seat = (post && SEAT_OF[post.role]) ?? 'stakeholder';
  if (memberId !== undefined) return { seat, memberId };
  return { seat, userId, departmentId, communityId: seat === 'neighbourhoodCommittee' ? communityIds?.[0] : undefined };
}

interface Birth {
  sitting: SittingRow;
  seat: Seat;
  state: ParticipantState;
  isVoter: boolean;
  invitedBy?: string;
  signedInAt?: Date;
}

/** @returns with the token of a resident, which is kept nowhere */
export function newParticipant(named: Named, birth: Birth): { row: Participant; token: string | undefined } {
  const id = randomUUID();
  const token = named.residentName === undefined ? undefined : newToken();
  const row: Participant = {
    ...{ id, subdistrictId: birth.sitting.subdistrictId, version: 1, lastDecisionId: `participant/${id}#1` },
    ...{ sittingId: birth.sitting.id, seat: birth.seat, personKey: personKeyOf(named), state: birth.state },
    ...{ memberId: named.memberId ?? null, userId: named.userId ?? null, departmentId: named.departmentId ?? null },
    ...{ communityId: named.communityId ?? null, residentName: named.residentName ?? null },
    ...{ tokenHash: token === undefined ? null : tokenHashOf(token), isVoter: birth.isVoter },
    ...{ invitedBy: birth.invitedBy ?? null, respondedAt: null, signedInAt: birth.signedInAt ?? null },
  };
  return { row, token };
}

export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');
