import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Body, Controller, Get, HttpCode, Module, Param, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import type { ProblemDetails } from '@hsl/contracts/problem-codes';
import { HealthRegistry } from '../src/health-registry.js';
import { pageQuerySchema, type PageQuery } from '../src/page.js';
import { ProblemError } from '../src/problem.error.js';
import { Public } from '../src/public-route.js';
import { createService } from '../src/start-service.js';
import { currentTraceparent } from '../src/trace-context.js';

jest.setTimeout(60_000);

const thingSchema = z.strictObject({ facts: z.string().min(3), count: z.int().optional() }).meta({ id: 'Thing' });
type Thing = z.output<typeof thingSchema>;
const idSchema = z.object({ id: z.uuid() });

@Controller('api/things')
class ThingController {
  @Post()
  create(@Body({ schema: thingSchema }) body: Thing): Thing {
    return body;
  }

  @Public()
  @Get()
  @ApiOkResponse({ standardSchema: thingSchema })
  list(@Query({ schema: pageQuerySchema }) query: PageQuery): PageQuery & { traceparent?: string } {
    return { ...query, traceparent: currentTraceparent() };
  }

  @Get('broken')
  broken(): never {
    throw new Error('secret: table x');
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  accept(@Param({ schema: idSchema }) { id }: { id: string }): never {
    throw new ProblemError('wrongState', { state: `BLOWN ${id.length}` });
  }
}

@Module({ controllers: [ThingController] })
class ThingModule {}

let app: NestFastifyApplication;
let url: string;

beforeAll(async () => {
  process.env['LOG_LEVEL'] = 'silent';
  app = await createService({ name: 'things', module: ThingModule });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});

afterAll(() => app.close());

/** An answer of any route; a spec knows which one it called. */
type AnswerBody = ProblemDetails & {
  dependencies: Record<string, unknown>;
  openapi: string;
  paths: Record<string, Record<'get' | 'post', Operation>>;
  components: { schemas: Record<string, unknown> };
};

interface Operation {
  requestBody: { content: Record<string, { schema: unknown }> };
  responses: Record<string, { content: Record<string, { schema: unknown }> }>;
  parameters: { name: string }[];
  security: unknown[];
}

interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: AnswerBody;
}

