import { z } from 'zod';
import { TIERS } from '../grades.js';
import {
  SIMILARITY_REASONS,
  DECLINE_REASONS,
  PUBLIC_CHANNELS,
  STAFF_CHANNELS,
  SUBMISSION_CHANNELS,
  SUBMISSION_STATES,
} from '../submissions.js';
import { noEmptySlot } from '../text-slots.js';
import { TOPIC_SCALES } from '../topics.js';

/** Requests and answers about residents' submissions (S35, S98, S111). */

const referenceId = z.string().trim().min(1).max(40);
const words = (max: number) => z.string().trim().min(1).max(max);
const instant = z.iso.datetime();
const serverNow = z.iso.datetime().optional();
const answer = words(2000)
  .refine(noEmptySlot.check, noEmptySlot.fault)
  .meta({ description: 'What the sender will read; no names, no phones' });

/** A mobile phone, or one with an area code. */
export const senderPhone = z
  .string()
  .trim()
  .regex(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/);
const Contact = z.strictObject({ name: words(40).optional(), phone: senderPhone });

/** Where the sender's phone was when the sender pressed for it: kept with what is known of the sender (domain 4.6). */
export const SenderPosition = z
  .strictObject({
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
    accuracyM: z.number().min(0).max(100_000).meta({ description: 'It is within this many metres' }),
  })
  .meta({ id: 'SenderPosition', examples: [{ lat: 34.74658, lon: 113.62537, accuracyM: 20 }] });
export type SenderPosition = z.output<typeof SenderPosition>;

export const SendSubmission = z
  .strictObject({
    channel: z.enum([...PUBLIC_CHANNELS, ...STAFF_CHANNELS, 'partner']).default('opinionExpress'),
    code: z
      .string()
      .max(200)
      .optional()
      .meta({ description: 'Of the QR code; gives subdistrict, community and place' }),
    subdistrictId: referenceId
      .optional()
      .meta({ description: 'Without a code and without sign-in: which subdistrict' }),
    communityId: referenceId.optional().meta({ description: 'Needed without a code' }),
    categoryCode: referenceId.optional(),
    place: words(120).optional(),
    text: words(2000),
    position: SenderPosition.optional().meta({ description: 'Shown in no list; read with a purpose, as the contact' }),
    contact: Contact.optional().meta({ description: 'Optional; needs `consent`. Shown in no list' }),
    consent: z.boolean().default(false).meta({ description: 'The sender agrees that the contact is kept' }),
  })
  .refine(({ contact, consent }) => !contact || consent, {
    path: ['consent'],
    params: { code: 'consentMissing', zh: '留电话须同意保存。', en: 'A contact needs consent.' },
  })
  .refine(({ channel, code }) => (channel === 'qrSubmission') === (code !== undefined), {
    path: ['code'],
    params: {
      code: 'codeMismatch',
      zh: '扫码反映须带二维码，其他渠道不带。',
      en: 'A code goes with qrSubmission only.',
    },
  })
  .meta({
    id: 'SendSubmission',
    description: 'What a resident tells; without sign-in, or entered by staff on behalf',
    examples: [
      {
        channel: 'opinionExpress',
        subdistrictId: 'zx',
        communityId: 'ZX01',
        place: '二单元门口',
        text: '停了三十多辆电动车，夜里飞线充电。',
        consent: false,
      },
    ],
  });
export type SendSubmission = z.output<typeof SendSubmission>;

export const SubmissionReceipt = z
  .object({
    trackingCode: z.string().meta({ description: 'Shown once; keep it', examples: ['7K3M-9QTF-W2XH'] }),
    state: z.enum(SUBMISSION_STATES),
    receivedAt: instant,
    dueAt: instant.meta({ description: 'Until then it is screened' }),
    next: z.string().meta({ description: 'What happens next, in plain words' }),
    serverNow,
  })
  .meta({ id: 'SubmissionReceipt', description: 'It has come in' });
export type SubmissionReceipt = z.output<typeof SubmissionReceipt>;

