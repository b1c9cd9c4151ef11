import type { CardKind } from '@hsl/contracts/department-kinds';
import type { EventType } from '@hsl/contracts/events/event-types';
import { RUNG_EVENT_TYPES, type RungFired } from '@hsl/contracts/events/ladder-events';
import type { TaskEventData, TaskFact as TaskEventFact } from '@hsl/contracts/events/task-events';
import type { RungKind } from '@hsl/contracts/steps';
import type { AnyOutgoingEvent } from '@hsl/database/decision';
import { nameUuid } from '@hsl/platform/name-uuid';
import type { TaskDecision, TaskFact } from '@hsl/workflows/department-task/department-task.activities';
import { rulingOf } from './task-ruling.js';

export type RungFact = Extract<TaskFact, { type: 'rung' }>;

/** Rungs that are a card; a reminder is none, and what follows the red card has rows of its own (domain 4.4). */
const CARDS: Partial<Record<RungKind, CardKind>> = { yellowCard: 'yellow', redCard: 'red' };

/** The event that tells of each fact. */
const EVENT_OF: Record<Exclude<TaskFact['type'], 'rung'>, keyof TaskEventData> = {
  dispatched: 'task.dispatched.v1',
  reworked: 'task.reworked.v1',
  stopped: 'task.stopped.v1',
  termsChanged: 'task.termsChanged.v1',
  acknowledged: 'task.acknowledged.v1',
  feedbackSubmitted: 'task.feedbackSubmitted.v1',
  waived: 'task.waived.v1',
  returnRequested: 'task.returnRequested.v1',
  returnRefused: 'task.returnRefused.v1',
  returned: 'task.returned.v1',
  disputed: 'task.disputed.v1',
  siteMeetingHeld: 'dispute.met.v1',
  disputeRuled: 'dispute.ruled.v1',
  appealed: 'dispute.appealed.v1',
  disputeSettled: 'dispute.settled.v1',
  extensionRequested: 'task.extensionRequested.v1',
  extended: 'task.extended.v1',
  extensionRefused: 'task.extensionRefused.v1',
  idleFlagged: 'task.idleFlagged.v1',
  paused: 'task.paused.v1',
  resumed: 'task.resumed.v1',
  orderAnswered: 'order.answered.v1',
};

export interface IssuedCard {
  id: string;
  kind: CardKind;
}

/** The card a rung issues, with the same id however often it is recorded; undefined for any other rung. */
export function cardOf({ taskId, after }: TaskDecision, { step, kind }: RungFact): IssuedCard | undefined {
  const card = CARDS[kind];
  return card && isOwed(step) ? { id: nameUuid('card', taskId, after.round, step, card), kind: card } : undefined;
}

/** Cards are a department's for what it owes; a ruling that is late is a card against nobody. */
const isOwed = (step: RungFact['step']): boolean => ['acknowledge', 'feedback', 'orderAnswer'].includes(step);

/** What events say that is in a row of this service's, not in the decision. */
export interface Looked {
  /** Units of the row of the routing table that a ruling becomes. */
  supporting?: string[];
  /** How much a feedback shows. */
  shown?: { evidence: number; files: number };
}

/** What other services are told of a decision: its fact, and, of a precedent, the new row of the routing table. */
export function eventsOf(decision: TaskDecision, { supporting, shown }: Looked = {}): AnyOutgoingEvent[] {
  const { fact, taskId: subject } = decision;
  if (fact.type === 'rung') return [rungEvent(decision, fact)];
  const { type, contentId: _draft, order: _order, ...added } = { contentId: undefined, order: undefined, ...fact };
  const event = (name: EventType, data: object) => ({ type: name, subject, data }) as AnyOutgoingEvent;
  return [
    event(EVENT_OF[type], { ...taskFactOf(decision), ...added, ...shown }),
    ...orderEvents(decision),
    ...(fact.type === 'disputeSettled' && supporting ? [precedentEvent(decision, fact, supporting)] : []),
  ];
}

function taskFactOf(decision: TaskDecision): TaskEventFact {
  const { taskId, whistleId, number, communityId, departmentId, role, version, at, after } = decision;
  const { round, state, acknowledgeDueAt, feedbackDueAt, nextRung } = after;
  return {
    ...{ taskId, whistleId, number, communityId, departmentId, role, round, state, version },
    ...{ acknowledgeDueAt, feedbackDueAt, nextRung, ruling: rulingOf(after), at },
  };
}

function firedOf(decision: TaskDecision, { step, rung, dueAt }: Pick<RungFact, 'step' | 'rung' | 'dueAt'>): RungFired {
  const { whistleId, number, communityId, departmentId, taskId, at, after } = decision;
  return { whistleId, number, communityId, step, departmentId, taskId, rung, dueAt, nextRung: after.nextRung, at };
}

function rungEvent(decision: TaskDecision, fact: RungFact): AnyOutgoingEvent {
  const card = cardOf(decision, fact);
  const more = { ...(card ? { cardId: card.id } : {}), ...(fact.order ? { orderId: fact.order.orderId } : {}) };
  const data = { ...firedOf(decision, fact), ...more };
  return { type: RUNG_EVENT_TYPES[fact.kind], subject: decision.taskId, data };
}

/** Whistles of the category go to the unit of the ruling from now on (domain 4.5 dispute). */
const precedentEvent = (
  { categoryCode }: TaskDecision,
  { toDepartmentId: leadDepartmentId }: { toDepartmentId: string },
  supporting: string[],
): AnyOutgoingEvent => ({
  ...{ type: 'routing.changed.v1', subject: categoryCode },
  data: { categoryCode, leadDepartmentId, supportingDepartmentIds: supporting.filter((id) => id !== leadDepartmentId) },
});

/** A false feedback brings an order without a rung (domain 4.5). */
function orderEvents(decision: TaskDecision): AnyOutgoingEvent[] {
  const { fact, taskId: subject } = decision;
  if (fact.type !== 'reworked' || !fact.order) return [];
  const { step, dueAt, orderId } = fact.order;
  return [{ type: 'order.issued.v1', subject, data: { ...firedOf(decision, { step, rung: 4, dueAt }), orderId } }];
}
