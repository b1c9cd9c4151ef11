import type { KafkaTopic } from '../kafka-topics.js';
import type { CheckInEventData } from './check-in-events.js';
import type { LadderEventData } from './ladder-events.js';
import type { ReferenceEventData } from './reference-events.js';
import type { TaskEventData } from './task-events.js';
import type { WhistleEventData } from './whistle-events.js';

export type EventDataByType = WhistleEventData &
  LadderEventData &
  CheckInEventData &
  TaskEventData &
  ReferenceEventData;
export type EventType = keyof EventDataByType;

/**
 * Every event type there is, with who publishes it and who acts on it. The ladder's three come from the owner of
 * the late step. A type without consumer says so with an empty list.
 */
export const EVENT_CATALOGUE: Record<EventType, { topics: KafkaTopic[]; consumers: string[] }> = {
  'whistle.blown.v1': { topics: ['hsl.whistles'], consumers: ['insight', 'notices', 'topics'] },
  'whistle.accepted.v1': { topics: ['hsl.whistles'], consumers: ['insight', 'notices', 'topics'] },
  'whistle.checkedIn.v1': { topics: ['hsl.whistles'], consumers: ['insight', 'notices', 'topics'] },
  'whistle.dispatched.v1': {
    topics: ['hsl.whistles'],
    consumers: ['departments', 'members', 'insight', 'notices', 'topics'],
  },
  'whistle.feedbackSubmitted.v1': { topics: ['hsl.whistles'], consumers: ['insight', 'notices', 'topics'] },
  'whistle.verified.v1': { topics: ['hsl.whistles'], consumers: ['departments', 'insight', 'notices', 'topics'] },
  'whistle.verificationFailed.v1': { topics: ['hsl.whistles'], consumers: ['insight', 'notices', 'topics'] },
  'revisit.done.v1': { topics: ['hsl.whistles'], consumers: ['departments', 'insight', 'notices', 'topics'] },
  'whistle.concluded.v1': { topics: ['hsl.whistles'], consumers: ['members', 'insight', 'notices', 'topics'] },
  'lookBack.due.v1': { topics: ['hsl.whistles'], consumers: ['insight', 'notices', 'topics'] },
  'lookBack.reported.v1': { topics: ['hsl.whistles'], consumers: ['insight', 'notices', 'topics'] },
  'whistle.archived.v1': { topics: ['hsl.whistles'], consumers: ['insight', 'notices', 'topics'] },
  'step.reminded.v1': {
    topics: ['hsl.whistles', 'hsl.members', 'hsl.departments'],
    consumers: ['whistles', 'insight', 'notices'],
  },
  'card.yellow.v1': { topics: ['hsl.whistles', 'hsl.departments'], consumers: ['whistles', 'insight', 'notices'] },
  'card.red.v1': { topics: ['hsl.whistles', 'hsl.departments'], consumers: ['whistles', 'insight', 'notices'] },
  'checkIn.requested.v1': { topics: ['hsl.members'], consumers: ['whistles', 'notices'] },
  'checkIn.confirmed.v1': { topics: ['hsl.members'], consumers: ['whistles', 'notices'] },
  'checkIn.declined.v1': { topics: ['hsl.members'], consumers: ['whistles', 'notices'] },
  'checkIn.missed.v1': { topics: ['hsl.members'], consumers: ['whistles', 'notices'] },
  'checkIn.substituted.v1': { topics: ['hsl.members'], consumers: ['whistles', 'notices'] },
  'task.dispatched.v1': { topics: ['hsl.departments'], consumers: ['whistles', 'insight', 'notices'] },
  'task.acknowledged.v1': { topics: ['hsl.departments'], consumers: ['whistles', 'insight', 'notices'] },
  'task.feedbackSubmitted.v1': { topics: ['hsl.departments'], consumers: ['whistles', 'insight', 'notices'] },
  'task.reworked.v1': { topics: ['hsl.departments'], consumers: ['whistles', 'insight', 'notices'] },
  'category.changed.v1': { topics: ['hsl.topics'], consumers: ['whistles', 'members', 'departments'] },
  'topic.proposed.v1': { topics: ['hsl.topics'], consumers: ['whistles'] },
  'department.changed.v1': { topics: ['hsl.departments'], consumers: ['whistles', 'insight'] },
  'community.changed.v1': { topics: ['hsl.whistles'], consumers: ['members', 'topics', 'insight'] },
  'member.posted.v1': { topics: ['hsl.members'], consumers: [] },
  'user.changed.v1': { topics: ['hsl.access'], consumers: ['notices'] },
};

export const isEventType = (type: string): type is EventType => Object.hasOwn(EVENT_CATALOGUE, type);
