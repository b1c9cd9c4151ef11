import { randomUUID } from 'node:crypto';
import type { Kafka } from 'kafkajs';
import type { CloudEvent } from '@hsl/contracts/event';
import { EventConsumer } from '@hsl/kafka/event-consumer';

/** Everything that was ever published to a topic, as another consumer sees it. */
export class TopicLog {
  readonly events: CloudEvent[] = [];
  private readonly consumer: EventConsumer;

  constructor(kafka: Kafka, topic: string) {
    this.consumer = new EventConsumer(kafka, `log-${randomUUID()}`, [topic], (_topic, _partition, messages, from) => {
      this.events.push(JSON.parse(messages[from]?.value?.toString() ?? 'null') as CloudEvent);
      return Promise.resolve({ done: true, count: 1 });
    });
    this.consumer.start();
  }

  ofSubject(subject: string): number[] {
    return this.events.filter((event) => event.subject === subject).map(({ sequence }) => sequence);
  }

  async stop(): Promise<void> {
    await this.consumer.stop();
  }
}
