import type { KafkaTopic } from '../kafka-topics.js';
import type { CoverageEventData } from './coverage-events.js';
import type { BlockerEventData } from './blocker-events.js';
import type { CensusEventData } from './census-events.js';
import type { CheckInEventData } from './check-in-events.js';
import type { LadderEventData } from './ladder-events.js';
import type { ErasureEventData } from './erasure-events.js';
import { SNAPSHOT_EVENTS, TASK_EVENTS } from './snapshot-events.js';
import type { ReferenceEventData } from './reference-events.js';
import type { ReferralEventData } from './referral-events.js';
import type { RegisterEventData } from './register-events.js';
import type { LedgerEventData } from './ledger-events.js';
import type { RuleEventData } from './rule-events.js';
import type { ProposalEventData } from './proposal-events.js';
import type { SessionEventData } from './session-events.js';
import type { SittingEventData } from './sitting-events.js';
import type { SubmissionEventData } from './submission-events.js';
import type { TaskEventData } from './task-events.js';
import type { ThemeEventData } from './theme-events.js';
import type { TopicEventData } from './topic-events.js';
import type { VenueEventData } from './venue-events.js';
import type { WhistleEventData } from './whistle-events.js';

export type EventDataByType = WhistleEventData &
  LadderEventData &
  CheckInEventData &
  TaskEventData &
  BlockerEventData &
  SessionEventData &
  SittingEventData &
  ProposalEventData &
  SubmissionEventData &
  ReferralEventData &
  ErasureEventData &
  TopicEventData &
  LedgerEventData &
  RuleEventData &
  ThemeEventData &
  RegisterEventData &
  VenueEventData &
  CensusEventData &
  CoverageEventData &
  ReferenceEventData;
export type EventType = keyof EventDataByType;

/** What happens to a whistle is projected, told to people, and followed by the topic it belongs to; and to `others`. */
const told = (...others: string[]): { topics: KafkaTopic[]; consumers: string[] } => ({
  topics: ['hsl.whistles'],
  consumers: [...others, 'insight', 'notices', 'topics'],
});
const SNAPSHOTS = Object.fromEntries(SNAPSHOT_EVENTS.map((type) => [type, told()])) as Record<
  keyof WhistleEventData,
  ReturnType<typeof told>
>;

const TASKS = Object.fromEntries(
  TASK_EVENTS.map((type) => [type, { topics: ['hsl.departments'], consumers: ['whistles', 'insight', 'notices'] }]),
) as Record<keyof TaskEventData, { topics: KafkaTopic[]; consumers: string[] }>;

/** A rung is told by the owner of the late step. */
const RUNGS: { topics: KafkaTopic[]; consumers: string[] } = {
  topics: ['hsl.whistles', 'hsl.departments', 'hsl.topics'],
  consumers: ['whistles', 'insight', 'notices'],
};

/**
 * Every event type there is, with who publishes it and who acts on it. A type without consumer says so with an empty list.
 */
