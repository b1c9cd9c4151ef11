import type { ScopeFilter } from '@hsl/access/target';
import type { Prisma } from '../generated/prisma/client.js';
import { facet, withFacet } from './topic-facets.js';

/**
 * Rows that one of the ways in leads to. Said out loud for "all" and "none": Prisma drops an empty condition from an OR,
 * and takes an empty OR inside an AND for no condition at all.
 */
function anyOf<W extends object>(ways: readonly W[], none: W): W | { OR: W[] } {
  if (ways.length === 0) return none;
  const all = ways.find((way) => Object.keys(way).length === 0);
  return all ?? { OR: [...ways] };
}

/** Each way in by itself; the one that leads to all makes the others needless. */
export function waysToTopics(subdistrictId: string, scopes: readonly ScopeFilter[]): Prisma.TopicWhereInput[] {
  const ways = scopes.map(({ communityIds, views, relations }): Prisma.TopicWhereInput => ({
    ...(communityIds ? withFacet(subdistrictId, ...communityIds.map(facet.community)) : {}),
    ...(views.includes('publishedOnly') ? { published: true } : {}),
    ...(relations.includes('referredToDistrict') ? { level: 'district' } : {}),
  }));
  const all = ways.find((way) => Object.keys(way).length === 0);
  return all ? [all] : ways;
}

/** Topics that any of the ways in leads to. */
export const topicsWithin = (subdistrictId: string, scopes: readonly ScopeFilter[]): Prisma.TopicWhereInput =>
  anyOf<Prisma.TopicWhereInput>(waysToTopics(subdistrictId, scopes), { id: { in: [] } });

/**
 * Child whistles the reader may know of. A way in by person (own entries, own assignments) is closed: events do not say
 * who entered a whistle, and what cannot be checked is not shown.
 */
export function childrenWithin(scopes: readonly ScopeFilter[]): Prisma.ChildWhistleWhereInput {
  const ways = scopes.flatMap((scope): Prisma.ChildWhistleWhereInput[] => {
    if (scope.userId !== undefined || scope.memberIds !== undefined || scope.subdistrictId === undefined) return [];
    if (scope.communityIds) return [{ communityId: { in: scope.communityIds } }];
    if (scope.departmentIds) return [{ departmentIds: { hasSome: scope.departmentIds } }];
    return [{}];
  });
  return anyOf<Prisma.ChildWhistleWhereInput>(ways, { whistleId: { in: [] } });
}
