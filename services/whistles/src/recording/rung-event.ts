import { randomUUID } from 'node:crypto';
import { RUNG_EVENT_TYPES, type RungFired } from '@hsl/contracts/events/ladder-events';
import type { AnyOutgoingEvent } from '@hsl/database/decision';
import type { WhistleDecision, WhistleFact } from '@hsl/workflows/whistle/whistle.activities';
import type { WhistleFacts } from './unchanging-facts.js';

type Rung = Extract<WhistleFact, { type: 'rung' }>;

const CARDS: readonly string[] = ['yellowCard', 'redCard'];

/** A rung of a step that a role owes: a reminder, or a card, order or interview against nobody in particular. */
export function rungEventsOf(
  { whistleId, at, after }: WhistleDecision,
  fact: Rung,
  row: WhistleFacts,
): AnyOutgoingEvent[] {
  const { step, rung, dueAt, kind } = fact;
  const { number, communityId } = row;
  // A verification is owed by the members who came as well as by the community.
  const memberIds = step === 'verify' ? after.progress.memberIds : undefined;
  const { nextRung } = after;
  const data: RungFired = { whistleId, number, communityId, memberIds, step, rung, dueAt, nextRung, at };
  const card = CARDS.includes(kind) ? { cardId: randomUUID() } : {};
  return [{ type: RUNG_EVENT_TYPES[kind], subject: whistleId, data: { ...data, ...card } }];
}
