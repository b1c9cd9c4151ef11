import { z } from 'zod';
import { GRADES, TIERS, TRACKS } from '../grades.js';
import { SKILL_CODES } from '../skills.js';
import { WHISTLE_STATES } from '../states.js';
import {
  PLAN_STATES,
  PROBLEM_TYPES,
  TOPIC_CONSENSUS,
  TOPIC_LEVELS,
  TOPIC_NATURES,
  TOPIC_OUTCOMES,
  TOPIC_PHASES,
  TOPIC_SCALES,
  TOPIC_SOURCES,
  TOPIC_STATES,
} from '../topics.js';
import { ActionAnswer } from './matter-views.js';

/** Requests and answers of the topics service. Source, state, phase and proposer are never the caller's to say. */

const referenceId = z.string().trim().min(1).max(40);
const words = (max: number) => z.string().trim().min(1).max(max);
const serverNow = z.iso.datetime().optional();

export const Category = z
  .object({
    code: z.string(),
    classCode: z.string(),
    name: z.string(),
    nameEn: z.string(),
    defaultGrade: z.enum(GRADES).meta({ description: 'The grade of a whistle that nobody graded in time' }),
    skills: z.array(z.enum(SKILL_CODES)).meta({ description: 'Wanted of members, the weightiest first' }),
    active: z.boolean().meta({ description: 'False: no new matter may name it' }),
    version: z.int().optional().meta({ description: 'For If-Match' }),
  })
  .meta({
    id: 'Category',
    description: 'One of the fifteen items',
    examples: [
      {
        code: 'C1',
        classCode: 'C',
        name: '非机动车停放充电',
        nameEn: 'Parking and charging of bicycles and e-bikes',
        defaultGrade: 'G3',
        skills: ['traffic', 'fire', 'property'],
        active: true,
      },
    ],
  });
export type Category = z.output<typeof Category>;

export const ChangeCategory = z
  .strictObject({
    ...{ name: words(40), nameEn: words(80), defaultGrade: z.enum(['G3', 'G4']), active: z.boolean() },
    skills: z.array(z.enum(SKILL_CODES)).min(1).max(5),
  })
  .partial()
  .meta({
    id: 'ChangeCategory',
    description: 'What is left out stays; no category is an emergency by itself',
    examples: [{ defaultGrade: 'G4' }],
  });
export type ChangeCategory = z.output<typeof ChangeCategory>;

export const CategoryClass = z
  .object({ code: z.string(), name: z.string(), nameEn: z.string(), items: z.array(Category) })
  .meta({ id: 'CategoryClass', description: 'One of the six classes with its items' });
export type CategoryClass = z.output<typeof CategoryClass>;

export const CategoryTree = z
  .object({
    classes: z.array(CategoryClass).meta({ description: 'The tree' }),
    items: z.array(Category).meta({ description: 'The same items in one list, by code' }),
    serverNow,
  })
  .meta({ id: 'CategoryTree', description: 'Categories of the caller’s subdistrict' });
export type CategoryTree = z.output<typeof CategoryTree>;

export const ProposeTopic = z
  .strictObject({
    title: words(60),
    problem: words(2000).meta({ description: 'What is wrong, for whom; no names or phones of residents' }),
    scale: z.enum(TOPIC_SCALES).default('keyMinor'),
    tier: z.enum(TIERS).default('neighbourhood'),
    categoryCode: referenceId,
    communityIds: z
      .array(referenceId)
      .min(1)
      .max(20)
      .refine((ids) => new Set(ids).size === ids.length, {
        params: { code: 'duplicate', zh: '同一社区只写一次。', en: 'Name each community once.' },
      })
      .meta({ description: 'The communities it concerns' }),
  })
  .meta({
    id: 'ProposeTopic',
    description: 'A topic for deliberation',
    examples: [
      {
        title: '楼道堆物清理',
        problem: '多个楼道堆放旧家具，通行和消防都受影响。',
        scale: 'keyMinor',
        tier: 'neighbourhood',
        categoryCode: 'B2',
        communityIds: ['ZX01', 'ZX03'],
      },
    ],
  });
export type ProposeTopic = z.output<typeof ProposeTopic>;

