import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { GatewayUnderTest, pause, PASSWORD, type Answer, type Gateway } from './gateway-under-test.js';

let platform: GatewayUnderTest;
let gateway: Gateway;

beforeAll(async () => {
  platform = await GatewayUnderTest.start();
  gateway = await platform.replica();
  await gateway.account('zx-worker-01', [{ role: 'communityWorker', communityIds: ['ZX01'] }]);
  await gateway.account('zx-closed', [{ role: 'member', memberId: 'ZX-M01' }], false);
});

afterAll(() => platform.stop());

const refresh = (answer: Answer): Promise<Answer> =>
  gateway.call('POST', '/api/sessions/refresh', { body: { refreshToken: answer.body.refreshToken } });

const statusOfMe = async (token: string): Promise<number> => (await gateway.call('GET', '/api/me', { token })).status;

describe('signing in', () => {
  it('gives a short access token, a refresh token, and who one is', async () => {
    const { status, body } = await gateway.signIn('ZX-Worker-01');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      tokenType: 'Bearer',
      expiresInSeconds: 300,
      me: { userId: 'zx-worker-01', subdistrictId: 'zx', posts: [{ role: 'communityWorker', communityIds: ['ZX01'] }] },
    });
    const me = await gateway.call('GET', '/api/me', { token: body.accessToken });
    expect(me.body).toMatchObject({ userId: 'zx-worker-01', name: '测试' });
    expect(me.body.serverNow).toMatch(/Z$/);
  });

  it('a wrong password, an unknown name and a closed account read alike', async () => {
    const answers = [
      await gateway.signIn('zx-worker-01', 'wrong'),
      await gateway.signIn('nobody'),
      await gateway.signIn('zx-closed'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(answers[2]?.body).toEqual(answers[0]?.body);
    expect(answers[0]?.body).toMatchObject({ code: 'wrongCredentials' });
  });

  it('an unknown name takes as long as a wrong password', async () => {
    const timed = async (userName: string): Promise<number> => {
      const startedAt = performance.now();
      await gateway.signIn(userName, 'wrong');
      return performance.now() - startedAt;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    // Taken in turns, so that a busy machine slows both.
    for (let tries = 0; tries < 5; tries += 1) {
      known.push(await timed('zx-worker-01'));
      unknown.push(await timed('nobody-2'));
    }
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) * 0.5);
  });

  it('unknown fields are refused: nobody brings a role along', async () => {
    const body = { userName: 'zx-worker-01', password: PASSWORD, role: 'admin', subdistrictId: 'ys' };
    const { status, body: problem } = await gateway.call('POST', '/api/sessions', { body });
    expect(status).toBe(422);
    expect(problem.errors?.map((error) => error.field)).toEqual(['role', 'subdistrictId']);
  });

  it('after ten wrong tries waits, even with the right password, and says how long; other names are free', async () => {
    await gateway.account('zx-guessed', [{ role: 'member', memberId: 'ZX-M02' }]);
    for (let tries = 0; tries < 10; tries += 1) await gateway.signIn('zx-guessed', `guess ${tries}`);
    const refused = await gateway.signIn('zx-guessed');
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ code: 'rateLimited' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(600);
    // A forged address does not start a new count.
    const forged = { body: { userName: 'zx-guessed', password: PASSWORD }, headers: { 'x-forwarded-for': '9.9.9.9' } };
    expect((await gateway.call('POST', '/api/sessions', forged)).status).toBe(429);
    expect((await gateway.signIn('zx-worker-01')).status).toBe(201);
  });
});

