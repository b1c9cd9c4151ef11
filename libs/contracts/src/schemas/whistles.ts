import { z } from 'zod';
import { GRADES, LEVELS, TIERS, TRACKS, WHISTLE_KINDS } from '../grades.js';
import { LOOK_BACK_STATES, WHISTLE_STATES } from '../states.js';
import { noEmptySlot } from '../text-slots.js';
import { WHISTLE_ORIGINS } from '../whistle-origins.js';

/** Requests of the whistles service. Unknown fields are refused: state, blower and tenant are never the caller's to say. */

const referenceId = z.string().trim().min(1).max(40);
const words = (max: number) => z.string().trim().min(1).max(max);

/** One piece of evidence, in words. */
export const EvidenceNote = z
  .strictObject({ kind: z.enum(['before', 'during', 'after', 'document']), note: words(500) })
  .meta({ id: 'EvidenceNote', description: 'What was seen, and when in the work it was seen' });

/** How a resident brought it. */
const REPORTER_CHANNELS = ['qr', 'opinionExpress', 'hall', 'phone', 'visit', 'member', 'other'] as const;

/** A resident behind the matter. Kept in columns of its own; it never travels and no list shows it. */
export const Reporter = z
  .strictObject({
    name: words(40).optional(),
    phone: z
      .string()
      .regex(/^1\d{10}$/)
      .optional()
      .meta({ description: 'Mobile number', examples: ['13800000000'] }),
    channel: z.enum(REPORTER_CHANNELS).default('other'),
  })
  .meta({ id: 'Reporter' });
export type Reporter = z.output<typeof Reporter>;

/** S82: 500 余位业主、盼了 5 年. */
const reach = {
  beneficiaryCount: z.int().min(1).max(1_000_000).optional().meta({ description: 'People who gain by its solution' }),
  backlogSince: z.iso
    .date()
    .optional()
    .meta({
      description: 'Since when they have waited; a day in Asia/Shanghai, not in the future',
      examples: ['2016-05-01'],
    }),
};

export const BlowWhistle = z
  .strictObject({
    kind: z.enum(WHISTLE_KINDS).meta({ description: 'Why the community cannot settle it alone' }),
    categoryCode: referenceId,
    communityId: referenceId,
    estateId: referenceId.optional(),
    place: words(200).optional(),
    facts: words(2000)
      .refine(noEmptySlot.check, noEmptySlot.fault)
      .meta({ description: 'What happened; no names or phones of residents' }),
    households: z.int().min(1).max(100_000).optional(),
    ...reach,
    topicId: z.uuid().optional(),
    level: z.enum(LEVELS).default('blue'),
    wantedDepartmentIds: z.array(referenceId).max(22).default([]),
    reporters: z.array(Reporter).max(50).default([]).meta({ description: 'Empty: the community’s own finding' }),
    origin: z.enum(WHISTLE_ORIGINS).optional().meta({
      description: 'Found by ourselves on a visit or a tour, before anybody complained; absent if somebody brought it',
    }),
    originId: z.uuid().optional().meta({ description: 'The entry of that visit or tour; with `origin` only' }),
    submissionId: z
      .uuid()
      .optional()
      .meta({
        description:
          'The resident’s submission it is blown from: if that waits in the same community, it becomes this whistle, its ' +
          'sender is answered and follows this by the same code. Nothing of the sender is copied. If it does not wait ' +
          'there, the whistle stands without it: its timeline says so, and who blew it is told',
      }),
    onBehalfOf: referenceId.optional().meta({ description: 'API keys only: the community worker who blows it' }),
  })
  .refine((body) => body.estateId !== undefined || body.place !== undefined, {
    path: ['place'],
    message: 'estateId or place is required',
  })
  .refine((body) => body.originId === undefined || body.origin !== undefined, {
    path: ['origin'],
    message: 'originId is of a visit or a tour',
  })
  .meta({
    id: 'BlowWhistle',
    examples: [
      {
        kind: 'hardProblem',
        categoryCode: 'C1',
        communityId: 'ZX01',
        place: '东门',
        facts: '电动车占道飞线充电',
        households: 12,
      },
    ],
  });
