import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Connection } from '@temporalio/client';
import pg from 'pg';
import { SEARCH_ATTRIBUTES } from '@hsl/contracts/search-attributes';
import { createKafka } from '@hsl/kafka/kafka-client';
import { kafkaEnvSchema } from '@hsl/kafka/kafka-env';
import { isRunning, type ProcessIdentity } from '../local/bootstrap/process-identity.mjs';
import { databaseUrl } from '../local/databases.js';
import { SERVICE_NAMES } from '../local/service-table.js';
import { startTestStack, type TestStack } from '../local/test-stack.js';

jest.setTimeout(60_000);
const START_TIMEOUT_MS = 300_000;
const LEADS_AGAIN_WITHIN_MS = 30_000;
const RETENTION_SECONDS = 30 * 24 * 60 * 60;

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack();
}, START_TIMEOUT_MS);

afterAll(async () => {
  await stack.stop();
});

describe('PostgreSQL of a stack', () => {
  it('answers the services’ role, which row-level security binds', async () => {
    const rows = await query(
      'hsl_whistles',
      'SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user',
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  });

  it('has a database of its own for each service, owned by that role', async () => {
    const rows = await query(
      'postgres',
      "SELECT datname FROM pg_database WHERE pg_get_userbyid(datdba) = 'hsl' ORDER BY datname",
    );
    expect(rows.map((row) => row['datname'])).toEqual(SERVICE_NAMES.map((name) => `hsl_${name}`).toSorted());
  });

  it('compares texts by trigrams', async () => {
    const [row] = await query('hsl_topics', "SELECT similarity('楼道电动车乱停放', '楼道里电动车乱停') AS likeness");
    expect(Number(row?.['likeness'])).toBeGreaterThan(0.3);
  });

  it('keeps what was committed when it is killed', async () => {
    await query('hsl_whistles', 'CREATE TABLE kept (note text)');
    await query('hsl_whistles', "INSERT INTO kept VALUES ('still here')");
    await expectRestart('postgres');
    expect(await query('hsl_whistles', 'SELECT note FROM kept')).toEqual([{ note: 'still here' }]);
  });
});

describe('Temporal of a stack', () => {
  it('keeps closed workflows for 30 days and knows the search attributes', async () => {
    expect(await temporalFacts()).toEqual({ retentionSeconds: RETENTION_SECONDS, searchAttributes: NAMES });
  });

  it('keeps namespace and running workflows when it is killed', async () => {
    await withTemporal(async ({ workflowService }) =>
      workflowService.startWorkflowExecution({
        namespace: 'hsl',
        workflowId: 'waiting',
        requestId: 'once',
        workflowType: { name: 'nobodyRunsThis' },
        taskQueue: { name: 'nobody' },
      }),
    );
    await expectRestart('temporal');
    expect((await temporalFacts()).searchAttributes).toEqual(NAMES);
    const found = await withTemporal(async ({ workflowService }) =>
      workflowService.describeWorkflowExecution({ namespace: 'hsl', execution: { workflowId: 'waiting' } }),
    );
    expect(found.workflowExecutionInfo?.type?.name).toBe('nobodyRunsThis');
  });
});

describe('Kafka of a stack', () => {
  it('has a topic per owner, with three partitions', async () => {
    expect(await topics()).toMatchObject({
      'hsl.access': 3,
      'hsl.departments': 3,
      'hsl.members': 3,
      'hsl.topics': 3,
      'hsl.whistles': 3,
    });
  });

  it('keeps messages when it is killed', async () => {
    const producer = kafka().producer();
    await producer.connect();
    await producer.send({ topic: 'hsl.whistles', messages: [{ key: 'a', value: 'kept', partition: 0 }] });
    await producer.disconnect();
    await expectRestart('kafka');
    expect(await lastOffset('hsl.whistles', 0)).toBe(1);
  });
});

describe('a stack', () => {
  it('can be without a server for a while and finds it again on the same port', async () => {
    const before = stack.processes['temporal']!;
    await stack.stopServer('temporal');
    expect(isRunning(before)).toBe(false);
    await expect(temporalFacts()).rejects.toThrow();
    await stack.startServer('temporal');
    expect((await temporalFacts()).retentionSeconds).toBe(RETENTION_SECONDS);
  });

  it('leaves no process and no folder behind', async () => {
    const second = await startTestStack({ servers: ['postgres', 'temporal', 'kafka'] });
    const processes = Object.values(second.processes);
    expect(processes).toHaveLength(3);
    await second.stop();
    expect(processes.filter(isRunning)).toEqual([]);
    expect(existsSync(second.dir)).toBe(false);
  }, 120_000);
});

/** The names the workflows use; deploy/temporal/search-attributes.json has to know them all. */
const NAMES = Object.values(SEARCH_ATTRIBUTES).toSorted();

async function expectRestart(name: 'postgres' | 'temporal' | 'kafka'): Promise<void> {
  const killed: ProcessIdentity = stack.processes[name]!;
  await stack.kill(name);
  expect(isRunning(killed)).toBe(false);
  await stack.waitUntilReady(name);
  expect(stack.processes[name]!.pid).not.toBe(killed.pid);
}

async function query(database: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl(stack.addresses.databaseUrl, database) });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function withTemporal<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: stack.addresses.temporalAddress, connectTimeout: 2_000 });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

async function temporalFacts(): Promise<{ retentionSeconds: number; searchAttributes: string[] }> {
  return withTemporal(async ({ workflowService, operatorService }) => {
    const { config } = await workflowService.describeNamespace({ namespace: 'hsl' });
    const { customAttributes } = await operatorService.listSearchAttributes({ namespace: 'hsl' });
    return {
      retentionSeconds: Number(config?.workflowExecutionRetentionTtl?.seconds),
      searchAttributes: Object.keys(customAttributes).toSorted(),
    };
  });
}

function kafka(): ReturnType<typeof createKafka> {
  return createKafka('stack-spec', kafkaEnvSchema.parse({ KAFKA_BROKERS: stack.addresses.kafkaBrokers }));
}

async function topics(): Promise<Record<string, number>> {
  const admin = kafka().admin();
  await admin.connect();
  try {
    const { topics: found } = await admin.fetchTopicMetadata();
    return Object.fromEntries(found.map(({ name, partitions }) => [name, partitions.length]));
  } finally {
    await admin.disconnect();
  }
}

/** A broker that was killed listens some moments before it leads its partitions again. */
async function lastOffset(topic: string, partition: number): Promise<number> {
  const admin = kafka().admin();
  await admin.connect();
  try {
    for (const giveUpAt = Date.now() + LEADS_AGAIN_WITHIN_MS; ; await sleep(200)) {
      try {
        const offsets = await admin.fetchTopicOffsets(topic);
        return Number(offsets.find((row) => row.partition === partition)?.high);
      } catch (error) {
        if (Date.now() > giveUpAt) throw error;
      }
    }
  } finally {
    await admin.disconnect();
  }
}
