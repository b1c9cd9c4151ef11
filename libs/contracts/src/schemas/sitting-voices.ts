import { z } from 'zod';
import { SEATS, SESSION_FORMATS, SESSION_LINK_KINDS, SESSION_MODES, VOTE_CHOICES } from '../sessions.js';
import { SESSION_OUTCOMES } from '../states.js';
import { COMMENT_STATES } from '../submissions.js';
import { participantToken } from './sittings.js';

/** What is said and voted at a sitting, how it is scored, and what is read of it afterwards. */

const words = (max: number) => z.string().trim().min(1).max(max);
const instant = z.iso.datetime();
const serverNow = instant.optional();
const score = z.int().min(1).max(5);

export const ShowToken = z
  .strictObject({ token: participantToken })
  .meta({ id: 'ShowToken', description: 'Empty for who has an account', examples: [{}] });
export type ShowToken = z.output<typeof ShowToken>;

export const GiveOpinion = z
  .strictObject({
    text: words(1000),
    isDissent: z.boolean().default(false).meta({ description: 'Against what the others agree to' }),
    token: participantToken,
  })
  .meta({ id: 'GiveOpinion', description: 'No names, no phones', examples: [{ text: '棚子装在北侧不挡采光。' }] });
export type GiveOpinion = z.output<typeof GiveOpinion>;

export const ModerateOpinion = z
  .strictObject({ publish: z.boolean() })
  .meta({ id: 'ModerateOpinion', description: 'Whether others may read it', examples: [{ publish: true }] });
export type ModerateOpinion = z.output<typeof ModerateOpinion>;

/** Who said it stays with the sitting; it is told by seat. */
const opinionFields = {
  id: z.uuid(),
  seat: z.enum(SEATS),
  isDissent: z.boolean(),
  text: z.string(),
  at: instant,
};
export const Opinion = z
  .object({ ...opinionFields, state: z.enum(COMMENT_STATES), serverNow })
  .meta({ id: 'SittingOpinion', description: 'A resident’s is read by others once it was looked at' });
export type Opinion = z.output<typeof Opinion>;

export const SittingOpinions = z
  .object({ items: z.array(Opinion), serverNow })
  .meta({ id: 'SittingOpinions', description: 'All of one sitting, a thousand at most' });
export type SittingOpinions = z.output<typeof SittingOpinions>;

export const PutMotion = z
  .strictObject({ text: words(300) })
  .meta({ id: 'PutMotion', examples: [{ text: '同意在北侧空地建两处充电棚' }] });
export type PutMotion = z.output<typeof PutMotion>;

export const CastVote = z
  .strictObject({ choice: z.enum(VOTE_CHOICES), token: participantToken })
  .meta({ id: 'CastVote', examples: [{ choice: 'for' }] });
export type CastVote = z.output<typeof CastVote>;

export const Motion = z
  .object({
    id: z.uuid(),
    text: z.string(),
    putAt: instant,
    for: z.int(),
    against: z.int(),
    abstain: z.int(),
    isCarried: z.boolean().meta({ description: 'More for it than against it' }),
    serverNow,
  })
  .meta({ id: 'Motion', description: 'Counts only: who voted what is told to nobody' });
export type Motion = z.output<typeof Motion>;

export const SittingMotions = z
  .object({ items: z.array(Motion.omit({ serverNow: true })), serverNow })
  .meta({ id: 'SittingMotions', description: 'What a sitting voted on, twenty at most' });
export type SittingMotions = z.output<typeof SittingMotions>;

export const SittingRoom = z
  .object({
    format: z.enum(SESSION_FORMATS),
    mode: z.enum(SESSION_MODES),
    startsAt: instant,
    endsAt: instant,
    agenda: z.array(z.string()),
    onlineLink: z.string().optional(),
    motions: z.array(Motion),
    serverNow,
  })
  .meta({ id: 'SittingRoom', description: 'What somebody needs who takes part' });
export type SittingRoom = z.output<typeof SittingRoom>;

export const ScoreSitting = z
  .strictObject({ effect: score, character: score, response: score, token: participantToken })
  .meta({
    ...{ id: 'ScoreSitting', description: '有成效、有特色、有反响 (S30), 1 to 5' },
    examples: [{ effect: 4, character: 3, response: 5 }],
  });
export type ScoreSitting = z.output<typeof ScoreSitting>;

export const SittingScores = z
  .object({
    count: z.int(),
    effect: z.number().optional().meta({ description: 'Means; absent before anybody scored' }),
    character: z.number().optional(),
    response: z.number().optional(),
    serverNow,
  })
  .meta({ id: 'SittingScores' });
export type SittingScores = z.output<typeof SittingScores>;

