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
