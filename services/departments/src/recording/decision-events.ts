import type { RungFired } from '@hsl/contracts/events/ladder-events';
import type { TaskFact as TaskEventFact } from '@hsl/contracts/events/task-events';
import type { CardKind } from '@hsl/contracts/department-kinds';
import type { RungKind } from '@hsl/contracts/steps';
import type { AnyOutgoingEvent } from '@hsl/database/decision';
import type { TaskDecision, TaskFact } from '@hsl/workflows/department-task/department-task.activities';
import { nameUuid } from '@hsl/platform/name-uuid';

export type RungFact = Extract<TaskFact, { type: 'rung' }>;

/** Rungs that are a card; a reminder is none, and the later rungs are not climbed here (domain 4.4). */
const CARDS: Partial<Record<RungKind, CardKind>> = { yellowCard: 'yellow', redCard: 'red' };

export interface IssuedCard {
  id: string;
  kind: CardKind;
}

/** The card a rung issues, with the same id however often it is recorded; undefined for a reminder. */
export function cardOf({ taskId, after }: TaskDecision, { step, kind }: RungFact): IssuedCard | undefined {
  const card = CARDS[kind];
  return card && { id: nameUuid('card', taskId, after.round, step, card), kind: card };
}

/** What other services are told of a decision: one event each. */
export function eventsOf(decision: TaskDecision): AnyOutgoingEvent[] {
  const { fact, taskId: subject } = decision;
  switch (fact.type) {
    case 'dispatched':
      return [{ type: 'task.dispatched.v1', subject, data: taskFactOf(decision) }];
    case 'reworked':
      return [{ type: 'task.reworked.v1', subject, data: taskFactOf(decision) }];
    case 'acknowledged':
      return [{ type: 'task.acknowledged.v1', subject, data: { ...taskFactOf(decision), onTime: fact.onTime } }];
    case 'feedbackSubmitted':
      return [{ type: 'task.feedbackSubmitted.v1', subject, data: { ...taskFactOf(decision), onTime: fact.onTime } }];
    case 'stopped':
      return [{ type: 'task.stopped.v1', subject, data: taskFactOf(decision) }];
    case 'termsChanged':
      return [{ type: 'task.termsChanged.v1', subject, data: taskFactOf(decision) }];
    case 'rung':
      return [rungEvent(decision, fact)];
  }
}

function taskFactOf(decision: TaskDecision): TaskEventFact {
  const { taskId, whistleId, number, communityId, departmentId, role, version, at, after } = decision;
  const { round, state, acknowledgeDueAt, feedbackDueAt, nextRung } = after;
  return {
    ...{ taskId, whistleId, number, communityId, departmentId, role, round, state, version },
    ...{ acknowledgeDueAt, feedbackDueAt, nextRung, at },
  };
}

function rungEvent(decision: TaskDecision, fact: RungFact): AnyOutgoingEvent {
  const { whistleId, number, communityId, departmentId, taskId, at, after } = decision;
  const { nextRung } = after;
  const { step, rung, dueAt } = fact;
  const card = cardOf(decision, fact);
  const fired: RungFired = { whistleId, number, communityId, step, departmentId, taskId, rung, dueAt, nextRung, at };
  if (!card) return { type: 'step.reminded.v1', subject: taskId, data: fired };
  const type = card.kind === 'yellow' ? 'card.yellow.v1' : 'card.red.v1';
  return { type, subject: taskId, data: { ...fired, cardId: card.id } };
}
