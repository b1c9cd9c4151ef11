import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CloudEvent } from '@hsl/contracts/event';
import type { TenantDatabase } from '@hsl/database/tenant-database';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import { runDlqCommand } from '@hsl/kafka/dlq-command';
import { EventFlow } from '@hsl/kafka/event-flow';
import { EventProducer } from '@hsl/kafka/event-producer';
import { createKafka } from '@hsl/kafka/kafka-client';
import { kafkaEnvSchema } from '@hsl/kafka/kafka-env';
import { readTopics } from '@hsl/kafka/topic-reading';
import { createTopics, deadLetterTopicOf } from '@hsl/kafka/topics';
import { eventually, prepareDatabase, topicProposed } from './event-fixture.js';
import { startEventService, type EventService } from './event-service.js';

jest.setTimeout(90_000);

let stack: TestStack;
let producer: EventProducer;
let failing: EventService;
let healthy: EventService;
let failingDatabase: TenantDatabase;
let healthyDatabase: TenantDatabase;
let poisoned = true;

beforeAll(async () => {
  stack = await startTestStack({ servers: ['postgres', 'kafka'] });
  const { databaseUrl, kafkaBrokers } = stack.addresses;
  Object.assign(process.env, { DATABASE_URL: databaseUrl, KAFKA_BROKERS: kafkaBrokers, LOG_LEVEL: 'silent' });
  failingDatabase = await prepareDatabase(databaseUrl, 'dlq_failing');
  healthyDatabase = await prepareDatabase(databaseUrl, 'dlq_healthy');
  const env = kafkaEnvSchema.parse({ KAFKA_BROKERS: kafkaBrokers });
  await createTopics(env);
  producer = new EventProducer(createKafka('spec', env));
  failing = await startEventService('dlq_failing');
  healthy = await startEventService('dlq_healthy');
  failing.behaviour.before = () => {
    if (poisoned) throw new Error('not yet\nsecond line');
  };
}, 120_000);
afterAll(async () => {
  await Promise.all([failing?.app.close(), healthy?.app.close()]);
  await producer?.disconnect();
  await Promise.all([failingDatabase?.close(), healthyDatabase?.close()]);
  await stack?.stop();
});

async function dlq(...args: string[]): Promise<{ code: number; output: string }> {
  let output = '';
  const code = await runDlqCommand(args, process.env, (text) => void (output += text));
  return { code, output };
}

const publish = (...events: CloudEvent[]): Promise<void> =>
  producer.send(
    'hsl.topics',
    events.map((event) => ({ key: event.subject, value: JSON.stringify(event) })),
  );

async function effects(database: TenantDatabase, event: CloudEvent): Promise<number> {
  const { rowCount } = await database.systemPool.query('SELECT 1 FROM effect WHERE event_id = $1', [event.id]);
  return rowCount ?? 0;
}

const idsIn = (output: string): string[] => output.match(/^hsl\.\S+/gm) ?? [];

