import { z } from 'zod';
import type { Prisma } from '../generated/prisma/client.js';
import type { DepartmentTask as TaskRow } from '../generated/prisma/client.js';

/** Where a list of tasks stopped: at a step still owed, or among what is done. */
export const listPosition = z.strictObject({
  dueAt: z.iso.datetime().optional(),
  doneAt: z.iso.datetime().optional(),
  id: z.uuid(),
});
export type ListPosition = z.output<typeof listPosition>;

/**
 * Overdue first, then least time left: both are the order of the due instant. Then what is done, newest first; a task
 * that owes a step has no feedback instant, one that owes none has no due instant.
 */
export const TASK_ORDER = [
  { dueAt: { sort: 'asc', nulls: 'last' } },
  { feedbackAt: { sort: 'desc', nulls: 'last' } },
  { id: 'asc' },
] as const satisfies Prisma.DepartmentTaskOrderByWithRelationInput[];

export const positionOf = ({ dueAt, feedbackAt, id }: TaskRow): ListPosition => ({
  ...(dueAt ? { dueAt: dueAt.toISOString() } : feedbackAt ? { doneAt: feedbackAt.toISOString() } : {}),
  id,
});

/** What comes after that position in TASK_ORDER. */
export function positionWhere(after: ListPosition | undefined): Prisma.DepartmentTaskWhereInput {
  if (!after) return {};
  const { id } = after;
  if (after.dueAt !== undefined) {
    const dueAt = new Date(after.dueAt);
    return { OR: [{ dueAt: { gt: dueAt } }, { dueAt, id: { gt: id } }, { dueAt: null }] };
  }
  if (after.doneAt !== undefined) {
    const feedbackAt = new Date(after.doneAt);
    return {
      dueAt: null,
      OR: [{ feedbackAt: { lt: feedbackAt } }, { feedbackAt, id: { gt: id } }, { feedbackAt: null }],
    };
  }
  return { dueAt: null, feedbackAt: null, id: { gt: id } };
}