/** Filters of GET /api/topics, beside `limit` and `cursor`. */
export const topicFilters = {
  state: z.enum(TOPIC_STATES).optional(),
  phase: z.enum(TOPIC_PHASES).optional(),
  source: z.enum(TOPIC_SOURCES).optional(),
  scale: z.enum(TOPIC_SCALES).optional(),
  tier: z.enum(TIERS).optional(),
  nature: z.enum(TOPIC_NATURES).optional(),
  problemType: z.enum(PROBLEM_TYPES).optional(),
  level: z.enum(TOPIC_LEVELS).optional(),
  track: z.enum(TRACKS).optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional().meta({ description: 'Of the plan it stands in' }),
  strategyTag: z.uuid().optional(),
  category: referenceId.optional().meta({ description: 'Code of a category', examples: ['C1'] }),
  community: referenceId.optional().meta({ description: 'One of the communities concerned', examples: ['ZX01'] }),
  order: z.enum(['newest', 'endorsements']).optional().meta({ description: 'Default newest' }),
  mine: z.enum(['true', 'false']).optional().meta({ description: '`true`: only those the caller proposed' }),
};

export const Topic = z
  .object({
    id: z.uuid(),
    version: z.int(),
    title: z.string(),
    problem: z.string(),
    source: z.enum(TOPIC_SOURCES),
    scale: z.enum(TOPIC_SCALES),
    tier: z.enum(TIERS),
    nature: z.enum(TOPIC_NATURES).optional(),
    problemTypes: z.array(z.enum(PROBLEM_TYPES)),
    strategyTags: z.array(z.uuid()).meta({ description: 'Entries of the register of strategy tags' }),
    level: z.enum(TOPIC_LEVELS).meta({ description: 'Who has it on the table (S31)' }),
    track: z.enum(TRACKS),
    categoryCode: z.string(),
    communityIds: z.array(z.string()),
    memberIds: z.array(z.string()).meta({ description: 'Members who look into it' }),
    planYear: z.int().optional().meta({ description: 'The yearly plan it stands in' }),
    phases: z
      .array(z.object({ phase: z.enum(TOPIC_PHASES), at: z.iso.datetime(), by: z.string().optional() }))
      .meta({ description: 'Phases entered so far, when and by whom (S110)' }),
    consensus: z.enum(TOPIC_CONSENSUS).optional().meta({ description: 'What deliberation came to' }),
    deliberations: z.int().meta({ description: 'How often it was talked over; twice at most without result' }),
    outcome: z.enum(TOPIC_OUTCOMES).optional(),
    phase: z.enum(TOPIC_PHASES),
    state: z.enum(TOPIC_STATES),
    published: z.boolean().meta({ description: 'Whether everybody may read it' }),
    proposedBy: z.string().optional().meta({ description: 'User id; absent for a standing topic' }),
    proposedAt: z.iso.datetime(),
    endorsements: z.int().meta({ description: 'Residents who want it too, each counted once (S38)' }),
    openChildren: z.int().meta({ description: 'Child whistles not yet ended, of those the caller may see' }),
    serverNow,
  })
  .meta({ id: 'Topic', description: 'A topic (议题)' });
export type Topic = z.output<typeof Topic>;

export const TopicPage = z
  .object({ items: z.array(Topic), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'TopicPage', description: 'Topics within the caller’s scope, newest first' });
export type TopicPage = z.output<typeof TopicPage>;

export const ChildWhistle = z
  .object({
    id: z.uuid(),
    number: z.string(),
    communityId: z.string(),
    communityName: z.string().optional(),
    state: z.enum(WHISTLE_STATES),
    dueAt: z.iso.datetime().optional(),
    updatedAt: z.iso.datetime().meta({ description: 'When its last decision known here was taken' }),
  })
  .meta({ id: 'ChildWhistle', description: 'A whistle blown for a topic, as its events tell' });
export type ChildWhistle = z.output<typeof ChildWhistle>;

export const TopicDetails = Topic.extend({
  children: z.array(ChildWhistle).meta({ description: 'At most 200, by number' }),
  asOf: z.iso.datetime().optional().meta({ description: 'Time of the newest whistle event reflected in `children`' }),
  actions: z.array(ActionAnswer),
  plan: z
    .object({ state: z.enum(PLAN_STATES), version: z.int() })
    .optional()
    .meta({ description: 'Of its coordination plan; absent while there is none, and for who may not read it' }),
}).meta({ id: 'TopicDetails', description: 'A topic with its child whistles' });
export type TopicDetails = z.output<typeof TopicDetails>;
