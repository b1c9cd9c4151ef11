import { readFile } from 'node:fs/promises';
import { migrationPool, withDatabase } from './migration-adapter.js';
import { readMigrations } from './migration-files.js';
import { NO_FILTERS, withSchemaEngine } from './schema-engine.js';

export interface MigrateOptions {
  /** Named in errors only. */
  service: string;
  /** Path of schema.prisma. */
  schemaPath: string;
  /** Folder of the migrations, one folder each. */
  migrationsDir: string;
  /** The service's own database, e.g. postgres://hsl:hsl@127.0.0.1:5544/hsl_whistles */
  url: string;
}

/** Two processes that start at once must not both migrate: the second waits, then finds nothing to do. */
const LOCK_KEY = 4_871_002;

/**
 * Applies the migrations that the database lacks, each in one transaction, and notes them in `_prisma_migrations` as
 * `prisma migrate deploy` does.
 * @returns names of those applied now; empty if there was nothing to do
 * @throws Error naming the service, if a migration fails or if row-level security would not hold for this role
 */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  const { service, schemaPath, migrationsDir, url } = options;
  const [schema, migrationsList] = await Promise.all([readFile(schemaPath, 'utf8'), readMigrations(migrationsDir)]);
  const pool = migrationPool(url);
  try {
    const lock = await pool.connect();
    try {
      await lock.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
      await refuseBypassingRole(lock);
      const { appliedMigrationNames } = await withSchemaEngine(url, schema, (engine) =>
        engine.applyMigrations({ migrationsList, filters: NO_FILTERS }),
      );
      return { applied: appliedMigrationNames };
    } finally {
      // Closing the connection gives the lock back.
      lock.release(true);
    }
  } catch (error) {
    throw new Error(`migrating ${service}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    await pool.end();
  }
}

/**
 * Creates the database if the server has none of that name.
 * @param url of the database to create; its role needs CREATEDB
 * @returns true if it was created now
 */
export async function ensureDatabase(url: string): Promise<boolean> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const pool = migrationPool(withDatabase(url, 'postgres'));
  try {
    const { rowCount } = await pool.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return false;
    await pool.query(`CREATE DATABASE "${name.replaceAll('"', '""')}"`);
    return true;
  } finally {
    await pool.end();
  }
}

/** A superuser reads every tenant's rows whatever the policies say, and no test of ours would notice. */
async function refuseBypassingRole(client: {
  query: (text: string) => Promise<{ rows: { name: string }[] }>;
}): Promise<void> {
  const { rows } = await client.query(
    'SELECT rolname AS name FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)',
  );
  if (rows[0]) {
    throw new Error(
      `role ${rows[0].name} bypasses row-level security; use one made by CREATE ROLE … LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS`,
    );
  }
}
