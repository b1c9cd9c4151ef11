import type { KafkaMessage } from 'kafkajs';
import { fromIso } from '@hsl/contracts/instants';
import type { ConsumerMetrics } from './consumer-metrics.js';
import type { DeadLetterWriter } from './dead-letter-writer.js';
import { MalformedEvent, type Dispatched, type EventDispatcher } from './event-dispatcher.js';
import { backoffMs, FailureLedger, MOST_RETRIES } from './retry-policy.js';

/** What becomes of a partition after a message: go on, or leave it alone for a while and come back to the same one. */
export type Verdict = { done: true } | { done: false; againInMs: number };

const DONE: Verdict = { done: true };
/** A pause this short is waited for on the spot. */
const SHORT_PAUSE_MS = 100;

export interface MessageHandlingParts {
  group: string;
  dispatcher: EventDispatcher;
  deadLetters: DeadLetterWriter;
  metrics: ConsumerMetrics;
  /** Epoch milliseconds. */
  now: () => number;
}

/** Takes one message to its end: handled, skipped, to be tried again, or a dead letter. */
export class MessageHandling {
  private readonly failures = new FailureLedger();

  constructor(private readonly parts: MessageHandlingParts) {}

  async handle(topic: string, partition: number, message: KafkaMessage): Promise<Verdict> {
    const { dispatcher } = this.parts;
    for (;;) {
      const attempt = (this.failures.of(topic, partition, message.offset)?.attempts ?? 0) + 1;
      try {
        const place = { topic, partition, offset: message.offset, attempt };
        this.note(topic, await dispatcher.dispatch(message, place));
        this.failures.clear(topic, partition);
        return DONE;
      } catch (error) {
        const verdict = await this.afterFailure(topic, partition, message, error);
        if (verdict.done || verdict.againInMs > SHORT_PAUSE_MS) return verdict;
        await new Promise((resolve) => setTimeout(resolve, verdict.againInMs));
      }
    }
  }

  private async afterFailure(
    topic: string,
    partition: number,
    message: KafkaMessage,
    error: unknown,
  ): Promise<Verdict> {
    const { group, deadLetters, metrics, now } = this.parts;
    const failure = this.failures.note(topic, partition, message.offset, error, now());
    const hopeless = error instanceof MalformedEvent || failure.strikes > MOST_RETRIES;
    if (hopeless && (await deadLetters.write({ group, topic, partition, message }, error, failure))) {
      this.failures.clear(topic, partition);
      metrics.count(topic, undefined, 'deadLettered');
      return DONE;
    }
    metrics.count(topic, undefined, 'retried');
    return { done: false, againInMs: backoffMs(failure.attempts) };
  }

  private note(topic: string, { outcome, event }: Dispatched): void {
    const { metrics, now } = this.parts;
    metrics.count(topic, event?.type, outcome);
    if (event && outcome === 'handled') metrics.delay(topic, (now() - fromIso(event.time)) / 1_000);
  }
}
