import { randomUUID } from 'node:crypto';
import type { Post } from '@hsl/contracts/roles';
import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import { createService, startTransports } from '@hsl/platform/start-service';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { testTokens } from '@hsl/testing/test-tokens';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../src/app.module.js';
import { TenantDatabase, type MembersDatabase } from '../src/database.js';
import { seedMembers } from '../src/seed/seed-members.js';
import { SEEDED_SUBDISTRICTS } from '../src/seed/seed-rows.js';

/** Nobody listens there: the service must do without. */
const NOBODY = '127.0.0.1:1';
const CALL_TIMEOUT_MS = 20_000;
const POLL_MS = 50;

export interface Answer {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- specs look into answers of many shapes
  body: Record<string, any>;
}

export interface Caller {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface MembersUnderTest {
  app: NestFastifyApplication;
  stack: TestStack;
  database: MembersDatabase;
  /** Sees all tenants. */
  pool: MembersDatabase['systemPool'];
  as(userId: string, posts: Post[], subdistrictId?: string): Caller;
  anonymous: Caller;
  close(): Promise<void>;
}

/** The real service in this process, seeded, on real servers; those not named are away. */
export async function startMembers(
  servers: ('postgres' | 'temporal' | 'kafka')[],
  roles: string,
): Promise<MembersUnderTest> {
  const [stack, tokens] = await Promise.all([startTestStack({ servers, databases: ['members'] }), testTokens()]);
  const { databaseUrl, temporalAddress, temporalNamespace, kafkaBrokers } = stack.addresses;
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: servers.includes('temporal') ? temporalAddress : NOBODY,
    TEMPORAL_NAMESPACE: temporalNamespace,
    KAFKA_BROKERS: servers.includes('kafka') ? kafkaBrokers : NOBODY,
    ...{ JWKS_URL: tokens.jwksUrl, LOG_LEVEL: 'silent', ROLE: roles },
  });
  const app = await createService({ name: 'members', module: AppModule, port: 0 });
  const database = app.get<MembersDatabase>(TenantDatabase);
  await seedEverything(database);
  await app.listen(0, '127.0.0.1');
  await startTransports(app);
  const origin = await app.getUrl();
  return {
    ...{ app, stack, database, pool: database.systemPool, anonymous: callerOf(origin) },
    as: (userId, posts, subdistrictId = 'zx') => callerOf(origin, tokens.sign({ userId, subdistrictId, posts })),
    async close() {
      await app.close();
      await tokens.close();
      await stack.stop();
    },
  };
}

function callerOf(origin: string, token?: string): Caller {
  const call = async (method: string, path: string, more: Record<string, string>, body?: unknown): Promise<Answer> => {
    const answer = await fetch(origin + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...more,
      },
      body: body === undefined || body instanceof Uint8Array ? (body as never) : JSON.stringify(body),
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  };
  return {
    get: (path, headers = {}) => call('GET', path, headers),
    post: (path, body = {}, headers = {}) => call('POST', path, headers, body),
  };
}

/** @returns how many members and experts were added or changed */
export async function seedEverything(database: MembersDatabase): Promise<number> {
  let changed = 0;
  for (const id of SEEDED_SUBDISTRICTS) {
    changed += await database.transaction(id, (client) => seedMembers(client, id, Date.now()));
  }
  return changed;
}

/** A whistle's workflow that nobody runs: it only keeps the signals it gets. */
export async function startSilentWhistle(app: NestFastifyApplication, whistleId = randomUUID()): Promise<string> {
  await app.get(TemporalClient).workflow.start('whistleWorkflow', {
    ...{ workflowId: whistleWorkflowId(whistleId), taskQueue: 'nobody', args: [] },
  });
  return whistleId;
}

/** What the whistle was told, in order. */
export async function signalsOf(app: NestFastifyApplication, whistleId: string): Promise<unknown[]> {
  const { events } = await app.get(TemporalClient).workflow.getHandle(whistleWorkflowId(whistleId)).fetchHistory();
  return (events ?? []).flatMap(({ workflowExecutionSignaledEventAttributes: signal }) =>
    (signal?.input?.payloads ?? []).map(({ data }) => JSON.parse(Buffer.from(data!).toString()) as unknown),
  );
}

/** Asks again until something is there. */
export async function eventually<T>(find: () => Promise<T | undefined>, timeoutMs = 30_000): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`nothing came in ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