export type BlowWhistle = z.output<typeof BlowWhistle>;

export const AcceptWhistle = z
  .strictObject({
    grade: z.enum(GRADES),
    level: z.enum(LEVELS).default('blue'),
    tier: z.enum(TIERS).default('neighbourhood'),
    track: z.enum(TRACKS).default('immediate'),
    candidateLeadId: referenceId.optional(),
    ...reach,
  })
  .meta({ id: 'AcceptWhistle', examples: [{ grade: 'G3', level: 'blue', track: 'immediate', tier: 'neighbourhood' }] });
export type AcceptWhistle = z.output<typeof AcceptWhistle>;

export const DispatchWhistle = z
  .strictObject({
    leadDepartmentId: referenceId,
    supportingDepartmentIds: z.array(referenceId).max(21).default([]),
    brief: words(2000).optional().meta({ description: 'What the departments shall achieve' }),
  })
  .meta({ id: 'DispatchWhistle', examples: [{ leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD'] }] });
export type DispatchWhistle = z.output<typeof DispatchWhistle>;

export const VerifyWhistle = z
  .strictObject({
    verdict: z.enum(['pass', 'fail']),
    falseFeedback: z.boolean().default(false).meta({ description: 'With `fail`: what was reported is not true' }),
    note: words(1000).optional(),
    evidence: z.array(EvidenceNote).max(9).default([]),
  })
  .refine((body) => body.verdict === 'pass' || body.note !== undefined, {
    path: ['note'],
    message: 'say what is not done',
  })
  .meta({
    id: 'VerifyWhistle',
    examples: [{ verdict: 'pass', note: '现场看过，已划线。', evidence: [{ kind: 'after', note: '整改后照片 3 张' }] }],
  });
export type VerifyWhistle = z.output<typeof VerifyWhistle>;

export const RevisitWhistle = z
  .strictObject({
    satisfaction: z.enum(['satisfied', 'basic', 'dissatisfied']),
    solved: z.enum(['yes', 'partly', 'no']),
    reporterId: z.uuid().optional().meta({ description: 'Needed where several residents are behind it' }),
    note: words(1000).optional(),
  })
  .meta({ id: 'RevisitWhistle', examples: [{ satisfaction: 'satisfied', solved: 'yes' }] });
export type RevisitWhistle = z.output<typeof RevisitWhistle>;

export const ReportLookBack = z
  .strictObject({
    result: z.enum(LOOK_BACK_STATES).exclude(['SCHEDULED']),
    note: words(1000).meta({ description: 'What was found on the spot' }),
    evidence: z.array(EvidenceNote).max(9).default([]),
  })
  .meta({
    id: 'ReportLookBack',
    examples: [{ result: 'STABLE', note: '秩序保持良好。', evidence: [{ kind: 'after', note: '整改后照片 3 张' }] }],
  });
export type ReportLookBack = z.output<typeof ReportLookBack>;

/** Filters of the list; `cursor` is the previous answer's `nextCursor`. */
export const WhistleQuery = z.strictObject({
  state: z.enum(WHISTLE_STATES).optional(),
  open: z.enum(['true', 'false']).optional().meta({ description: '`true`: not yet ended' }),
  community: referenceId.optional(),
  estate: referenceId.optional(),
  grade: z.enum(GRADES).optional(),
  category: referenceId.optional(),
  q: words(40)
    .optional()
    .meta({ description: 'Part of the number, the place or what was told', examples: ['车棚'] }),
  overdue: z.enum(['true', 'false']).optional(),
  ids: z.string().max(4000).optional().meta({ description: 'Up to 100 ids or numbers, with commas' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(512).optional(),
});
export type WhistleQuery = z.output<typeof WhistleQuery>;
