import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayUnderTest, type Gateway } from './gateway-under-test.js';
import { PHOTO, TinyUpstream } from './tiny-upstream.js';

let platform: GatewayUnderTest;
let gateway: Gateway;
let upstream: TinyUpstream;
let token: string;

const MEGABYTE = 1_048_576;
const TASK_FILES = '/api/department-tasks/8d6ad0d6-0000-4000-8000-000000000000/files';
const PHOTOS = '/api/submissions/track/7K3M-9QTF-W2XH/photos';

beforeAll(async () => {
  upstream = await TinyUpstream.start();
  platform = await GatewayUnderTest.start();
  const services = { departments: upstream.url, topics: upstream.url };
  gateway = await platform.replica({ SERVICE_URLS: JSON.stringify(services), UPSTREAM_TIMEOUT_MS: '5000' });
  await gateway.account('zx-handler-cgj', [{ role: 'handler', departmentId: 'ZX-CGJ' }]);
  token = await gateway.token('zx-handler-cgj');
});

afterAll(async () => {
  await platform.stop();
  await upstream.stop();
});

/** A form with one file as a browser sends it: its length said before. */
async function send(path: string, bytes: number, signedIn = true) {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(bytes).fill(0xfe)], '照片.jpg'));
  const whole = new Response(form);
  const body = Buffer.from(await whole.arrayBuffer());
  const answer = await fetch(gateway.url + path, {
    method: 'POST',
    headers: {
      'content-type': whole.headers.get('content-type') ?? '',
      ...(signedIn ? { authorization: `Bearer ${token}` } : {}),
    },
    body,
  });
  const sha256 = createHash('sha256').update(body).digest('hex');
  return { status: answer.status, body: (await answer.json()) as { code?: string }, sha256 };
}

describe('files on their way through', () => {
  it('reach the service byte by byte, of 11 MB too', async () => {
    for (const bytes of [1_000, 11 * MEGABYTE]) {
      const { status, sha256 } = await send(TASK_FILES, bytes);
      expect([status, upstream.seen.at(-1)?.sha256]).toEqual([200, sha256]);
      expect(upstream.seen.at(-1)?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
      expect(Number(upstream.seen.at(-1)?.headers['content-length'])).toBeGreaterThan(bytes);
    }
  });

  it('come from residents without sign-in by the tracking code, and are taken back so, and nowhere else', async () => {
    expect((await send(PHOTOS, 1_000, false)).status).toBe(200);
    expect(upstream.seen.at(-1)).toMatchObject({ method: 'POST', url: PHOTOS });
    expect((await gateway.call('DELETE', `${PHOTOS}/8d6ad0d6-0000-4000-8000-000000000000`)).status).toBe(200);
    const before = upstream.seen.length;
    expect((await send(TASK_FILES, 1_000, false)).status).toBe(401);
    expect((await gateway.call('GET', `${PHOTOS}/8d6ad0d6-0000-4000-8000-000000000000`)).status).toBe(401);
    expect(upstream.seen.length).toBe(before);
  });

  it('are refused above 12 MB, or if they do not say how large they are, before a service hears of them', async () => {
    const before = upstream.seen.length;
    const { status, body } = await send(TASK_FILES, 13 * MEGABYTE);
    expect([status, body.code]).toEqual([413, 'bodyTooLarge']);
    const unsaid = await fetch(gateway.url + TASK_FILES, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x', authorization: `Bearer ${token}` },
      body: new Blob(['x'.repeat(1_000)]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(unsaid.status).toBe(413);
    expect(upstream.seen.length).toBe(before);
  });

  it('are refused in the words of a service that does not wait for the end of them', async () => {
    const { status, body } = await send(`${TASK_FILES}/hasty`, 8 * MEGABYTE);
    expect([status, body.code]).toEqual([403, 'roleNotAllowed']);
  });

  it('come back byte by byte with what the service says of them', async () => {
    const path = '/api/submissions/8d6ad0d6-0000-4000-8000-000000000000/photos/1';
    const answer = await fetch(gateway.url + path, { headers: { authorization: `Bearer ${token}` } });
    expect(Buffer.from(await answer.arrayBuffer()).equals(PHOTO)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...{ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' },
      'content-disposition': "inline; filename*=UTF-8''photo-1.jpg",
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });
});
