import type { Actor } from '@hsl/access/actor';
import type { Facts, Target } from '@hsl/access/target';
import type { Instant } from '@hsl/contracts/instants';
import type { WhistleProgress } from '@hsl/contracts/whistle-progress';
import type { WhistleRow } from './whistle.repository.js';

/** Where a whistle lies, for the scopes of the table of rights. */
export const targetOf = (row: WhistleRow): Target => ({
  subdistrictId: row.subdistrictId,
  communityId: row.communityId,
  departmentIds: row.departmentIds,
  memberIds: row.memberIds,
  createdBy: row.blownByKey ?? row.blownBy,
  state: row.state,
});

/** Units of which the actor is a handler: who of a unit is named for a task only departments knows, here each of them is in charge. */
export const handledBy = ({ posts }: Actor): string[] =>
  posts.flatMap(({ role, departmentId }) => (role === 'handler' && departmentId ? [departmentId] : []));

/** The relations and moments the rows of the table ask about a whistle, for this actor now. */
export function factsOf(row: WhistleRow, actor: Actor, now: Instant): Facts {
  const departments = actor.posts.flatMap(({ departmentId }) => (departmentId ? [departmentId] : []));
  const members = actor.posts.flatMap(({ memberId }) => (memberId ? [memberId] : []));
  const isHandling = departments.some((id) => row.departmentIds.includes(id));
  const progress = row.progress as unknown as Partial<WhistleProgress>;
  const verified = row.verdicts.some(({ givenBy }) => givenBy === actor.userId);
  const checkedIn = members.some((id) => row.memberIds.includes(id));
  return {
    notBlower: row.blownBy !== actor.userId,
    notHandledOrEntered:
      row.blownBy !== actor.userId &&
      progress.selfResolvedBy !== actor.userId &&
      !verified &&
      !checkedIn &&
      !isHandling,
    notProposer: ![progress.decline?.proposedBy, progress.withdrawProposedBy].includes(actor.userId),
    notConfirmer: progress.decline?.confirmedBy !== actor.userId,
    notHandlingDepartment: !isHandling,
    isLead: row.leadDepartmentId !== null && departments.includes(row.leadDepartmentId),
    // A member who works in a handling unit has a conflict by derivation.
    noConflict: !isHandling,
    // Nobody is the complained-of party before complaints name one.
    notComplainedOf: true,
    notSelfResolver: progress.selfResolvedBy !== actor.userId,
    noOtherWorker: false,
    noOtherDeputyLeader: false,
    onBehalfOfSender: false,
    headBlewOrAbsent: false,
    referredToDistrict: row.isReferred,
    trackingCode: false,
    invited: false,
    // Of one file of many: whoever opens one states it.
    uploadedByOwnUnit: false,
    provenSender: false,
    verifyOverdue: row.state === 'VERIFYING' && row.dueAt !== null && row.dueAt.getTime() < now,
  };
}
