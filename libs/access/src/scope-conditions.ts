import type { MongoQuery } from '@casl/ability';
import type { Post } from '@hsl/contracts/roles';
import type { Scope } from './ability-row.js';
import type { Actor } from './actor.js';
import type { ScopeFilter, Target } from './target.js';

/** A target with every list present, as the queries below read it. */
export interface PlainTarget {
  subdistrictId: string;
  communityIds: string[];
  departmentIds: string[];
  memberIds: string[];
  assigneeIds: string[];
  createdBy?: string;
  about?: string;
  subdistrictWide: boolean;
}

export const plainTarget = (target: Target): PlainTarget => ({
  subdistrictId: target.subdistrictId,
  communityIds: [...(target.communityIds ?? []), ...(target.communityId === undefined ? [] : [target.communityId])],
  departmentIds: target.departmentIds ?? [],
  memberIds: target.memberIds ?? [],
  assigneeIds: target.assigneeIds ?? [],
  createdBy: target.createdBy,
  about: target.about,
  subdistrictWide: target.subdistrictWide ?? false,
});

const present = (id: string | undefined): string[] => (id === undefined ? [] : [id]);

/**
 * What a target must be for a post to reach it, per scope; any one of the queries is enough, none at all means every
 * target. An empty list matches nothing.
 */
const REACH: Record<Scope, (actor: Actor, post: Post) => MongoQuery<PlainTarget>[]> = {
  own: ({ subdistrictId, userId }, post) => [
    { subdistrictId, createdBy: userId },
    { subdistrictId, about: { $in: [userId, ...present(post.memberId)] } },
  ],
  ownCommunity: ({ subdistrictId }, post) => [
    { subdistrictId, communityIds: { $in: post.communityIds ?? [] } },
    { subdistrictId, subdistrictWide: true },
  ],
  ownDepartment: ({ subdistrictId }, post) => [
    { subdistrictId, departmentIds: { $in: present(post.departmentId) } },
    { subdistrictId, subdistrictWide: true },
  ],
  assignedToMe: ({ subdistrictId, userId }, post) => [
    { subdistrictId, memberIds: { $in: present(post.memberId) } },
    { subdistrictId, assigneeIds: { $in: [userId] } },
  ],
  ownSubdistrict: ({ subdistrictId }) => [{ subdistrictId }],
  district: () => [],
  public: () => [],
};

/** The same reach, said to a list query. Lists that would be empty stay lists: they select nothing. */
const FILTERS: Record<Scope, (actor: Actor, post: Post) => Partial<ScopeFilter>> = {
  own: (actor, post) => ({ userId: actor.userId, ...(post.memberId ? { memberIds: [post.memberId] } : {}) }),
  ownCommunity: (_actor, post) => ({ communityIds: post.communityIds ?? [] }),
  ownDepartment: (_actor, post) => ({ departmentIds: present(post.departmentId) }),
  assignedToMe: (actor, post) => (post.memberId ? { memberIds: [post.memberId] } : { userId: actor.userId }),
  ownSubdistrict: () => ({}),
  district: () => ({}),
  public: () => ({}),
};

export const reachOf = (scope: Scope, actor: Actor, post: Post): MongoQuery<PlainTarget>[] => REACH[scope](actor, post);

export const filterOf = (scope: Scope, actor: Actor, post: Post): Partial<ScopeFilter> => ({
  ...(scope === 'district' ? {} : { subdistrictId: actor.subdistrictId }),
  ...FILTERS[scope](actor, post),
});
