import type { ScopeFilter } from '@hsl/access/target';
import type { Prisma } from '../generated/prisma/client.js';

/**
 * Rows that one of the ways in leads to. Said out loud for "all" and "none": Prisma drops an empty condition from an OR,
 * and takes an empty OR inside an AND for no condition at all.
 */
function anyOf<W extends object>(ways: readonly W[], none: W): W | { OR: W[] } {
  if (ways.length === 0) return none;
  const all = ways.find((way) => Object.keys(way).length === 0);
  return all ?? { OR: [...ways] };
}

/** Topics a list may show. */
export const topicsWithin = (scopes: readonly ScopeFilter[]): Prisma.TopicWhereInput =>
  anyOf<Prisma.TopicWhereInput>(
    scopes.map((scope) => ({
      ...(scope.communityIds ? { communityIds: { hasSome: scope.communityIds } } : {}),
      ...(scope.views.includes('publishedOnly') ? { published: true } : {}),
      ...(scope.relations.includes('referredToDistrict') ? { level: 'district' } : {}),
    })),
    { id: { in: [] } },
  );

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
