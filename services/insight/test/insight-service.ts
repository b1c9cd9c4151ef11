import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudEvent } from '@hsl/contracts/event';
import type { KafkaTopic } from '@hsl/contracts/kafka-topics';
import type { Post } from '@hsl/contracts/roles';
import type { Board, LiveList, LiveMatter } from '@hsl/contracts/schemas/insight';
import type { ServerName } from '@hsl/deploy/local/addresses';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import type { DeadLetter } from '@hsl/kafka/dead-letter-entry';
import { DeadLetters } from '@hsl/kafka/dlq';
import { EventProducer } from '@hsl/kafka/event-producer';
import { createKafka } from '@hsl/kafka/kafka-client';
import { kafkaEnvSchema } from '@hsl/kafka/kafka-env';
import { Clock } from '@hsl/platform/clock';
import { createService, startTransports } from '@hsl/platform/start-service';
import { testTokens, type TestTokens } from '@hsl/testing/test-tokens';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../src/app.module.js';
import { TenantDatabase } from '../src/database.js';
import { FactsConsumer } from '../src/facts/facts.consumer.js';
import type { FactEvent } from '../src/facts/moment.js';
import { ScoreRulesConsumer } from '../src/figures/score-rules.consumer.js';
import { MatterConsumer } from '../src/projection/matter.consumer.js';
import { Projections } from '../src/rebuild/projections.js';
import { rebuild, type Rebuilt } from '../src/rebuild/rebuild.js';
import type { MatterEvent } from '../src/projection/whistle-events.js';

/** Nobody listens there: the service must do without. */
const NOBODY = '127.0.0.1:1';

/** The real service in this process, on the servers the spec asks for, and what a spec does to it. */
export class InsightService {
  private constructor(
    private readonly stack: TestStack,
    private readonly tokens: TestTokens,
    readonly app: NestFastifyApplication,
    private readonly origin: string,
    private readonly producer: EventProducer,
  ) {}

  static async start(servers: readonly ServerName[] = ['postgres', 'kafka']): Promise<InsightService> {
    const [stack, tokens] = await Promise.all([startTestStack({ servers, databases: ['insight'] }), testTokens()]);
    const { databaseUrl } = stack.addresses;
    const kafkaBrokers = servers.includes('kafka') ? stack.addresses.kafkaBrokers : NOBODY;
    Object.assign(process.env, {
      FILES_DIR: join(tmpdir(), `hsl-insight-files-${randomUUID()}`),
      ...{ DATABASE_URL: databaseUrl, KAFKA_BROKERS: kafkaBrokers, JWKS_URL: tokens.jwksUrl, LOG_LEVEL: 'warn' },
    });
    const app = await createService({ name: 'insight', module: AppModule });
    await app.listen(0, '127.0.0.1');
    await startTransports(app);
    const kafka = createKafka('spec', kafkaEnvSchema.parse({ KAFKA_BROKERS: kafkaBrokers }));
    return new InsightService(stack, tokens, app, await app.getUrl(), new EventProducer(kafka));
  }

  async stop(): Promise<void> {
    await this.producer.disconnect();
    await this.app.close();
    await this.tokens.close();
    await this.stack.stop();
    await rm(process.env['FILES_DIR']!, { recursive: true, force: true });
  }

  /** The service's clock stands still there. */
  setClock(now: number): void {
    this.app.get(Clock).now = () => now;
  }

  /** The event reaches the consumer, without a broker in between. */
  async tell(event: MatterEvent): Promise<void> {
    await this.app.get(MatterConsumer).onMatter(event);
  }

  /** The same, for what figures rest on. */
  async tellFacts(event: FactEvent): Promise<void> {
    await this.app.get(FactsConsumer).onEvent(event);
  }

  /** The same, for whoever in this service is to hear of it. */
  async tellAll(events: readonly CloudEvent[]): Promise<void> {
    const projections = new Projections(this.app.get(TenantDatabase));
    for (const event of events) await projections.take(event);
  }

  async tellRules(event: CloudEvent<'ruleSet.published.v1'>): Promise<void> {
    await this.app.get(ScoreRulesConsumer).onPublished(event);
  }

  /** Everything that lies in the topics, told again into emptied tables. */
  rebuild(): Promise<Rebuilt> {
    const kafka = createKafka(
      'spec-rebuild',
      kafkaEnvSchema.parse({ KAFKA_BROKERS: this.stack.addresses.kafkaBrokers }),
    );
    return rebuild(kafka, this.app.get(TenantDatabase));
  }

  async publish(topic: KafkaTopic, ...events: CloudEvent[]): Promise<void> {
    await this.producer.send(
      topic,
      events.map((event) => ({ key: event.subject, value: JSON.stringify(event) })),
    );
  }

  async deadLetters(): Promise<DeadLetter[]> {
    const env = kafkaEnvSchema.parse({ KAFKA_BROKERS: this.stack.addresses.kafkaBrokers });
    const letters = new DeadLetters(createKafka('spec-dlq', env));
    return letters.list().finally(() => letters.close());
  }

  async rows<R extends object = Record<string, unknown>>(text: string, tenant = 'zx'): Promise<R[]> {
    return (await this.app.get(TenantDatabase).pool(tenant).query<R>(text)).rows;
  }

  as(posts: Post[], subdistrictId = 'zx', userId = 'zx-somebody'): Reader {
    return new Reader(this.origin, this.tokens.sign({ userId, subdistrictId, posts }));
  }

  get anonymous(): Reader {
    return new Reader(this.origin);
  }
}

export interface Answer<B> {
  status: number;
  body: B;
}

type Asked = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

/** Somebody who asks the service over HTTP. */
export class Reader {
  constructor(
    private readonly origin: string,
    private readonly token?: string,
  ) {}

  async get<B = Record<string, unknown>>(path: string): Promise<Answer<B>> {
    const answer = await this.ask(path);
    return { status: answer.status, body: (await answer.json()) as B };
  }

  async post<B = Record<string, unknown>>(path: string, body: object, more: Record<string, string> = {}) {
    const headers = { 'content-type': 'application/json', ...more };
    const answer = await this.ask(path, { method: 'POST', body: JSON.stringify(body), headers });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as B };
  }

  ask(path: string, { headers, ...init }: Asked = {}): Promise<Response> {
    const credential: Record<string, string> =
      this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
    const signal = AbortSignal.timeout(10_000);
    return fetch(this.origin + path, { ...init, headers: { ...credential, ...headers }, signal });
  }

  async board(): Promise<Board> {
    const { status, body } = await this.get<Board>('/api/board');
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** All pages of a live list. */
  async list(query: string, limit = 100): Promise<LiveMatter[]> {
    const items: LiveMatter[] = [];
    for (let cursor = ''; ;) {
      const { status, body } = await this.get<LiveList>(`/api/live-list?${query}&limit=${limit}${cursor}`);
      if (status !== 200) throw new Error(`${status} for ${query}: ${JSON.stringify(body)}`);
      items.push(...body.items);
      if (body.nextCursor === undefined) return items;
      cursor = `&cursor=${body.nextCursor}`;
    }
  }
}

/** The value as soon as it is what is waited for. */
export async function eventually<T>(look: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  for (const until = Date.now() + 15_000; ;) {
    const value = await look();
    if (isSo(value)) return value;
    if (Date.now() > until) throw new Error(`not so after 15 s: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
