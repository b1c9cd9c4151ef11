import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ProblemDetails } from '@hsl/contracts/problem-codes';
import type { Post } from '@hsl/contracts/roles';
import type { ApiKeyAnswer, IssuedApiKeyAnswer } from '@hsl/contracts/schemas/api-key.schema';
import type { Me, SessionAnswer } from '@hsl/contracts/schemas/session.schema';
import { jest } from '@jest/globals';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import { createService } from '@hsl/platform/start-service';
import type { JWK } from 'jose';
import { AppModule } from '../src/app.module.js';
import { addGatewayRoutes } from '../src/gateway-routes.js';
import { hashPassword } from '../src/sign-in/password.js';
import { UserRepository } from '../src/users/user.repository.js';

// Starting a server and hashing passwords take their time on a busy machine.
jest.setTimeout(60_000);

export const PASSWORD = 'correct horse battery';

/** An answer of any route; a spec knows which one it called. */
export type AnswerBody = SessionAnswer &
  Omit<IssuedApiKeyAnswer, 'status'> &
  ProblemDetails &
  Me & { items: ApiKeyAnswer[]; nextCursor?: string; keys: JWK[]; serverNow: string; text: string };

export interface Answer {
  status: number;
  headers: Headers;
  body: AnswerBody;
}

/** A PostgreSQL server with the gateway's database, and gateways on it: several are replicas of one another. */
export class GatewayUnderTest {
  private readonly apps: NestFastifyApplication[] = [];

  private constructor(readonly stack: TestStack) {}

  static async start(): Promise<GatewayUnderTest> {
    return new GatewayUnderTest(await startTestStack({ servers: ['postgres'], databases: ['gateway'] }));
  }

  /** One more gateway; its address. */
  async replica(env: Record<string, string> = {}): Promise<Gateway> {
    const settings: Record<string, string> = {
      DATABASE_URL: this.stack.addresses.databaseUrl,
      KAFKA_BROKERS: '127.0.0.1:9',
      ROLE: 'api',
      SERVICE_URLS: '{}',
      LOG_LEVEL: 'silent',
      CREDENTIAL_CACHE_SECONDS: '1',
      ...env,
    };
    const before = { ...process.env };
    Object.assign(process.env, settings);
    const app = await createService({
      name: 'gateway',
      module: AppModule,
      configure: addGatewayRoutes,
      trustProxy: false,
    });
    process.env = before;
    await app.listen(0, '127.0.0.1');
    this.apps.push(app);
    return new Gateway(app);
  }

  async stop(): Promise<void> {
    for (const app of this.apps) (app.getHttpServer() as Server).closeAllConnections();
    await Promise.all(this.apps.map((app) => app.close()));
    await this.stack.stop();
  }
}

let passwordHash: Promise<string> | undefined;

/** One running gateway and the calls a client makes. */
export class Gateway {
  readonly url: string;

  constructor(readonly app: NestFastifyApplication) {
    const { port } = app.getHttpServer().address() as AddressInfo;
    this.url = `http://127.0.0.1:${port}`;
  }

  async call(
    method: string,
    path: string,
    options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const { token, body, headers } = options;
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : { text }) as AnswerBody,
    };
  }

  /** Creates or changes an account with the password of all test accounts. */
  async account(id: string, posts: Post[], active = true): Promise<void> {
    passwordHash ??= hashPassword(PASSWORD);
    const subdistrictId = id.split('-')[0] ?? '';
    await this.app.get(UserRepository).save(
      {
        id,
        subdistrictId,
        userName: id,
        name: '测试',
        posts,
        active,
        passwordHash: await passwordHash,
        isFictional: true,
      },
      Date.now(),
    );
  }

  signIn(userName: string, password = PASSWORD): Promise<Answer> {
    return this.call('POST', '/api/sessions', { body: { userName, password } });
  }

  /** The access token of a fresh sign-in. */
  async token(userName: string): Promise<string> {
    const { status, body } = await this.signIn(userName);
    if (status !== 201) throw new Error(`${userName}: ${JSON.stringify(body)}`);
    return body['accessToken'];
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
