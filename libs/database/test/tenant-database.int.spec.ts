import { randomUUID } from 'node:crypto';
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PrismaPg } from '@prisma/adapter-pg';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import { recordDecision } from '@hsl/database/record-decision';
import { TenantDatabase, type DisposableClient } from '@hsl/database/tenant-database';
import { birth, fixtureDatabase, fixtureOptions, fixtureTenants } from './fixture-database.js';

/** What this spec uses of the Prisma client generated from the fixture's schema. */
interface FixtureClient extends DisposableClient {
  whistle: {
    findMany(): Promise<{ subdistrictId: string }[]>;
    updateMany(change: { data: { state: string } }): Promise<{ count: number }>;
    create(row: { data: Record<string, unknown> }): Promise<unknown>;
  };
}
type ClientModule = { PrismaClient: new (options: { adapter: PrismaPg }) => FixtureClient };

const testFolder = fileURLToPath(new URL('.', import.meta.url));
const generated = `${testFolder}generated/`;

let stack: TestStack;
let url: string;
let database: TenantDatabase;
let prisma: TenantDatabase<FixtureClient>;

/** Prisma's generator needs no engine, only a file in its place. */
async function generateClient(): Promise<ClientModule> {
  const cli = fileURLToPath(import.meta.resolve('prisma/build/index.js'));
  await promisify(execFile)(process.execPath, [cli, 'generate', '--schema', `${testFolder}fixture/schema.prisma`], {
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, NODE_OPTIONS: '' },
    timeout: 60_000,
  });
  return (await import(`${generated}client.ts`)) as ClientModule;
}

beforeAll(async () => {
  stack = await startTestStack({ servers: ['postgres'] });
  url = await fixtureDatabase(stack.addresses.databaseUrl, 'tenants');
  database = fixtureTenants(url);
  const { PrismaClient } = await generateClient();
  prisma = new TenantDatabase({ ...fixtureOptions(url), createClient: (adapter) => new PrismaClient({ adapter }) });
  for (const tenant of ['zx', 'zx', 'ys']) await recordDecision(database.pool(tenant), birth(randomUUID(), tenant));
}, 120_000);
afterAll(async () => {
  await database?.close();
  await prisma?.close();
  await stack?.stop();
  await rm(generated, { recursive: true, force: true });
});

const tenantsSeen = (rows: { subdistrictId: string }[]): string[] => rows.map((row) => row.subdistrictId).toSorted();

describe("a tenant's connection", () => {
  it('reads nothing foreign without any WHERE, by raw SQL and by Prisma', async () => {
    const { rows } = await database
      .pool('zx')
      .query<{ subdistrictId: string }>('SELECT subdistrict_id AS "subdistrictId" FROM whistle');
    expect(tenantsSeen(rows)).toEqual(['zx', 'zx']);
    expect(tenantsSeen(await prisma.forTenant('zx').whistle.findMany())).toEqual(['zx', 'zx']);
    expect(tenantsSeen(await prisma.forTenant('ys').whistle.findMany())).toEqual(['ys']);
    expect(await prisma.forTenant('nobody').whistle.findMany()).toEqual([]);
  });

  it('changes and deletes nothing foreign', async () => {
    expect(await prisma.forTenant('ys').whistle.updateMany({ data: { state: 'ACCEPTED' } })).toEqual({ count: 1 });
    const removed = await database.pool('nobody').query('DELETE FROM whistle');
    expect(removed.rowCount).toBe(0);
    const { rows } = await database.systemPool.query("SELECT 1 FROM whistle WHERE state = 'ACCEPTED'");
    expect(rows).toHaveLength(1);
  });

  it('cannot write a row in the name of another tenant', async () => {
    const row = { id: randomUUID(), subdistrictId: 'zx', version: 1, number: 'forged', state: 'BLOWN' };
    await expect(prisma.forTenant('ys').whistle.create({ data: row })).rejects.toThrow(/row-level security/);
    const moved = database.pool('ys').query("UPDATE whistle SET subdistrict_id = 'zx'");
    await expect(moved).rejects.toThrow(/row-level security/);
  });

  it('sees nothing at all if it does not say whose it is', async () => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('SELECT 1 FROM whistle');
    await client.end();
    expect(rows).toEqual([]);
  });

  it('is refused for a text that is no tenant id', () => {
    expect(() => database.pool('*')).toThrow(RangeError);
    expect(() => prisma.forTenant('zx -c hsl.subdistrict=*')).toThrow(RangeError);
  });
});

describe('the pools of a database', () => {
  it('see all tenants only as the system', async () => {
    expect(tenantsSeen(await prisma.system.whistle.findMany())).toEqual(['ys', 'zx', 'zx']);
  });

  it('are the same for the same tenant, and never more than allowed while all are in use', async () => {
    const few = new TenantDatabase({ ...fixtureOptions(url), maxTenants: 2 });
    expect(few.pool('t-1')).toBe(few.pool('t-1'));
    few.pool('t-2');
    expect(() => few.pool('t-3')).toThrow(/DATABASE_MAX_TENANTS/);
    await few.close();
  });

  it('end with the service, also while a statement runs', async () => {
    const own = fixtureTenants(url);
    const running = own.pool('zx').query('SELECT pg_sleep(0.3)');
    await Promise.all([own.close(), expect(running).resolves.toBeDefined()]);
    expect(() => own.pool('zx')).toThrow(/closed/);
  });

  it('give up a statement that runs too long', async () => {
    const impatient = new TenantDatabase({ ...fixtureOptions(url), statementTimeoutMs: 200 });
    await expect(impatient.pool('zx').query('SELECT pg_sleep(5)')).rejects.toMatchObject({ code: '57014' });
    await impatient.close();
  });
});

describe('a database server that goes away', () => {
  it('is a refusal with a time to wait, and works again when it is back', async () => {
    const away = fixtureTenants(await fixtureDatabase(stack.addresses.databaseUrl, 'away'));
    await away.check();
    await stack.stopServer('postgres');
    const down = { code: 'databaseUnavailable', retryAfterSeconds: 5 };
    await expect(away.check()).rejects.toMatchObject(down);
    await expect(recordDecision(away.pool('zx'), birth(randomUUID()))).rejects.toMatchObject(down);
    await stack.startServer('postgres');
    await away.check();
    expect(await recordDecision(away.pool('zx'), birth(randomUUID()))).toMatchObject({ version: 1 });
    await away.close();
  });
});
