import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import type { Kafka } from 'kafkajs';
import { lastValueFrom } from 'rxjs';
import type { ConsumerMetrics } from './consumer-metrics.js';
import { DeadLetterWriter } from './dead-letter-writer.js';
import { eventAccount } from './event-account.js';
import { EventConsumer } from './event-consumer.js';
import { EventDispatcher, type EventHandler } from './event-dispatcher.js';
import type { TakeEvents } from './event-batches.js';
import { EventProducer } from './event-producer.js';
import { MessageHandling } from './message-handling.js';
import { PartitionHandling } from './partition-handling.js';
import { groupOf } from './topics.js';

export interface KafkaTransportOptions {
  kafka: Kafka;
  metrics: ConsumerMetrics;
  service: string;
  topics: string[];
  /** Methods that take many events at once, by type. */
  batches: ReadonlyMap<string, readonly TakeEvents[]>;
  /** Epoch milliseconds. */
  now: () => number;
}

/**
 * `@EventPattern('whistle.blown.v1')` over Kafka. One message of a partition at a time, or with `@EventBatch` many, in
 * order; an offset is committed after its handler has ended. A handler that throws is tried again while its partition waits and all others
 * flow; then the message goes to the dead letters and the partition moves on.
 */
export class KafkaTransportStrategy extends Server implements CustomTransportStrategy {
  /** Handlers are awaited and their errors seen to here; Nest need not log them. */
  override propagatesEventHandlerErrors = true;
  private readonly consumer: EventConsumer;

  /** Dead letters have their own: one that fails must not take the relay's with it. */
  private readonly producer: EventProducer;

  private readonly service: string;
  private readonly topics: readonly string[];
  private readonly batches: ReadonlyMap<string, readonly TakeEvents[]>;

  constructor({ kafka, metrics, service, topics, batches, now }: KafkaTransportOptions) {
    super();
    const group = groupOf(service);
    this.service = service;
    this.topics = topics;
    this.batches = batches;
    this.producer = new EventProducer(kafka);
    const dispatcher = new EventDispatcher(group, (type) => this.findHandler(type));
    const deadLetters = new DeadLetterWriter(kafka, this.producer);
    const single = new MessageHandling({ group, dispatcher, deadLetters, metrics, now });
    const takersOf = batches.size === 0 ? undefined : (type: string) => this.findTakers(type);
    const { handle } = new PartitionHandling({ group, takersOf, single, metrics, now });
    this.consumer = new EventConsumer(kafka, group, topics, handle);
  }

  /**
   * Answers at once: a broker that is away keeps nobody from starting.
   * @throws Error if the service and the catalogue of events disagree on what is heard here
   */
  listen(callback: () => void): void {
    const faults = eventAccount(this.service, [...this.messageHandlers.keys()], this.topics);
    if (faults.length > 0) throw new Error(`events of ${this.service}: ${faults.join('; ')}`);
    this.consumer.start();
    callback();
  }

  async close(): Promise<void> {
    await this.consumer.stop();
    await this.producer.disconnect();
  }

  override on(): never {
    throw new Error('this transport emits nothing');
  }

  override unwrap<T>(): T {
    return this.consumer as T;
  }

  /** Nest chains several handlers of one type into one. */
  private findHandler(type: string): EventHandler | undefined {
    const handler: MessageHandler | undefined = this.messageHandlers.get(type);
    if (!handler) return undefined;
    return async (event, context) => {
      await lastValueFrom(this.transformToObservable(handler(event, context)), { defaultValue: undefined });
    };
  }
  /** Undefined if not every handler of the type has one beside it that takes many. */
  private findTakers(type: string): readonly TakeEvents[] | undefined {
    let handlers = 0;
    for (let one = this.messageHandlers.get(type); one; one = one.next as MessageHandler | undefined) handlers += 1;
    const takers = this.batches.get(type) ?? [];
    return takers.length === handlers ? takers : undefined;
  }
}
