import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayDatabase } from '../src/gateway-database.js';
import { seedAdministrator, seedDemoAccounts } from '../src/seed/seed-accounts.js';
import { readSeedPlan } from '../src/seed/seed-env.js';
import { UserRepository } from '../src/users/user.repository.js';
import { GatewayUnderTest, type Gateway } from './gateway-under-test.js';

let platform: GatewayUnderTest;
let gateway: Gateway;
let folder: string;
let file: string;

const seed = (): Promise<number> => seedDemoAccounts(gateway.app.get(UserRepository), file, Date.now());
const announced = (): Promise<number> => gateway.app.get(GatewayDatabase).system.outboxEvent.count();
const lines = async (): Promise<{ userName: string; role: string; password: string }[]> =>
  JSON.parse(await readFile(file, 'utf8'));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hsl-seed-'));
  file = join(folder, 'deep', 'accounts.json');
  platform = await GatewayUnderTest.start();
  gateway = await platform.replica();
});

afterAll(async () => {
  await platform.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the seed', () => {
  it('makes every account of both subdistricts, announces each, and tells how to sign in', async () => {
    expect(await seed()).toBe(298);
    expect(await announced()).toBe(298);
    const accounts = await lines();
    expect(accounts).toHaveLength(298);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    for (const userName of ['zx-handler-cgj', 'ys-liaison1']) {
      const password = accounts.find((account) => account.userName === userName)?.password;
      expect((await gateway.signIn(userName, password)).status).toBe(201);
    }
  });

  it('run again changes nothing, and the password stays', async () => {
    const [before] = await lines();
    expect(await seed()).toBe(0);
    expect(await announced()).toBe(298);
    expect((await lines())[0]).toEqual(before);
  });

  it("with the file lost gives a new password, without ending anybody's rights", async () => {
    const [before] = await lines();
    await rm(file);
    expect(await seed()).toBe(298);
    expect(await announced()).toBe(298);
    const [after] = await lines();
    expect(after?.password).not.toBe(before?.password);
    expect((await gateway.signIn('zx-admin', after?.password)).status).toBe(201);
    expect((await gateway.signIn('zx-admin', before?.password)).status).toBe(401);
  });

  it('writes each account with its event: type, subject, posts, and no name', async () => {
    const row = await gateway.app
      .get(GatewayDatabase)
      .system.outboxEvent.findFirstOrThrow({ where: { subject: 'zx-handler-cgj' } });
    expect(row.envelope).toMatchObject({
      type: 'user.changed.v1',
      source: '/hsl/gateway',
      subdistrictid: 'zx',
      sequence: 1,
      data: { userId: 'zx-handler-cgj', posts: [{ role: 'handler', departmentId: 'ZX-CGJ' }], active: true },
    });
    expect(JSON.stringify(row.envelope)).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('in production', () => {
  const withEnv = <T>(env: Record<string, string>, work: () => T): T => {
    const before = { ...process.env };
    Object.assign(process.env, env);
    try {
      return work();
    } finally {
      process.env = before;
    }
  };

  it('no demo account is made: without a password for the administrator the seed refuses', () => {
    expect(() => withEnv({ NODE_ENV: 'production', HSL_ADMIN_PASSWORD: '' }, readSeedPlan)).toThrow(
      'HSL_ADMIN_PASSWORD is not set',
    );
    const plan = withEnv({ NODE_ENV: 'production', HSL_ADMIN_PASSWORD: 'a long enough one' }, readSeedPlan);
    expect(plan).toEqual({ kind: 'production', subdistrictId: 'zx', adminPassword: 'a long enough one' });
  });

  it('one administrator is made once, and never overwritten', async () => {
    const users = gateway.app.get(UserRepository);
    expect(await seedAdministrator(users, 'pp', 'the first password', Date.now())).toBe(true);
    expect(await seedAdministrator(users, 'pp', 'another password', Date.now())).toBe(false);
    expect((await gateway.signIn('pp-admin', 'the first password')).status).toBe(201);
  });
});
