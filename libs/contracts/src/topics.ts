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

/** While it is one of these its coordination plan is written (S106). */
const PLANNING_STATES: readonly TopicState[] = ['PLANNED', 'SURVEYED', 'DELIBERATED', 'CONVERTED'];
export const takesPlan = (state: TopicState): boolean => PLANNING_STATES.includes(state);

/** S4: what makes it hard: a difficulty, a pain, a blockage; a topic may be several. */
export const PROBLEM_TYPES = ['difficulty', 'pain', 'blockage'] as const;
export type ProblemType = (typeof PROBLEM_TYPES)[number];

/** S36: a deed that people wait for, or a problem that resists. */
export const TOPIC_NATURES = ['practicalDeed', 'hardProblem'] as const;
export type TopicNature = (typeof TOPIC_NATURES)[number];

/** S31: who has it on the table, from below upwards. */
export const TOPIC_LEVELS = ['community', 'subdistrict', 'district'] as const;
export type TopicLevel = (typeof TOPIC_LEVELS)[number];

/** What people came to when they talked it over (domain 4.1). */
export const TOPIC_CONSENSUS = ['consensus', 'partial', 'none'] as const;

/** S71: what came of it in the end. */
export const TOPIC_OUTCOMES = ['resolved', 'partlyResolved', 'unresolved'] as const;
export type TopicOutcome = (typeof TOPIC_OUTCOMES)[number];

/** Who may take a part in a coordination plan (S106). */
export const PARTY_KINDS = ['community', 'department', 'member'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** A plan is agreed once every party has signed it. */
export const PLAN_STATES = ['OPEN', 'AGREED'] as const;

/** What residents are asked twice a year, each from 1 (bad) to 5 (good) (S96). */
export const SURVEY_QUESTIONS = ['safety', 'environment', 'services', 'neighbours', 'beingHeard', 'overall'] as const;

/** What the yearly review counts, in the order it is read (S116). */
export const REVIEW_FIGURES = [
  'topicsProposed',
  'topicsSetByLeadership',
  'topicsPlanned',
  'topicsResolved',
  'sessionsConvened',
  'submissionsReceived',
  'submissionsAnswered',
  'proposalsSubmitted',
  'activitiesHeld',
] as const;
export type ReviewFigure = (typeof REVIEW_FIGURES)[number];

/** What may happen to a topic after its birth; the events name it. */
export const TOPIC_CHANGES = [
  'nominate',
  'shortlist',
  'plan',
  'survey',
  'deliberate',
  'convert',
  'close',
  'tag',
  'level',
] as const;
export type TopicChange = (typeof TOPIC_CHANGES)[number];
