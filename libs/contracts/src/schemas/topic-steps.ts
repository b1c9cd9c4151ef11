import { z } from 'zod';
import { TIERS, TRACKS } from '../grades.js';
import {
  PROBLEM_TYPES,
  TOPIC_CONSENSUS,
  TOPIC_LEVELS,
  TOPIC_NATURES,
  TOPIC_OUTCOMES,
  TOPIC_SCALES,
  TOPIC_SOURCES,
  TOPIC_STATES,
} from '../topics.js';
import { ProposeTopic, Topic } from './topics.js';

/** Requests and answers of what is done to a topic after its birth, of the yearly plan and of the counts. */

const words = (max: number) => z.string().trim().min(1).max(max);
const listOf = <T extends z.ZodType>(item: T, most: number) =>
  z
    .array(item)
    .max(most)
    .refine((items) => new Set(items).size === items.length, {
      params: { code: 'duplicate', zh: '同一项只写一次。', en: 'Name each one once.' },
    });
const planYear = z.int().min(2000).max(2100).meta({ description: 'The year whose plan it enters' });
const memberIds = listOf(z.string().trim().min(1).max(40), 20).default([]).meta({ description: 'Who looks into it' });
const reason = words(500).meta({ description: 'Why; no names or phones of residents' });

export const NominateTopic = z.strictObject({ ...ProposeTopic.shape, planYear, memberIds, reason }).meta({
  id: 'NominateTopic',
  description: 'A topic the leadership sets; it enters the plan at once',
  examples: [
    {
      ...{ title: '老旧小区加装电梯', problem: '无电梯的楼有一百二十栋，老人下楼难。', scale: 'developmentMajor' },
      ...{ tier: 'topPriority', categoryCode: 'C3', communityIds: ['ZX01'], planYear: 2021 },
      ...{ memberIds: ['ZX-M01'], reason: '列入街道年度重点。' },
    },
  ],
});
export type NominateTopic = z.output<typeof NominateTopic>;

export const ShortlistTopic = z
  .strictObject({ remark: words(500).optional() })
  .meta({ id: 'ShortlistTopic', description: 'It was chosen', examples: [{ remark: '三个社区都提到。' }] });
export type ShortlistTopic = z.output<typeof ShortlistTopic>;

export const PlanTopic = z.strictObject({ planYear, memberIds }).meta({
  id: 'PlanTopic',
  description: 'Into the yearly plan',
  examples: [{ planYear: 2021, memberIds: ['ZX-M01'] }],
});
export type PlanTopic = z.output<typeof PlanTopic>;

export const RecordTopicSurvey = z.strictObject({ finding: words(2000) }).meta({
  id: 'RecordTopicSurvey',
  description: 'What was found where it hurts',
  examples: [{ finding: '四个社区共有车棚六处，缺口约三百个车位。' }],
});
export type RecordTopicSurvey = z.output<typeof RecordTopicSurvey>;

export const RecordConsensus = z.strictObject({ consensus: z.enum(TOPIC_CONSENSUS), words: words(2000) }).meta({
  id: 'RecordConsensus',
  description: 'What people came to; `none` may be talked over once more',
  examples: [{ consensus: 'consensus', words: '统一画线，物业管理，夜间集中充电。' }],
});
export type RecordConsensus = z.output<typeof RecordConsensus>;

export const ConvertTopic = z.strictObject({ measures: words(2000) }).meta({
  id: 'ConvertTopic',
  description: 'Consensus becomes measures',
  examples: [{ measures: '四张哨单分给四个社区，城管牵头。' }],
});
export type ConvertTopic = z.output<typeof ConvertTopic>;

export const CloseTopic = z.strictObject({ outcome: z.enum(TOPIC_OUTCOMES), reason }).meta({
  id: 'CloseTopic',
  description: 'What came of it',
  examples: [{ outcome: 'resolved', reason: '四个社区车位全部投用。' }],
});
export type CloseTopic = z.output<typeof CloseTopic>;

