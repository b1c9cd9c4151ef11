import type { ScopeFilter } from '@hsl/access/target';
import type { Prisma } from '../generated/prisma/client.js';
import { facet, withFacet } from './topic-facets.js';

/** Said out loud for "all", which makes the others needless: Prisma drops an empty condition from an OR. */
function needed<W extends object>(ways: W[]): W[] {
  const all = ways.find((way) => Object.keys(way).length === 0);
  return all ? [all] : ways;
}

/**
 * Rows that one of the ways in leads to. Said out loud for "none": Prisma takes an empty OR inside an AND for no condition
 * at all.
 */
function anyOf<W extends object>([first, ...others]: W[], none: W): W | { OR: W[] } {
  if (first === undefined) return none;
  return others.length === 0 ? first : { OR: [first, ...others] };
}

/** Each way in by itself. */
export const waysToTopics = (subdistrictId: string, scopes: readonly ScopeFilter[]): Prisma.TopicWhereInput[] =>
  needed(
    scopes.map(({ communityIds, views, relations }): Prisma.TopicWhereInput => ({
      ...(communityIds ? withFacet(subdistrictId, ...communityIds.map(facet.community)) : {}),
      ...(views.includes('publishedOnly') ? { published: true } : {}),
      ...(relations.includes('referredToDistrict') ? { level: 'district' } : {}),
    })),
  );

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
  return anyOf<Prisma.ChildWhistleWhereInput>(needed(ways), { whistleId: { in: [] } });
}
