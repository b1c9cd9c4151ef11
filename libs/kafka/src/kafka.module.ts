import {
  Global,
  Inject,
  Logger,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import type { Kafka } from 'kafkajs';
import { TENANT_POOLS } from '@hsl/contracts/tenant-pools';
import type { KafkaTopic } from '@hsl/contracts/event';
import { Clock } from '@hsl/platform/clock';
import { HealthRegistry } from '@hsl/platform/health-registry';
import { readEnv } from '@hsl/platform/env';
import { MetricsRegistry } from '@hsl/platform/metrics-registry';
import { hasRole } from '@hsl/platform/process-roles';
import { TransportRegistry } from '@hsl/platform/transport-registry';
import { ConsumerMetrics } from './consumer-metrics.js';
import { eventBatchesOf } from './event-batches.js';
import { keepEventErrors } from './event-handlers.js';
import { EventProducer } from './event-producer.js';
import { Inbox } from './inbox.js';
import { InboxSweep } from './inbox-sweep.js';
import { createKafka, probeBrokers } from './kafka-client.js';
import { kafkaEnvSchema, type KafkaEnv } from './kafka-env.js';
import { KafkaTransportStrategy } from './kafka-transport.strategy.js';
import { registerOutboxMetrics } from './outbox-metrics.js';
import { OutboxRelay } from './outbox-relay.js';
import type { TenantPools } from './tenant-pools.js';
import { findOwnTopic } from './topics.js';

export interface KafkaModuleOptions {
  /** Name of the service: its group is `hsl.<service>`, its own topic that of the contracts. */
  service: string;
  /** Topics whose events it handles with `@EventPattern`; none for a service that only publishes. */
  topics: KafkaTopic[];
}

const OPTIONS = Symbol('KafkaModuleOptions');

/**
 * Kafka for a service: `OutboxRelay` (role relay), `@EventPattern` handlers (role consumer), `Inbox`. Needs
 * DatabaseModule beside it. A broker that is away shows in /health/ready and stops nothing else.
 */
@Global()
@Module({ imports: [DiscoveryModule] })
export class KafkaModule implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly env = readEnv(kafkaEnvSchema);
  private readonly sweep: InboxSweep;

  constructor(
    @Inject(OPTIONS) private readonly options: KafkaModuleOptions,
    @Inject(TENANT_POOLS) private readonly pools: TenantPools,
    private readonly relay: OutboxRelay,
    inbox: Inbox,
    private readonly clock: Clock,
    private readonly health: HealthRegistry,
    private readonly metrics: MetricsRegistry,
    private readonly transports: TransportRegistry,
    private readonly discovery: DiscoveryService,
  ) {
    this.sweep = new InboxSweep(inbox, clock);
  }

  static forService(options: KafkaModuleOptions): DynamicModule {
    const relay = (pools: TenantPools, producer: EventProducer): OutboxRelay =>
      new OutboxRelay(pools, producer, findOwnTopic(options.service));
    return {
      module: KafkaModule,
      providers: [
        { provide: OPTIONS, useValue: options },
        {
          provide: EventProducer,
          useFactory: () => new EventProducer(clientOf(options.service, readEnv(kafkaEnvSchema))),
        },
        { provide: OutboxRelay, inject: [TENANT_POOLS, EventProducer], useFactory: relay },
        {
          provide: Inbox,
          inject: [TENANT_POOLS],
          useFactory: (pools: TenantPools) => new Inbox(pools, options.service),
        },
      ],
      exports: [OutboxRelay, Inbox],
    };
  }

  onModuleInit(): void {
    const consumes = hasRole('consumer') && this.options.topics.length > 0;
    const publishes = hasRole('relay') && findOwnTopic(this.options.service) !== undefined;
    if (consumes || publishes) {
      this.health.register({ name: 'kafka', required: false, check: () => probeBrokers(this.env.KAFKA_BROKERS) });
    }
    if (publishes) registerOutboxMetrics(this.metrics.registry, this.pools);
    if (consumes) this.consume();
  }

  onApplicationBootstrap(): void {
    if (hasRole('relay')) this.relay.start();
    if (hasRole('consumer')) this.sweep.start();
  }

  /** Before the database closes. The consumer is closed by Nest, as a transport. */
  async beforeApplicationShutdown(): Promise<void> {
    this.sweep.stop();
    await this.relay.stop();
  }

  private consume(): void {
    keepEventErrors(this.discovery);
    const { service, topics } = this.options;
    const strategy = new KafkaTransportStrategy({
      kafka: clientOf(service, this.env),
      metrics: new ConsumerMetrics(this.metrics.registry),
      service,
      topics: [...topics],
      batches: eventBatchesOf(this.discovery),
      now: () => this.clock.now(),
    });
    this.transports.add({ strategy });
  }
}

const clientOf = (service: string, env: KafkaEnv): Kafka => createKafka(`hsl-${service}`, env, new Logger('kafkajs'));
