import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { createService } from '@hsl/platform/start-service';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { AccessModule } from '../src/access.module.js';
import { AccessService } from '../src/access.service.js';
import { CurrentActor, Public, type Actor } from '../src/actor.js';

jest.setTimeout(60_000);

@Controller('api/whistles')
class WhistleController {
  constructor(private readonly access: AccessService) {}

  @Public()
  @Get('open')
  open(@CurrentActor({ optional: true }) actor?: Actor): { by: string } {
    return { by: actor?.userId ?? 'nobody' };
  }

  @Get(':community')
  read(@CurrentActor() actor: Actor, @Param('community') communityId: string): { role: string } {
    return { role: this.access.authorize(actor, 'whistle.read', { subdistrictId: 'zx', communityId }).role };
  }
}

@Module({ imports: [AccessModule], controllers: [WhistleController] })
class WhistleModule {}

let app: Awaited<ReturnType<typeof createService>>;
let keyServer: Server;
let privateKey: CryptoKey;
let url: string;

beforeAll(async () => {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  privateKey = pair.privateKey;
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'EdDSA' };
  keyServer = createServer((_request, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve));
  process.env['JWKS_URL'] = `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}/jwks.json`;
  process.env['LOG_LEVEL'] = 'silent';
  app = await createService({ name: 'whistles', module: WhistleModule });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});

afterAll(async () => {
  await app.close();
  await new Promise((resolve) => keyServer.close(resolve));
});

const tokenOf = (posts: object[], life = '5m'): Promise<string> =>
  new SignJWT({ subdistrictId: 'zx', posts, sid: 's' })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
    .setSubject('zx-worker-01')
    .setIssuer('haoshangliang')
    .setAudience('haoshangliang')
    .setIssuedAt()
    .setExpirationTime(life)
    .sign(privateKey);

async function get(path: string, authorization?: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(url + path, authorization === undefined ? {} : { headers: { authorization } });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('every service verifies the token again', () => {
  const WORKER = [{ role: 'communityWorker', communityIds: ['ZX01'] }];

  it('a good one speaks for its actor, within the scope of the posts', async () => {
    const authorization = `Bearer ${await tokenOf(WORKER)}`;
    expect(await get('/api/whistles/ZX01', authorization)).toMatchObject({
      status: 200,
      body: { role: 'communityWorker' },
    });
    expect((await get('/api/whistles/ZX02', authorization)).status).toBe(404);
    expect((await get('/api/whistles/open', authorization)).body).toMatchObject({ by: 'zx-worker-01' });
  });

  it.each([
    ['none', undefined],
    ['another scheme', 'Basic eA=='],
    ['garbage', 'Bearer x.y.z'],
    ['an API key, which only the gateway knows', 'Bearer hsl_abc'],
  ])('%s: 401', async (_what, authorization) => {
    const { status, body } = await get('/api/whistles/ZX01', authorization);
    expect([status, body['code']]).toEqual([401, 'notAuthenticated']);
  });

  it('an expired one: 401, also on a public route', async () => {
    const authorization = `Bearer ${await tokenOf(WORKER, '-1m')}`;
    expect((await get('/api/whistles/ZX01', authorization)).status).toBe(401);
    expect((await get('/api/whistles/open', authorization)).status).toBe(401);
  });

  it('a public route asks for none', async () => {
    expect((await get('/api/whistles/open')).body).toMatchObject({ by: 'nobody' });
  });
});
