import type { EventDataByType, EventType } from './events/event-types.js';

export { KAFKA_TOPICS, type KafkaTopic } from './kafka-topics.js';

/**
 * CloudEvents 1.0 in structured JSON, with three extensions (lower case as CloudEvents demands).
 * `data` carries ids, codes, numbers and instants only.
 */
export interface CloudEvent<T extends EventType = EventType> {
  specversion: '1.0';
  /** Unique; an inbox remembers it so that an event takes effect once. */
  id: string;
  /** `/hsl/<service>` */
  source: string;
  type: T;
  /** The aggregate's id, also the Kafka key. */
  subject: string;
  /** When it happened, ISO 8601 UTC. */
  time: string;
  datacontenttype: 'application/json';
  subdistrictid: string;
  /** Rises per aggregate, with gaps (version × 100 + index within the decision); guards order. */
  sequence: number;
  traceparent?: string;
  data: EventDataByType[T];
}

/** What a service hands to its outbox; the rest of the envelope is added there. */
export interface OutgoingEvent<T extends EventType = EventType> {
  type: T;
  subject: string;
  data: EventDataByType[T];
}
