import { Logger } from '@nestjs/common';
import type { KafkaMessage } from 'kafkajs';
import type { CloudEvent } from '@hsl/contracts/event';
import { newTraceparent, runInTrace } from '@hsl/platform/trace-context';
import { withinTime } from '@hsl/platform/within-time';
import { parseCloudEvent } from './cloud-event-parsing.js';
import type { EventOutcome } from './consumer-metrics.js';
import { REPLAY_HEADER } from './dead-letter.js';
import { KafkaEventContext, type KafkaPlace } from './kafka-event.context.js';

/** Runs the handlers of an event to their end; rejects with what they threw. */
export type EventHandler = (event: CloudEvent, context: KafkaEventContext) => Promise<void>;

const HANDLER_TIMEOUT_MS = 30_000;

/** A handler that does not end in time has failed; what it still does is the inbox's business. */
export const untilHandled = (handling: Promise<void>): Promise<void> =>
  withinTime(handling, HANDLER_TIMEOUT_MS, () => new Error(`the handler did not end in ${HANDLER_TIMEOUT_MS} ms`));

/** Trying again cannot mend it. */
export class MalformedEvent extends Error {
  override name = 'MalformedEvent';
}

export interface Dispatched {
  outcome: EventOutcome;
  event?: CloudEvent;
}

/** Finds the handler of a message and runs it once. */
export class EventDispatcher {
  private readonly logger = new Logger(EventDispatcher.name);

  constructor(
    private readonly group: string,
    private readonly findHandler: (type: string) => EventHandler | undefined,
  ) {}

  /**
   * @throws MalformedEvent for a message that is no CloudEvent; whatever the handler throws
   */
  async dispatch(message: KafkaMessage, place: KafkaPlace): Promise<Dispatched> {
    const replayFor = message.headers?.[REPLAY_HEADER]?.toString();
    if (replayFor !== undefined && replayFor !== this.group) return { outcome: 'notForUs' };
    const event = readEvent(message);
    const handler = this.findHandler(event.type);
    if (!handler) {
      this.logger.debug(`${event.type} ${event.id}: no handler here`);
      return { outcome: 'skipped', event };
    }
    const trace = { requestId: event.id, traceparent: event.traceparent ?? newTraceparent() };
    await runInTrace(trace, () => this.run(handler, event, place));
    return { outcome: 'handled', event };
  }

  /** In the event's trace: every line logged meanwhile carries the event's id and traceparent. */
  private async run(handler: EventHandler, event: CloudEvent, place: KafkaPlace): Promise<void> {
    const name = `${event.type} at ${place.topic}/${place.partition}/${place.offset}`;
    try {
      await untilHandled(handler(event, new KafkaEventContext(place)));
      this.logger.debug(`${name}: handled`);
    } catch (error) {
      this.logger.warn({ err: error, msg: `${name}: attempt ${place.attempt} failed` });
      throw error;
    }
  }
}

function readEvent(message: KafkaMessage): CloudEvent {
  try {
    return parseCloudEvent(message.value);
  } catch (error) {
    throw new MalformedEvent(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
