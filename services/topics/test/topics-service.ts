import { join } from 'node:path';
import type { ServerName } from '@hsl/deploy/local/addresses';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import type { CloudEvent } from '@hsl/contracts/event';
import type { KafkaTopic } from '@hsl/contracts/kafka-topics';
import { EventProducer } from '@hsl/kafka/event-producer';
import { createKafka } from '@hsl/kafka/kafka-client';
import { kafkaEnvSchema } from '@hsl/kafka/kafka-env';
import { createService, startTransports } from '@hsl/platform/start-service';
import { eventOf, whistleSnapshot } from '@hsl/testing/facts';
import { testTokens, type TestTokens, type TokenHolder } from '@hsl/testing/test-tokens';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../src/app.module.js';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { DepartmentConsumer } from '../src/departments/department.consumer.js';
import { RulesConsumer } from '../src/rules/rules.consumer.js';
import { ChildWhistleConsumer } from '../src/children/child-whistle.consumer.js';
import { CommunityConsumer } from '../src/communities/community.consumer.js';
import { TenantDatabase, type TopicsDatabase } from '../src/database.js';
import { seedTenant, type Seeded } from '../src/seed/seed-tenant.js';

/** Nobody listens there: the service must do without. */
const NOBODY = '127.0.0.1:1';

/** The real service in this process, seeded, on the servers the spec asks for, and what a spec does to it. */
export class TopicsService {
  private constructor(
    private readonly stack: TestStack,
    private readonly tokens: TestTokens,
    readonly app: NestFastifyApplication,
    readonly origin: string,
    private readonly producer: EventProducer,
  ) {}

  static async start(servers: readonly ServerName[]): Promise<TopicsService> {
    const [stack, tokens] = await Promise.all([startTestStack({ servers, databases: ['topics'] }), testTokens()]);
    const { databaseUrl, kafkaBrokers, temporalAddress } = stack.addresses;
    const brokers = servers.includes('kafka') ? kafkaBrokers : NOBODY;
    const temporal = servers.includes('temporal') ? temporalAddress : NOBODY;
    Object.assign(process.env, {
      ...{
        DATABASE_URL: databaseUrl,
        KAFKA_BROKERS: brokers,
        TEMPORAL_ADDRESS: temporal,
        JWKS_URL: tokens.jwksUrl,
        LOG_LEVEL: 'error',
        FILES_DIR: join(stack.dir, 'files'),
      },
    });
    const app = await createService({ name: 'topics', module: AppModule });
    await app.listen(0, '127.0.0.1');
    await startTransports(app);
    const producer = new EventProducer(createKafka('spec', kafkaEnvSchema.parse({ KAFKA_BROKERS: brokers })));
    const service = new TopicsService(stack, tokens, app, await app.getUrl(), producer);
    for (const tenant of ['zx', 'ys']) {
      await service.seed(tenant);
      await service.learnRules(tenant);
    }
    return service;
  }

  async stop(): Promise<void> {
    await this.producer.disconnect();
    await this.app.close();
    await this.tokens.close();
    await this.stack.stop();
  }

  seed(tenant: string): Promise<Seeded> {
    return seedTenant(this.database, tenant, Date.now());
  }

  /** The community becomes known, as its owner tells it. */
  async know(communityId: string, name: string, sequence = 1): Promise<void> {
    const data = { communityId, name, households: 1000 };
    await this.app.get(CommunityConsumer).onChanged(eventOf('community.changed.v1', data, { sequence }));
  }

  /** A whistle becomes known, as its owner tells it. */
  async blow(whistleId: string, communityId: string, submissionId?: string): Promise<void> {
    const data = {
      ...whistleSnapshot({ whistleId, communityId }),
      kind: 'hardProblem',
      blownBy: 'zx-worker-01',
      submissionId,
    } as const;
    await this.app.get(ChildWhistleConsumer).onWhistle(eventOf('whistle.blown.v1', data, { subject: whistleId }));
  }

