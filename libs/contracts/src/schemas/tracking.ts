import { z } from 'zod';
import { OUTCOMES } from '../states.js';

/** What a resident reads of a matter by the tracking code, and says of its result (domain 4.2 revisit, 5.3 resident). */

const instant = z.iso.datetime();
const words = (max: number) => z.string().trim().min(1).max(max);
const serverNow = z.iso.datetime().optional();

export const TRACKED_STEPS = ['received', 'accepted', 'talked', 'handled', 'asked', 'watched'] as const;
export type TrackedStepName = (typeof TRACKED_STEPS)[number];

export const TrackedMatter = z
  .object({
    words: z.string().meta({ description: 'Where it stands, in plain words' }),
    outcome: z.enum(OUTCOMES).optional(),
    steps: z.array(
      z.object({
        name: z.enum(TRACKED_STEPS),
        words: z.string(),
        status: z.enum(['done', 'now', 'next']),
        at: instant.optional().meta({ description: 'Since when, for what is done or now' }),
      }),
    ),
    lead: z.string().optional().meta({ description: 'Name of the unit that leads' }),
    supporting: z.array(z.string()).meta({ description: 'Names of the units that support it' }),
    dueAt: instant.optional().meta({ description: 'Until when the present step is promised' }),
    overdue: z.boolean(),
    explanation: z.string().optional().meta({
      description: 'What residents are told: why it ended unsolved, or what is promised of what takes long',
    }),
    referral: z.string().optional().meta({ description: 'Who is in charge, of what cannot be taken up here' }),
    rating: z
      .object({ open: z.boolean(), given: z.boolean() })
      .meta({ description: 'Whether this sender is asked now, and whether the answer has been given' }),
    reopening: z.object({ open: z.boolean(), until: instant.optional() }),
    serverNow,
  })
  .meta({ id: 'TrackedMatter', description: 'A matter as its residents read it: no card, grade, name or own word' });
export type TrackedMatter = z.output<typeof TrackedMatter>;

export const RateMatter = z
  .strictObject({
    satisfaction: z.enum(['satisfied', 'basic', 'dissatisfied']),
    solved: z.enum(['yes', 'partly', 'no']),
    note: words(1000).optional(),
  })
  .meta({
    id: 'RateMatter',
    description: 'What the resident says of the result, once each time it is asked for',
    examples: [{ satisfaction: 'dissatisfied', solved: 'no', note: '车还是停在门口。' }],
  });
export type RateMatter = z.output<typeof RateMatter>;

export const AskAgain = z.strictObject({ reason: words(1000) }).meta({
  id: 'AskAgain',
  description: 'The resident asks for it to be taken up again, within thirty days of its end',
  examples: [{ reason: '才过一周，车又停满了。' }],
});
export type AskAgain = z.output<typeof AskAgain>;
