import { TIERS } from '@hsl/contracts/grades';
import { TOPIC_PHASES, TOPIC_SCALES, TOPIC_SOURCES, TOPIC_STATES } from '@hsl/contracts/topics';
import type { Cut } from '../cut-list/cut.js';

/** What the list may be cut down to. */
export const TOPIC_CUTS: readonly Cut[] = [
  { name: 'state', codes: TOPIC_STATES, words: 'topicState' },
  { name: 'phase', codes: TOPIC_PHASES, words: 'topicPhase' },
  { name: 'source', codes: TOPIC_SOURCES, words: 'topicSource' },
  { name: 'scale', codes: TOPIC_SCALES, words: 'topicScale' },
  { name: 'tier', codes: TIERS, words: 'field.tier' },
  { name: 'community' },
];
