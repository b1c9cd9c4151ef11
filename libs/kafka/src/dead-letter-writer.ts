import { Logger } from '@nestjs/common';
import type { Kafka } from 'kafkajs';
import { deadLetterOf, type FailedMessage } from './dead-letter.js';
import type { EventProducer } from './event-producer.js';
import type { Failure } from './retry-policy.js';
import { createDeadLetterTopic, deadLetterTopicOf } from './topics.js';

/** Puts away what a group could not handle, where `npm run dlq` finds it. */
export class DeadLetterWriter {
  private readonly logger = new Logger(DeadLetterWriter.name);
  private readonly known = new Set<string>();

  constructor(
    private readonly kafka: Kafka,
    private readonly producer: EventProducer,
  ) {}

  /** @returns false if Kafka did not take it; the message must then stay where it is */
  async write(failed: FailedMessage, error: unknown, failure: Failure): Promise<boolean> {
    const topic = deadLetterTopicOf(failed.topic, failed.group);
    const place = `${failed.topic}/${failed.partition}/${failed.message.offset}`;
    try {
      if (!this.known.has(topic)) await createDeadLetterTopic(this.kafka, topic);
      this.known.add(topic);
      await this.producer.send(topic, [deadLetterOf(failed, error, failure)]);
    } catch (sendError) {
      this.logger.warn({ err: sendError, msg: `${place}: dead letter not written, trying on` });
      return false;
    }
    this.logger.error({ err: error, msg: `${place}: dead letter after ${failure.attempts} attempts; see npm run dlq` });
    return true;
  }
}
