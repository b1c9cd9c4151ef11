import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayUnderTest, pause, type Gateway } from './gateway-under-test.js';
import { TinyUpstream } from './tiny-upstream.js';

let platform: GatewayUnderTest;
let gateway: Gateway;
let upstream: TinyUpstream;
let token: string;

const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

beforeAll(async () => {
  upstream = await TinyUpstream.start();
  platform = await GatewayUnderTest.start();
  const services = {
    whistles: upstream.url,
    topics: upstream.url,
    notices: upstream.url,
    members: 'http://127.0.0.1:1',
  };
  gateway = await platform.replica({ SERVICE_URLS: JSON.stringify(services), UPSTREAM_TIMEOUT_MS: '2000' });
  await gateway.account('zx-worker-01', [{ role: 'communityWorker', communityIds: ['ZX01'] }]);
  token = await gateway.token('zx-worker-01');
});

afterAll(async () => {
  await platform.stop();
  await upstream.stop();
});

/** A raw request: fetch would mend the path and refuse hop headers. */
function raw(path: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const url = new URL(gateway.url);
    const request = httpRequest({ host: url.hostname, port: url.port, path, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.setTimeout(5_000, () => request.destroy(new Error('no answer')));
    request.on('error', reject);
    request.end();
  });
}

describe('what reaches a service', () => {
  it('is the path, query and body as they came', async () => {
    const body = '{ "facts" : "楼道电动车", "n": 1.0 }';
    await gateway.call('POST', '/api/whistles/7/acceptance?a=1&a=2', { token, body });
    expect(upstream.seen.at(-1)).toMatchObject({ method: 'POST', url: '/api/whistles/7/acceptance?a=1&a=2', body });
  });

  it('is the trace of the caller, or a new one', async () => {
    const answer = await gateway.call('GET', '/api/whistles', {
      token,
      headers: { traceparent: TRACEPARENT, 'x-request-id': 'mine-1' },
    });
    expect(upstream.seen.at(-1)?.headers).toMatchObject({ traceparent: TRACEPARENT, 'x-request-id': 'mine-1' });
    expect(answer.headers.get('x-request-id')).toBe('mine-1');
    await gateway.call('GET', '/api/whistles', { token, headers: { traceparent: 'nonsense' } });
    expect(upstream.seen.at(-1)?.headers['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });

  it("is no header of the connection, none that only the edge may say, and no subdistrict of the client's choice", async () => {
    await raw('/api/whistles', {
      authorization: `Bearer ${token}`,
      connection: 'x-secret, keep-alive',
      'x-secret': '1',
      te: 'trailers',
      'proxy-authorization': 'Basic eA==',
      cookie: 'a=b',
      'x-hsl-actor': 'zx-admin',
      'x-subdistrict-id': 'ys',
      'x-forwarded-for': '9.9.9.9',
      forwarded: 'for=9.9.9.9',
    });
    const headers = upstream.seen.at(-1)?.headers ?? {};
    for (const name of [
      'x-secret',
      'te',
      'proxy-authorization',
      'cookie',
      'x-hsl-actor',
      'x-subdistrict-id',
      'forwarded',
    ]) {
      expect(headers).not.toHaveProperty(name);
    }
    expect(headers['x-forwarded-for']).toBe('127.0.0.1');
  });

  it('comes back without what belongs to the connection', async () => {
    const { headers } = await gateway.call('GET', '/api/whistles', { token });
    expect(headers.get('server')).toBeNull();
    expect(headers.get('keep-alive')).not.toBe('timeout=9');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('without a credential', () => {
  const PHONE = { 'x-hsl-actor': 'zx-admin', cookie: 'a=b' };

  it("residents' routes reach their service, without a credential and without forged headers", async () => {
    for (const [method, path] of [
      ['POST', '/api/submissions'],
      ['GET', '/api/submissions/track/7K3M-9QTF-W2XH'],
      ['GET', '/api/qr-points/codes/zx.AAAAAAAAAAAAAAAAAAAAAA.1.BBBBBBBBBBBBBBBBBBBBBB'],
      ['POST', '/api/topics/8d6ad0d6-0000-4000-8000-000000000000/endorsements'],
      ['GET', '/api/topics/8d6ad0d6-0000-4000-8000-000000000000/comments'],
      ['POST', '/api/topics/8d6ad0d6-0000-4000-8000-000000000000/comments'],
    ] as const) {
      const body = method === 'POST' ? { text: '灯不亮' } : undefined;
      const { status } = await gateway.call(method, path, { body, headers: PHONE });
      expect([path, status]).toEqual([path, 200]);
      const seen = upstream.seen.at(-1);
      expect(seen).toMatchObject({ method, url: path });
      for (const name of ['authorization', 'cookie', 'x-hsl-actor']) expect(seen?.headers).not.toHaveProperty(name);
    }
  });

  it('no other route does, by another method or another spelling neither', async () => {
    const before = upstream.seen.length;
    for (const [method, path] of [
      ['GET', '/api/whistles'],
      ['GET', '/%61pi/whistles'],
      ['GET', '/api/submissions'],
      ['POST', '/api/submissions/8d6ad0d6-0000-4000-8000-000000000000/decline'],
      ['GET', '/api/submissions/track/..%2f8d6ad0d6'],
      ['POST', '/api/qr-points'],
      ['DELETE', '/api/submissions/track/7K3M-9QTF-W2XH'],
      ['GET', '/api/topics'],
    ] as const) {
      const { status, body } = await gateway.call(method, path);
      expect([path, status, body.code]).toEqual([path, 401, 'notAuthenticated']);
    }
    expect(upstream.seen.length).toBe(before);
  });

  it('an address may send so much and no more, while people who signed in go on', async () => {
    const strict = await platform.replica({
      SERVICE_URLS: JSON.stringify({ whistles: upstream.url, topics: upstream.url }),
      RATE_LIMIT_PUBLIC_WRITES: '3',
      RATE_LIMIT_PUBLIC_READS: '5',
      RATE_LIMIT_PUBLIC_TEXTS: '1',
      RATE_LIMIT_PUBLIC_SITTINGS: '2',
    });
    // What has a text sent is a write, and one of few.
    const text = () => strict.call('POST', '/api/personal-data/codes', { body: {} });
    expect([(await text()).status, (await text()).status]).toEqual([200, 429]);
    const statuses: number[] = [];
    const send = () => strict.call('POST', '/api/submissions', { body: {} });
    for (let count = 0; count < 2; count += 1) statuses.push((await send()).status);
    expect(statuses).toEqual([200, 429]);
    expect(Number((await send()).headers.get('retry-after'))).toBeGreaterThan(0);
    // The phones of a hall share an address and do not use up what others send, nor the other way round.
    const join = () => strict.call('POST', '/api/deliberations/8d6ad0d6/joining', { body: {} });
    expect([(await join()).status, (await join()).status, (await join()).status]).toEqual([200, 200, 429]);
    // Looking up is counted apart from sending.
    expect((await strict.call('GET', '/api/submissions/track/7K3M-9QTF-W2XH')).status).toBe(200);
    expect((await strict.call('GET', '/api/whistles', { token })).status).toBe(200);
  });
});

describe('what does not reach a service', () => {
  it('a bad token, however the path is written', async () => {
    const before = upstream.seen.length;
    expect((await raw('/api/whistles', { authorization: 'Bearer x' })).status).toBe(401);
    expect((await raw('/%61pi/whistles', { authorization: 'Bearer x' })).status).toBe(401);
    expect(upstream.seen.length).toBe(before);
  });

  it('a path that leaves its prefix', async () => {
    const before = upstream.seen.length;
    for (const path of [
      '/api/whistles/../metrics',
      '/api/whistles/%2e%2e/metrics',
      '/api/whistles/..%2f..%2fmetrics',
    ]) {
      const { status, text } = await raw(path, { authorization: `Bearer ${token}` });
      expect([path, status, JSON.parse(text).code]).toEqual([path, 404, 'notFound']);
    }
    expect(upstream.seen.length).toBe(before);
  });

  it('a path nobody owns', async () => {
    expect((await gateway.call('GET', '/api/nothing', { token })).body).toMatchObject({ code: 'notFound' });
    expect((await gateway.call('GET', '/api/whistlesx', { token })).status).toBe(404);
  });

  it('a body of more than 1 MB', async () => {
    const before = upstream.seen.length;
    const { status, body } = await gateway.call('POST', '/api/whistles', {
      token,
      body: JSON.stringify({ facts: 'x'.repeat(2_000_000) }),
    });
    expect(status).toBe(413);
    expect(body).toMatchObject({ code: 'bodyTooLarge' });
    const chunked = await fetch(`${gateway.url}/api/whistles`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: new Blob(['x'.repeat(2_000_000)]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(chunked.status).toBe(413);
    expect(upstream.seen.length).toBe(before);
  });
});

describe('a service that does not answer', () => {
  it("is down: 503 with Retry-After, in the reader's language", async () => {
    const { status, headers, body } = await gateway.call('GET', '/api/members', {
      token,
      headers: { 'accept-language': 'en' },
    });
    expect(status).toBe(503);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(headers.get('retry-after')).toBe('5');
    expect(body).toMatchObject({ code: 'serviceUnavailable', detail: 'The service is not available; try again.' });
  });

  it('is not configured: the same', async () => {
    expect((await gateway.call('GET', '/api/board', { token })).status).toBe(503);
  });

  it('takes too long: the same, and soon', async () => {
    const startedAt = Date.now();
    expect((await gateway.call('GET', '/api/whistles/never', { token })).status).toBe(503);
    expect(Date.now() - startedAt).toBeLessThan(15_000);
  });

  it('refuses for itself: its own answer passes, and is asked for once only', async () => {
    const before = upstream.seen.length;
    const { status, headers, body } = await gateway.call('GET', '/api/whistles/busy', { token });
    expect([status, headers.get('retry-after'), body.code]).toEqual([503, '7', 'databaseUnavailable']);
    expect(upstream.seen.length).toBe(before + 1);
  });
});

describe('the live stream', () => {
  const open = async (
    bearer: string,
  ): Promise<{ reader: ReadableStreamDefaultReader<Uint8Array>; abort: () => void }> => {
    const controller = new AbortController();
    const response = await fetch(`${gateway.url}/api/stream`, {
      headers: { authorization: `Bearer ${bearer}` },
      signal: controller.signal,
    });
    const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    return { reader, abort: () => controller.abort() };
  };
  const next = async (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> =>
    new TextDecoder().decode((await reader.read()).value);

  it('passes each event as it happens, also after a silence longer than any time-out', async () => {
    const { reader, abort } = await open(token);
    expect(await next(reader)).toContain('first');
    expect(await next(reader)).toContain('second');
    abort();
  });

  it('is closed towards the service when the reader goes', async () => {
    const before = upstream.streamsClosed;
    const { reader, abort } = await open(token);
    await next(reader);
    abort();
    for (let tries = 0; tries < 40 && upstream.streamsClosed === before; tries += 1) await pause(50);
    expect(upstream.streamsClosed).toBe(before + 1);
  });
});

describe('too many requests', () => {
  it('are refused per person with 429 and the time to wait; others go on', async () => {
    const strict = await platform.replica({
      SERVICE_URLS: JSON.stringify({ whistles: upstream.url }),
      RATE_LIMIT_PER_USER: '5',
    });
    await strict.account('zx-worker-02', [{ role: 'communityWorker', communityIds: ['ZX02'] }]);
    const other = await strict.token('zx-worker-02');
    const statuses: number[] = [];
    for (let count = 0; count < 7; count += 1)
      statuses.push((await strict.call('GET', '/api/whistles', { token })).status);
    expect(statuses.slice(0, 5)).toEqual([200, 200, 200, 200, 200]);
    const refused = await strict.call('GET', '/api/whistles', { token });
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ code: 'rateLimited' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await strict.call('GET', '/api/whistles', { token: other })).status).toBe(200);
  });

  it('guessing tokens and keys is counted by address', async () => {
    const strict = await platform.replica({ RATE_LIMIT_PER_ADDRESS: '3' });
    const statuses: number[] = [];
    for (let count = 0; count < 5; count += 1)
      statuses.push((await strict.call('GET', '/api/me', { token: 'guess' })).status);
    expect(statuses.slice(0, 3)).toEqual([401, 401, 401]);
    expect(statuses.at(-1)).toBe(429);
  });
});
