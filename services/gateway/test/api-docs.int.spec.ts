import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayUnderTest, type Gateway } from './gateway-under-test.js';
import { TinyUpstream } from './tiny-upstream.js';

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const operation = (operationId: string, schema: object): object => ({
  operationId,
  responses: { 200: { description: 'OK', content: { 'application/json': { schema } } } },
});

/** Two services that mean different things by `Item` and the same by `Place`. */
const WHISTLES = {
  paths: {
    '/api/whistles': { get: operation('List_all', ref('Item')) },
    '/health/live': { get: operation('Health_live', {}) },
  },
  components: {
    schemas: { Item: { type: 'string' }, Place: { type: 'object', properties: { at: { type: 'string' } } } },
  },
};
const TOPICS = {
  paths: { '/api/topics': { get: operation('List_all', ref('Item')) } },
  components: {
    schemas: {
      Item: { type: 'object', properties: { place: ref('Place') } },
      Place: WHISTLES.components.schemas.Place,
    },
  },
};

interface Operation {
  operationId: string;
  security: unknown[];
  requestBody: { content: Record<string, { schema: unknown }> };
  responses: Record<string, { content: Record<string, { schema: unknown }> }>;
}

interface PublicDocument {
  openapi: string;
  servers: unknown[];
  info: { description: string; 'x-services': unknown[] };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { required?: string[] }> };
}

let platform: GatewayUnderTest;
let gateway: Gateway;
let upstreams: TinyUpstream[];
let document: PublicDocument;

beforeAll(async () => {
  upstreams = [await TinyUpstream.start(WHISTLES), await TinyUpstream.start(TOPICS)];
  platform = await GatewayUnderTest.start();
  gateway = await platform.replica({
    GATEWAY_PUBLIC_URL: 'https://hsl.example',
    SERVICE_URLS: JSON.stringify({
      whistles: upstreams[0]?.url,
      topics: upstreams[1]?.url,
      insight: 'http://127.0.0.1:1',
    }),
  });
  document = (await gateway.call('GET', '/api/openapi.json')).body as unknown as PublicDocument;
});

afterAll(async () => {
  await platform.stop();
  await Promise.all(upstreams.map((upstream) => upstream.stop()));
});

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refsIn(inner)));
}

describe('the merged OpenAPI document', () => {
  it('is 3.1 and holds the public paths of every service and of the gateway itself', () => {
    expect(document.openapi).toMatch(/^3\.1/);
    expect(document.servers).toEqual([{ url: 'https://hsl.example' }]);
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/api/sessions', '/api/me', '/api/api-keys', '/api/whistles', '/api/topics']),
    );
    expect(document.paths).not.toHaveProperty('/health/live');
  });

  it('keeps apart what two services call by the same name', () => {
    const { schemas } = document.components;
    expect(schemas['Item']).toEqual({ type: 'string' });
    expect(schemas['TopicsItem']).toEqual({ type: 'object', properties: { place: ref('Place') } });
    expect(document.paths['/api/topics']?.['get']?.responses['200']?.content['application/json']?.schema).toEqual(
      ref('TopicsItem'),
    );
    expect(schemas).not.toHaveProperty('TopicsPlace');
  });

  it('leaves no reference open and no operation id twice', () => {
    for (const name of refsIn(document)) {
      expect(document.components.schemas).toHaveProperty(name.replace('#/components/schemas/', ''));
    }
    const ids = Object.values(document.paths).flatMap((item) => Object.values(item).map((each) => each.operationId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says which service is not reachable', () => {
    expect(document.info['x-services']).toContainEqual({ name: 'insight', status: 'down' });
    expect(document.info.description).toContain('Not reachable at the moment: insight');
  });

  it('describes requests and answers from the schemas, and refusals as problem details', () => {
    const post = document.paths['/api/sessions']?.['post'];
    expect(post?.requestBody.content['application/json']?.schema).toEqual(ref('SignIn'));
    expect(post?.responses['201']?.content['application/json']?.schema).toEqual(ref('Session'));
    expect(post?.responses['422']?.content['application/problem+json']?.schema).toEqual(ref('ProblemDetails'));
    expect(post?.security).toEqual([]);
    expect(document.paths['/api/me']?.['get']?.security).toEqual([{ bearer: [] }]);
    expect(document.components.schemas['SignIn']?.required).toEqual(['userName', 'password']);
  });

  it('has a reader', async () => {
    const page = await gateway.call('GET', '/api/docs');
    expect(page.body.text).toContain('/api/docs/swagger-ui-bundle.js');
    for (const [, path] of page.body.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect([path, (await gateway.call('GET', path ?? '')).status]).toEqual([path, 200]);
    }
  });
});
