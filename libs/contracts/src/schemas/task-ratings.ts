import { z } from 'zod';

/** Requests and answers on how a community rates a department's work on a task (社区评部门, I21). */

const score = z.int().min(1).max(5);

export const RateTask = z.strictObject({ score: score.meta({ description: '1 to 5; 5 is best' }) }).meta({
  id: 'RateTask',
  description:
    '社区评部门: response and quality of a department, once it has fed back; a later word replaces an earlier',
  examples: [{ score: 4 }],
});
export type RateTask = z.output<typeof RateTask>;

export const TaskRating = z
  .object({
    score,
    role: z.string().meta({ description: 'In which the rater spoke', examples: ['communityHead'] }),
    ratedAt: z.iso.datetime(),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'TaskRating', description: 'The last word of the community on a department’s work' });
export type TaskRating = z.output<typeof TaskRating>;

/** Filters of GET /api/departments/ratings, beside `limit` and `cursor`. */
export const departmentRatingFilters = {
  departmentId: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .optional()
    .meta({ description: 'Of this unit only', examples: ['ZX-CGJ'] }),
};

const LatestRating = z
  .object({
    taskId: z.uuid(),
    number: z.string().meta({ description: 'Of the whistle', examples: ['ZX-2021-000131'] }),
    communityId: z.string().meta({ description: 'The community that rated', examples: ['ZX01'] }),
    score,
    role: z.string().optional().meta({ description: 'In which the rater spoke; for the office only' }),
    ratedAt: z.iso.datetime(),
  })
  .meta({ id: 'LatestRating', description: 'The last word of a community on one task' });

export const DepartmentRatings = z
  .object({
    departmentId: z.string(),
    average: z.number().meta({ description: '1 to 5, two decimals, of all ratings so far', examples: [4.25] }),
    n: z.int().meta({ description: 'How many tasks were rated' }),
    smallSample: z.boolean().meta({ description: 'Fewer than 5' }),
    latest: z.array(LatestRating).meta({ description: 'The newest five, newest first' }),
  })
  .meta({
    id: 'DepartmentRatings',
    description: 'What communities think of a department’s work, as far as the caller may read it',
  });
export type DepartmentRatings = z.output<typeof DepartmentRatings>;

export const DepartmentRatingsPage = z
  .object({
    items: z.array(DepartmentRatings),
    nextCursor: z.string().optional(),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'DepartmentRatingsPage', description: 'Departments that were rated, by id' });
