import type { Actor } from '@hsl/access/actor';
import type { Facts, Target } from '@hsl/access/target';
import type { TaskProgress } from '@hsl/contracts/task-progress';
import type { TaskState } from '@hsl/contracts/states';
import { IN_QUESTION, OWED_STEP } from '../recording/decision-row.js';
import type { Surroundings, TaskRow } from './task.repository.js';

/** Where a task lies, for the scopes of the table of rights. */
export const targetOf = (task: TaskRow, { memberIds }: Surroundings, actor: Actor): Target => ({
  subdistrictId: task.subdistrictId,
  communityId: task.communityId,
  departmentIds: task.state === 'DISPUTED' ? partiesOf(task) : [task.departmentId],
  memberIds,
  assigneeIds: assigneesOf(task, actor),
  state: task.state,
});

/** While nobody is put in charge of a task, every handler of its department is. */
function assigneesOf({ assigneeId, departmentId }: TaskRow, actor: Actor): string[] {
  if (assigneeId !== null) return [assigneeId];
  return actor.posts.some((post) => post.role === 'handler' && post.departmentId === departmentId)
    ? [actor.userId]
    : [];
}

/** Domain 4.5 dispute: who has it, who had it, and who is said to be responsible. */
export function partiesOf({ departmentId, progress }: TaskRow): string[] {
  const { tried = [], dispute, returnRequest } = progress as unknown as Partial<TaskProgress>;
  const named = [dispute?.toDepartmentId, returnRequest?.toDepartmentId].filter((id) => id !== undefined);
  return [...new Set([departmentId, ...tried, ...named])];
}

const isOf = (actor: Actor, departmentIds: readonly string[]): boolean =>
  actor.posts.some((post) => post.departmentId !== undefined && departmentIds.includes(post.departmentId));

/** The relations the rows on tasks ask for. `district` reads only what was referred, which nothing is yet. */
export const relationsOf = (task: TaskRow, actor: Actor): Facts => ({
  isLead: task.role === 'lead',
  isSupporting: task.role === 'supporting',
  referredToDistrict: false,
  notHandlingDepartment: !isOf(actor, [task.departmentId]),
  isParty: isOf(actor, partiesOf(task)),
  notParty: !isOf(actor, partiesOf(task)),
  notRuler: (task.progress as unknown as Partial<TaskProgress>).dispute?.ruledBy !== actor.userId,
  // Nobody is the complained-of party before complaints name one.
  notComplainedOf: true,
  // A member who works in the handling unit has a conflict by derivation.
  noConflict: !isOf(actor, [task.departmentId]),
  // Of each photo it is asked again: what a visitor brought is not the unit's.
  uploadedByOwnUnit: isOf(actor, [task.departmentId]),
  // An expert is invited to a session, the sender of a submission proves it by the code: neither to a task.
  ...{ invited: false, provenSender: false },
});

/** Supporting units that still owe something; the lead integrates what they fed back (domain 4.2). */
export const openSupporting = ({ id }: TaskRow, { siblings }: Surroundings): TaskRow[] =>
  siblings.filter((sibling) => sibling.id !== id && sibling.role === 'supporting' && owes(sibling));

/** States of a task whose matter is over for the department. */
export const OVER: readonly string[] = ['VERIFIED', 'RETURNED', 'CANCELLED'] satisfies TaskState[];

/** As far as this service knows it: what was verified, returned or called off is over for the department. */
export const isOpenMatter = ({ state }: { state: string }): boolean => !OVER.includes(state);

export const owes = (task: TaskRow): boolean =>
  OWED_STEP[task.state as TaskState] !== undefined || IN_QUESTION.includes(task.state as TaskState);

/** The moments a feedback depends on besides the state, which is the workflow's to judge. */
export const feedbackMoments = (task: TaskRow, around: Surroundings): Facts => ({
  supportingDone: openSupporting(task, around).length === 0,
  dissatisfiedCount: around.dissatisfiedCount,
});

/** The right that a feedback needs: the lead's is on the whole matter, a supporting unit's on its own part. */
export const feedbackActionOf = ({ role }: TaskRow): string =>
  role === 'lead' ? 'departmentTask.integrateFeedback' : 'departmentTask.feedback';

export const ACKNOWLEDGE = 'departmentTask.acknowledge';
