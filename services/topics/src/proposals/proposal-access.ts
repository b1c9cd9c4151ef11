import type { Actor } from '@hsl/access/actor';
import type { Facts, ScopeFilter, Target } from '@hsl/access/target';
import type { Prisma } from '../generated/prisma/client.js';
import type { ProposalRow } from './proposals.repository.js';

const departmentsOf = ({ leadDepartmentId, supportingDepartmentIds }: ProposalRow): string[] => [
  ...(leadDepartmentId ? [leadDepartmentId] : []),
  ...supportingDepartmentIds,
];

export const targetOf = (row: ProposalRow): Target => ({
  ...{ subdistrictId: row.subdistrictId, createdBy: row.submittedBy, departmentIds: departmentsOf(row) },
  state: row.state,
});

/** Who the caller is to the proposal. */
export function relationsOf({ userId, posts }: Actor, row: ProposalRow): Facts {
  const isOfUnit = (ids: readonly (string | null)[]): boolean =>
    posts.some((post) => 'departmentId' in post && ids.includes(post.departmentId ?? null));
  return {
    notAuthor: userId !== row.submittedBy,
    isLead: row.leadDepartmentId !== null && isOfUnit([row.leadDepartmentId]),
    isSupporting: isOfUnit(row.supportingDepartmentIds),
  };
}

/** Any of the scopes as a condition; nothing at all for no scope. */
export function whereOf(scopes: readonly ScopeFilter[]): Prisma.ProposalWhereInput {
  const ways = scopes.flatMap((scope): Prisma.ProposalWhereInput[] => {
    // What is public is published first; nothing is yet.
    if (scope.views.includes('publishedOnly')) return [];
    if (scope.departmentIds) return [ofDepartments(scope.departmentIds)];
    if (scope.userId) return [{ submittedBy: scope.userId }];
    return [{ subdistrictId: scope.subdistrictId }];
  });
  return ways.length === 0 ? { id: { in: [] } } : { OR: ways };
}

/** S66: led or supported. */
export const ofDepartments = (ids: string[]): Prisma.ProposalWhereInput => ({
  OR: [{ leadDepartmentId: { in: ids } }, { supportingDepartmentIds: { hasSome: ids } }],
});
