import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Kafka } from 'kafkajs';
import type { CloudEvent } from '@hsl/contracts/event';
import type { TenantDatabase } from '@hsl/database/tenant-database';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import { DeadLetters } from '@hsl/kafka/dlq';
import { EventProducer } from '@hsl/kafka/event-producer';
import { createKafka } from '@hsl/kafka/kafka-client';
import { kafkaEnvSchema } from '@hsl/kafka/kafka-env';
import { createTopics } from '@hsl/kafka/topics';
import { ProblemError } from '@hsl/platform/problem.error';
import { eventually, prepareDatabase, topicProposed } from './event-fixture.js';
import { startEventService, type EventService } from './event-service.js';

jest.setTimeout(90_000);

const TOPIC = 'hsl.topics';
/** Subjects that land on different partitions of the topic. */
const HERE = 'subject-a';
const ELSEWHERE = ['subject-b', 'subject-c', 'subject-d', 'subject-e', 'subject-f', 'subject-g'];

let stack: TestStack;
let database: TenantDatabase;
let kafka: Kafka;
let producer: EventProducer;
let running: EventService[] = [];

beforeAll(async () => {
  stack = await startTestStack({ servers: ['postgres', 'kafka'] });
  const { databaseUrl, kafkaBrokers } = stack.addresses;
  Object.assign(process.env, { DATABASE_URL: databaseUrl, KAFKA_BROKERS: kafkaBrokers, LOG_LEVEL: 'silent' });
  database = await prepareDatabase(databaseUrl, 'consumer_spec');
  const env = kafkaEnvSchema.parse({ KAFKA_BROKERS: kafkaBrokers });
  await createTopics(env);
  kafka = createKafka('spec', env);
  producer = new EventProducer(kafka);
});
afterEach(async () => {
  await Promise.all(running.map(({ app }) => app.close()));
  running = [];
});
afterAll(async () => {
  await producer?.disconnect();
  await database?.close();
  await stack?.stop();
});

async function startService(): Promise<EventService> {
  const service = await startEventService('consumer_spec');
  running.push(service);
  return service;
}

const publish = (...events: CloudEvent[]): Promise<void> =>
  producer.send(
    TOPIC,
    events.map((event) => ({ key: event.subject, value: JSON.stringify(event) })),
  );

async function effectsOf(events: CloudEvent[]): Promise<number[]> {
  const { rows } = await database.systemPool.query<{ sequence: string }>(
    'SELECT sequence FROM effect WHERE event_id = ANY($1) ORDER BY position',
    [events.map(({ id }) => id)],
  );
  return rows.map(({ sequence }) => Number(sequence));
}
const tookEffect =
  (...events: CloudEvent[]) =>
  async (): Promise<boolean> =>
    (await effectsOf(events)).length === events.length;

async function deadLetterOf(event: CloudEvent) {
  const letters = new DeadLetters(kafka);
  try {
    return (await letters.list()).filter(({ eventId }) => eventId === event.id);
  } finally {
    await letters.close();
  }
}

describe('an event', () => {
  it('takes effect once however often it arrives', async () => {
    const { behaviour } = await startService();
    const event = topicProposed(HERE, 1);
    const last = topicProposed(HERE, 2);
    await publish(event, event);
    await publish(event, last);
    await eventually('the last one took effect', tookEffect(last));
    expect(await effectsOf([event])).toEqual([1]);
    expect(behaviour.repeats).toBe(2);
  });

  it('takes effect once although its handler fails after having written, and is tried again', async () => {
    const { behaviour } = await startService();
    const event = topicProposed(HERE, 3);
    let failures = 2;
    behaviour.after = () => {
      if (failures > 0) throw new Error(`failure ${failures--}`);
    };
    await publish(event);
    await eventually('it took effect', tookEffect(event));
    expect(behaviour.seen.filter((id) => id === event.id)).toHaveLength(3);
    expect(await deadLetterOf(event)).toEqual([]);
  });

  it('of a type without handler is skipped and counted, and the next one is handled', async () => {
    const { get } = await startService();
    const unknown = { ...topicProposed(HERE, 4), type: 'topic.renamed.v9' } as unknown as CloudEvent;
    const known = topicProposed(HERE, 5);
    await publish(unknown, known);
    await eventually('the known one took effect', tookEffect(known));
    const { body } = await get('/metrics');
    expect(body).toContain('hsl_events_total{topic="hsl.topics",type="unknown",outcome="skipped"} 1');
    expect(await deadLetterOf(unknown)).toEqual([]);
  });

  it.each([
    ['no JSON', '{"specversion":'],
    ['no CloudEvent', '{"hello":"world"}'],
    ['nothing', ''],
  ])('that is %s is a dead letter at once, and the next one is handled', async (_name, value) => {
    await startService();
    const next = topicProposed(HERE, 6);
    await producer.send(TOPIC, [{ key: HERE, value }]);
    await publish(next);
    await eventually('the next one took effect', tookEffect(next));
    const letters = new DeadLetters(kafka);
    const found = await letters.list({ group: 'hsl.consumer_spec' });
    expect(found.at(-1)).toMatchObject({ attempts: 1, eventId: undefined, value: Buffer.from(value) });
    for (const letter of found) await letters.drop(letter);
    await letters.close();
  });
});