export const SubmissionStatus = z
  .object({
    state: z.enum(SUBMISSION_STATES),
    words: z.string().meta({ description: 'Where it stands, in plain words' }),
    receivedAt: instant,
    dueAt: instant.optional(),
    overdue: z.boolean(),
    answer: z.string().optional().meta({ description: 'The written answer; every end has one' }),
    answeredAt: instant.optional(),
    topicId: z.uuid().optional().meta({ description: 'The topic it became part of, if that is public' }),
    sessionResults: z
      .array(z.object({ sessionId: z.uuid(), result: z.string(), publishedAt: instant }))
      .meta({ description: 'What sessions on its topic came to, in plain words, the newest first (S115)' }),
    serverNow,
  })
  .meta({ id: 'SubmissionStatus', description: 'What the tracking code tells: never personal data, never own words' });
export type SubmissionStatus = z.output<typeof SubmissionStatus>;

/** Filters of GET /api/submissions, beside `limit` and `cursor`. */
export const submissionFilters = {
  state: z.enum(SUBMISSION_STATES).optional(),
  channel: z.enum(SUBMISSION_CHANNELS).optional(),
  communityId: referenceId.optional(),
  categoryCode: referenceId.optional(),
  overdue: z.enum(['true', 'false']).optional().meta({ description: '`true`: open and past `dueAt`' }),
};

export const Submission = z
  .object({
    id: z.uuid(),
    version: z.int(),
    channel: z.enum(SUBMISSION_CHANNELS),
    communityId: z.string(),
    qrPointId: z.uuid().optional(),
    categoryCode: z.string().optional(),
    place: z.string().optional(),
    text: z.string(),
    state: z.enum(SUBMISSION_STATES),
    enteredBy: z.string().optional(),
    receivedAt: instant,
    dueAt: instant,
    overdue: z.boolean(),
    screenedAt: instant.optional(),
    handedToCommunity: z.boolean(),
    topicId: z.uuid().optional(),
    mergedInto: z.uuid().optional(),
    whistleId: z.uuid().optional(),
    additions: z
      .array(z.object({ text: z.string(), at: instant, addedBy: z.string().optional() }))
      .meta({ description: 'Told later, by the sender or on the sender’s behalf' }),
    hasContact: z.boolean().meta({ description: 'Whether the sender may be reached; read with a purpose only' }),
    hasPosition: z.boolean().meta({ description: 'Whether the sender told where; read with a purpose only' }),
    reasonCode: z.enum(DECLINE_REASONS).optional(),
    answer: z.string().optional(),
    answeredAt: instant.optional(),
    serverNow,
  })
  .meta({ id: 'Submission', description: 'A submission (来件) as staff read it: without contacts' });
export type Submission = z.output<typeof Submission>;

export const SubmissionPage = z
  .object({ items: z.array(Submission), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'SubmissionPage', description: 'Submissions within the caller’s scope, newest first' });
export type SubmissionPage = z.output<typeof SubmissionPage>;

export const ScreenSubmission = z
  .strictObject({ categoryCode: referenceId.optional(), handToCommunity: z.boolean().default(false) })
  .meta({
    id: 'ScreenSubmission',
    description: 'Looked at; answered later, by the office or the community',
    examples: [{ categoryCode: 'C1', handToCommunity: true }],
  });
export type ScreenSubmission = z.output<typeof ScreenSubmission>;

export const AnswerSubmission = z.strictObject({ answer }).meta({
  id: 'AnswerSubmission',
  description: 'Ends it',
  examples: [{ answer: '已请物业加装充电桩，本月内完成，感谢您告诉我们。' }],
});
export type AnswerSubmission = z.output<typeof AnswerSubmission>;

export const TakeIntoTopic = z.strictObject({ topicId: z.uuid(), answer }).meta({
  id: 'TakeIntoTopic',
  description: 'It becomes part of a topic; the sender reads the answer',
  examples: [{ topicId: '8d6ad0d6-0000-4000-8000-000000000000', answer: '已列为本社区商量的事，下月开会时告诉您。' }],
});
export type TakeIntoTopic = z.output<typeof TakeIntoTopic>;

