import type { KafkaMessage } from 'kafkajs';
import type { CloudEvent } from '@hsl/contracts/event';
import { parseCloudEvent } from './cloud-event-parsing.js';
import { REPLAY_HEADER } from './dead-letter.js';
import type { TakeEvents } from './event-batches.js';

/**
 * Events at once: a transaction's worth. More would make others wait longer for the rows that all events move, and what
 * a transaction costs is no longer felt.
 */
const MOST_AT_ONCE = 500;

/** Who takes events of this type, none for a type that is skipped; undefined if such an event must go alone. */
export type TakersOf = (type: string) => readonly TakeEvents[] | undefined;

/** Messages that can be taken at once. */
export interface EventRun {
  events: CloudEvent[];
  byTaker: Map<TakeEvents, CloudEvent[]>;
  lastOffset: string;
}

/** The messages from place `from` on, up to the first that must go alone. */
export function leadingRun(
  messages: readonly KafkaMessage[],
  from: number,
  group: string,
  takersOf: TakersOf,
): EventRun {
  const run: EventRun = { events: [], byTaker: new Map(), lastOffset: '-1' };
  while (run.events.length < MOST_AT_ONCE) {
    const message = messages[from + run.events.length];
    const event = message && findEvent(message, group);
    const takers = event && takersOf(event.type);
    if (!takers) return run;
    for (const take of takers)
      run.byTaker
        .set(take, run.byTaker.get(take) ?? [])
        .get(take)!
        .push(event);
    run.events.push(event);
    run.lastOffset = message.offset;
  }
  return run;
}

/** Nothing for a message that is no event, or was replayed for another group: that goes alone. */
function findEvent({ headers, value }: KafkaMessage, group: string): CloudEvent | undefined {
  const replayFor = headers?.[REPLAY_HEADER]?.toString();
  if (replayFor !== undefined && replayFor !== group) return undefined;
  try {
    return parseCloudEvent(value);
  } catch {
    return undefined;
  }
}
