import { z } from 'zod';
import { SKILL_CODES } from '../skills.js';
import { CHECK_IN_STATES } from '../states.js';
import { ActionAnswer, DeadlineAnswer, RungAnswer, WaitingForAnswer } from './matter-views.js';

/** Requests and answers of the members service. Whose check-in it is follows from its id and the token, never the body. */

/** Why a member cannot come (domain 4.5); a conflict of interest must be declared. */
export const DECLINE_REASONS = ['absence', 'conflictOfInterest', 'other'] as const;

const referenceId = z.string().trim().min(1).max(40);
const words = z.string().trim().min(1).max(500);

export const ConfirmCheckIn = z
  .strictObject({
    comingOn: z.iso.date().optional().meta({ description: 'The day the member will be on site' }),
    note: words.optional(),
  })
  .meta({ id: 'ConfirmCheckIn', description: '“I am coming”', examples: [{ comingOn: '2026-03-02', note: '上午到' }] });
export type ConfirmCheckIn = z.output<typeof ConfirmCheckIn>;

export const DeclineCheckIn = z
  .strictObject({
    reasonCode: z.enum(DECLINE_REASONS),
    note: words.optional().meta({ description: 'Needed with `other`' }),
  })
  .refine((body) => body.reasonCode !== 'other' || body.note !== undefined, {
    path: ['note'],
    params: { code: 'required', zh: '请写明原因。', en: 'Say what the reason is.' },
  })
  .meta({
    id: 'DeclineCheckIn',
    description: '“I cannot come”',
    examples: [{ reasonCode: 'absence', note: '出差到周五' }],
  });
export type DeclineCheckIn = z.output<typeof DeclineCheckIn>;

export const ClaimCheckIn = z.strictObject({ whistleId: z.uuid() }).meta({
  id: 'ClaimCheckIn',
  description: '认领: a member who was not asked takes the matter on',
  examples: [{ whistleId: '0b8f2f0e-3f0c-4f4e-8a43-8f7a1c1d2e3f' }],
});
export type ClaimCheckIn = z.output<typeof ClaimCheckIn>;

/** Filters of GET /api/members, beside `limit` and `cursor`. */
export const memberFilters = {
  q: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .optional()
    .meta({ description: 'Part of the name', examples: ['王'] }),
  communityId: referenceId.optional().meta({ description: 'Posted there today' }),
  skill: z.enum(SKILL_CODES).optional(),
  sector: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .optional()
    .meta({ examples: ['教育'] }),
};

/** Filters of GET /api/experts, beside `limit` and `cursor`. */
export const expertFilters = {
  field: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .optional()
    .meta({ description: 'Code of the field', examples: ['elevator'] }),
};

/** Filters of GET /api/check-ins, beside `limit` and `cursor`. */
export const checkInFilters = {
  mine: z.enum(['true', 'false']).optional().meta({ description: '`true`: only those asked of the caller' }),
  communityId: referenceId.optional(),
  state: z.enum(CHECK_IN_STATES).optional(),
  whistleId: z.uuid().optional(),
};

const serverNow = z.iso.datetime().optional();
const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional(), serverNow });

export const MemberCard = z
  .object({
    id: z.string(),
    name: z.string(),
    sector: z.string().meta({ description: '界别' }),
    skills: z.array(z.enum(SKILL_CODES)),
    term: z.string(),
    level: z.enum(['district', 'city']),
    communityIds: z.array(z.string()).meta({ description: 'Communities the member is posted to today' }),
    isFictional: z.boolean(),
    serverNow,
  })
  .meta({ id: 'MemberCard', description: 'A member as everybody may see: no phone, no load' });
export type MemberCard = z.output<typeof MemberCard>;
export const MemberCardPage = page(MemberCard).meta({ id: 'MemberCardPage' });

export const ExpertCard = z
  .object({ id: z.string(), name: z.string(), field: z.string(), isFictional: z.boolean() })
  .meta({ id: 'ExpertCard', description: 'An expert who can be invited' });
export type ExpertCard = z.output<typeof ExpertCard>;
export const ExpertCardPage = page(ExpertCard).meta({ id: 'ExpertCardPage' });

const memberOfCheckIn = z.object({ id: z.string(), name: z.string(), sector: z.string(), isFictional: z.boolean() });

export const CheckIn = z
  .object({
    id: z.uuid(),
    whistleId: z.uuid(),
    number: z.string().meta({ description: 'Number of the whistle', examples: ['ZX-2026-000123'] }),
    communityId: z.string(),
    communityName: z.string().optional(),
    categoryCode: z.string(),
    categoryName: z.string().optional(),
    member: memberOfCheckIn,
    round: z.int().min(1).max(2),
    state: z.enum(CHECK_IN_STATES),
    requestedAt: z.iso.datetime(),
    dueAt: z.iso.datetime(),
    answeredAt: z.iso.datetime().optional(),
    reasonCode: z.enum(DECLINE_REASONS).optional(),
    comingOn: z.iso.date().optional(),
    note: z.string().optional(),
    actions: z.array(ActionAnswer),
    waitingFor: z.array(WaitingForAnswer),
    since: z.iso.datetime().optional().meta({ description: 'Since when it waits; absent when nobody is waited for' }),
    nextRung: RungAnswer.optional(),
    deadlines: z.array(DeadlineAnswer),
    serverNow,
  })
  .meta({ id: 'CheckIn', description: 'One member asked to come to one whistle' });
export type CheckIn = z.output<typeof CheckIn>;
export const CheckInPage = page(CheckIn).meta({ id: 'CheckInPage' });

export const CheckInDetails = CheckIn.extend({
  whyYou: z.string().meta({ description: 'Why this member was picked, in the reader’s language' }),
  picked: z.object({
    postedHere: z.boolean(),
    skillsMatched: z.array(z.string()),
    openLoad: z.int(),
    rank: z.int().min(1),
  }),
  others: z.array(
    z.object({ checkInId: z.uuid(), member: memberOfCheckIn, round: z.int(), state: z.enum(CHECK_IN_STATES) }),
  ),
}).meta({ id: 'CheckInDetails', description: 'A check-in with the reason of the pick and the other members asked' });
export type CheckInDetails = z.output<typeof CheckInDetails>;

export const MemberDeparted = z
  .object({
    id: z.string(),
    passedOn: z.int().meta({ description: 'Requests that went to the next member' }),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'MemberDeparted', description: 'A member who has left office' });