const recordFields = {
  sessionId: z.uuid(),
  round: z.int(),
  format: z.enum(SESSION_FORMATS).optional().meta({ description: 'Absent, with the agenda, if it was not planned' }),
  mode: z.enum(SESSION_MODES).optional(),
  heldAt: instant,
  agenda: z.array(z.string()),
  attendance: z.object({ total: z.int(), named: z.int(), heads: z.int(), departments: z.int() }),
  motions: z.array(Motion.omit({ serverNow: true })),
  outcome: z.enum(SESSION_OUTCOMES),
  problem: z.string(),
  consensus: z.string().optional(),
  dissent: z.string().optional(),
  nextStep: z.string().optional(),
};
const sessionLink = z.object({ kind: z.enum(SESSION_LINK_KINDS), targetId: z.string() });

export const SittingMinutes = z
  .object({
    ...recordFields,
    opinions: z.array(Opinion.omit({ serverNow: true })),
    signatures: z.array(z.object({ participantId: z.uuid(), seat: z.enum(SEATS), signedAt: instant })),
    scores: SittingScores.omit({ serverNow: true }),
    serverNow,
  })
  .meta({ id: 'SittingMinutes', description: 'The full minutes of a sitting that was held (S52)' });
export type SittingMinutes = z.output<typeof SittingMinutes>;

export const PublishRecord = z
  .strictObject({ result: words(1000).meta({ description: 'For the residents concerned, in plain words' }) })
  .meta({
    ...{ id: 'PublishRecord', description: 'The session is over: its record and its result are for everybody' },
    examples: [{ result: '大家同意在北侧建两个充电棚，六月底前装好，由城管局负责。' }],
  });
export type PublishRecord = z.output<typeof PublishRecord>;

export const PublishedRecord = z
  .object({
    ...recordFields,
    topicId: z.uuid().optional(),
    whistleId: z.uuid().optional(),
    communityIds: z.array(z.string()),
    result: z.string(),
    publishedAt: instant,
    opinions: z.array(z.object(opinionFields).omit({ id: true })),
    links: z.array(sessionLink),
    serverNow,
  })
  .meta({ id: 'PublishedRecord', description: 'Without personal data: seats and counts, names masked (S99, S115)' });
export type PublishedRecord = z.output<typeof PublishedRecord>;

export const PublishedRecords = z
  .object({ items: z.array(PublishedRecord), serverNow })
  .meta({ id: 'PublishedRecords', description: 'The newest first, twenty at most' });
export type PublishedRecords = z.output<typeof PublishedRecords>;

/** Query of GET /api/deliberations/published: what it is about must be named. */
export const PublishedFilter = z
  .strictObject({
    whistleId: z.uuid().optional(),
    topicId: z.uuid().optional(),
    communityId: words(40).optional(),
  })
  .refine((about) => Object.values(about).some((one) => one !== undefined), {
    params: { code: 'required', zh: '请指明哨件、议题或社区。', en: 'Name a whistle, a topic or a community.' },
  });
export type PublishedFilter = z.output<typeof PublishedFilter>;

export const LinkOutcome = z.strictObject({ kind: z.enum(SESSION_LINK_KINDS), targetId: z.uuid() }).meta({
  ...{ id: 'LinkOutcome', description: 'What the outcome of the session became' },
  examples: [{ kind: 'task', targetId: '0199b6c2-55a4-7c52-9f3e-0f6a4d3f7b11' }],
});
export type LinkOutcome = z.output<typeof LinkOutcome>;

export const SessionLinks = z
  .object({ items: z.array(sessionLink), serverNow })
  .meta({ id: 'SessionLinks', description: 'With the matter it was held on and the proposals raised from it' });
export type SessionLinks = z.output<typeof SessionLinks>;

export const SessionFigures = z
  .object({
    from: instant,
    to: instant,
    sittings: z.int().meta({ description: 'Holdings; a session has one or two' }),
    sessions: z.int(),
    thematic: z.int().meta({ description: 'Of the sessions: on a topic (S70)' }),
    insideCommunity: z.int().meta({ description: 'Of the sittings: held inside a community (S22)' }),
    communitiesCovered: z.int(),
    communities: z.int().meta({ description: 'All there are' }),
    participants: z.int().meta({ description: 'Distinct persons who signed in' }),
    residents: z.int().meta({ description: 'Of them, named residents without account (S68)' }),
    heads: z.int().meta({ description: 'Came to open sittings without a name' }),
    attendance: z.int().meta({ description: 'As the minutes say, a person counted each time' }),
    departments: z.int().meta({ description: 'Distinct departments that took part (S69)' }),
    consensus: z.int(),
    partial: z.int(),
    none: z.int(),
    converted: z.int().meta({ description: 'Sessions whose outcome is linked to what it became' }),
    serverNow,
  })
  .meta({ id: 'SessionFigures', description: 'Of sittings held in the period' });
export type SessionFigures = z.output<typeof SessionFigures>;
