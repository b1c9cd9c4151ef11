import { z } from 'zod';

/** What a submission is known by to people: it has no number, and whoever reads a trail need not read what it says. */
export const SubmissionSent = z
  .object({ communityId: z.string(), at: z.iso.datetime() })
  .meta({ id: 'SubmissionSent', description: 'Of which community a submission is, and when it came in' });
export type SubmissionSent = z.output<typeof SubmissionSent>;