export const TagTopic = z
  .strictObject({
    scale: z.enum(TOPIC_SCALES),
    tier: z.enum(TIERS),
    nature: z.enum(TOPIC_NATURES),
    track: z.enum(TRACKS),
    problemTypes: listOf(z.enum(PROBLEM_TYPES), PROBLEM_TYPES.length),
    strategyTags: listOf(z.uuid(), 20),
  })
  .partial()
  .refine((tags) => Object.keys(tags).length > 0, {
    params: { code: 'nothingSaid', zh: '请至少填写一项。', en: 'Say at least one.' },
  })
  .meta({
    id: 'TagTopic',
    description: 'What is left out stays',
    examples: [{ nature: 'hardProblem', problemTypes: ['pain', 'blockage'], tier: 'neighbourhood' }],
  });
export type TagTopic = z.output<typeof TagTopic>;

export const MoveTopic = z.strictObject({ to: z.enum(TOPIC_LEVELS), reason }).meta({
  id: 'MoveTopic',
  description: 'One level up, or one or more down, with the reason',
  examples: [{ to: 'subdistrict', reason: '涉及四个社区，社区协调不了。' }],
});
export type MoveTopic = z.output<typeof MoveTopic>;

export const TopicHistory = z
  .object({
    items: z.array(
      z.object({
        ...{ kind: z.string(), fromState: z.enum(TOPIC_STATES).optional(), toState: z.enum(TOPIC_STATES).optional() },
        ...{ by: z.string().optional(), role: z.string().optional(), at: z.iso.datetime() },
        words: z.string().optional().meta({ description: 'What was written with it: a reason, a finding' }),
        fromLevel: z.enum(TOPIC_LEVELS).optional(),
        toLevel: z.enum(TOPIC_LEVELS).optional(),
      }),
    ),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'TopicHistory', description: 'What happened to a topic, the oldest first' });
export type TopicHistory = z.output<typeof TopicHistory>;

const counts = <K extends string>(keys: readonly K[]) =>
  z.object(Object.fromEntries(keys.map((key) => [key, z.int()])) as Record<K, z.ZodInt>);

export const TopicPlan = z
  .object({
    year: z.int(),
    developmentMajor: z.array(Topic),
    keyMinor: z.array(Topic),
    shares: z
      .object({ developmentMajor: z.number(), keyMinor: z.number() })
      .optional()
      .meta({ description: '0 to 1; absent if nothing is planned' }),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'TopicPlan', description: 'The yearly plan, by scale (S29)' });
export type TopicPlan = z.output<typeof TopicPlan>;

export const TopicCounts = z
  .object({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    total: z.int().meta({ description: 'Topics proposed in the period, within the caller’s scope' }),
    resolved: z.int().meta({ description: 'Of them, closed with outcome resolved (S71)' }),
    byState: counts(TOPIC_STATES),
    bySource: counts(TOPIC_SOURCES),
    byScale: counts(TOPIC_SCALES),
    byTier: counts(TIERS),
    byTrack: counts(TRACKS),
    byLevel: counts(TOPIC_LEVELS),
    byNature: counts(TOPIC_NATURES),
    byStrategyTag: z
      .array(z.object({ tagId: z.uuid(), title: z.string().optional(), topics: z.int(), resolved: z.int() }))
      .meta({ description: 'Topics per strategy tag (S3); active tags without topics too' }),
    byCommunity: z
      .array(
        z.object({
          ...{ communityId: z.string(), communityName: z.string().optional(), topics: z.int(), resolved: z.int() },
          problemTypes: counts(PROBLEM_TYPES),
        }),
      )
      .meta({ description: 'Topics per community and problem type (S4); a topic of two communities counts in both' }),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({ id: 'TopicCounts', description: 'How many topics of which kind' });
export type TopicCounts = z.output<typeof TopicCounts>;
