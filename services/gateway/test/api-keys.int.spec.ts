import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { GatewayDatabase } from '../src/gateway-database.js';
import { GatewayUnderTest, pause, type Answer, type Gateway } from './gateway-under-test.js';
import { TinyUpstream } from './tiny-upstream.js';

let platform: GatewayUnderTest;
let gateway: Gateway;
let whistles: TinyUpstream;
let admin: string;

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const REQUEST = {
  name: '热线平台',
  communityId: 'ZX01',
  scopes: ['whistles.write', 'whistles.read'],
  expiresAt: inDays(90),
};

const issue = (change: object = {}, token = admin): Promise<Answer> =>
  gateway.call('POST', '/api/api-keys', { token, body: { ...REQUEST, ...change } });
const useKey = (key: string, by = gateway): Promise<Answer> =>
  by.call('GET', '/api/whistles', { headers: { 'x-api-key': key } });

beforeAll(async () => {
  whistles = await TinyUpstream.start();
  platform = await GatewayUnderTest.start();
  gateway = await platform.replica({ SERVICE_URLS: JSON.stringify({ whistles: whistles.url }) });
  await gateway.account('zx-admin', [{ role: 'admin' }]);
  await gateway.account('ys-admin', [{ role: 'admin' }]);
  await gateway.account('zx-worker-01', [{ role: 'communityWorker', communityIds: ['ZX01'] }]);
  await gateway.account('zx-head-01', [{ role: 'communityHead', communityIds: ['ZX01'] }]);
  await gateway.account('zx-head-02', [{ role: 'communityHead', communityIds: ['ZX02'] }]);
  admin = await gateway.token('zx-admin');
});

afterAll(async () => {
  await platform.stop();
  await whistles.stop();
});

describe('issuing a key', () => {
  it('shows it once and keeps its hash only', async () => {
    const { status, body } = await issue();
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: '热线平台', communityId: 'ZX01', status: 'active', createdBy: 'zx-admin' });
    expect(body.key).toMatch(/^hsl_[A-Za-z0-9_-]{43}$/);
    expect(body.key.startsWith(body.prefix)).toBe(true);

    const list = await gateway.call('GET', '/api/api-keys', { token: admin });
    expect(list.body.items[0]).toMatchObject({ id: body.id, prefix: body.prefix });
    expect(JSON.stringify(list.body)).not.toContain(body.key);
    const stored = await gateway.app.get(GatewayDatabase).system.apiKey.findMany();
    expect(JSON.stringify(stored)).not.toContain(body.key);
  });

  it.each([
    ['more than a year', { expiresAt: inDays(370) }, 'expiresAt'],
    ['already over', { expiresAt: inDays(-1) }, 'expiresAt'],
    ['no community for whistles', { communityId: undefined }, 'communityId'],
    ['a scope there is none of', { scopes: ['everything'] }, 'scopes.0'],
    ['a field there is none of', { subdistrictId: 'ys' }, 'subdistrictId'],
  ])('refuses %s and names the field', async (_what, change, field) => {
    const { status, body } = await issue(change);
    expect(status).toBe(422);
    expect(body.errors?.map((error) => error.field)).toEqual([field]);
  });

  it('refuses a community of another subdistrict', async () => {
    expect((await issue({ communityId: 'YS01' })).body).toMatchObject({ code: 'unknownCommunity' });
  });

  it("is the administrator's alone", async () => {
    const refused = await issue({}, await gateway.token('zx-worker-01'));
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ code: 'roleNotAllowed' });
  });
});

