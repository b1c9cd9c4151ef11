import { Logger } from '@nestjs/common';
import { hasOutboxRows, publishBatch } from './outbox-batch.js';
import type { EventProducer } from './event-producer.js';
import type { TenantPools } from './tenant-pools.js';
import { WakeSignal } from '@hsl/platform/wake-signal';

/** Rows per request to the broker, and per transaction. */
const BATCH = 200;
/** The sweep finds what was committed by another process; it slows down while nothing comes. */
const SHORTEST_SWEEP_MS = 25;
const LONGEST_SWEEP_MS = 1_000;
/**
 * Between two requests to the broker while events come in ones and twos: each costs a transaction here and a fetch at
 * every reader. The first event after a quiet moment is published at once.
 */
const GATHER_MS = 50;
/** Pauses while Kafka or the database is away. */
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Publishes the outbox of its service, in order per aggregate and at least once. Whoever has committed kicks it; what it
 * is not told of it finds within a second. Kafka or PostgreSQL being away delays, never loses.
 */
export class OutboxRelay {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly news = new WakeSignal();
  private readonly stopSignal = new WakeSignal();
  private running: Promise<void> | undefined;
  private stopping = false;
  private kicked = false;

  /** @param topic of this service; undefined if it publishes nothing */
  constructor(
    private readonly pools: TenantPools,
    private readonly producer: EventProducer,
    private readonly topic: string | undefined,
  ) {}

  /** Publish now: something has been committed. Costs nothing where the relay does not run. */
  kick(): void {
    this.kicked = true;
    this.news.signal();
  }

  start(): void {
    if (this.topic === undefined) return;
    this.running ??= this.run(this.topic);
  }

  /** Lets the batch in hand end; what is left is published by the next relay that starts. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.news.signal();
    this.stopSignal.signal();
    await this.running;
    await this.producer.disconnect();
  }

  private async run(topic: string): Promise<void> {
    let sweepMs = SHORTEST_SWEEP_MS;
    let pauseMs = 0;
    while (!this.stopping) {
      try {
        const published = await this.publish(topic);
        if (pauseMs > 0) this.logger.log('publishing again');
        pauseMs = 0;
        if (published === BATCH) continue;
        if (published > 0) await this.stopSignal.wait(GATHER_MS);
        sweepMs = published > 0 ? SHORTEST_SWEEP_MS : Math.min(sweepMs * 2, LONGEST_SWEEP_MS);
        await this.news.wait(sweepMs);
      } catch (error) {
        if (pauseMs === 0) this.logger.warn(`cannot publish, trying on: ${messageOf(error)}`);
        else this.logger.debug(`still cannot publish: ${messageOf(error)}`);
        pauseMs = Math.min(Math.max(pauseMs * 2, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
        // Not ended by a kick: every commit would try a broker that is away.
        await this.stopSignal.wait(pauseMs);
      }
    }
  }

  private async publish(topic: string): Promise<number> {
    const { kicked } = this;
    this.kicked = false;
    if (!kicked && !(await hasOutboxRows(this.pools.systemPool))) return 0;
    // Before rows are taken: a broker that is away must not keep a transaction open.
    await this.producer.connect();
    return publishBatch(this.pools, BATCH, (messages) => this.producer.send(topic, messages));
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
