import { Logger } from '@nestjs/common';
import type { KafkaMessage } from 'kafkajs';
import { fromIso } from '@hsl/contracts/instants';
import { newTraceparent, runInTrace } from '@hsl/platform/trace-context';
import type { ConsumerMetrics } from './consumer-metrics.js';
import { untilHandled } from './event-dispatcher.js';
import { leadingRun, type EventRun, type TakersOf } from './event-run.js';
import type { MessageHandling } from './message-handling.js';
import { isOutage } from './retry-policy.js';

/** `count` messages have come to their end, or the first one has not. */
export type Step = { done: true; count: number } | { done: false; againInMs: number };

/** Takes the messages of a partition from place `from` on, as many as it likes. */
export type HandleMessages = (
  topic: string,
  partition: number,
  messages: readonly KafkaMessage[],
  from: number,
) => Promise<Step>;

export interface PartitionHandlingParts {
  group: string;
  /** Undefined where no handler takes many at once. */
  takersOf: TakersOf | undefined;
  single: Pick<MessageHandling, 'handle'>;
  metrics: ConsumerMetrics;
  /** Epoch milliseconds. */
  now: () => number;
}

/**
 * Hands a partition's messages on, many at once where all their handlers can take them so, else one by one. When many at
 * once fail, each of them goes alone: so the one that is to blame is tried again, and buried, without the others.
 */
export class PartitionHandling {
  private readonly logger = new Logger(PartitionHandling.name);
  /** Up to this offset of a partition messages go alone. */
  private readonly aloneUntil = new Map<string, bigint>();

  constructor(private readonly parts: PartitionHandlingParts) {}

  readonly handle: HandleMessages = async (topic, partition, messages, from) => {
    const { group, takersOf, single } = this.parts;
    const place = `${topic}/${partition}`;
    const first = messages[from]!;
    if (takersOf && BigInt(first.offset) > (this.aloneUntil.get(place) ?? -1n)) {
      const run = leadingRun(messages, from, group, takersOf);
      if (run.events.length > 1 && (await this.takeAtOnce(topic, place, run))) {
        return { done: true, count: run.events.length };
      }
    }
    const verdict = await single.handle(topic, partition, first);
    return verdict.done ? { done: true, count: 1 } : verdict;
  };

  /** @returns false if it failed */
  private async takeAtOnce(topic: string, place: string, run: EventRun): Promise<boolean> {
    const { metrics, now } = this.parts;
    const name = `${run.events.length} events at ${place} up to ${run.lastOffset}`;
    try {
      await runInTrace({ requestId: run.events[0]!.id, traceparent: newTraceparent() }, () =>
        untilHandled(takeAll(run.byTaker)),
      );
    } catch (error) {
      this.logger.warn({ err: error, msg: `${name}: failed at once, so they go one by one` });
      // While something is away none can succeed; afterwards they may go at once again.
      if (!isOutage(error)) this.aloneUntil.set(place, BigInt(run.lastOffset));
      return false;
    }
    this.logger.debug(`${name}: handled at once`);
    const handled = new Set([...run.byTaker.values()].flat());
    for (const event of run.events) {
      metrics.count(topic, event.type, handled.has(event) ? 'handled' : 'skipped');
      if (handled.has(event)) metrics.delay(topic, (now() - fromIso(event.time)) / 1_000);
    }
    return true;
  }
}

/** One after the other, as handlers do: a partition holds no more than one connection to the database. */
async function takeAll(byTaker: EventRun['byTaker']): Promise<void> {
  for (const [take, events] of byTaker) await take(events);
}
