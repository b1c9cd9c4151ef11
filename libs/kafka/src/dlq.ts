import type { Admin, Kafka } from 'kafkajs';
import { REPLAY_HEADER } from './dead-letter.js';
import { findDeadLetter, type DeadLetter } from './dead-letter-entry.js';
import { EventProducer } from './event-producer.js';
import { readTopics } from './topic-reading.js';
import { isDeadLetterTopic } from './topics.js';

/** Which dead letters; an absent criterion matches all. */
export interface DeadLetterFilter {
  id?: string;
  /** The event's own topic, e.g. hsl.whistles. */
  topic?: string;
  /** The group that failed, e.g. hsl.insight. */
  group?: string;
}

/**
 * What the services could not handle. An entry lives in `<topic>.<group>.dlq` under its id until that id gets a message without
 * value: entries can be taken in any order, several people may work at it, and nothing but the topic has to be kept.
 */
export class DeadLetters {
  private readonly admin: Admin;
  private readonly producer: EventProducer;

  constructor(private readonly kafka: Kafka) {
    this.admin = kafka.admin();
    this.producer = new EventProducer(kafka);
  }

  /** Oldest failure first. */
  async list(filter: DeadLetterFilter = {}): Promise<DeadLetter[]> {
    await this.admin.connect();
    const topics = (await this.admin.listTopics()).filter(isDeadLetterTopic);
    const letters = new Map<string, DeadLetter>();
    await readTopics(this.kafka, this.admin, topics, (topic, message) => {
      const id = message.key?.toString() ?? '';
      const letter = findDeadLetter(topic, message);
      // Later entries of a key replace earlier ones; one without a value ends it.
      letters.delete(id);
      if (letter) letters.set(id, letter);
    });
    return [...letters.values()]
      .filter((letter) => matches(letter, filter))
      .toSorted((a, b) => (a.firstFailedAt < b.firstFailedAt ? -1 : 1));
  }

  /**
   * Sends the event to its topic again, for the group that failed only, then takes the dead letter away. If it stops in
   * between, the event is sent twice, and the inbox sees to that.
   */
  async replay(letter: DeadLetter): Promise<void> {
    const { topic, key, value, headers, group } = letter;
    await this.producer.send(topic, [{ key, value, headers: { ...headers, [REPLAY_HEADER]: group } }]);
    await this.drop(letter);
  }

  /** Takes the dead letter away for good. */
  async drop({ deadLetterTopic, id }: DeadLetter): Promise<void> {
    await this.producer.send(deadLetterTopic, [{ key: id, value: null }]);
  }

  async close(): Promise<void> {
    await this.producer.disconnect();
    await this.admin.disconnect();
  }
}

const matches = (letter: DeadLetter, { id, topic, group }: DeadLetterFilter): boolean =>
  (id === undefined || letter.id === id) &&
  (topic === undefined || letter.topic === topic) &&
  (group === undefined || letter.group === group);
