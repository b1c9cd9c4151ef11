import { randomUUID } from 'node:crypto';
import { diffMigration } from './migration-diff.js';
import { migrate, ensureDatabase } from './migrate.js';
import { migrationPool, withDatabase } from './migration-adapter.js';

export interface CheckOptions {
  service: string;
  schemaPath: string;
  migrationsDir: string;
  /** Any database of a server whose role may create one. */
  url: string;
}

/** Tenant tables whose rows are not guarded, for whatever reason. */
const UNGUARDED = `
  SELECT c.relname AS name
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'subdistrict_id' AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
    AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
      SELECT 1 FROM pg_policy p
      WHERE p.polrelid = c.oid AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL
    ))
  ORDER BY 1
  LIMIT 100`;

/**
 * What is wrong with a service's migrations, one line each, empty if nothing: schema.prisma differs from what they
 * build, or a table with `subdistrict_id` has no row-level security. Works on a database of its own, dropped after.
 */
export async function checkMigrations(options: CheckOptions): Promise<string[]> {
  const difference = await diffMigration(options);
  const unguarded = await unguardedTables(options);
  return [
    ...(difference === '' ? [] : [`${options.service}: schema.prisma and the migrations differ by\n${difference}`]),
    ...unguarded.map((table) => `${options.service}: table ${table} has no row-level security`),
  ];
}

async function unguardedTables(options: CheckOptions): Promise<string[]> {
  const name = `hsl_check_${randomUUID().replaceAll('-', '')}`;
  const url = withDatabase(options.url, name);
  await ensureDatabase(url);
  try {
    await migrate({ ...options, url });
    return await namesFrom(url, UNGUARDED);
  } finally {
    await namesFrom(withDatabase(options.url, 'postgres'), `DROP DATABASE "${name}" WITH (FORCE)`);
  }
}

async function namesFrom(url: string, text: string): Promise<string[]> {
  const pool = migrationPool(url);
  try {
    const { rows } = await pool.query<{ name: string }>(text);
    return rows.map((row) => row.name);
  } finally {
    await pool.end();
  }
}
