import { announce } from '@hsl/database/announce';
import { databaseUrlOf } from '@hsl/database/database-env';
import { TenantDatabase } from '@hsl/database/tenant-database';
import type { CloudEvent } from '@hsl/contracts/event';
import { EventProducer } from '@hsl/kafka/event-producer';
import { createKafka } from '@hsl/kafka/kafka-client';
import { kafkaEnvSchema } from '@hsl/kafka/kafka-env';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import type { TestStack } from '../../local/test-stack.js';

const POOLS = {
  ...{ applicationName: 'bench', size: 8, systemPoolSize: 2, maxTenants: 2 },
  ...{ connectTimeoutMs: 5_000, statementTimeoutMs: 60_000, idleTimeoutMs: 10_000 },
};

/** The publishing end, as a service has it: outbox of the whistles database, relay to `hsl.whistles`. */
export class OutboxEnd {
  readonly kafka;
  private readonly database: TenantDatabase;
  private readonly relay: OutboxRelay;

  constructor({ addresses }: TestStack) {
    const kafka = createKafka('bench', kafkaEnvSchema.parse({ KAFKA_BROKERS: addresses.kafkaBrokers }));
    const url = databaseUrlOf('whistles', addresses.databaseUrl);
    this.database = new TenantDatabase({
      url,
      ...POOLS,
      createClient: () => ({ $disconnect: () => Promise.resolve() }),
    });
    this.relay = new OutboxRelay(this.database, new EventProducer(kafka), 'hsl.whistles');
    this.kafka = kafka;
  }

  /** Publishing begins; what is committed before waits. */
  start(): void {
    this.relay.start();
    this.relay.kick();
  }

  /** Resolves when they are committed. */
  async commit(events: readonly CloudEvent[]): Promise<void> {
    await announce(this.database.pool('zx'), events);
    this.relay.kick();
  }

  async close(): Promise<void> {
    await this.relay.stop();
    await this.database.close();
  }
}
