import { z } from 'zod';
import { REVIEW_FIGURES } from '../topics.js';

/** Answers about how much is going on: the yearly review, and activity per community. */

const serverNow = z.iso.datetime().optional();

export const YearlyReview = z
  .object({
    year: z.int(),
    from: z.iso.datetime(),
    to: z.iso.datetime().meta({ description: 'End of the year, or now; the year before is cut after as many days' }),
    isComplete: z.boolean().meta({ description: 'Whether the year is over' }),
    figures: z.array(
      z.object({
        ...{ figure: z.enum(REVIEW_FIGURES), year: z.int(), before: z.int(), change: z.int() },
        changeShare: z
          .number()
          .optional()
          .meta({ description: 'Of the year before, 0.1 is 10 % more; absent if it had none' }),
      }),
    ),
    serverNow,
  })
  .meta({ id: 'YearlyReview', description: 'A year compared with the year before (S116)' });
export type YearlyReview = z.output<typeof YearlyReview>;

export const ActivityFrequency = z
  .object({
    days: z.int().meta({ description: 'The window, in days up to today in Asia/Shanghai' }),
    communities: z.array(
      z.object({
        ...{ communityId: z.string(), name: z.string() },
        held: z.int().meta({ description: 'Activities, small activities and visits held in the window' }),
        lastHeldOn: z.iso.date().optional(),
        isSilent: z.boolean().meta({ description: 'None in the whole window, and watched for as long' }),
      }),
    ),
    serverNow,
  })
  .meta({ id: 'ActivityFrequency', description: 'How often something is held in each community (S13)' });
export type ActivityFrequency = z.output<typeof ActivityFrequency>;
