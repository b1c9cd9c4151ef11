import type { Tier } from '@hsl/contracts/grades';
import type { TopicPhase, TopicScale, TopicSource, TopicState } from '@hsl/contracts/topics';
import { nameUuid } from '@hsl/platform/name-uuid';

/** A topic that is there from the beginning, as the article tells of it. */
interface StandingTopic {
  slug: string;
  title: string;
  problem: string;
  source: TopicSource;
  scale: TopicScale;
  tier: Tier;
  categoryCode: string;
  /** Numbers of the communities; the id is the tenant in capitals and the number, e.g. ZX01. */
  communityNumbers: readonly number[];
  phase: TopicPhase;
  state: TopicState;
}

/** Already being worked on, so that whistles can be blown for them (K3, K4 of domain 6). */
const IN_WORK = { scale: 'keyMinor', tier: 'neighbourhood', phase: 'solving', state: 'PLANNED' } as const;

export const STANDING_TOPICS: readonly StandingTopic[] = [
  {
    ...IN_WORK,
    slug: 'parking',
    title: '非机动车停放规整',
    problem: '聂寨、颐苑、汇丰、康乐等社区电动车占道停放、飞线充电，通行和消防都受影响，需要统一规划车位和充电设施。',
    source: 'resident',
    categoryCode: 'C1',
    communityNumbers: [1, 2, 3, 4],
  },
  {
    ...IN_WORK,
    slug: 'elevator',
    title: '鸿元小区加装电梯',
    problem: '老楼没有电梯，老人上下楼困难；一楼住户担心采光和噪声，需要协商出各方都能接受的方案。',
    source: 'member',
    categoryCode: 'C3',
    communityNumbers: [4],
  },
];

/** The same id on every installation, so that a demo can name it. */
export const standingTopicId = (subdistrictId: string, slug: string): string =>
  nameUuid('standing-topic', subdistrictId, slug);

export const communityIdsOf = (subdistrictId: string, { communityNumbers }: StandingTopic): string[] =>
  communityNumbers.map((number) => `${subdistrictId.toUpperCase()}${String(number).padStart(2, '0')}`);
