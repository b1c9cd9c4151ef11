import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import type { HandleMessages } from './partition-handling.js';

/** Partitions handled at the same time. */
const CONCURRENT_PARTITIONS = 3;
const COMMIT_EVERY_MS = 1_000;
/**
 * Between two fetches while events come in ones and twos: what a fetch costs both sides is more than the handling of
 * an event. The first event after a quiet moment is handled at once, and a backlog is read without pause.
 */
const GATHER_MS = 100;
const BACKLOG_MESSAGES = 50;
/** kafkajs has been seen to fall silent after a broker's restart; then it is replaced. */
const SILENCE_MS = 60_000;
const SILENCE_CHECK_MS = 10_000;
const DISCONNECT_TIMEOUT_MS = 7_000;

/** One consumer from its connection to its end. */
export class ConsumerRun {
  private readonly logger = new Logger(ConsumerRun.name);
  private readonly timers = new Set<NodeJS.Timeout>();
  private lastSign = Date.now();
  private lastFetch = Date.now();
  private ending = false;
  private resolveEnd: () => void = () => undefined;

  constructor(
    private readonly consumer: Consumer,
    private readonly topics: string[],
    private readonly handle: HandleMessages,
    private readonly heartbeatMs: number,
  ) {}

  /**
   * Joins the group and reads until told to end.
   * @throws when the consumer cannot connect, crashes, or has not been heard of for a minute
   */
  async untilEnd(onJoined: () => void): Promise<void> {
    const { consumer } = this;
    const end = new Promise<void>((resolve) => (this.resolveEnd = resolve));
    const trouble = new Promise<never>((_, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      this.every(SILENCE_CHECK_MS, () => {
        if (Date.now() - this.lastSign > SILENCE_MS) reject(new Error(`nothing heard for ${SILENCE_MS} ms`));
      });
    });
    for (const event of [consumer.events.HEARTBEAT, consumer.events.FETCH, consumer.events.END_BATCH_PROCESS]) {
      consumer.on(event, () => void (this.lastSign = Date.now()));
    }
    consumer.on(consumer.events.FETCH, () => void (this.lastFetch = Date.now()));
    consumer.on(consumer.events.GROUP_JOIN, onJoined);
    await Promise.race([end, trouble, this.run().then(() => end)]);
  }

  end(): void {
    this.ending = true;
    this.resolveEnd();
  }

  /** Waits for the messages in hand and leaves the group. */
  async dispose(): Promise<void> {
    this.ending = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, DISCONNECT_TIMEOUT_MS)));
    try {
      await Promise.race([this.consumer.disconnect(), late]);
    } catch (error) {
      this.logger.debug(`the consumer did not end in order: ${messageOf(error)}`);
    } finally {
      clearTimeout(timer);
    }
  }

  private async run(): Promise<void> {
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: this.topics, fromBeginning: true });
    await this.consumer.run({
      eachBatchAutoResolve: false,
      autoCommitInterval: COMMIT_EVERY_MS,
      partitionsConsumedConcurrently: CONCURRENT_PARTITIONS,
      eachBatch: (payload) => this.eachBatch(payload),
    });
  }

  /** An offset is resolved, and later committed, only when the handling of its message has ended. */
  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const { topic, partition, messages } = batch;
    const beat = this.every(this.heartbeatMs, () => {
      // The call after the message meets the same trouble and throws it.
      payload.heartbeat().catch((error: unknown) => this.logger.debug(`heartbeat: ${messageOf(error)}`));
    });
    try {
      for (let at = 0; at < messages.length;) {
        if (this.ending || !payload.isRunning() || payload.isStale()) return;
        const step = await this.handle(topic, partition, messages, at);
        if (!step.done) {
          this.resumeIn(step.againInMs, payload.pause());
          return;
        }
        at += step.count;
        payload.resolveOffset(messages[at - 1]!.offset);
        await payload.commitOffsetsIfNecessary();
        await payload.heartbeat();
      }
      if (messages.length < BACKLOG_MESSAGES) await this.gather();
    } finally {
      clearInterval(beat);
      this.timers.delete(beat);
    }
  }

  /** The next fetch waits for the end of this; all batches of one fetch wait for the same instant. */
  private async gather(): Promise<void> {
    const waitMs = this.lastFetch + GATHER_MS - Date.now();
    if (waitMs > 0 && !this.ending) await sleep(waitMs);
  }

  private resumeIn(delayMs: number, resume: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      resume();
    }, delayMs);
    this.timers.add(timer);
  }

  private every(periodMs: number, work: () => void): NodeJS.Timeout {
    const timer = setInterval(work, periodMs);
    this.timers.add(timer);
    return timer;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
