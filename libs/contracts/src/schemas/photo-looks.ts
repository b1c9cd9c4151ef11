import { z } from 'zod';
import { SubmissionSent } from './submission-sent.js';

/** Looks at photos as they came, before somebody was covered on them, as the auditor reads them (S14). */

/** Filters of a list of looks, beside `limit` and `cursor`. */
export const photoLookFilters = { readerId: z.string().min(1).max(60).optional() };

export const PhotoLook = z
  .object({
    id: z.string(),
    matterId: z
      .uuid()
      .meta({ description: 'The submission, the whistle or the department task that the photo lies on' }),
    number: z.string().optional().meta({ description: 'Of the whistle; absent for a submission, which has none' }),
    sent: SubmissionSent.optional().meta({ description: 'Of a submission' }),
    fileId: z.uuid(),
    readerId: z.string(),
    role: z.string().meta({ description: 'The role that was used', examples: ['liaisonOfficer'] }),
    at: z.iso.datetime(),
    reason: z.string(),
  })
  .meta({ id: 'PhotoLook', description: 'Somebody looked at a photo on which people could be recognised, and why' });
export type PhotoLook = z.output<typeof PhotoLook>;

export const PhotoLookPage = z
  .object({ items: z.array(PhotoLook), nextCursor: z.string().optional(), serverNow: z.iso.datetime().optional() })
  .meta({ id: 'PhotoLookPage', description: 'Newest first' });
export type PhotoLookPage = z.output<typeof PhotoLookPage>;
