import { join } from 'node:path';
import type { ServerName } from '@hsl/deploy/local/addresses';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import type { Post, Role } from '@hsl/contracts/roles';
import { kafkaEnvSchema, type KafkaEnv } from '@hsl/kafka/kafka-env';
import { createService, startTransports } from '@hsl/platform/start-service';
import { testTokens, type TestTokens } from '@hsl/testing/test-tokens';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../src/app.module.js';
import { TenantDatabase, type DepartmentsDatabase } from '../src/database.js';
import { seedTenant } from '../src/seeding/seed-tenant.js';

/** Nobody listens there: the service must do without. */
const NOBODY = '127.0.0.1:1';

export interface Answer {
  status: number;
  // eslint-disable-next-line typescript/no-explicit-any -- specs look into answers of every shape
  body: any;
  headers: Headers;
}

/** The real service in this process, on the servers the spec asks for, and what a spec does to it. */
export class DepartmentsService {
  private constructor(
    readonly stack: TestStack,
    readonly tokens: TestTokens,
    readonly app: NestFastifyApplication,
    readonly origin: string,
    private readonly database: DepartmentsDatabase,
    readonly kafka: KafkaEnv,
  ) {}

  static async start(servers: readonly ServerName[]): Promise<DepartmentsService> {
    const [stack, tokens] = await Promise.all([startTestStack({ servers, databases: ['departments'] }), testTokens()]);
    const { databaseUrl, temporalAddress, temporalNamespace, kafkaBrokers } = stack.addresses;
    const brokers = servers.includes('kafka') ? kafkaBrokers : NOBODY;
    Object.assign(process.env, {
      ...{ DATABASE_URL: databaseUrl, JWKS_URL: tokens.jwksUrl, LOG_LEVEL: 'error', KAFKA_BROKERS: brokers },
      TEMPORAL_ADDRESS: servers.includes('temporal') ? temporalAddress : NOBODY,
      TEMPORAL_NAMESPACE: temporalNamespace,
      FILES_DIR: join(stack.dir, 'files'),
    });
    const app = await createService({ name: 'departments', module: AppModule });
    const database = app.get<DepartmentsDatabase>(TenantDatabase);
    await seedTenant(database, 'zx', Date.now());
    await app.listen(0, '127.0.0.1');
    if (servers.includes('kafka')) await startTransports(app);
    const kafka = kafkaEnvSchema.parse({ KAFKA_BROKERS: brokers });
    return new DepartmentsService(stack, tokens, app, await app.getUrl(), database, kafka);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.tokens.close();
    await this.stack.stop();
  }

  /** Raw SQL that sees all tenants. */
  async rows(text: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
    return (await this.database.systemPool.query<Record<string, unknown>>(text, values)).rows;
  }

  /** Types of the events about an aggregate that are on their way, in order. */
  async eventTypes(subject: string): Promise<string[]> {
    const rows = await this.rows(
      `SELECT envelope->>'type' AS type FROM outbox_event WHERE subject = $1 ORDER BY position`,
      subject,
    );
    return rows.map(({ type }) => String(type));
  }

  /** Somebody with one post; the tenant is zx unless said otherwise. */
  as(userId: string, post: Post | Post[], subdistrictId = 'zx'): Caller {
    return new Caller(this.origin, this.tokens.sign({ userId, subdistrictId, posts: [post].flat() }));
  }

  /** The person of the seed who holds that post in that department, e.g. handler of cgj. */
  person(role: 'handler' | 'deputyHead' | 'head', code: string): Caller {
    return this.as(`zx-${role.toLowerCase()}-${code}`, { role, departmentId: `ZX-${code.toUpperCase()}` });
  }

  staff(role: Role): Caller {
    return this.as(`zx-${role.toLowerCase()}`, { role });
  }
}

export class Caller {
  constructor(
    private readonly origin: string,
    private readonly token: string,
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call('GET', path, headers);
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call('POST', path, { ...headers, 'content-type': 'application/json' }, JSON.stringify(body));
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.call('PUT', path, { 'content-type': 'application/json' }, JSON.stringify(body));
  }

  delete(path: string): Promise<Answer> {
    return this.call('DELETE', path, {});
  }

  /** One file as a browser's form sends it. */
  async upload(path: string, content: Buffer, fileName: string): Promise<Answer> {
    const form = new FormData();
    form.set('file', new File([new Uint8Array(content)], fileName));
    const authorization = `Bearer ${this.token}`;
    const answer = await fetch(this.origin + path, { method: 'POST', headers: { authorization }, body: form });
    return { status: answer.status, body: await answer.json(), headers: answer.headers };
  }

  /** What is no JSON, as it is; asked for with a body where one is given. */
  async bytes(path: string, body?: object): Promise<{ status: number; content: Buffer; headers: Headers }> {
    const authorization = `Bearer ${this.token}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const asked = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers: { authorization } };
    const answer = await fetch(this.origin + path, asked);
    return { status: answer.status, content: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
  }

  private async call(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> {
    const authorization = `Bearer ${this.token}`;
    const answer = await fetch(this.origin + path, { method, headers: { authorization, ...headers }, body });
    return { status: answer.status, body: await answer.json(), headers: answer.headers };
  }
}

const EVENTUALLY_MS = 15_000;
const LOOK_EVERY_MS = 50;

/** The value as soon as it is what is waited for; what it was last when time is up. */
export async function eventually<T>(look: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  const until = Date.now() + EVENTUALLY_MS;
  for (;;) {
    const value = await look();
    if (isSo(value) || Date.now() > until) return value;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
