import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './bootstrap/paths.mjs';
import { withDatabase } from './database-connection.js';
import { databaseName, databaseUrl } from './databases.js';
import { SERVICE_NAMES, type ServiceName } from './service-table.js';

interface Migration {
  name: string;
  checksum: string;
}

/**
 * Brings the services' databases up to date.
 * @returns what was applied now, as service/migration
 */
export async function migrateServices(
  serverUrl: string,
  services: readonly ServiceName[] = SERVICE_NAMES,
): Promise<string[]> {
  const applied: string[] = [];
  for (const service of services) applied.push(...(await migrateService(serverUrl, service)));
  return applied;
}

async function migrateService(serverUrl: string, service: ServiceName): Promise<string[]> {
  const prismaDir = join(CHECKOUT, 'services', service, 'prisma');
  const migrationsDir = join(prismaDir, 'migrations');
  if (!existsSync(migrationsDir)) return [];
  const url = databaseUrl(serverUrl, databaseName(service));
  if (await isUpToDate(url, migrationsIn(migrationsDir))) return [];
  const { migrate } = await import('@hsl/database/migrate');
  const { applied } = await migrate({ service, schemaPath: join(prismaDir, 'schema.prisma'), migrationsDir, url });
  return applied.map((name) => `${service}/${name}`);
}

function migrationsIn(dir: string): Migration[] {
  const folders = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => ({
    name,
    checksum: createHash('sha256')
      .update(readFileSync(join(dir, name, 'migration.sql')))
      .digest('hex'),
  }));
}

/** One query instead of a second for loading the migration engine: a restart usually has nothing to migrate. */
async function isUpToDate(url: string, migrations: readonly Migration[]): Promise<boolean> {
  return withDatabase(url, async (client) => {
    const { rows: tables } = await client.query<{ found: string | null }>(
      "SELECT to_regclass('_prisma_migrations') AS found",
    );
    if (!tables[0]?.found) return false;
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    const done = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    const edited = migrations.find(({ name, checksum }) => (done.get(name) ?? checksum) !== checksum);
    if (edited) throw new Error(`migration ${edited.name} was changed after it was applied; npm run reset starts anew`);
    return migrations.every(({ name, checksum }) => done.get(name) === checksum);
  });
}
