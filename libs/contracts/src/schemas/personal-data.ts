import { z } from 'zod';

/** What is held about one person, who asks for it or asks to be forgotten (domain 4.6, PIPL 45 and 47). */

const instant = z.iso.datetime();
const serverNow = instant.optional();
const trackingCode = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .meta({ description: 'Of the receipt', examples: ['7K3M-9QTF-W2XH'] });
const proof = z
  .string()
  .min(1)
  .max(2000)
  .meta({ description: 'As POST /api/personal-data/proofs gave it; good for half an hour' });
const reason = z.string().trim().min(1).max(500);

export const AskForCode = z
  .strictObject({ trackingCode })
  .meta({ id: 'AskForCode', examples: [{ trackingCode: '7K3M-9QTF-W2XH' }] });
export type AskForCode = z.output<typeof AskForCode>;

export const CodeSent = z
  .object({
    isNeeded: z
      .boolean()
      .meta({ description: 'False where no phone was left: then the tracking code alone proves it' }),
    phone: z
      .string()
      .optional()
      .meta({ description: 'Where the code went, masked', examples: ['138****6789'] }),
    serverNow,
  })
  .meta({ id: 'CodeSent', description: 'A code is on its way to the phone that was left' });
export type CodeSent = z.output<typeof CodeSent>;

export const ProveSender = z
  .strictObject({
    trackingCode,
    code: z
      .string()
      .regex(/^\d{6}$/)
      .optional()
      .meta({ description: 'From the text; left out only where no phone was left' }),
  })
  .meta({ id: 'ProveSender', examples: [{ trackingCode: '7K3M-9QTF-W2XH', code: '482913' }] });
export type ProveSender = z.output<typeof ProveSender>;

export const SenderProven = z
  .object({ proof, until: instant, serverNow })
  .meta({ id: 'SenderProven', description: 'What the sender shows to each service that holds something' });
export type SenderProven = z.output<typeof SenderProven>;

export const ShowProof = z
  .strictObject({ proof })
  .meta({ id: 'ShowProof', examples: [{ proof: 'development.AbC-…' }] });
export type ShowProof = z.output<typeof ShowProof>;

export const PersonalDataPart = z
  .object({
    sections: z.array(
      z.object({
        title: z.string(),
        entries: z
          .array(z.array(z.object({ label: z.string(), value: z.string() })))
          .meta({ description: 'Each a thing that is held, field by field, in the language of Accept-Language' }),
      }),
    ),
    serverNow,
  })
  .meta({ id: 'PersonalDataPart', description: 'Everything one service holds about the person who asks' });
export type PersonalDataPart = z.output<typeof PersonalDataPart>;
export type PersonalSection = PersonalDataPart['sections'][number];

export const ErasureMarked = z
  .object({ marked: z.int().meta({ description: 'How many entries will be forgotten with it' }), serverNow })
  .meta({ id: 'ErasureMarked', description: 'What this service forgets once the request of that id is granted' });
export type ErasureMarked = z.output<typeof ErasureMarked>;

export const RequestErasure = z
  .strictObject({
    id: z.uuid().meta({ description: 'Chosen by who asks: repeating it asks once' }),
    proof: proof.optional().meta({ description: 'Of a sender; members are known by their sign-in' }),
  })
  .meta({
    id: 'RequestErasure',
    examples: [{ id: '0b0f7a34-6f0f-4a53-9a0f-0d8f3a1c2b11', proof: 'development.AbC-…' }],
  });
export type RequestErasure = z.output<typeof RequestErasure>;

export const ERASURE_STATES = ['REQUESTED', 'APPROVED', 'REJECTED'] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];

/** Filters of a list of requests, beside `limit` and `cursor`. */
export const erasureFilters = { state: z.enum(ERASURE_STATES).optional() };

export const ErasureRequest = z
  .object({
    id: z.uuid(),
    subject: z.enum(['resident', 'member']),
    userId: z.string().optional().meta({ description: 'Of a member' }),
    submissionIds: z.array(z.uuid()).meta({ description: 'Of a resident; whose they are is told nowhere' }),
    state: z.enum(ERASURE_STATES),
    requestedAt: instant,
    decidedBy: z.string().optional(),
    decidedAt: instant.optional(),
    decisionReason: z.string().optional(),
    mayDecide: z.boolean(),
    serverNow,
  })
  .meta({ id: 'ErasureRequest', description: 'Somebody asks to be forgotten' });
export type ErasureRequest = z.output<typeof ErasureRequest>;

export const ErasureRequestPage = z
  .object({ items: z.array(ErasureRequest), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'ErasureRequestPage', description: 'Newest first' });
export type ErasureRequestPage = z.output<typeof ErasureRequestPage>;

export const ErasureAsked = z
  .object({ id: z.uuid(), state: z.enum(ERASURE_STATES), requestedAt: instant, serverNow })
  .meta({ id: 'ErasureAsked', description: 'The request waits for a deputy leader, or was decided' });
export type ErasureAsked = z.output<typeof ErasureAsked>;

export const DecideErasure = z
  .strictObject({ verdict: z.enum(['approve', 'reject']), reason })
  .meta({ id: 'DecideErasure', examples: [{ verdict: 'approve', reason: '本人要求，事情已办结。' }] });
export type DecideErasure = z.output<typeof DecideErasure>;
