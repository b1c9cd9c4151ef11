import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { startTestStack } from '@hsl/deploy/local/test-stack';
import type { CloudEvent } from '@hsl/contracts/event';
import type { ProblemDetails } from '@hsl/contracts/problem-codes';
import type { Post } from '@hsl/contracts/roles';
import type { InboxPage, InboxState } from '@hsl/contracts/schemas/notices';
import type { NoticeSettings } from '@hsl/contracts/schemas/notice-settings';
import { createTopics } from '@hsl/kafka/topics';
import { kafkaEnvSchema, type KafkaEnv } from '@hsl/kafka/kafka-env';
import { Clock } from '@hsl/platform/clock';
import { createService, startTransports } from '@hsl/platform/start-service';
import { eventOf } from '@hsl/testing/facts';
import { testTokens, type TestTokens } from '@hsl/testing/test-tokens';
import { AppModule } from '../src/app.module.js';
import { NoticesConsumer } from '../src/inbox/notices.consumer.js';
import { PlacesConsumer } from '../src/places/places.consumer.js';
import { RecipientsConsumer } from '../src/recipients/recipients.consumer.js';
import type { NoticedEvent } from '../src/rules/notice-rules.js';
import { EventStream } from './event-stream.js';

/** A person of the spec: id and tenant follow from the name. */
export interface Person {
  userId: string;
  subdistrictId: string;
  posts: Post[];
}

/** What any request of this service may be answered; which of it is there, the spec says. */
export interface Answer {
  status: number;
  body: InboxPage & InboxState & NoticeSettings & ProblemDetails;
}

const answerOf = async (response: Response): Promise<Answer> => ({
  status: response.status,
  body: (await response.json()) as Answer['body'],
});

/** The service on real servers, with two replicas, and what a spec does to them. */
export class NoticesService {
  private readonly connections: pg.Client[] = [];

  private constructor(
    readonly databaseUrl: string,
    readonly kafka: KafkaEnv,
    readonly tokens: TestTokens,
    readonly replicas: readonly { app: NestFastifyApplication; url: string }[],
    private readonly stopServers: () => Promise<void>,
  ) {}

  /** @param settings of the environment beside those of the servers */
  static async start(settings: Record<string, string> = {}): Promise<NoticesService> {
    const stack = await startTestStack({ servers: ['postgres', 'kafka'], databases: ['notices'] });
    const { databaseUrl, kafkaBrokers } = stack.addresses;
    const kafka = kafkaEnvSchema.parse({ KAFKA_BROKERS: kafkaBrokers });
    const [tokens] = await Promise.all([testTokens(), createTopics(kafka)]);
    Object.assign(process.env, {
      ...{ DATABASE_URL: databaseUrl, KAFKA_BROKERS: kafkaBrokers, JWKS_URL: tokens.jwksUrl, LOG_LEVEL: 'error' },
      ...settings,
    });
    const replicas = [await startReplica(), await startReplica()];
    return new NoticesService(databaseUrl, kafka, tokens, replicas, () => stack.stop());
  }

  /** A connection of a spec's own that sees every tenant; ended with the service. */
  async connect(): Promise<pg.Client> {
    const connectionString = `${this.databaseUrl}/hsl_notices`;
    const client = new pg.Client({ connectionString, options: '-c hsl.subdistrict=*' });
    await client.connect();
    this.connections.push(client);
    return client;
  }

  async stop(): Promise<void> {
    await Promise.all(this.connections.map((client) => client.end()));
    await Promise.all(this.replicas.map(closed));
    await this.tokens.close();
    await this.stopServers();
  }

  /** The account becomes known, as the gateway tells it. */
  async know({ userId, subdistrictId, posts }: Person, active = true, sequence = 1): Promise<void> {
    const envelope = { subject: userId, subdistrictid: subdistrictId, sequence, source: '/hsl/gateway' };
    const consumer = this.replicas[0]!.app.get(RecipientsConsumer);
    await consumer.onUserChanged(eventOf('user.changed.v1', { userId, posts, active }, envelope));
  }

  /** A place or a unit is called so from now on. */
  async learn(event: CloudEvent<'community.changed.v1' | 'department.changed.v1'>): Promise<void> {
    await this.replicas[0]!.app.get(PlacesConsumer).onChanged(event);
  }

  /** The fact happens: replica 0 handles it. */
  async tell(event: CloudEvent<NoticedEvent>): Promise<void> {
    await this.replicas[0]!.app.get(NoticesConsumer).onFact(event);
  }

  async ask(person: Person, path: string, language = 'zh-CN'): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.tokens.sign(person)}`, 'accept-language': language };
    return answerOf(await fetch(`${this.replicas[0]!.url}${path}`, { headers }));
  }

  async post(person: Person, path: string, body: object = {}): Promise<Answer> {
    return this.send(person, 'POST', path, body);
  }

  async send(
    person: Person,
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body: object = {},
    more: Record<string, string> = {},
  ): Promise<Answer> {
    const authorization = `Bearer ${this.tokens.sign(person)}`;
    const headers = { authorization, 'content-type': 'application/json', ...more };
    const init = { method, headers, body: JSON.stringify(body) };
    return answerOf(await fetch(`${this.replicas[0]!.url}${path}`, init));
  }

  /** The clock of every replica shows this from now on. */
  itIs(now: number): void {
    for (const { app } of this.replicas) app.get(Clock).now = () => now;
  }

  async stream(
    person: Person,
    options: { lastEventId?: string; replica?: 0 | 1; expiresInSeconds?: number } = {},
  ): Promise<EventStream> {
    const { lastEventId, replica = 0, expiresInSeconds } = options;
    const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
    const token = this.tokens.sign(person, expiresInSeconds === undefined ? {} : { expiresInSeconds });
    return EventStream.open(`${this.replicas[replica]!.url}/api/stream`, token, headers);
  }
}

/** fetch keeps connections open that a server counts as busy until a request has come over them. */
async function closed({ app }: { app: NestFastifyApplication }): Promise<void> {
  const closing = app.close();
  app.getHttpServer().closeAllConnections();
  await closing;
}

async function startReplica(): Promise<{ app: NestFastifyApplication; url: string }> {
  const app = await createService({ name: 'notices', module: AppModule });
  await app.listen(0, '127.0.0.1');
  await startTransports(app);
  return { app, url: await app.getUrl() };
}
