import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import { ProblemError } from '@hsl/platform/problem.error';
import { TokenVerifier } from './token-verifier.js';

const CLAIMS = { subdistrictId: 'zx', posts: [{ role: 'member', memberId: 'ZX-M01' }], sid: 's1' };
const now = (): number => Math.floor(Date.now() / 1000);

interface Forgery {
  key?: CryptoKey | Uint8Array;
  alg?: string;
  kid?: string;
  audience?: string;
  issuer?: string;
  expiresAt?: number;
  claims?: JWTPayload;
}

let keys: { privateKey: CryptoKey; publicKey: CryptoKey };
let server: Server;
let status = 200;
let verifier: TokenVerifier;
let url: string;

async function token(forgery: Forgery = {}): Promise<string> {
  return new SignJWT(forgery.claims ?? CLAIMS)
    .setProtectedHeader({ alg: forgery.alg ?? 'EdDSA', kid: forgery.kid ?? 'k1' })
    .setSubject('zx-member-01')
    .setIssuedAt(now() - 10)
    .setIssuer(forgery.issuer ?? 'haoshangliang')
    .setAudience(forgery.audience ?? 'haoshangliang')
    .setExpirationTime(forgery.expiresAt ?? now() + 60)
    .sign(forgery.key ?? keys.privateKey);
}

const codeOf = async (text: string, by = verifier): Promise<string> =>
  by.actorOf(text).then(
    () => 'accepted',
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );

beforeAll(async () => {
  keys = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'EdDSA', use: 'sig' };
  server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  verifier = TokenVerifier.fromUrl(url);
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

describe('a bearer token', () => {
  it('speaks for the actor its claims name', async () => {
    await expect(verifier.actorOf(await token())).resolves.toEqual({
      userId: 'zx-member-01',
      subdistrictId: 'zx',
      posts: [{ role: 'member', memberId: 'ZX-M01' }],
      sessionId: 's1',
    });
  });

  it('just expired is still taken, five seconds of clock difference', async () => {
    expect(await codeOf(await token({ expiresAt: now() - 3 }))).toBe('accepted');
  });

  it('of an old date is refused', async () => {
    expect(await codeOf(await token({ expiresAt: now() - 8 }))).toBe('notAuthenticated');
  });

  it('signed by a foreign key is refused', async () => {
    const foreign = await generateKeyPair('EdDSA');
    expect(await codeOf(await token({ key: foreign.privateKey }))).toBe('notAuthenticated');
    expect(await codeOf(await token({ key: foreign.privateKey, kid: 'unknown' }))).toBe('notAuthenticated');
  });

  it('with alg none is refused', async () => {
    const unsigned = new UnsecuredJWT(CLAIMS)
      .setSubject('zx-admin')
      .setIssuer('haoshangliang')
      .setAudience('haoshangliang');
    expect(await codeOf(unsigned.setIssuedAt().setExpirationTime('1h').encode())).toBe('notAuthenticated');
  });

  it('signed by HMAC with the public key as secret is refused', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(keys.publicKey)).padEnd(32));
    expect(await codeOf(await token({ alg: 'HS256', key: secret }))).toBe('notAuthenticated');
  });

  it.each([
    ['another audience', { audience: 'somebody-else' }],
    ['another issuer', { issuer: 'somebody-else' }],
    ['a role there is none of', { claims: { subdistrictId: 'zx', posts: [{ role: 'mayor' }] } }],
    ['no subdistrict', { claims: { posts: [] } }],
  ])('with %s is refused', async (_what, forgery: Forgery) => {
    expect(await codeOf(await token(forgery))).toBe('notAuthenticated');
  });

  it('with an edited role list is refused', async () => {
    const [header, , signature] = (await token()).split('.');
    const body = { ...CLAIMS, sub: 'zx-member-01', posts: [{ role: 'admin' }], exp: now() + 60, iat: now() };
    const payload = Buffer.from(JSON.stringify({ ...body, iss: 'haoshangliang', aud: 'haoshangliang' })).toString(
      'base64url',
    );
    expect(await codeOf(`${header}.${payload}.${signature}`)).toBe('notAuthenticated');
  });

  it('is no worse for a key server that is down or answers nonsense: 503, not 401', async () => {
    const text = await token();
    expect(await codeOf(text, TokenVerifier.fromUrl('http://127.0.0.1:1/jwks'))).toBe('serviceUnavailable');
    status = 500;
    expect(await codeOf(text, TokenVerifier.fromUrl(url))).toBe('serviceUnavailable');
    status = 200;
  });
});