describe('a session', () => {
  it('goes on with the next pair of tokens', async () => {
    const first = await gateway.signIn('zx-worker-01');
    const second = await refresh(first);
    expect(second.status).toBe(200);
    expect(second.body.refreshToken).not.toBe(first.body.refreshToken);
    expect(decodeJwt(second.body.accessToken)['sid']).toBe(decodeJwt(first.body.accessToken)['sid']);
    expect(await statusOfMe(second.body.accessToken)).toBe(200);
  });

  it('ends when a refresh token is used twice: one of the two users had a copy', async () => {
    const first = await gateway.signIn('zx-worker-01');
    const second = await refresh(first);
    expect((await refresh(first)).body).toMatchObject({ code: 'notAuthenticated' });
    expect((await refresh(second)).status).toBe(401);
    expect(await statusOfMe(second.body.accessToken)).toBe(401);
  });

  it('of two refreshes at once only one succeeds', async () => {
    const first = await gateway.signIn('zx-worker-01');
    const statuses = (await Promise.all([refresh(first), refresh(first)])).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 401]);
  });

  it('signed out is over at once, here and, within the time of the cache, on another replica', async () => {
    const other = await platform.replica();
    const session = await gateway.signIn('zx-worker-01');
    const token = session.body.accessToken;
    expect((await other.call('GET', '/api/me', { token })).status).toBe(200);
    expect((await gateway.call('DELETE', '/api/sessions/current', { token })).body).toMatchObject({ signedOut: true });
    expect(await statusOfMe(token)).toBe(401);
    expect((await refresh(session)).status).toBe(401);
    await pause(1_100);
    expect((await other.call('GET', '/api/me', { token })).status).toBe(401);
  });

  it('whose rights changed needs a new token, which has the new posts at once', async () => {
    await gateway.account('zx-moved', [{ role: 'handler', departmentId: 'ZX-CGJ' }]);
    const session = await gateway.signIn('zx-moved');
    expect(await statusOfMe(session.body.accessToken)).toBe(200);
    await gateway.account('zx-moved', [{ role: 'handler', departmentId: 'ZX-XFD' }]);
    const renewed = await refresh(session);
    expect(renewed.body.me.posts).toEqual([{ role: 'handler', departmentId: 'ZX-XFD' }]);
    expect(await statusOfMe(renewed.body.accessToken)).toBe(200);
    expect(await statusOfMe(session.body.accessToken)).toBe(401);
  });

  it('of a closed account ends', async () => {
    await gateway.account('zx-leaving', [{ role: 'head', departmentId: 'ZX-CGJ' }]);
    const session = await gateway.signIn('zx-leaving');
    await gateway.account('zx-leaving', [{ role: 'head', departmentId: 'ZX-CGJ' }], false);
    expect((await refresh(session)).status).toBe(401);
    expect(await statusOfMe(session.body.accessToken)).toBe(401);
  });
});

describe('forged tokens are refused', () => {
  const claims = { subdistrictId: 'zx', posts: [{ role: 'admin' }], sid: 'x', rv: 1 };

  it('with alg none, a foreign key, or an edited role list', async () => {
    const none = new UnsecuredJWT(claims)
      .setSubject('zx-admin')
      .setIssuer('haoshangliang')
      .setAudience('haoshangliang');
    expect(await statusOfMe(none.setIssuedAt().setExpirationTime('1h').encode())).toBe(401);

    const { privateKey } = await generateKeyPair('EdDSA');
    const foreign = new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).setSubject('zx-admin').setIssuedAt();
    foreign.setIssuer('haoshangliang').setAudience('haoshangliang').setExpirationTime('1h');
    expect(await statusOfMe(await foreign.sign(privateKey))).toBe(401);

    const [header, payload, signature] = (await gateway.token('zx-worker-01')).split('.');
    const edited = { ...JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()), posts: [{ role: 'admin' }] };
    const body = Buffer.from(JSON.stringify(edited)).toString('base64url');
    expect(await statusOfMe(`${header}.${body}.${signature}`)).toBe(401);
  });

  it('the key set is public and holds no private part', async () => {
    const { body } = await gateway.call('GET', '/.well-known/jwks.json');
    expect(body.keys).toHaveLength(1);
    expect(body.keys[0]).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA' });
    expect(body.keys[0]).not.toHaveProperty('d');
  });
});
