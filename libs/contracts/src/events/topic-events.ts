import type { Tier, Track } from '../grades.js';
import type {
  ProblemType,
  TopicChange,
  TopicLevel,
  TopicNature,
  TopicOutcome,
  TopicPhase,
  TopicScale,
  TopicSource,
  TopicState,
} from '../topics.js';

/** Events of the topic `hsl.topics`, key = topic id. The birth is topic.proposed.v1, or topic.changed.v1 `nominate`. */
export interface TopicEventData {
  /** Fires when a topic went a step, was tagged, or was given to another level; says all that is counted of it. */
  'topic.changed.v1': {
    topicId: string;
    change: TopicChange;
    state: TopicState;
    phase: TopicPhase;
    level: TopicLevel;
    source: TopicSource;
    scale: TopicScale;
    tier: Tier;
    track: Track;
    nature?: TopicNature;
    problemTypes: ProblemType[];
    categoryCode: string;
    communityIds: string[];
    /** Of the plan it stands in. */
    year?: number;
    outcome?: TopicOutcome;
    actedBy: string;
    version: number;
    at: number;
  };
  /** Fires when nothing was held in a community for 30 days, at most once in as many (S13). */
  'community.silent.v1': { communityId: string; days: number; at: number };
}
