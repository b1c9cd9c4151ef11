import { ROLES, type Role } from '@hsl/contracts/roles';
import type { AccountPost } from '@hsl/contracts/schemas/users';

/** Nobody signs in as these. */
const NO_ACCOUNT: readonly Role[] = ['resident', 'partnerKey'];

type AccountRole = AccountPost['role'];
export const ACCOUNT_ROLES = ROLES.filter((role): role is AccountRole => !NO_ACCOUNT.includes(role));

export interface Place {
  name: 'communityIds' | 'departmentId' | 'memberId';
  isOptional?: boolean;
}

const COMMUNITIES: Place = { name: 'communityIds' };
const DEPARTMENT: Place = { name: 'departmentId' };

/** What a post is held for, besides the subdistrict: a liaison officer's communities sort the queue. */
const PLACES_OF_ROLE: Partial<Record<Role, readonly Place[]>> = {
  communityWorker: [COMMUNITIES],
  communityHead: [COMMUNITIES],
  liaisonOfficer: [{ ...COMMUNITIES, isOptional: true }],
  handler: [DEPARTMENT],
  deputyHead: [DEPARTMENT],
  head: [DEPARTMENT],
  member: [{ name: 'memberId' }, { ...COMMUNITIES, isOptional: true }],
};

export const placesOf = (role: Role | undefined): readonly Place[] =>
  (role === undefined ? undefined : PLACES_OF_ROLE[role]) ?? [];

/** A post with the places its role has, and none that were filled in for another role before. */
export function cleanPost(post: AccountPost): AccountPost {
  const { role } = post;
  const kept = placesOf(role).flatMap(({ name }) => {
    const value = post[name];
    return value === undefined || value.length === 0 ? [] : [[name, value] as const];
  });
  return { role, ...Object.fromEntries(kept) };
}
