import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Kafka, Message } from 'kafkajs';
import { Registry } from 'prom-client';
import { announce } from '@hsl/database/announce';
import type { TenantDatabase } from '@hsl/database/tenant-database';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import { EventProducer } from '@hsl/kafka/event-producer';
import { createKafka } from '@hsl/kafka/kafka-client';
import { kafkaEnvSchema } from '@hsl/kafka/kafka-env';
import { registerOutboxMetrics } from '@hsl/kafka/outbox-metrics';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { createTopics } from '@hsl/kafka/topics';
import { eventually, prepareDatabase, topicProposed } from './event-fixture.js';
import { TopicLog } from './topic-log.js';

jest.setTimeout(60_000);

const TOPIC = 'hsl.topics';

let stack: TestStack;
let database: TenantDatabase;
let kafka: Kafka;
let log: TopicLog;
let relays: OutboxRelay[] = [];

beforeAll(async () => {
  stack = await startTestStack({ servers: ['postgres', 'kafka'] });
  database = await prepareDatabase(stack.addresses.databaseUrl, 'relay_spec');
  const env = kafkaEnvSchema.parse({ KAFKA_BROKERS: stack.addresses.kafkaBrokers });
  await createTopics(env);
  kafka = createKafka('spec', env);
  log = new TopicLog(kafka, TOPIC);
}, 120_000);
afterAll(async () => {
  await log?.stop();
  await database?.close();
  await stack?.stop();
});
afterEach(async () => {
  await stopRelays();
  relays = [];
});

function newRelay(producer = new EventProducer(kafka)): OutboxRelay {
  const relay = new OutboxRelay(database, producer, TOPIC);
  relays.push(relay);
  return relay;
}
const stopRelays = (): Promise<void[]> => Promise.all(relays.map((relay) => relay.stop()));

const publish = (subject: string, sequences: number[], tenant = 'zx'): Promise<void> =>
  announce(
    database.pool(tenant),
    sequences.map((sequence) => topicProposed(subject, sequence, tenant)),
  );

async function outboxRows(): Promise<number> {
  const { rows } = await database.systemPool.query<{ n: number }>('SELECT count(*)::int AS n FROM outbox_event');
  return rows[0]?.n ?? -1;
}
const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);
const withoutRepeats = (sequences: number[]): number[] => [...new Set(sequences)];

describe('the outbox relay', () => {
  it('publishes events of all tenants as they are, in order, and empties the outbox', async () => {
    const event = topicProposed('first', 1);
    await announce(database.pool('zx'), [event]);
    await publish('first', [2, 3]);
    await publish('foreign', [1], 'ys');
    newRelay().start();
    await eventually(
      'all published',
      () => log.ofSubject('first').length === 3 && log.ofSubject('foreign').length === 1,
    );
    expect(log.ofSubject('first')).toEqual([1, 2, 3]);
    expect(log.events.find(({ id }) => id === event.id)).toEqual(event);
    await eventually('outbox empty', async () => (await outboxRows()) === 0);
  });

  it('publishes at once when kicked, and within about a second when nobody told it', async () => {
    const relay = newRelay();
    relay.start();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await publish('kicked', [1]);
    const kickedAt = Date.now();
    relay.kick();
    await eventually('kicked one published', () => log.ofSubject('kicked').length === 1);
    expect(Date.now() - kickedAt).toBeLessThan(800);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await publish('untold', [1]);
    await eventually('untold one published', () => log.ofSubject('untold').length === 1, 3_000);
  });

  it('keeps the order of every aggregate while several relays run', async () => {
    const subjects = upTo(20).map((n) => `rival-${n}`);
    for (const relay of [newRelay(), newRelay(), newRelay()]) relay.start();
    for (const sequence of upTo(40)) {
      await Promise.all(subjects.map((subject) => publish(subject, [sequence])));
      for (const relay of relays) relay.kick();
    }
    await eventually('all published', () => subjects.every((subject) => log.ofSubject(subject).length >= 40));
    for (const subject of subjects) expect(log.ofSubject(subject)).toEqual(upTo(40));
  });

  it('repeats but never loses what was published when it dies before the rows are marked', async () => {
    let deaths = 0;
    // As a kill -9 looks to the server: the connection is gone between the publishing and the commit.
    class DyingProducer extends EventProducer {
      override async send(topic: string, messages: Message[]): Promise<void> {
        await super.send(topic, messages);
        if (deaths >= 2) return;
        deaths += 1;
        await database
          .pool('zx')
          .query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hsl-relay_spec' AND state = 'idle in transaction'",
          );
      }
    }
    await publish('dying', upTo(10));
    newRelay(new DyingProducer(kafka)).start();
    await eventually('outbox empty', async () => (await outboxRows()) === 0);
    await eventually('all arrived', () => log.ofSubject('dying').length === 30);
    expect(log.ofSubject('dying')).toEqual([...upTo(10), ...upTo(10), ...upTo(10)]);
  });

  it('loses nothing and keeps the order while Kafka is away', async () => {
    newRelay().start();
    await publish('outage', [1]);
    await eventually('published before', () => log.ofSubject('outage').length === 1);
    await stack.stopServer('kafka');
    for (const sequence of upTo(50).slice(1)) {
      await publish('outage', [sequence]);
      relays[0]?.kick();
    }
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await outboxRows()).toBe(49);
    await stack.startServer('kafka');
    await eventually('outbox empty', async () => (await outboxRows()) === 0, 60_000);
    await eventually('all arrived', () => withoutRepeats(log.ofSubject('outage')).length === 50, 60_000);
    expect(withoutRepeats(log.ofSubject('outage'))).toEqual(upTo(50));
  }, 150_000);

  it('goes on by itself when the database was away', async () => {
    newRelay().start();
    await stack.stopServer('postgres');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await stack.startServer('postgres');
    await publish('back', upTo(3));
    await eventually('published', () => log.ofSubject('back').length === 3);
  }, 60_000);

  it('publishes what it has in hand before it stops, and leaves the rest to the next', async () => {
    const relay = newRelay();
    relay.start();
    await publish('last', upTo(500));
    relay.kick();
    await relay.stop();
    const left = await outboxRows();
    await eventually('the batches in hand arrived', () => log.ofSubject('last').length === 500 - left);
    newRelay().start();
    await eventually('the rest arrived', () => log.ofSubject('last').length === 500);
    expect(log.ofSubject('last')).toEqual(upTo(500));
  });

  it('shows how far it is behind', async () => {
    const registry = new Registry();
    registerOutboxMetrics(registry, database);
    expect(await registry.metrics()).toMatch(/hsl_outbox_lag_seconds 0\n[\s\S]*hsl_outbox_rows 0\n/);
    await publish('waiting', upTo(7));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const metrics = await registry.metrics();
    expect(metrics).toContain('hsl_outbox_rows 7\n');
    expect(Number(/hsl_outbox_lag_seconds ([\d.]+)/.exec(metrics)?.[1])).toBeGreaterThan(0.1);
  });
});
