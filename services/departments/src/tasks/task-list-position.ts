import { beyond } from '@hsl/database/list-position';
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

/** Where a list of tasks that were ruled on stopped. */
export const ruledPosition = z.strictObject({ ruledAt: z.iso.datetime(), id: z.uuid() });
export type RuledPosition = z.output<typeof ruledPosition>;

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

/**
 * What comes after that position in TASK_ORDER, in stretches to be read one after the other: each is one walk along an
 * index from where it begins, while a condition on all of them would read again whatever was shown before.
 */
export function stretchesAfter(after: ListPosition | undefined): Prisma.DepartmentTaskWhereInput[] {
  if (!after) return [{}];
  const { id } = after;
  const never = { dueAt: null, feedbackAt: null };
  if (after.dueAt !== undefined) return [beyond('dueAt', { dueAt: after.dueAt, id }, 'asc'), { dueAt: null }];
  if (after.doneAt === undefined) return [{ ...never, id: { gt: id } }];
  const feedbackAt = new Date(after.doneAt);
  const done = {
    feedbackAt: { lte: feedbackAt },
    OR: [{ feedbackAt: { lt: feedbackAt } }, { feedbackAt, id: { gt: id } }],
  };
  return [{ dueAt: null, ...done }, never];
}
