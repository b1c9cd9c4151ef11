import { withDatabase } from './database-connection.js';
import { SERVICE_NAMES, type ServiceName } from './service-table.js';

/** The role of all services: no superuser, so that row-level security holds for it. */
export const SERVICE_ROLE = { name: 'hsl', password: 'hsl' };

/** "Trusted" extensions, which the owner of a database may add itself. */
const EXTENSIONS: Partial<Record<ServiceName, readonly string[]>> = {
  whistles: ['pg_trgm', 'btree_gist'],
  members: ['pg_trgm', 'btree_gist'],
  topics: ['pg_trgm', 'btree_gist'],
  departments: ['btree_gist'],
};

/** @returns e.g. hsl_whistles; each service uses its own database */
export function databaseName(service: ServiceName): string {
  return `hsl_${service}`;
}

/** @param serverUrl of the server, without a database */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Makes the services' role on the embedded server. */
export async function ensureServiceRole(superuserUrl: string): Promise<void> {
  await withDatabase(superuserUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [SERVICE_ROLE.name]);
    if (rowCount) return;
    const { name, password } = SERVICE_ROLE;
    await client.query(`CREATE ROLE ${name} LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD '${password}'`);
  });
}

/**
 * What Prisma's `has` and `hasSome` become. They tell nothing of a row but their answer; PostgreSQL takes its word on that
 * only from a superuser, and until then finds no row of a table with row-level security by an index on them.
 */
const TELLING_NOTHING = ['arrayoverlap(anyarray, anyarray)', 'arraycontains(anyarray, anyarray)'];
const SAID = 'SELECT bool_and(proleakproof) AS said FROM pg_proc WHERE oid = ANY ($1::regprocedure[])';

/** Lists by department, member or community walk their indexes: in databases made from now on, and in those there are. */
export async function ensureIndexableArrays(superuserUrl: string): Promise<void> {
  const template = databaseUrl(superuserUrl, 'template1');
  const isSaid = await withDatabase(
    template,
    async (client) => (await client.query<{ said: boolean }>(SAID, [TELLING_NOTHING])).rows[0],
  );
  if (isSaid?.said) return;
  const existing = await withDatabase(superuserUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `SELECT datname FROM pg_database WHERE datname LIKE 'hsl\\_%'`,
    );
    return rows.map(({ datname }) => datname);
  });
  // The template last: it is by the template that the next start knows.
  for (const name of [...existing, 'template1']) {
    await withDatabase(databaseUrl(superuserUrl, name), async (client) => {
      for (const one of TELLING_NOTHING) await client.query(`ALTER FUNCTION ${one} LEAKPROOF`);
    });
  }
}

/**
 * Makes the databases the server lacks, owned by the role of the URL.
 * @param serverUrl of the services' role, which needs CREATEDB unless all databases exist
 */
export async function ensureDatabases(serverUrl: string): Promise<void> {
  const missing = await withDatabase(databaseUrl(serverUrl, 'postgres'), async (client) => {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
    const existing = new Set(rows.map((row) => row.datname));
    const services = SERVICE_NAMES.filter((service) => !existing.has(databaseName(service)));
    for (const service of services) await client.query(`CREATE DATABASE ${databaseName(service)}`);
    return services;
  });
  await Promise.all(missing.map(async (service) => addExtensions(serverUrl, service)));
}

async function addExtensions(serverUrl: string, service: ServiceName): Promise<void> {
  const extensions = EXTENSIONS[service] ?? [];
  if (extensions.length === 0) return;
  await withDatabase(databaseUrl(serverUrl, databaseName(service)), async (client) => {
    for (const name of extensions) await client.query(`CREATE EXTENSION IF NOT EXISTS ${name}`);
  });
}
