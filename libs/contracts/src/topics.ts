/** Codes of topics (domain 3, 4.1, S29, S107 to S110). */

/** Who set it: residents, a member, the leadership. */
export const TOPIC_SOURCES = ['resident', 'member', 'leadership'] as const;
export type TopicSource = (typeof TOPIC_SOURCES)[number];

/** S29: a large matter of development, or a small one that is the key to something. */
export const TOPIC_SCALES = ['developmentMajor', 'keyMinor'] as const;
export type TopicScale = (typeof TOPIC_SCALES)[number];

/** S110: choosing the topic, working on it, breaking through. */
export const TOPIC_PHASES = ['selection', 'solving', 'breakthrough'] as const;
export type TopicPhase = (typeof TOPIC_PHASES)[number];

export const TOPIC_STATES = [
  'PROPOSED',
  'SHORTLISTED',
  'PLANNED',
  'SURVEYED',
  'DELIBERATED',
  'CONVERTED',
  'CLOSED',
] as const;
export type TopicState = (typeof TOPIC_STATES)[number];
