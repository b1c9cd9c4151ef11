import type { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { ScopeFilter } from '@hsl/access/target';
import { ProblemError } from '@hsl/platform/problem.error';

/** What tasks and cards have in common, as a Prisma condition. */
export interface ScopeWhere {
  communityId?: { in: string[] };
  departmentId?: { in: string[] };
  whistle?: { is: { memberIds: { hasSome: string[] } } };
}

/** Prisma drops an empty OR, and an empty condition in one, so that both ends of the scale must be said in full. */
const NOTHING: ScopeWhere = { departmentId: { in: [] } };
const WHOLE_SUBDISTRICT: ScopeWhere = {};

/** Relations that a list here could apply: none is fulfilled yet, so rows that ask for one select nothing. */
const UNFULFILLED = ['referredToDistrict'];

/**
 * The ways into a list.
 * @param applicable relations that the caller's query applies itself
 * @throws ProblemError roleNotAllowed if no post of the actor has any business with such objects; a scope that merely
 *   holds nothing is an empty list
 */
export function scopesOf(
  access: AccessService,
  actor: Actor,
  action: string,
  applicable: readonly string[] = [],
): ScopeFilter[] {
  const scopes = access.scopes(actor, action, applicable);
  if (scopes.length === 0 && access.scopes(actor, action, UNFULFILLED).length === 0) {
    throw new ProblemError('roleNotAllowed');
  }
  return scopes;
}

/** Any of the scopes as a condition; nothing at all for no scope. */
export function scopeWhere(scopes: readonly ScopeFilter[], actor: Actor): ScopeWhere | { OR: ScopeWhere[] } {
  const ways = scopes.map(({ communityIds, departmentIds, memberIds, userId, role }): ScopeWhere => {
    if (communityIds) return { communityId: { in: communityIds } };
    if (departmentIds) return { departmentId: { in: departmentIds } };
    // Of what they checked in for.
    if (memberIds) return { whistle: { is: { memberIds: { hasSome: memberIds } } } };
    // Assigned to a person: while nobody is named for a task, its department's handlers are.
    if (userId) return { departmentId: { in: departmentsOf(actor, role) } };
    return WHOLE_SUBDISTRICT;
  });
  if (ways.includes(WHOLE_SUBDISTRICT)) return WHOLE_SUBDISTRICT;
  return ways.length === 0 ? NOTHING : { OR: ways };
}

/** Departments in which the actor holds a post, or that post. */
export const departmentsOf = (actor: Actor, role?: string): string[] =>
  actor.posts.flatMap((post) =>
    post.departmentId !== undefined && (role === undefined || post.role === role) ? [post.departmentId] : [],
  );
