import { z } from 'zod';
import { PARTY_KINDS, PLAN_STATES } from '../topics.js';

/** Requests and answers about coordination plans (S106). */

const partyName = { kind: z.enum(PARTY_KINDS), partyId: z.string().trim().min(1).max(40) };
const contribution = z.string().trim().min(1).max(500).meta({ description: 'What it brings or does' });
const agreedOn = z.iso.date().meta({ description: 'By which day, in Asia/Shanghai' });

export const WriteCoordinationPlan = z
  .strictObject({
    parties: z
      .array(z.strictObject({ ...partyName, contribution, agreedOn }))
      .min(2)
      .max(30)
      .refine((all) => new Set(all.map(({ kind, partyId }) => `${kind} ${partyId}`)).size === all.length, {
        params: { code: 'duplicate', zh: '同一方只写一次。', en: 'Name each party once.' },
      })
      .meta({ description: 'The first department leads' }),
  })
  .meta({
    id: 'WriteCoordinationPlan',
    description: 'Each party’s contribution and date; what is changed must be signed again',
    examples: [
      {
        parties: [
          { kind: 'department', partyId: 'ZX-CGJ', contribution: '施划车位线。', agreedOn: '2021-06-30' },
          { kind: 'community', partyId: 'ZX01', contribution: '组织居民让位、看护。', agreedOn: '2021-06-20' },
        ],
      },
    ],
  });
export type WriteCoordinationPlan = z.output<typeof WriteCoordinationPlan>;

export const SignCoordinationPlan = z
  .strictObject({ ...partyName, contribution: contribution.optional(), agreedOn: agreedOn.optional() })
  .meta({
    id: 'SignCoordinationPlan',
    description: 'For which party, and what was read of its part: 412 if it says otherwise by now',
    examples: [{ kind: 'community', partyId: 'ZX01', contribution: '组织居民让位、看护。', agreedOn: '2021-06-20' }],
  });
export type SignCoordinationPlan = z.output<typeof SignCoordinationPlan>;

export const CoordinationPlan = z
  .object({
    topicId: z.uuid(),
    version: z.int(),
    state: z.enum(PLAN_STATES),
    parties: z.array(
      z.object({
        ...{ ...partyName, contribution, agreedOn },
        signedBy: z.string().optional().meta({ description: 'User id of who signed for it' }),
        signedAt: z.iso.datetime().optional(),
      }),
    ),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'CoordinationPlan', description: 'Who brings what by when, and who has signed it (协调方案)' });
export type CoordinationPlan = z.output<typeof CoordinationPlan>;