async function call(
  method: 'GET' | 'POST',
  path: string,
  body?: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const response = await fetch(url + path, {
    method,
    headers: { ...type, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: (isJson ? JSON.parse(text) : {}) as AnswerBody,
  };
}

describe('bodies', () => {
  it.each([
    ['broken off', '{"facts"', 400, 'malformedJson'],
    ['empty', '', 400, 'malformedJson'],
    ['reaching for the prototype', '{"__proto__":{"x":1}}', 400, 'malformedJson'],
    ['of two megabytes', JSON.stringify({ facts: 'x'.repeat(2_000_000) }), 413, 'bodyTooLarge'],
    ['with a field too many', '{"facts":"abc","state":"X"}', 422, 'validationFailed'],
    ['that is a list', '[]', 422, 'validationFailed'],
  ])('%s are refused', async (_what, payload, status, code) => {
    const answer = await call('POST', '/api/things', payload);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'application/xml'])('as %s are refused', async (type) => {
    const answer = await call('POST', '/api/things', 'facts=abc', { 'content-type': type });
    expect([answer.status, answer.json.code]).toEqual([415, 'unsupportedMediaType']);
  });

  it("that fit are answered with the server's time", async () => {
    const { status, json } = await call('POST', '/api/things', '{"facts":"abc"}');
    expect(status).toBe(201);
    expect(json).toEqual({ facts: 'abc', serverNow: expect.stringMatching(/^\d{4}-.*Z$/) });
  });
});

describe('refusals', () => {
  it("say what to mend, in the reader's language", async () => {
    const zh = await call('POST', '/api/things', '{"facts":"a"}');
    expect(zh.json.errors).toEqual([{ field: 'facts', code: 'tooSmall', message: '至少 3 个字。' }]);
    const en = await call('POST', '/api/things', '{"facts":"a"}', { 'accept-language': 'en' });
    expect(en.json.errors?.[0]?.message).toBe('Must be at least 3 characters.');
    expect(en.headers.get('content-language')).toBe('en');
  });

  it('name the state the object is in', async () => {
    const { status, json } = await call('POST', '/api/things/00000000-0000-4000-8000-000000000000/acceptance');
    expect([status, json.code, json.state]).toEqual([409, 'wrongState', 'BLOWN 36']);
  });

  it('of an unexpected error tell nothing of it', async () => {
    const answer = await call('GET', '/api/things/broken');
    expect([answer.status, answer.json.code]).toEqual([500, 'internalError']);
    expect(JSON.stringify(answer.json)).not.toContain('secret');
  });

  it.each(['/api/nothing', '/api/%zz', '/api/things/nobody/acceptance/here'])(
    'of an unknown path read alike: %s',
    async (url) => {
      const answer = await call('GET', url);
      expect([answer.status, answer.json.code]).toEqual([404, 'notFound']);
    },
  );

  it('of a query name the field', async () => {
    const { json } = await call('GET', '/api/things?limit=500&sort=x');
    expect(json.errors?.map((error) => error.field)).toEqual(['limit', 'sort']);
  });
});

describe('a request', () => {
  it('keeps its trace and id to the end', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const { json, headers } = await call('GET', '/api/things', undefined, { traceparent, 'x-request-id': 'r-1' });
    expect(json).toMatchObject({ limit: 20, traceparent });
    expect(headers.get('x-request-id')).toBe('r-1');
  });
});

describe('operations', () => {
  it('health names what the libraries registered', async () => {
    expect((await call('GET', '/health/live')).json).toEqual({ status: 'live' });
    expect((await call('GET', '/health/ready')).status).toBe(200);
    app
      .get(HealthRegistry)
      .register({ name: 'database', required: true, check: () => Promise.reject(new Error('gone')) });
    const { status, json } = await call('GET', '/health/ready');
    expect(status).toBe(503);
    expect(json.dependencies['database']).toMatchObject({ status: 'down' });
  });

  it('metrics time requests by the pattern of the route', async () => {
    await call('POST', '/api/things/00000000-0000-4000-8000-000000000000/acceptance');
    const { text } = await call('GET', '/metrics');
    expect(text).toContain(
      'http_request_duration_seconds_count{method="POST",route="/api/things/:id/acceptance",status="409"}',
    );
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain('00000000-0000');
  });

  it('the OpenAPI document is made from the schemas', async () => {
    const { json } = await call('GET', '/openapi.json');
    expect(json.openapi).toBe('3.1.0');
    const { post, get } = json.paths['/api/things'] as Record<'get' | 'post', Operation>;
    expect(post.requestBody.content['application/json']?.schema).toEqual({ $ref: '#/components/schemas/Thing' });
    expect(json.components.schemas['Thing']).toMatchObject({ required: ['facts'], additionalProperties: false });
    expect(post.security).toEqual([{ bearer: [] }]);
    expect(get.security).toEqual([]);
    expect(get.responses['200']?.content['application/json']?.schema).toEqual({ $ref: '#/components/schemas/Thing' });
    expect(get.parameters.map((parameter) => parameter.name)).toEqual(['limit', 'cursor']);
    expect(Object.keys(post.responses)).toEqual(
      expect.arrayContaining(['400', '401', '403', '404', '409', '422', '503']),
    );
  });
});

describe('a process without the role api', () => {
  it('answers health and nothing else', async () => {
    process.env['ROLE'] = 'worker';
    const worker = await createService({ name: 'things', module: ThingModule });
    delete process.env['ROLE'];
    await worker.listen(0, '127.0.0.1');
    const at = await worker.getUrl();
    expect((await fetch(`${at}/health/live`)).status).toBe(200);
    expect((await fetch(`${at}/api/things`)).status).toBe(404);
    await worker.close();
  });
});
