import type { Instant } from '@hsl/contracts/instants';
import type { CloseTopic, ConvertTopic, PlanTopic, RecordConsensus } from '@hsl/contracts/schemas/topic-steps';
import { TOPIC_LEVELS, type TopicChange, type TopicLevel, type TopicState } from '@hsl/contracts/topics';
import type { Topic } from '../generated/prisma/client.js';
import type { TopicPatch } from './topic-columns.js';

/** After so many times without result it is escalated or closed (domain 4.1). */
const MOST_DELIBERATIONS = 2;

/** What a step is told, of all steps together; each schema allows its own. */
export type StepBody = Partial<
  PlanTopic & RecordConsensus & ConvertTopic & CloseTopic & { remark: string; finding: string }
>;

export interface TopicStep {
  change: TopicChange;
  /** In the table of abilities. */
  action: string;
  from: readonly TopicState[];
  to: TopicState;
  /** Further conditions on where it stands. */
  isOpen?: (row: Topic) => boolean;
  patch?: (body: StepBody, row: Topic) => TopicPatch;
  words: (body: StepBody) => string | undefined;
}

const hasAgreement = ({ consensus }: Topic): boolean => consensus === 'consensus' || consensus === 'partial';

/** Steps of a topic (domain 4.1, S110); chosen, it is public. */
export const TOPIC_STEPS = {
  shortlist: {
    ...{ change: 'shortlist', action: 'topic.shortlist', from: ['PROPOSED'], to: 'SHORTLISTED' },
    ...{ patch: () => ({ published: true }), words: ({ remark }) => remark },
  },
  plan: {
    ...{ change: 'plan', action: 'topic.plan', from: ['SHORTLISTED'], to: 'PLANNED' },
    patch: ({ planYear = null, memberIds = [] }) => ({ planYear, memberIds }),
    words: () => undefined,
  },
  survey: {
    ...{ change: 'survey', action: 'topic.recordSurvey', from: ['PLANNED', 'SURVEYED'], to: 'SURVEYED' },
    words: ({ finding }) => finding,
  },
  deliberate: {
    // Whoever closes a session on it says what people came to.
    ...{ change: 'deliberate', action: 'session.close', from: ['SURVEYED', 'DELIBERATED'], to: 'DELIBERATED' },
    isOpen: (row) => !hasAgreement(row) && row.deliberations < MOST_DELIBERATIONS,
    patch: ({ consensus = null }, { deliberations }) => ({ consensus, deliberations: deliberations + 1 }),
    words: ({ words }) => words,
  },
  convert: {
    ...{ change: 'convert', action: 'topic.convert', from: ['DELIBERATED'], to: 'CONVERTED', isOpen: hasAgreement },
    words: ({ measures }) => measures,
  },
  close: {
    ...{ change: 'close', action: 'topic.close', from: ['CONVERTED', 'DELIBERATED'], to: 'CLOSED' },
    patch: ({ outcome = null }) => ({ outcome }),
    words: ({ reason }) => reason,
  },
} as const satisfies Record<string, TopicStep>;

export const isStepOpen = ({ from, isOpen }: TopicStep, row: Topic): boolean =>
  from.includes(row.state as TopicState) && (isOpen?.(row) ?? true);

/** Row changes of a step; the phase begins when the first state of it is reached, and names who led there (S110). */
export function stepPatch(step: TopicStep, row: Topic, body: StepBody, userId: string, at: Instant): TopicPatch {
  const patch: TopicPatch = { state: step.to, ...step.patch?.(body, row) };
  const since = new Date(at);
  if (step.to === 'PLANNED') return { ...patch, phase: 'solving', solvingAt: since, solvingBy: userId };
  // Without measures and without result nothing was broken through.
  const breaksThrough = step.to === 'CONVERTED' || (step.to === 'CLOSED' && body.outcome !== 'unresolved');
  if (!breaksThrough || row.breakthroughAt !== null) return patch;
  return { ...patch, phase: 'breakthrough', breakthroughAt: since, breakthroughBy: userId };
}

/** The right a move from one level to another asks for; undefined where there is no such move: levels are not skipped. */
export function moveAction(from: string, to: TopicLevel): 'matter.escalate' | 'matter.handDown' | undefined {
  const distance = TOPIC_LEVELS.indexOf(to) - TOPIC_LEVELS.indexOf(from as TopicLevel);
  if (distance === 1) return 'matter.escalate';
  return distance === -1 ? 'matter.handDown' : undefined;
}
