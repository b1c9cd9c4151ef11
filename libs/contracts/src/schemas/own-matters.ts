import { z } from 'zod';
import { SUBMISSION_STATES } from '../submissions.js';
import { senderPhone } from './submissions.js';

/** A sender without the tracking code finds the own matters by phone (R3 of the portal). */

const serverNow = z.iso.datetime().optional();
const subdistrictId = z.string().trim().min(1).max(40).meta({ description: 'In which subdistrict they were told' });
const example = { subdistrictId: 'zx', phone: '13800006789' };

export const AskForPhoneCode = z
  .strictObject({ subdistrictId, phone: senderPhone })
  .meta({ id: 'AskForPhoneCode', examples: [example] });
export type AskForPhoneCode = z.output<typeof AskForPhoneCode>;

export const PhoneCodeSent = z
  .object({
    phone: z.string().meta({ description: 'Where the code went, masked', examples: ['138****6789'] }),
    serverNow,
  })
  .meta({ id: 'PhoneCodeSent', description: 'A code is on its way, whether or not anything was sent with that phone' });
export type PhoneCodeSent = z.output<typeof PhoneCodeSent>;

export const ProvePhone = z
  .strictObject({ subdistrictId, phone: senderPhone, code: z.string().regex(/^\d{6}$/) })
  .meta({ id: 'ProvePhone', examples: [{ ...example, code: '482913' }] });
export type ProvePhone = z.output<typeof ProvePhone>;

export const ShowPhoneProof = z
  .strictObject({
    proof: z
      .string()
      .min(1)
      .max(2000)
      .meta({ description: 'As POST /api/personal-data/phone-proofs gave it; good for half an hour' }),
  })
  .meta({ id: 'ShowPhoneProof', examples: [{ proof: 'development.AbC-…' }] });
export type ShowPhoneProof = z.output<typeof ShowPhoneProof>;

export const OwnMatterPage = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        trackingCode: z
          .string()
          .optional()
          .meta({ description: 'Leads to it; absent for what came in before codes were kept beside the phone' }),
        state: z.enum(SUBMISSION_STATES),
        words: z.string().meta({ description: 'Where it stands, in plain words' }),
        overdue: z.boolean(),
        receivedAt: z.iso.datetime(),
      }),
    ),
    nextCursor: z.string().optional(),
    serverNow,
  })
  .meta({ id: 'OwnMatterPage', description: 'What was sent with one phone, newest first; never own words' });
export type OwnMatterPage = z.output<typeof OwnMatterPage>;
export type OwnMatter = OwnMatterPage['items'][number];