export const TakeAsNewTopic = z
  .strictObject({
    title: words(60),
    problem: words(2000).meta({ description: 'What is wrong, for whom; no names or phones of residents' }),
    scale: z.enum(TOPIC_SCALES).default('keyMinor'),
    tier: z.enum(TIERS).default('neighbourhood'),
    categoryCode: referenceId.optional().meta({ description: 'Needed unless the submission has one' }),
    answer,
  })
  .meta({
    id: 'TakeAsNewTopic',
    description: 'A new topic is made of it; its source are residents',
    examples: [
      {
        ...{ title: '二单元门口飞线充电', problem: '三十多辆电动车夜里飞线充电。', scale: 'keyMinor' },
        ...{ tier: 'neighbourhood', categoryCode: 'C1', answer: '已列为议题，选上了会告诉您。' },
      },
    ],
  });
export type TakeAsNewTopic = z.output<typeof TakeAsNewTopic>;

export const HandToWhistle = z.strictObject({ whistleId: z.uuid(), answer }).meta({
  id: 'HandToWhistle',
  description: 'A whistle was blown for it in its community',
  examples: [{ whistleId: '8d6ad0d6-0000-4000-8000-000000000000', answer: '已吹哨，有关单位会来。' }],
});
export type HandToWhistle = z.output<typeof HandToWhistle>;

export const AddInfo = z.strictObject({ text: words(2000) }).meta({
  id: 'AddInfo',
  description: 'More about an open submission',
  examples: [{ text: '今晚又多了十几辆，挡住了消防通道。' }],
});
export type AddInfo = z.output<typeof AddInfo>;

export const Nothing = z.strictObject({}).meta({ id: 'Nothing', description: 'Nothing more to say', examples: [{}] });
export type Nothing = z.output<typeof Nothing>;

export const SimilarSubmissions = z
  .object({
    items: z.array(
      z.object({
        submission: Submission,
        score: z.number().meta({ description: 'Similarity of the words, 0 to 1' }),
        reasons: z.array(z.enum(SIMILARITY_REASONS)),
      }),
    ),
    serverNow,
  })
  .meta({ id: 'SimilarSubmissions', description: 'Submissions that may tell of the same matter; at most ten' });
export type SimilarSubmissions = z.output<typeof SimilarSubmissions>;

export const MergeSubmission = z.strictObject({ mergedInto: z.uuid(), answer }).meta({
  id: 'MergeSubmission',
  description: 'The same matter came in before',
  examples: [{ mergedInto: '8d6ad0d6-0000-4000-8000-000000000000', answer: '同一件事已在办，办好一并告诉您。' }],
});
export type MergeSubmission = z.output<typeof MergeSubmission>;

export const DeclineSubmission = z.strictObject({ reasonCode: z.enum(DECLINE_REASONS), answer }).meta({
  id: 'DeclineSubmission',
  description: 'Not taken up; the answer says why and who is responsible',
  examples: [{ reasonCode: 'otherAuthority', answer: '这件事由供电公司负责，电话 95598。' }],
});
export type DeclineSubmission = z.output<typeof DeclineSubmission>;

export const ResponseRate = z
  .object({
    from: instant,
    to: instant,
    due: z.int().meta({ description: 'Submissions that had to be screened in the period' }),
    ...{ screenedInTime: z.int(), open: z.int() },
    answered: z.int().meta({ description: 'Of them, ended with a written answer by now' }),
    answeredShare: z.number().optional().meta({ description: '0 to 1; absent if none was due' }),
    screenedInTimeShare: z.number().optional().meta({ description: '0 to 1; absent if none was due' }),
    serverNow,
  })
  .meta({ id: 'ResponseRate', description: 'How many submissions got their answer, within the caller’s scope (S111)' });
export type ResponseRate = z.output<typeof ResponseRate>;