describe('the dead letters', () => {
  const events = [1, 2, 3].map((n) => topicProposed(`matter-${n}`, n));

  it('are none at first, and wrong use is told what is right', async () => {
    expect(await dlq('list')).toEqual({ code: 0, output: 'no dead letters\n' });
    for (const args of [[], ['unknown'], ['show'], ['replay'], ['drop', '--id', 'x', '--all']]) {
      expect(await dlq(...args)).toEqual({ code: 2, output: expect.stringContaining('npm run dlq -- list') });
    }
    expect(await dlq('replay', '--id', 'no-such')).toEqual({ code: 1, output: '0 replayed\n' });
  });

  it('are listed within a bound, and shown with all there is to know', async () => {
    await publish(...events);
    await eventually('three are listed', async () => idsIn((await dlq('list')).output).length === 3, 60_000);
    const bounded = await dlq('list', '--limit', '1', '--topic', 'hsl.topics');
    expect(idsIn(bounded.output)).toHaveLength(1);
    expect(bounded.output).toContain('… and 2 more');
    expect(bounded.output).not.toContain('second line');
    expect((await dlq('list', '--topic', 'hsl.members')).output).toBe('no dead letters\n');
    const shown = await dlq('show', '--id', idsIn(bounded.output)[0] ?? '');
    expect(shown.code).toBe(0);
    expect(shown.output).toMatch(
      /group +hsl\.dlq_failing[\s\S]*attempts +6[\s\S]*second line[\s\S]*"topic\.proposed\.v1"/,
    );
  });

  it('are told as heaps with the newest reason, beside how far each service is behind; of the own subdistrict only', async () => {
    const read = (subdistrictId: string) => EventFlow.fromEnv().read(['dlq_healthy', 'nobody'], subdistrictId);
    const { deadLetters, lags } = await read(events[0]!.subdistrictid);
    expect(deadLetters).toMatchObject([
      { topic: 'hsl.topics', group: 'hsl.dlq_failing', count: 3, newest: { type: 'topic.proposed.v1' } },
    ]);
    expect(deadLetters[0]!.newest.error).toBe('Error: not yet');
    expect(deadLetters[0]!.oldestAt <= deadLetters[0]!.newest.failedAt).toBe(true);
    expect(lags).toEqual([
      { service: 'dlq_healthy', waiting: 0, readers: 1 },
      { service: 'nobody', waiting: 0, readers: 0 },
    ]);
    expect((await read('elsewhere')).deadLetters).toEqual([]);
  });

  it('are read from the newest on, if that is all that is asked for', async () => {
    const kafka = createKafka('spec', kafkaEnvSchema.parse({ KAFKA_BROKERS: stack.addresses.kafkaBrokers }));
    const admin = kafka.admin();
    await admin.connect();
    const seen: string[] = [];
    const topic = deadLetterTopicOf('hsl.topics', 'hsl.dlq_failing');
    await readTopics(kafka, admin, [topic], (_topic, { offset }) => void seen.push(offset), { newest: 2 });
    await admin.disconnect();
    expect(seen).toEqual(['1', '2']);
  });

  it('fail again when nothing has been mended, under a new id', async () => {
    const before = idsIn((await dlq('list')).output);
    expect(await dlq('replay', '--id', before[0] ?? '')).toEqual({ code: 0, output: '1 replayed\n' });
    await eventually('it is back', async () => idsIn((await dlq('list')).output).length === 3, 60_000);
    expect(idsIn((await dlq('list')).output)).not.toContain(before[0]);
  });

  it('are replayed for the group that failed only, and are gone then', async () => {
    poisoned = false;
    const [first, ...others] = idsIn((await dlq('list')).output);
    expect(await dlq('replay', '--id', first ?? '')).toEqual({ code: 0, output: '1 replayed\n' });
    expect(idsIn((await dlq('list')).output)).toEqual(others);
    expect(await dlq('replay', '--all', '--group', 'hsl.dlq_failing')).toEqual({ code: 0, output: '2 replayed\n' });
    for (const event of events) {
      await eventually(`${event.subject} took effect`, async () => (await effects(failingDatabase, event)) === 1);
      expect(await effects(healthyDatabase, event)).toBe(1);
    }
    expect(healthy.behaviour.seen.filter((id) => events.some((event) => event.id === id))).toHaveLength(3);
    expect((await dlq('list')).output).toBe('no dead letters\n');
    expect((await healthy.get('/metrics')).body).toMatch(/outcome="notForUs"} 4/);
  });

  it('are dropped for good', async () => {
    await producer.send('hsl.topics', [{ key: 'k', value: 'no event at all' }]);
    await eventually('both groups have it', async () => idsIn((await dlq('list')).output).length === 2, 60_000);
    expect(await dlq('drop', '--all', '--group', 'hsl.dlq_healthy')).toEqual({ code: 0, output: '1 dropped\n' });
    expect(idsIn((await dlq('list')).output)).toEqual([expect.stringMatching(/^hsl\.dlq_failing\//)]);
    expect(await dlq('drop', '--all')).toEqual({ code: 0, output: '1 dropped\n' });
    expect((await dlq('list')).output).toBe('no dead letters\n');
  });
});
