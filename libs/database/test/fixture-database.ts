import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import type { Decision } from '@hsl/database/decision';
import { databaseUrlOf } from '@hsl/database/database-env';
import { ensureDatabase, migrate, type MigrateOptions } from '@hsl/database/migrate';
import { TenantDatabase, type DisposableClient, type TenantDatabaseOptions } from '@hsl/database/tenant-database';

const folder = fileURLToPath(new URL('./fixture/', import.meta.url));

export const fixtureOf = (url: string): MigrateOptions => ({
  service: 'fixture',
  schemaPath: `${folder}schema.prisma`,
  migrationsDir: `${folder}migrations`,
  url,
});

/** Creates and migrates `hsl_<name>`. */
export async function fixtureDatabase(serverUrl: string, name: string): Promise<string> {
  const url = databaseUrlOf(name, serverUrl);
  await ensureDatabase(url);
  await migrate(fixtureOf(url));
  return url;
}

const noClient = (): DisposableClient => ({ $disconnect: () => Promise.resolve() });

export function fixtureOptions(url: string): TenantDatabaseOptions<DisposableClient> {
  return {
    url,
    applicationName: 'hsl-fixture',
    createClient: noClient,
    size: 5,
    systemPoolSize: 4,
    maxTenants: 8,
    connectTimeoutMs: 5_000,
    statementTimeoutMs: 10_000,
    idleTimeoutMs: 10_000,
  };
}

export const fixtureTenants = (url: string): TenantDatabase => new TenantDatabase(fixtureOptions(url));

/** A whistle's birth, as the fixture's service would record it. */
export const birth = (id: string, subdistrictId = 'zx'): Decision => ({
  table: 'whistle',
  id,
  subdistrictId,
  insert: true,
  patch: { number: `N-${id}`, state: 'BLOWN', member_ids: [] },
  decisionId: `blow-${id}`,
  at: Date.UTC(2026, 2, 1),
  timeline: [{ kind: 'blown', toState: 'BLOWN', actorId: 'zx-worker1' }],
  events: [],
  source: 'whistles',
});

export async function countOf(pool: pg.Pool, table: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`);
  return rows[0]?.n ?? 0;
}
