import type { Actor } from '@hsl/access/actor';
import type { Facts, ScopeFilter, Target } from '@hsl/access/target';
import type { Role } from '@hsl/contracts/roles';
import type { Prisma } from '../generated/prisma/client.js';
import type { ProposalRow } from './proposals.repository.js';

const departmentsOf = ({ leadDepartmentId, supportingDepartmentIds }: ProposalRow): string[] => [
  ...(leadDepartmentId ? [leadDepartmentId] : []),
  ...supportingDepartmentIds,
];

/** Nobody of a unit is named for a proposal: every handler of its units is assigned to it. */
export const targetOf = (row: ProposalRow, { userId, posts }: Actor): Target => {
  const departmentIds = departmentsOf(row);
  const isHandler = posts.some(
    ({ role, departmentId }) => role === 'handler' && departmentIds.includes(departmentId ?? ''),
  );
  return {
    ...{ subdistrictId: row.subdistrictId, createdBy: row.submittedBy, departmentIds, state: row.state },
    assigneeIds: isHandler ? [userId] : [],
  };
};

/** The first of those units in which the caller holds a post. */
const unitOf = ({ posts }: Actor, ids: readonly (string | null)[]): string | undefined =>
  ids.find((id) => posts.some(({ departmentId }) => departmentId !== undefined && departmentId === id)) ?? undefined;

/** The supporting unit for which the caller speaks. */
export const supportingUnitOf = (actor: Actor, { supportingDepartmentIds }: ProposalRow): string | undefined =>
  unitOf(actor, supportingDepartmentIds);

/** The unit for which the caller speaks: the lead, or else a supporting one. */
export const unitWithin = (actor: Actor, row: ProposalRow): string | undefined => unitOf(actor, departmentsOf(row));

export const isOfLead = (actor: Actor, { leadDepartmentId }: ProposalRow): boolean =>
  unitOf(actor, [leadDepartmentId]) !== undefined;

/** Who the caller is to the proposal. */
export const relationsOf = (actor: Actor, row: ProposalRow): Facts => ({
  notAuthor: actor.userId !== row.submittedBy,
  isLead: isOfLead(actor, row),
  isSupporting: supportingUnitOf(actor, row) !== undefined,
});

const OFFICES: readonly Role[] = ['liaisonOfficer', 'deputyLeader', 'groupLeader', 'districtCommittee'];

/**
 * Drafts are the lead's own; opinions go to the lead and never to the author (domain 2.6). All other words belong to
 * whoever may read the proposal.
 */
export function mayReadWords(actor: Actor, row: ProposalRow, step: string): boolean {
  if (step === 'draftReply') return isOfLead(actor, row);
  if (step !== 'giveOpinion') return true;
  if (actor.userId === row.submittedBy) return false;
  return unitWithin(actor, row) !== undefined || actor.posts.some(({ role }) => OFFICES.includes(role));
}

/** Any of the scopes as a condition; nothing at all for no scope. What is assigned to a handler is the unit's. */
export function whereOf({ subdistrictId, posts }: Actor, scopes: readonly ScopeFilter[]): Prisma.ProposalWhereInput {
  const handled = posts.flatMap(({ role, departmentId }) => (role === 'handler' && departmentId ? [departmentId] : []));
  const ways = scopes.flatMap((scope): Prisma.ProposalWhereInput[] => {
    // What is public is published first; nothing is yet.
    if (scope.views.includes('publishedOnly')) return [];
    if (scope.departmentIds) return [ofDepartments(subdistrictId, scope.departmentIds)];
    if (scope.role === 'handler') return [ofDepartments(subdistrictId, handled)];
    if (scope.userId) return [{ submittedBy: scope.userId }];
    return [{ subdistrictId: scope.subdistrictId }];
  });
  return ways.length === 0 ? { id: { in: [] } } : { OR: ways };
}

/** S66: led or supported. */
export const ofDepartments = (subdistrictId: string, ids: string[]): Prisma.ProposalWhereInput => ({
  units: { some: { subdistrictId, departmentId: { in: ids } } },
});
