import { readFile } from 'node:fs/promises';
import { readMigrations } from './migration-files.js';
import { rowLevelSecuritySql } from './row-level-security-sql.js';
import { NO_FILTERS, withSchemaEngine } from './schema-engine.js';

export interface DiffOptions {
  schemaPath: string;
  migrationsDir: string;
  /** Any database of a server whose role may create one: the migrations are played into a shadow database. */
  url: string;
}

const CREATE_TABLE = /CREATE TABLE "([a-z0-9_]+)" \(([\s\S]*?)\n\);/g;

/**
 * SQL that leads from the migrations to schema.prisma, with row-level security for every new tenant table; empty if
 * they agree. Policies, partial indexes and functions written by hand are not seen as differences.
 */
export async function diffMigration({ schemaPath, migrationsDir, url }: DiffOptions): Promise<string> {
  const [schema, migrations] = await Promise.all([readFile(schemaPath, 'utf8'), readMigrations(migrationsDir)]);
  const { stdout } = await withSchemaEngine(url, schema, (engine) =>
    engine.diff({
      from: migrations.migrationDirectories.length === 0 ? { tag: 'empty' } : { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    }),
  );
  const sql = (stdout ?? '').trim();
  return sql === '' || sql.startsWith('-- This is an empty migration') ? '' : withRowLevelSecurity(`${sql}\n`);
}

/** Adds the policy of every table that the SQL creates with a column `subdistrict_id`. */
export function withRowLevelSecurity(sql: string): string {
  const tenantTables = [...sql.matchAll(CREATE_TABLE)]
    .filter(([, , columns]) => columns?.includes('"subdistrict_id"'))
    .map(([, table]) => table ?? '');
  return [sql, ...tenantTables.map(rowLevelSecuritySql)].join('\n');
}
