import { Logger } from '@nestjs/common';
import type { Consumer, Kafka } from 'kafkajs';
import { ConsumerRun } from './consumer-run.js';
import type { HandleMessages } from './partition-handling.js';
import { WakeSignal } from '@hsl/platform/wake-signal';

/**
 * A fetch waits this long if nothing comes; an event ends it at once. A stop, and a partition that was left alone, wait
 * for it; an idle service is as quiet with one second as with five (measured).
 */
const FETCH_WAIT_MS = 1_000;
const HEARTBEAT_MS = 3_000;
/** A consumer that died (kill -9, a broker that restarted) keeps its partitions so long; its successor waits for them. */
const SESSION_TIMEOUT_MS = 10_000;
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;
const STOP_TIMEOUT_MS = 8_000;

/** Keeps one consumer running for ever: whatever ends it, another is started. */
export class EventConsumer {
  private readonly logger = new Logger(EventConsumer.name);
  private readonly stopSignal = new WakeSignal();
  private running: Promise<void> | undefined;
  private stopping = false;
  private current: ConsumerRun | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly group: string,
    private readonly topics: string[],
    private readonly handle: HandleMessages,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Lets the messages in hand end and commits them; gives up after eight seconds. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.stopSignal.signal();
    this.current?.end();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, STOP_TIMEOUT_MS)));
    await Promise.race([this.running, late]);
    clearTimeout(timer);
  }

  private async run(): Promise<void> {
    let pauseMs = 0;
    const onJoined = (): void => {
      pauseMs = 0;
      this.logger.log(`${this.group} reads ${this.topics.join(', ')}`);
    };
    while (!this.stopping) {
      this.current = new ConsumerRun(this.newConsumer(), this.topics, this.handle, HEARTBEAT_MS);
      try {
        await this.current.untilEnd(onJoined);
      } catch (error) {
        // Once per outage.
        if (pauseMs === 0) this.logger.warn(`cannot read events, trying on: ${messageOf(error)}`);
      }
      await this.current.dispose();
      pauseMs = Math.min(Math.max(pauseMs * 2, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
      if (!this.stopping) await this.stopSignal.wait(pauseMs);
    }
  }

  private newConsumer(): Consumer {
    return this.kafka.consumer({
      groupId: this.group,
      sessionTimeout: SESSION_TIMEOUT_MS,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      minBytes: 1,
      allowAutoTopicCreation: false,
      // A consumer that crashed is replaced here, whatever kafkajs thinks of the error.
      retry: { retries: 3, initialRetryTime: 200, maxRetryTime: 2_000, restartOnFailure: () => Promise.resolve(false) },
    });
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