describe('a handler that throws', () => {
  it('lets other partitions flow, becomes a dead letter with its own error, and its partition moves on', async () => {
    const { behaviour } = await startService();
    const poison = topicProposed(HERE, 10);
    const behind = topicProposed(HERE, 11);
    const others = ELSEWHERE.map((subject) => topicProposed(subject, 1));
    behaviour.before = (event) => {
      if (event.id === poison.id) throw new TypeError('the poison works');
    };
    await publish(poison, behind);
    await publish(...others);
    await eventually('another partition was handled', async () => (await effectsOf(others)).length > 0);
    await eventually('the one behind was handled', tookEffect(behind), 60_000);
    await eventually('all others were handled', tookEffect(...others));
    expect(behaviour.seen.filter((id) => id === poison.id)).toHaveLength(6);
    expect(await effectsOf([poison])).toEqual([]);
    const [letter] = await deadLetterOf(poison);
    expect(letter).toMatchObject({
      group: 'hsl.consumer_spec',
      topic: TOPIC,
      type: 'topic.proposed.v1',
      error: 'TypeError: the poison works',
      attempts: 6,
      key: Buffer.from(HERE),
    });
    expect(letter?.stack).toContain('event-consumer.int.spec');
    expect(Date.now() - Date.parse(letter?.firstFailedAt ?? '')).toBeLessThan(60_000);
  });

  it('is waited for, without dead letters, when only the database is away', async () => {
    const { behaviour } = await startService();
    const events = [20, 21, 22].map((sequence) => topicProposed(HERE, sequence));
    await stack.stopServer('postgres');
    await publish(...events);
    await eventually(
      'it was tried several times',
      () => behaviour.seen.filter((id) => id === events[0]?.id).length > 6,
      60_000,
    );
    await stack.startServer('postgres');
    await eventually('all took effect', tookEffect(...events), 60_000);
    expect(await effectsOf(events)).toEqual([20, 21, 22]);
    for (const event of events) expect(await deadLetterOf(event)).toEqual([]);
  });

  it('is waited for when it says that something it needs is unavailable', async () => {
    const { behaviour } = await startService();
    const event = topicProposed(HERE, 30);
    behaviour.before = ({ id }) => {
      const attempts = behaviour.seen.filter((seen) => seen === id).length;
      if (attempts <= 6) throw new ProblemError('temporalUnavailable');
    };
    await publish(event);
    await eventually('it took effect', tookEffect(event), 60_000);
    expect(await deadLetterOf(event)).toEqual([]);
  });
});

