import { z } from 'zod';
import { WHISTLE_STATES } from '../states.js';
import { STEPS } from '../steps.js';
import { ActionAnswer } from './matter-views.js';

/** What the ladder took to the district (提级督办, domain 4.4 rung 6), and what the district answered. */

const serverNow = z.iso.datetime().optional();

/** Filters of GET /api/referrals, beside `limit` and `cursor`. */
export const referralFilters = {
  answered: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'Left out: all of them', examples: ['false'] }),
};

export const Referral = z
  .object({
    id: z.string().meta({ description: 'Of the line of history that refers it', examples: ['1287'] }),
    whistleId: z.uuid(),
    number: z.string().meta({ examples: ['ZX-2021-000098'] }),
    communityId: z.string().meta({ examples: ['ZX03'] }),
    facts: z.string().meta({ description: 'Of the whistle' }),
    state: z.enum(WHISTLE_STATES),
    step: z.enum(STEPS).meta({ description: 'Whose step was five working days late' }),
    departmentId: z.string().optional().meta({ description: 'Whose step it was, if a department’s' }),
    departmentName: z
      .string()
      .optional()
      .meta({ description: 'What it is called: the district reads no directory', examples: ['城管局'] }),
    memberId: z.string().optional().meta({ description: 'Whose step it was, if a member’s' }),
    dueAt: z.iso.datetime().meta({ description: 'When the step was due' }),
    referredAt: z.iso.datetime(),
    answer: z
      .object({ text: z.string(), answeredAt: z.iso.datetime() })
      .optional()
      .meta({ description: 'What the district says; absent while it owes an answer' }),
    actions: z.array(ActionAnswer),
    serverNow,
  })
  .meta({ id: 'Referral', description: 'A late step that the district supervises' });
export type Referral = z.output<typeof Referral>;

export const ReferralPage = z
  .object({ items: z.array(Referral), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'ReferralPage', description: 'Within the caller’s scope, the latest first' });

export const AnswerReferral = z
  .strictObject({
    answer: z.string().trim().min(1).max(1000).meta({ description: 'What the district will do, or wants done' }),
  })
  .meta({
    id: 'AnswerReferral',
    description: 'The district’s answer to what was referred to it; given once',
    examples: [{ answer: '区督查室已约谈该单位，三个工作日内反馈。' }],
  });
export type AnswerReferral = z.output<typeof AnswerReferral>;
