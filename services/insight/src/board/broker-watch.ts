import type { Instant } from '@hsl/contracts/instants';
import { probeBrokers } from '@hsl/kafka/kafka-client';
import { kafkaEnvSchema } from '@hsl/kafka/kafka-env';
import { Clock } from '@hsl/platform/clock';
import { readEnv } from '@hsl/platform/env';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

const LOOK_EVERY_MS = 5_000;

/** Since when no broker can be reached: nothing that happens reaches the figures then, and the board says so. */
@Injectable()
export class BrokerWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly brokers = readEnv(kafkaEnvSchema).KAFKA_BROKERS;
  private timer: NodeJS.Timeout | undefined;
  private since: Instant | undefined;

  constructor(private readonly clock: Clock) {}

  /** Undefined while one answers. */
  get awaySince(): Instant | undefined {
    return this.since;
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    this.since = await probeBrokers(this.brokers).then(
      () => undefined,
      // That nobody answers is what is asked here; the cause is logged by the consumer.
      () => this.since ?? this.clock.now(),
    );
  }
}
