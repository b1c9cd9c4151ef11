import { randomUUID } from 'node:crypto';
import type { RungFired } from '@hsl/contracts/events/ladder-events';
import type { AnyOutgoingEvent } from '@hsl/database/decision';
import type { WhistleDecision, WhistleFact } from '@hsl/workflows/whistle/whistle.activities';
import type { WhistleFacts } from './unchanging-facts.js';

type Rung = Extract<WhistleFact, { type: 'rung' }>;

/** A rung of a step that a role owes: a reminder, or a card against nobody in particular. */
export function rungEventsOf(
  { whistleId, at, after }: WhistleDecision,
  fact: Rung,
  row: WhistleFacts,
): AnyOutgoingEvent[] {
  const { step, rung, dueAt, kind } = fact;
  const { number, communityId } = row;
  // A verification is owed by the members who came as well as by the community.
  const memberIds = step === 'verify' ? after.memberIds : undefined;
  const { nextRung } = after;
  const data: RungFired = { whistleId, number, communityId, memberIds, step, rung, dueAt, nextRung, at };
  switch (kind) {
    case 'reminder':
      return [{ type: 'step.reminded.v1', subject: whistleId, data }];
    case 'yellowCard':
      return [{ type: 'card.yellow.v1', subject: whistleId, data: { ...data, cardId: randomUUID() } }];
    case 'redCard':
      return [{ type: 'card.red.v1', subject: whistleId, data: { ...data, cardId: randomUUID() } }];
    default:
      return [];
  }
}
