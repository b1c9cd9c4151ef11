import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkMigrations } from './migration-check.js';
import { diffMigration } from './migration-diff.js';
import { LOCKFILE_TEXT, MIGRATION_NAME, migrationPaths } from './migration-files.js';

/**
 * For developers, from the root of the project, with DATABASE_URL naming a server whose role may create databases:
 *   node libs/database/dist/migration.cli.js new <service> <name>   writes the migration that schema.prisma asks for
 *   node libs/database/dist/migration.cli.js --check [service …]    fails if schema.prisma and migrations disagree
 */
const USAGE = 'usage: migration.cli.js new <service> <name> | --check [service …]   (DATABASE_URL must be set)\n';

const filesOf = (service: string): { schemaPath: string; migrationsDir: string } => {
  const folder = resolve('services', service, 'prisma');
  return { schemaPath: join(folder, 'schema.prisma'), migrationsDir: join(folder, 'migrations') };
};

async function newMigration(url: string, service: string, title: string): Promise<number> {
  const { schemaPath, migrationsDir } = filesOf(service);
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const name = `${stamp}_${title}`;
  if (!MIGRATION_NAME.test(name)) {
    process.stderr.write(`a migration's name is snake_case, at most 60 characters: ${title}\n`);
    return 2;
  }
  await mkdir(migrationsDir, { recursive: true });
  const sql = await diffMigration({ schemaPath, migrationsDir, url });
  if (sql === '') {
    process.stdout.write(`${service}: nothing to migrate\n`);
    return 0;
  }
  const paths = migrationPaths(migrationsDir, name);
  await mkdir(paths.folder);
  await writeFile(paths.sql, sql);
  await writeFile(paths.lock, LOCKFILE_TEXT);
  process.stdout.write(`${paths.sql}\n`);
  return 0;
}

async function check(url: string, services: string[]): Promise<number> {
  const named = services.length > 0 ? services : await servicesWithMigrations();
  let failed = 0;
  for (const service of named) {
    const problems = await checkMigrations({ service, url, ...filesOf(service) });
    failed += problems.length;
    process.stdout.write(problems.length === 0 ? `${service}: migrations agree\n` : `${problems.join('\n')}\n`);
  }
  return failed === 0 ? 0 : 1;
}

async function servicesWithMigrations(): Promise<string[]> {
  const names = await readdir(resolve('services'));
  return names.filter((name) => existsSync(filesOf(name).migrationsDir)).toSorted();
}

async function main([command, ...args]: string[]): Promise<number> {
  const url = process.env['DATABASE_URL'];
  const [service, title] = args;
  if (url && command === 'new' && service && title) return newMigration(url, service, title);
  if (url && (command === '--check' || command === 'check')) return check(url, args);
  process.stderr.write(USAGE);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