  /** The rules become known, as their owner publishes them: version 1, the defaults. */
  async learnRules(subdistrictid: string): Promise<void> {
    const { timeScale, proposals } = DEFAULT_RULE_SET;
    const rules = { ruleSetVersion: 1, effectiveFrom: 0, timeScale, proposals: { ...proposals } };
    await this.app.get(RulesConsumer).onPublished(eventOf('ruleSet.published.v1', rules, { subdistrictid }));
  }

  /** Departments become known, as their owner tells it. */
  async learnDepartments(...departmentIds: string[]): Promise<void> {
    for (const departmentId of departmentIds) {
      const data = { departmentId, code: departmentId, name: departmentId, active: true };
      await this.app.get(DepartmentConsumer).onChanged(eventOf('department.changed.v1', data));
    }
  }

  async publish(topic: KafkaTopic, event: CloudEvent): Promise<void> {
    await this.producer.send(topic, [{ key: event.subject, value: JSON.stringify(event) }]);
  }

  async rows(text: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
    return (await this.database.systemPool.query<Record<string, unknown>>(text, values)).rows;
  }

  as(holder: Omit<TokenHolder, 'subdistrictId'> & { subdistrictId?: string }): Caller {
    return new Caller(this.origin, this.tokens.sign({ subdistrictId: 'zx', ...holder }));
  }

  private get database(): TopicsDatabase {
    return this.app.get<TopicsDatabase>(TenantDatabase);
  }
}

export interface Answer {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- specs look into answers of many shapes
  body: any;
}

export class Caller {
  constructor(
    private readonly origin: string,
    private readonly token?: string,
  ) {}

  get(path: string): Promise<Answer> {
    return this.call(path, { method: 'GET' });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const json = { 'content-type': 'application/json', ...headers };
    return this.call(path, { method: 'POST', body: JSON.stringify(body) }, json);
  }

  put(path: string, body: unknown): Promise<Answer> {
    const json = { 'content-type': 'application/json' };
    return this.call(path, { method: 'PUT', body: JSON.stringify(body) }, json);
  }

  patch(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const json = { 'content-type': 'application/json', ...headers };
    return this.call(path, { method: 'PATCH', body: JSON.stringify(body) }, json);
  }

  delete(path: string): Promise<Answer> {
    return this.call(path, { method: 'DELETE' });
  }

  /** One file as a browser's form sends it. */
  upload(path: string, content: Buffer, fileName: string): Promise<Answer> {
    const form = new FormData();
    form.set('file', new File([new Uint8Array(content)], fileName));
    return this.call(path, { method: 'POST', body: form });
  }

  /** Bytes with the headers they came under; asked for with POST if there is a body. */
  async bytes(path: string, body?: unknown): Promise<{ status: number; content: Buffer; headers: Headers }> {
    const token: Record<string, string> = this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
    const asked =
      body === undefined
        ? { headers: token }
        : { method: 'POST', body: JSON.stringify(body), headers: { ...token, 'content-type': 'application/json' } };
    const answer = await fetch(this.origin + path, { ...asked, signal: AbortSignal.timeout(10_000) });
    return { status: answer.status, content: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
  }

  /** The answer as it is, for what is no JSON. */
  async text(path: string): Promise<string> {
    const headers = this.token === undefined ? undefined : { authorization: `Bearer ${this.token}` };
    const answer = await fetch(this.origin + path, { headers, signal: AbortSignal.timeout(10_000) });
    return answer.text();
  }

  private async call(path: string, init: RequestInit, headers: Record<string, string> = {}): Promise<Answer> {
    const token: Record<string, string> = this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
    const answer = await fetch(this.origin + path, {
      ...init,
      headers: { ...token, ...headers },
      signal: AbortSignal.timeout(10_000),
    });
    return { status: answer.status, body: await answer.json() };
  }
}

/** The value as soon as it is what is waited for. */
export async function eventually<T>(
  look: () => Promise<T>,
  isSo: (value: T) => boolean,
  withinMs = 15_000,
): Promise<T> {
  for (const until = Date.now() + withinMs; ;) {
    const value = await look();
    if (isSo(value)) return value;
    if (Date.now() > until) throw new Error(`not so after ${withinMs} ms: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
