import { join } from 'node:path';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import { databaseUrlOf } from '@hsl/database/database-env';
import { createService } from '@hsl/platform/start-service';
import { testTokens } from '@hsl/testing/test-tokens';
import type { Post, Role } from '@hsl/contracts/roles';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { AppModule } from '../src/app.module.js';
import { seedDatabase } from '../src/seed/seed-database.js';

/** Nobody listens there: the service must do without Kafka. */
const NO_BROKER = '127.0.0.1:1';

export interface Harness {
  app: NestFastifyApplication;
  stack: TestStack;
  pool: pg.Pool;
  as(userId: string, post: Post, more?: { keyId: string; keyScopes: string[] } | { name: string }): Caller;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  // eslint-disable-next-line typescript/no-explicit-any -- specs look into answers of every shape
  body: any;
  headers: Record<string, unknown>;
}

export interface Caller {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  /** One file as a browser's form sends it. */
  upload(path: string, content: Buffer, fileName: string): Promise<Answer>;
  /** What is no JSON, as it is; asked for with a body where one is given. */
  bytes(path: string, body?: object): Promise<{ status: number; content: Buffer; headers: Headers }>;
}

/** The real service in this process, on a real PostgreSQL and a real Temporal server. */
export async function openHarness(servers: ('postgres' | 'temporal')[] = ['postgres', 'temporal']): Promise<Harness> {
  const [stack, tokens] = await Promise.all([startTestStack({ servers, databases: ['whistles'] }), testTokens()]);
  const { databaseUrl, temporalAddress, temporalNamespace } = stack.addresses;
  Object.assign(process.env, {
    ...{ DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_NAMESPACE: temporalNamespace },
    ...{ KAFKA_BROKERS: NO_BROKER, JWKS_URL: tokens.jwksUrl, LOG_LEVEL: 'silent' },
    FILES_DIR: join(stack.dir, 'files'),
  });
  const url = databaseUrlOf('whistles', databaseUrl);
  await seedDatabase();
  const pool = new pg.Pool({ connectionString: url, options: '-c hsl.subdistrict=*', max: 2 });
  // The server stops after the pool has begun to close: its good-bye is no error; a connection lost earlier fails a query.
  pool.on('error', () => undefined);
  await seedReferences(pool);
  const app = await createService({ name: 'whistles', module: AppModule, port: 0 });
  await app.listen(0, '127.0.0.1');
  const origin = await app.getUrl();
  return {
    ...{ app, stack, pool },
    as: (userId, post, key) => callerOf(origin, tokens.sign({ userId, subdistrictId: 'zx', posts: [post], ...key })),
    async close() {
      await app.close();
      await pool.end();
      await tokens.close();
      await stack.stop();
    },
  };
}

/** What the events of topics and departments would have told. */
async function seedReferences(pool: pg.Pool): Promise<void> {
  const known = [
    ['category', 'C1', { defaultGrade: 'G3' }],
    ['category', 'C3', { defaultGrade: 'G4' }],
    ['route', 'C1', { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD'] }],
    ...['ZX-CGJ', 'ZX-XFD', 'ZX-GDG'].map((id) => ['department', id, {}] as const),
  ] as const;
  for (const [kind, id, facts] of known) {
    await pool.query(
      `INSERT INTO known_reference (subdistrict_id, kind, id, facts) VALUES ('zx', $1, $2, $3) ON CONFLICT DO NOTHING`,
      [kind, id, JSON.stringify(facts)],
    );
  }
}

function callerOf(origin: string, token: string): Caller {
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    more: object,
    payload?: unknown,
  ): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...more };
    const isReady = typeof payload === 'string' || payload instanceof Uint8Array;
    const body = isReady ? (payload as string) : JSON.stringify(payload);
    const answer = await fetch(origin + path, method === 'GET' ? { headers } : { method, headers, body });
    const text = await answer.text();
    const parsed = text === '' ? undefined : JSON.parse(text);
    return { status: answer.status, body: parsed, headers: Object.fromEntries(answer.headers) };
  };
  return {
    get: (path, headers = {}) => call('GET', path, headers),
    post: (path, body, headers = {}) => call('POST', path, headers, body),
    put: (path, body) => call('PUT', path, {}, body),
    delete: (path) => call('DELETE', path, {}, {}),
    async upload(path, content, fileName) {
      const body = new FormData();
      body.set('file', new File([new Uint8Array(content)], fileName));
      const answer = await fetch(origin + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body,
      });
      return { status: answer.status, body: await answer.json(), headers: Object.fromEntries(answer.headers) };
    },
    async bytes(path, body) {
      const authorization = `Bearer ${token}`;
      const headers = { authorization, 'content-type': 'application/json' };
      const asked = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers: { authorization } };
      const answer = await fetch(origin + path, asked);
      return { status: answer.status, content: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
    },
  };
}

export const postOf = (role: Role, rest: Partial<Post> = {}): Post => ({ role, ...rest });
export const worker = (community = 'ZX01') => postOf('communityWorker', { communityIds: [community] });
