import { z } from 'zod';
import { CONTACT_PURPOSES } from '../submissions.js';
import { SubmissionSent } from './submission-sent.js';
import { SenderPosition } from './submissions.js';

/** Requests and answers about how a sender may be reached: who reads it, why, and its end (domain 4.6). */

const instant = z.iso.datetime();

export const ReadContact = z.strictObject({ purpose: z.enum(CONTACT_PURPOSES) }).meta({
  id: 'ReadContact',
  description: 'Why it is read; written down with the reader',
  examples: [{ purpose: 'callBack' }],
});
export type ReadContact = z.output<typeof ReadContact>;

export const SubmissionContact = z
  .object({
    name: z.string().optional(),
    phone: z.string().optional().meta({ description: 'Absent if only the position was left' }),
    consentedAt: instant.optional(),
    position: SenderPosition.optional(),
    serverNow: instant.optional(),
  })
  .meta({ id: 'SubmissionContact', description: 'How the sender may be reached, and where the sender was' });
export type SubmissionContact = z.output<typeof SubmissionContact>;

/** Filters of GET /api/contact-readings, beside `limit` and `cursor`. */
export const contactReadingFilters = {
  readerId: z.string().min(1).max(60).optional(),
  submissionId: z.uuid().optional(),
};

export const ContactReading = z
  .object({
    id: z.string(),
    submissionId: z.uuid(),
    sent: SubmissionSent.optional(),
    kind: z.enum(['contactRead', 'contactErased']),
    readerId: z.string(),
    role: z.string(),
    at: instant,
    purpose: z.enum(CONTACT_PURPOSES).optional(),
    reason: z.string().optional().meta({ description: 'Of an erasure' }),
  })
  .meta({ id: 'ContactReading', description: 'Somebody looked at how a sender may be reached, or erased it' });
export type ContactReading = z.output<typeof ContactReading>;

export const ContactReadingPage = z
  .object({ items: z.array(ContactReading), nextCursor: z.string().optional(), serverNow: instant.optional() })
  .meta({ id: 'ContactReadingPage' });
export type ContactReadingPage = z.output<typeof ContactReadingPage>;

export const EraseContact = z
  .strictObject({ reason: z.string().trim().min(1).max(500) })
  .meta({ id: 'EraseContact', examples: [{ reason: '反映人书面要求删除联系方式。' }] });
export type EraseContact = z.output<typeof EraseContact>;

export const ContactErased = z
  .object({ submissionId: z.uuid(), erasedAt: instant, serverNow: instant.optional() })
  .meta({ id: 'ContactErased', description: 'Name and phone are gone; what was told, and every figure, stays' });
export type ContactErased = z.output<typeof ContactErased>;
