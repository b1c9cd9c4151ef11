import { TIERS, TRACKS } from '@hsl/contracts/grades';
import type { TopicCounts } from '@hsl/contracts/schemas/topic-steps';
import {
  PROBLEM_TYPES,
  TOPIC_LEVELS,
  TOPIC_NATURES,
  TOPIC_SCALES,
  TOPIC_SOURCES,
  TOPIC_STATES,
} from '@hsl/contracts/topics';
import type { Topic } from '../generated/prisma/client.js';

/** As much of a topic as is counted. */
export type Counted = Pick<
  Topic,
  | 'state'
  | 'source'
  | 'scale'
  | 'tier'
  | 'track'
  | 'level'
  | 'nature'
  | 'outcome'
  | 'problemTypes'
  | 'strategyTags'
  | 'communityIds'
>;
export interface Names {
  /** Titles of active tags by id. */
  tags: ReadonlyMap<string, string>;
  communities: ReadonlyMap<string, string>;
}

const isResolved = ({ outcome }: Counted): boolean => outcome === 'resolved';

/** Counts per kind (S3, S4, S29, S36, S58, S71, S78); what has none of a kind counts in none of it. */
export function topicCounts(rows: readonly Counted[], { tags, communities }: Names): Omit<TopicCounts, 'from' | 'to'> {
  const by = <K extends string>(keys: readonly K[], of: (row: Counted) => string | null) =>
    tally(
      keys,
      rows.flatMap((row) => of(row) ?? []),
    );
  const tagIds = new Set([...tags.keys(), ...rows.flatMap(({ strategyTags }) => strategyTags)]);
  const communityIds = [...new Set(rows.flatMap((row) => row.communityIds))].toSorted();
  return {
    total: rows.length,
    resolved: rows.filter(isResolved).length,
    byState: by(TOPIC_STATES, ({ state }) => state),
    bySource: by(TOPIC_SOURCES, ({ source }) => source),
    byScale: by(TOPIC_SCALES, ({ scale }) => scale),
    byTier: by(TIERS, ({ tier }) => tier),
    byTrack: by(TRACKS, ({ track }) => track),
    byLevel: by(TOPIC_LEVELS, ({ level }) => level),
    byNature: by(TOPIC_NATURES, ({ nature }) => nature),
    byStrategyTag: [...tagIds].map((tagId) => {
      const tagged = rows.filter(({ strategyTags }) => strategyTags.includes(tagId));
      return { tagId, title: tags.get(tagId), topics: tagged.length, resolved: tagged.filter(isResolved).length };
    }),
    byCommunity: communityIds.map((communityId) => {
      const own = rows.filter((row) => row.communityIds.includes(communityId));
      return {
        ...{ communityId, communityName: communities.get(communityId), topics: own.length },
        resolved: own.filter(isResolved).length,
        problemTypes: tally(
          PROBLEM_TYPES,
          own.flatMap(({ problemTypes }) => problemTypes),
        ),
      };
    }),
  };
}

function tally<K extends string>(keys: readonly K[], values: readonly string[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, values.filter((value) => value === key).length])) as Record<
    K,
    number
  >;
}
