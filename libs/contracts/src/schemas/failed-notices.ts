import { z } from 'zod';
import { NOTICE_CHANNELS } from '../notice-channels.js';
import { NOTICE_KINDS, NOTICE_URGENCIES } from '../notice-kinds.js';

/** Number of a message on its way. A text, since it may be large. */
export const DeliveryId = z
  .string()
  .regex(/^[1-9]\d{0,17}$/)
  .meta({ id: 'DeliveryId', description: 'Number of a message; rises with time.', examples: ['81'] });

export const FailedNotice = z
  .object({
    id: DeliveryId,
    userId: z.string().meta({ description: 'Who was to be told; the notice stands in that person’s inbox.' }),
    channel: z.enum(NOTICE_CHANNELS),
    kind: z.enum(NOTICE_KINDS),
    urgency: z.enum(NOTICE_URGENCIES),
    text: z
      .string()
      .meta({ description: 'What it says, without its particulars, in the language of Accept-Language.' }),
    reason: z
      .string()
      .optional()
      .meta({ description: 'A code: why it was given up.', examples: ['smtp550'] }),
    attempts: z.number().int(),
    createdAt: z.iso.datetime(),
    givenUpAt: z.iso.datetime(),
  })
  .meta({ id: 'FailedNotice', description: 'A notice that did not go out by one channel, and is tried no more.' });
export type FailedNotice = z.output<typeof FailedNotice>;

export const FailedNoticePage = z
  .object({ items: z.array(FailedNotice), nextCursor: z.string().optional(), serverNow: z.iso.datetime().optional() })
  .meta({ id: 'FailedNoticePage', description: 'The newest first; kept for ninety days.' });
export type FailedNoticePage = z.output<typeof FailedNoticePage>;

export const NoticeSentAgain = z
  .object({ id: DeliveryId, channel: z.enum(NOTICE_CHANNELS), serverNow: z.iso.datetime().optional() })
  .meta({ id: 'NoticeSentAgain', description: 'It is on its way again, as if for the first time.' });
export type NoticeSentAgain = z.output<typeof NoticeSentAgain>;