describe('using a key', () => {
  it('reaches the service as a short token of its community and scopes, never as the key itself', async () => {
    const { body } = await issue();
    const ways: Record<string, string>[] = [{ 'x-api-key': body.key }, { authorization: `Bearer ${body.key}` }];
    for (const headers of ways) {
      expect((await gateway.call('GET', '/api/whistles', { headers })).status).toBe(200);
      const seen = whistles.seen.at(-1);
      const token = seen?.headers.authorization?.replace('Bearer ', '') ?? '';
      expect(seen?.headers).not.toHaveProperty('x-api-key');
      const claims = decodeJwt(token);
      expect(claims).toMatchObject({
        subdistrictId: 'zx',
        posts: [{ role: 'partnerKey', communityIds: ['ZX01'] }],
        keyScopes: ['whistles.write', 'whistles.read'],
        keyId: body.id,
      });
      expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBeLessThanOrEqual(60);
      // The token of a key is for the inside of the house.
      expect((await gateway.call('GET', '/api/whistles', { token })).status).toBe(401);
    }
  });

  it('says who it is', async () => {
    const { body } = await issue();
    const me = await gateway.call('GET', '/api/me', { headers: { 'x-api-key': body.key } });
    expect(me.body).toMatchObject({ name: '热线平台', subdistrictId: 'zx', keyScopes: REQUEST.scopes });
  });

  it('leaves behind when it was last used', async () => {
    const { body } = await issue();
    const listed = async () => {
      const { body: list } = await gateway.call('GET', '/api/api-keys', { token: admin });
      return list.items.find(({ id }: { id: string }) => id === body.id);
    };
    expect(await listed()).toMatchObject({ id: body.id });
    expect(await listed()).not.toHaveProperty('lastUsedAt');
    expect((await useKey(body.key)).status).toBe(200);
    expect(Date.now() - Date.parse((await listed())?.lastUsedAt ?? '')).toBeLessThan(60_000);
  });

  it('may not issue keys nor sign out', async () => {
    const { body } = await issue();
    const headers = { 'x-api-key': body.key };
    expect((await gateway.call('POST', '/api/api-keys', { headers, body: REQUEST })).status).toBe(403);
    expect((await gateway.call('DELETE', '/api/sessions/current', { headers })).status).toBe(403);
  });

  it('unknown, malformed, and together with a token: 401', async () => {
    const { body } = await issue();
    expect((await useKey(`hsl_${'x'.repeat(43)}`)).status).toBe(401);
    expect((await useKey('short')).status).toBe(401);
    const both = { token: admin, headers: { 'x-api-key': body.key } };
    expect((await gateway.call('GET', '/api/whistles', both)).status).toBe(401);
  });
});

describe('revoking a key', () => {
  it('works at once here, and on another replica within the time of its cache', async () => {
    const other = await platform.replica({ SERVICE_URLS: JSON.stringify({ whistles: whistles.url }) });
    const { body } = await issue();
    expect((await useKey(body.key)).status).toBe(200);
    expect((await useKey(body.key, other)).status).toBe(200);
    const revoked = await gateway.call('DELETE', `/api/api-keys/${body.id}`, { token: admin });
    expect(revoked.body).toMatchObject({ id: body.id, status: 'revoked' });
    expect((await useKey(body.key)).status).toBe(401);
    await pause(1_100);
    expect((await useKey(body.key, other)).status).toBe(401);
  });

  it('the cache never outlasts half a minute, whatever is configured', async () => {
    await expect(platform.replica({ CREDENTIAL_CACHE_SECONDS: '31' })).rejects.toThrow('CREDENTIAL_CACHE_SECONDS');
  });

  it('is open to the head of its community and to nobody of another', async () => {
    const { body } = await issue();
    const path = `/api/api-keys/${body.id}`;
    const unknown = '/api/api-keys/00000000-0000-4000-8000-000000000000';
    const otherHead = await gateway.token('zx-head-02');
    const foreign = await gateway.call('DELETE', path, { token: otherHead });
    expect(foreign.status).toBe(404);
    const missing = await gateway.call('DELETE', unknown, { token: otherHead });
    expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' });
    expect((await gateway.call('DELETE', path, { token: await gateway.token('ys-admin') })).status).toBe(404);
    expect((await gateway.call('DELETE', path, { token: await gateway.token('zx-head-01') })).status).toBe(200);
  });

  it('an expired key is worth nothing', async () => {
    const { body } = await issue({ expiresAt: new Date(Date.now() + 1_500).toISOString() });
    await pause(1_600);
    expect((await useKey(body.key)).status).toBe(401);
  });
});

describe('listing keys', () => {
  it('shows a head those of the own community, a worker none, another subdistrict none', async () => {
    await issue({ communityId: 'ZX02' });
    const list = async (userName: string): Promise<{ communityId?: string }[]> =>
      (await gateway.call('GET', '/api/api-keys?limit=100', { token: await gateway.token(userName) })).body.items;
    expect(new Set((await list('zx-head-01')).map((key) => key.communityId))).toEqual(new Set(['ZX01']));
    expect(await list('zx-worker-01')).toEqual([]);
    expect(await list('ys-admin')).toEqual([]);
  });

  it('goes page by page without missing or repeating one', async () => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const query = cursor === undefined ? '' : `&cursor=${cursor}`;
      const { body } = await gateway.call('GET', `/api/api-keys?limit=2${query}`, { token: admin });
      ids.push(...body.items.map((key: { id: string }) => key.id));
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    const all = await gateway.call('GET', '/api/api-keys?limit=100', { token: admin });
    expect(ids).toEqual(all.body.items.map((key: { id: string }) => key.id));
  });

  it('a made-up cursor is refused', async () => {
    const { body } = await gateway.call('GET', '/api/api-keys?cursor=abc', { token: admin });
    expect(body).toMatchObject({ code: 'validationFailed', errors: [{ field: 'cursor', code: 'invalidCursor' }] });
  });
});