describe('the transport', () => {
  it('tells the handler where the event came from and which attempt it is', async () => {
    const { behaviour } = await startService();
    const event = topicProposed(HERE, 40);
    const places: unknown[] = [];
    behaviour.before = (_event, { place }) => {
      places.push(place);
      if (places.length === 1) throw new Error('once');
    };
    await publish(event);
    await eventually('it took effect', tookEffect(event));
    expect(places).toEqual([1, 2].map((attempt) => expect.objectContaining({ topic: TOPIC, attempt })));
  });

  it('lets the handler in hand end when the service stops, and does not repeat it after', async () => {
    const { app, behaviour } = await startService();
    const event = topicProposed(HERE, 50);
    behaviour.before = () => new Promise((resolve) => setTimeout(resolve, 1_500));
    await publish(event);
    await eventually('it began', () => behaviour.seen.includes(event.id));
    await app.close();
    running = [];
    expect(behaviour.ended).toBeGreaterThan(0);
    expect(await effectsOf([event])).toEqual([50]);
    const next = topicProposed(HERE, 51);
    const second = await startService();
    await publish(next);
    await eventually('the next one took effect', tookEffect(next));
    expect(second.behaviour.seen).toEqual([next.id]);
  });

  it('goes on where it was after Kafka was away', async () => {
    await startService();
    const before = topicProposed(HERE, 60);
    await publish(before);
    await eventually('the one before took effect', tookEffect(before));
    await stack.stopServer('kafka');
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await stack.startServer('kafka');
    const after = [61, 62, 63].map((sequence) => topicProposed(HERE, sequence));
    await eventually('they could be published', () =>
      publish(...after).then(
        () => true,
        () => false,
      ),
    );
    await eventually('they took effect', tookEffect(...after), 60_000);
    expect(await effectsOf(after)).toEqual([61, 62, 63]);
  }, 150_000);

  it('lets a service come up and be ready while Kafka is away, and reads when it is back', async () => {
    await stack.stopServer('kafka');
    const { get } = await startService();
    const { status, body } = await get('/health/ready');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ dependencies: { kafka: { status: 'down' }, database: { status: 'up' } } });
    await stack.startServer('kafka');
    const event = topicProposed(HERE, 70);
    await eventually('it could be published', () =>
      publish(event).then(
        () => true,
        () => false,
      ),
    );
    await eventually('it took effect', tookEffect(event), 60_000);
    expect(JSON.parse((await get('/health/ready')).body)).toMatchObject({
      dependencies: { kafka: { status: 'up' } },
    });
  }, 150_000);

  it('keeps each tenant to its own: an event of a tenant that is none is a dead letter', async () => {
    await startService();
    const event = topicProposed(HERE, 80, "zx' -c role");
    const next = topicProposed(HERE, 81, 'ys');
    await publish(event, next);
    await eventually('the next one took effect', tookEffect(next), 60_000);
    expect(await deadLetterOf(event)).toMatchObject([{ error: expect.stringContaining('not a tenant id') }]);
    const { rows } = await database.pool('ys').query('SELECT DISTINCT subdistrict_id AS id FROM effect');
    expect(rows).toEqual([{ id: 'ys' }]);
  });
});

it('remembers the newest event of an aggregate, so that an older one does not count', async () => {
  const { app } = await startService();
  const { Inbox } = await import('@hsl/kafka/inbox');
  const inbox = app.get(Inbox);
  const subject = randomUUID();
  const newest = (sequence: number, tenant = 'zx'): Promise<boolean> =>
    database.transaction(tenant, (client) => inbox.isNewest(client, topicProposed(subject, sequence, tenant)));
  expect(await newest(100)).toBe(true);
  expect(await newest(200)).toBe(true);
  expect(await newest(101)).toBe(false);
  expect(await newest(200)).toBe(false);
  expect(await newest(100, 'ys')).toBe(true);
});

it('notes an event in the statement of its effect: a repeat changes nothing, and a failure leaves no note', async () => {
  const { app } = await startService();
  const { Inbox } = await import('@hsl/kafka/inbox');
  const inbox = app.get(Inbox);
  const event = topicProposed(randomUUID(), 300);
  const text = `INSERT INTO effect (subdistrict_id, event_id, subject, sequence)
    SELECT $4::text, $5::text, $6::text, $7::bigint FROM noted`;
  const leave = (sequence: unknown): Promise<boolean> =>
    inbox.onceBy(event, { text, values: ['zx', event.id, event.subject, sequence] });
  await expect(leave(null)).rejects.toThrow('null value');
  expect(await leave(300)).toBe(true);
  expect(await leave(300)).toBe(false);
  const { rows } = await database.pool('zx').query('SELECT sequence FROM effect WHERE event_id = $1', [event.id]);
  expect(rows).toEqual([{ sequence: '300' }]);
  await expect(inbox.onceBy(event, { text: 'DELETE FROM effect', values: [] })).rejects.toThrow(RangeError);
});
