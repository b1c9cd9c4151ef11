import { z } from 'zod';

/** What a sender is told of by a text: departments are on it, it takes longer, it is done and may be rated. */
export const SENDER_TEXT_KINDS = ['dispatched', 'moreTime', 'done'] as const;
export type SenderTextKind = (typeof SENDER_TEXT_KINDS)[number];

export const FailedSenderText = z
  .object({
    id: z.uuid(),
    submissionId: z.uuid().meta({ description: 'Whose sender was to be told; the phone is told nowhere' }),
    kind: z.enum(SENDER_TEXT_KINDS),
    reason: z
      .string()
      .optional()
      .meta({ description: 'A code: why it was given up.', examples: ['sms400'] }),
    attempts: z.int(),
    createdAt: z.iso.datetime(),
    givenUpAt: z.iso.datetime(),
  })
  .meta({ id: 'FailedSenderText', description: 'A text to a sender that did not go out, and is tried no more.' });
export type FailedSenderText = z.output<typeof FailedSenderText>;

export const FailedSenderTextPage = z
  .object({
    items: z.array(FailedSenderText),
    nextCursor: z.string().optional(),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'FailedSenderTextPage', description: 'The newest first; kept for ninety days.' });
export type FailedSenderTextPage = z.output<typeof FailedSenderTextPage>;

export const SenderTextSentAgain = z
  .object({
    id: z.uuid(),
    goesAt: z.iso.datetime().meta({ description: 'Now, or the end of the quiet hours' }),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'SenderTextSentAgain', description: 'It is on its way again, as if for the first time.' });
export type SenderTextSentAgain = z.output<typeof SenderTextSentAgain>;