export const EVENT_CATALOGUE: Record<EventType, { topics: KafkaTopic[]; consumers: string[] }> = {
  ...SNAPSHOTS,
  'whistle.dispatched.v1': told('departments', 'members'),
  'whistle.unitsChanged.v1': told('departments', 'members'),
  'whistle.verified.v1': told('departments'),
  'revisit.done.v1': told('departments'),
  'whistle.concluded.v1': told('members'),
  'step.reminded.v1': { ...RUNGS, topics: [...RUNGS.topics, 'hsl.members'] },
  'card.yellow.v1': RUNGS,
  'card.red.v1': RUNGS,
  'order.issued.v1': RUNGS,
  'interview.due.v1': RUNGS,
  'supervision.escalated.v1': RUNGS,
  'referral.answered.v1': { topics: ['hsl.whistles'], consumers: ['notices'] },
  'session.convened.v1': { topics: ['hsl.topics'], consumers: ['whistles', 'notices'] },
  'session.held.v1': { topics: ['hsl.topics'], consumers: ['whistles', 'members', 'notices', 'insight'] },
  'session.cancelled.v1': { topics: ['hsl.topics'], consumers: ['whistles', 'notices'] },
  'sitting.planned.v1': { topics: ['hsl.topics'], consumers: [] },
  'sitting.invited.v1': { topics: ['hsl.topics'], consumers: ['notices', 'insight'] },
  'sitting.reminded.v1': { topics: ['hsl.topics'], consumers: ['notices'] },
  'sitting.calledOff.v1': { topics: ['hsl.topics'], consumers: ['notices'] },
  'session.thematicHeld.v1': { topics: ['hsl.topics'], consumers: ['insight'] },
  'session.linked.v1': { topics: ['hsl.topics'], consumers: ['insight'] },
  'session.published.v1': { topics: ['hsl.topics'], consumers: ['whistles', 'notices'] },
  'proposal.changed.v1': { topics: ['hsl.topics'], consumers: ['members', 'notices', 'insight'] },
  'community.silent.v1': { topics: ['hsl.topics'], consumers: ['notices'] },
  'topic.changed.v1': { topics: ['hsl.topics'], consumers: ['notices'] },
  'submission.received.v1': { topics: ['hsl.topics'], consumers: ['notices'] },
  'submission.screened.v1': { topics: ['hsl.topics'], consumers: ['notices'] },
  'submission.answered.v1': { topics: ['hsl.topics'], consumers: ['notices', 'whistles'] },
  'submission.infoAdded.v1': { topics: ['hsl.topics'], consumers: ['notices'] },
  'submission.screeningDue.v1': { topics: ['hsl.topics'], consumers: ['notices'] },
  'personalData.erased.v1': { topics: ['hsl.topics'], consumers: ['notices', 'whistles'] },
  'submission.withdrawn.v1': { topics: ['hsl.topics'], consumers: ['notices'] },
  'submission.linkFailed.v1': { topics: ['hsl.topics'], consumers: ['notices', 'whistles'] },
  'checkIn.requested.v1': { topics: ['hsl.members'], consumers: ['whistles', 'notices', 'insight'] },
  'checkIn.confirmed.v1': { topics: ['hsl.members'], consumers: ['whistles', 'members', 'notices', 'insight'] },
  'checkIn.declined.v1': { topics: ['hsl.members'], consumers: ['whistles', 'notices', 'insight'] },
  'checkIn.missed.v1': { topics: ['hsl.members'], consumers: ['whistles', 'members', 'notices', 'insight'] },
  'checkIn.substituted.v1': { topics: ['hsl.members'], consumers: ['whistles', 'notices', 'insight'] },
  'checkIn.dismissed.v1': { topics: ['hsl.members'], consumers: ['whistles', 'notices', 'insight'] },
  'ledger.applied.v1': { topics: ['hsl.whistles'], consumers: ['notices', 'insight'] },
  'ledger.approved.v1': { topics: ['hsl.whistles'], consumers: ['notices', 'insight'] },
  'ledger.refused.v1': { topics: ['hsl.whistles'], consumers: ['notices', 'insight'] },
  'ledger.milestoneDone.v1': { topics: ['hsl.whistles'], consumers: ['notices', 'insight'] },
  'ledger.milestoneSlipped.v1': { topics: ['hsl.whistles'], consumers: ['notices', 'insight'] },
  'ledger.reviewDue.v1': { topics: ['hsl.whistles'], consumers: ['notices', 'insight'] },
  'ledger.carryOverProposed.v1': { topics: ['hsl.whistles'], consumers: ['notices', 'insight'] },
  'ledger.carriedOver.v1': { topics: ['hsl.whistles'], consumers: ['notices', 'insight'] },
  'ledger.carryOverRefused.v1': { topics: ['hsl.whistles'], consumers: ['notices', 'insight'] },
  'ledger.delivered.v1': { topics: ['hsl.whistles'], consumers: ['notices', 'insight'] },
  'ledger.closed.v1': { topics: ['hsl.whistles'], consumers: ['notices', 'insight'] },
  'ruleSet.proposed.v1': { topics: ['hsl.whistles'], consumers: ['notices'] },
  'ruleSet.rejected.v1': { topics: ['hsl.whistles'], consumers: ['notices'] },
  'ruleSet.changed.v1': { topics: ['hsl.whistles'], consumers: ['notices'] },
  'ruleSet.published.v1': { topics: ['hsl.whistles'], consumers: ['topics', 'insight'] },
  'calendar.loaded.v1': { topics: ['hsl.whistles'], consumers: ['notices', 'topics'] },
  'whistle.census.v1': { topics: ['hsl.whistles'], consumers: ['insight'] },
  'calendar.yearMissed.v1': { topics: ['hsl.whistles'], consumers: ['notices'] },
  'monthlyTheme.proposed.v1': { topics: ['hsl.whistles'], consumers: ['notices', 'insight'] },
  'monthlyTheme.approved.v1': { topics: ['hsl.whistles'], consumers: ['notices', 'insight'] },
  'monthlyTheme.refused.v1': { topics: ['hsl.whistles'], consumers: ['notices', 'insight'] },
  ...TASKS,
  'task.census.v1': { topics: ['hsl.departments'], consumers: ['insight'] },
  'task.rated.v1': { topics: ['hsl.departments'], consumers: ['insight'] },
  // The whistle's own history tells what moved them.
  'task.termsChanged.v1': { topics: ['hsl.departments'], consumers: ['insight', 'notices'] },
  'blocker.recorded.v1': { topics: ['hsl.departments'], consumers: ['whistles', 'notices'] },
  'blocker.cleared.v1': { topics: ['hsl.departments'], consumers: ['whistles', 'notices'] },
  'category.changed.v1': { topics: ['hsl.topics'], consumers: ['whistles', 'members', 'departments', 'insight'] },
  'topic.proposed.v1': { topics: ['hsl.topics'], consumers: ['whistles'] },
  'department.changed.v1': { topics: ['hsl.departments'], consumers: ['whistles', 'insight', 'topics', 'notices'] },
  'routing.changed.v1': { topics: ['hsl.departments'], consumers: ['whistles'] },
  'community.changed.v1': {
    topics: ['hsl.whistles'],
    consumers: ['members', 'topics', 'departments', 'insight', 'notices'],
  },
  'member.posted.v1': { topics: ['hsl.members'], consumers: ['members', 'insight'] },
  'coverage.breached.v1': { topics: ['hsl.members'], consumers: ['notices', 'insight'] },
  'coverage.cured.v1': { topics: ['hsl.members'], consumers: ['notices', 'insight'] },
  'register.recorded.v1': {
    ...{ topics: ['hsl.topics', 'hsl.members', 'hsl.departments'], consumers: ['members', 'insight'] },
  },
  'register.changed.v1': {
    ...{ topics: ['hsl.topics', 'hsl.members', 'hsl.departments'], consumers: ['members', 'insight'] },
  },
  'booking.made.v1': { topics: ['hsl.topics'], consumers: [] },
  'booking.cancelled.v1': { topics: ['hsl.topics'], consumers: [] },
  'user.changed.v1': { topics: ['hsl.access'], consumers: ['members', 'notices'] },
};

export const isEventType = (type: string): type is EventType => Object.hasOwn(EVENT_CATALOGUE, type);
