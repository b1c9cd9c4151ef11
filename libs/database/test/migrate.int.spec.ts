import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import { databaseUrlOf } from '@hsl/database/database-env';
import { ensureDatabase, migrate, type MigrateOptions } from '@hsl/database/migrate';
import { checkMigrations } from '@hsl/database/migration-check';
import { diffMigration } from '@hsl/database/migration-diff';
import { STANDARD_TABLES } from '@hsl/database/standard-tables';
import { fixtureOf } from './fixture-database.js';

let stack: TestStack;
let scratch: string;

beforeAll(async () => {
  stack = await startTestStack({ servers: ['postgres'] });
  scratch = await mkdtemp(join(tmpdir(), 'hsl-migrate-'));
});
afterAll(async () => {
  await stack.stop();
  await rm(scratch, { recursive: true, force: true });
});

async function query<R extends pg.QueryResultRow>(url: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

async function newDatabase(name: string): Promise<string> {
  const url = databaseUrlOf(name, stack.addresses.databaseUrl);
  await ensureDatabase(url);
  return url;
}

/** A copy of the fixture that a test may change. */
async function ownFixture(name: string, url: string): Promise<MigrateOptions> {
  const folder = join(scratch, name);
  const { schemaPath, migrationsDir } = fixtureOf(url);
  await mkdir(folder);
  await cp(schemaPath, join(folder, 'schema.prisma'));
  await cp(migrationsDir, join(folder, 'migrations'), { recursive: true });
  return { service: name, url, schemaPath: join(folder, 'schema.prisma'), migrationsDir: join(folder, 'migrations') };
}

async function addMigration(options: MigrateOptions, name: string, sql: string): Promise<void> {
  await mkdir(join(options.migrationsDir, name));
  await writeFile(join(options.migrationsDir, name, 'migration.sql'), sql);
}

describe('migrating', () => {
  it('creates a database that is missing, once', async () => {
    const url = databaseUrlOf('created', stack.addresses.databaseUrl);
    expect(await ensureDatabase(url)).toBe(true);
    expect(await ensureDatabase(url)).toBe(false);
  });

  it('applies what is missing, notes it as Prisma does, and finds nothing to do the second time', async () => {
    const url = await newDatabase('twice');
    expect(await migrate(fixtureOf(url))).toEqual({ applied: ['20260101000000_initial'] });
    expect(await migrate(fixtureOf(url))).toEqual({ applied: [] });
    const noted = await query(url, 'SELECT migration_name, finished_at IS NOT NULL AS done FROM _prisma_migrations');
    expect(noted).toEqual([{ migration_name: '20260101000000_initial', done: true }]);
  });

  it('lets two processes that start at once apply everything once', async () => {
    const url = await newDatabase('race');
    const results = await Promise.all([migrate(fixtureOf(url)), migrate(fixtureOf(url)), migrate(fixtureOf(url))]);
    expect(results.flatMap((result) => result.applied)).toEqual(['20260101000000_initial']);
  });

  it('runs SQL by hand with semicolons inside functions, strings and comments', async () => {
    const options = await ownFixture('byhand', await newDatabase('byhand'));
    await addMigration(
      options,
      '20260102000000_by_hand',
      `-- A comment; with a semicolon
CREATE FUNCTION seven() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 7; END; $$;
INSERT INTO "whistle" ("id", "subdistrict_id", "version", "number", "state") VALUES (gen_random_uuid(), 'zx', 1, 'a;b', 'BLOWN');`,
    );
    await migrate(options);
    expect(await query(options.url, 'SELECT seven() AS n')).toEqual([{ n: 7 }]);
  });

  it('undoes a migration that fails half-way, and names the service and the error', async () => {
    const options = await ownFixture('broken', await newDatabase('broken'));
    await addMigration(
      options,
      '20260102000000_bad',
      'CREATE TABLE half (id int);\nALTER TABLE nowhere ADD COLUMN x int;',
    );
    await expect(migrate(options)).rejects.toThrow(/migrating broken:[\s\S]*nowhere/);
    expect(await query(options.url, "SELECT to_regclass('half') AS found")).toEqual([{ found: null }]);
  });

  it('refuses a role to which row-level security does not apply', async () => {
    const password = (await readFile(join(stack.dir, 'postgres', 'superuser-password'), 'utf8')).trim();
    const server = new URL(stack.addresses.databaseUrl);
    const url = databaseUrlOf('superuser', `postgres://postgres:${password}@${server.host}`);
    await ensureDatabase(url);
    await expect(migrate(fixtureOf(url))).rejects.toThrow(/postgres bypasses row-level security/);
  });

  it('refuses a folder of migrations that would silently not be applied', async () => {
    const options = await ownFixture('odd', await newDatabase('odd'));
    await addMigration(options, 'add-column', 'SELECT 1;');
    await expect(migrate(options)).rejects.toThrow(/add-column/);
  });
});

describe('the difference between schema.prisma and the migrations', () => {
  it('is none for policies, partial indexes and functions written by hand', async () => {
    const options = fixtureOf(stack.addresses.databaseUrl + '/postgres');
    expect(await diffMigration(options)).toBe('');
    expect(await checkMigrations(options)).toEqual([]);
  });

  it('is a migration that, once added, leaves no difference', async () => {
    const options = await ownFixture('next', stack.addresses.databaseUrl + '/postgres');
    const schema = await readFile(options.schemaPath, 'utf8');
    await writeFile(
      options.schemaPath,
      `${schema}\nmodel Note {\n  id            String @id\n  subdistrictId String @map("subdistrict_id")\n\n  @@map("note")\n}\n`,
    );
    expect(await checkMigrations(options)).toEqual([expect.stringContaining('CREATE TABLE "note"')]);
    await addMigration(options, '20260102000000_note', await diffMigration(options));
    expect(await checkMigrations(options)).toEqual([]);
  });

  it('does not excuse a tenant table without row-level security', async () => {
    const options = await ownFixture('unguarded', stack.addresses.databaseUrl + '/postgres');
    await addMigration(options, '20260102000000_open', 'ALTER TABLE "look_back" NO FORCE ROW LEVEL SECURITY;');
    expect(await checkMigrations(options)).toEqual(['unguarded: table look_back has no row-level security']);
  });

  it('is, for the standard models, the standard SQL', async () => {
    const folder = join(scratch, 'standard');
    await mkdir(join(folder, 'migrations'), { recursive: true });
    const schemaPath = join(folder, 'schema.prisma');
    for (const { model, sql } of STANDARD_TABLES) {
      await writeFile(schemaPath, `datasource db {\n  provider = "postgresql"\n}\n\n${model}`);
      const diff = await diffMigration({
        schemaPath,
        migrationsDir: join(folder, 'migrations'),
        url: stack.addresses.databaseUrl + '/postgres',
      });
      expect(diff.replace(/^-- CreateSchema\n.*\n\n/, '')).toBe(sql);
    }
  });

  it('leaves no database behind', async () => {
    const left = await query(
      stack.addresses.databaseUrl + '/postgres',
      "SELECT datname FROM pg_database WHERE datname ~ '^hsl_(shadow|check)_'",
    );
    expect(left).toEqual([]);
  });
});
