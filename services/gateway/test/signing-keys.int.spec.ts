import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TokenVerifier } from '@hsl/access/token-verifier';
import { Clock } from '@hsl/platform/clock';
import { decodeProtectedHeader } from 'jose';
import { GatewayDatabase } from '../src/gateway-database.js';
import { AccessTokens } from '../src/tokens/access-tokens.service.js';
import { SigningKeyRepository } from '../src/tokens/signing-key.repository.js';
import { SigningKeys } from '../src/tokens/signing-keys.service.js';
import { GatewayUnderTest, type Gateway } from './gateway-under-test.js';

let platform: GatewayUnderTest;
let gateway: Gateway;

beforeAll(async () => {
  platform = await GatewayUnderTest.start();
  gateway = await platform.replica();
});

afterAll(() => platform.stop());

class SetClock extends Clock {
  shiftMs = 0;
  now(): number {
    return Date.now() + this.shiftMs;
  }
}

describe('signing keys', () => {
  it('of several gateways that start at once on an empty table only one makes a key', async () => {
    const database = gateway.app.get(GatewayDatabase);
    await database.system.signingKey.deleteMany();
    const repository = new SigningKeyRepository(database);
    await Promise.all(Array.from({ length: 8 }, () => repository.ensureOne(Date.now())));
    expect(await database.system.signingKey.count()).toBe(1);
  });

  it('a new key is published before it signs, and the old one until its tokens have run out', async () => {
    const clock = new SetClock();
    const keys = new SigningKeys(new SigningKeyRepository(gateway.app.get(GatewayDatabase)), clock);
    const tokens = new AccessTokens(keys, clock);
    const verifier = new TokenVerifier(keys.find);
    const claims = { userId: 'zx-a', subdistrictId: 'zx', posts: [] };
    await keys.onModuleInit();
    const old = (await keys.signing()).kid;

    const next = await keys.rotate();
    expect(new Set((await keys.jwks()).keys.map((key) => key.kid))).toEqual(new Set([old, next]));
    const before = await tokens.issue(claims, 600);
    expect(decodeProtectedHeader(before).kid).toBe(old);

    clock.shiftMs = 61_000;
    expect(decodeProtectedHeader(await tokens.issue(claims, 600)).kid).toBe(next);
    await expect(verifier.actorOf(before)).resolves.toMatchObject({ userId: 'zx-a' });

    clock.shiftMs = 61_000 + 900_000;
    expect((await keys.jwks()).keys.map((key) => key.kid)).toEqual([next]);
    await expect(verifier.actorOf(before)).rejects.toMatchObject({ code: 'notAuthenticated' });
  });

  it('no tenant reads the key table', async () => {
    expect(await gateway.app.get(GatewayDatabase).forTenant('zx').signingKey.count()).toBe(0);
    expect(await gateway.app.get(GatewayDatabase).system.signingKey.count()).toBeGreaterThan(0);
  });
});
