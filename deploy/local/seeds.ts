import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { messageOf } from './bootstrap/error-facts.mjs';
import { fingerprint } from './bootstrap/fingerprint.mjs';
import { CHECKOUT } from './bootstrap/paths.mjs';
import { withDatabase } from './database-connection.js';
import { databaseName, databaseUrl } from './databases.js';
import { runProgram } from './run-program.js';
import type { ServiceName } from './service-table.js';

const SEED_TIMEOUT_MS = 120_000;
const SHIPPED = /\.(js|json|csv|sql)$/;

/**
 * Runs a service's seed (`dist/seed.js`, idempotent) unless exactly this seed has filled this database before.
 * @param env of the service
 * @returns whether it ran
 * @throws Error with the seed's own output
 */
export async function seedService(service: ServiceName, serverUrl: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const script = join(CHECKOUT, 'services', service, 'dist', 'seed.js');
  if (!existsSync(script)) return false;
  return withDatabase(databaseUrl(serverUrl, databaseName(service)), async (client) => {
    const current = seedFingerprint(service);
    if (accountsKnown(service, env) && (await rememberedSeed(client)) === current) return false;
    await runSeed(service, script, env);
    // The note lives in the database, so it goes when the database goes. COMMENT takes no parameters; this is hex.
    await client.query(`COMMENT ON DATABASE ${databaseName(service)} IS 'seed ${current}'`);
    return true;
  });
}

/** The gateway's seed also writes a file of this checkout; without it nobody could sign in to the demo. */
function accountsKnown(service: ServiceName, env: NodeJS.ProcessEnv): boolean {
  return service !== 'gateway' || env['NODE_ENV'] === 'production' || existsSync(env['ACCOUNTS_FILE'] ?? '');
}

function seedFingerprint(service: ServiceName): string {
  const libs = ['contracts', 'domain', 'database', 'access'].map((lib) => join(CHECKOUT, 'libs', lib, 'dist'));
  return fingerprint([join(CHECKOUT, 'services', service), ...libs], (path) => SHIPPED.test(path));
}

async function rememberedSeed(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ note: string | null }>(
    "SELECT shobj_description(oid, 'pg_database') AS note FROM pg_database WHERE datname = current_database()",
  );
  return rows[0]?.note?.replace(/^seed /, '');
}

async function runSeed(service: ServiceName, script: string, env: NodeJS.ProcessEnv): Promise<void> {
  try {
    await runProgram(process.execPath, ['--enable-source-maps', script], {
      cwd: CHECKOUT,
      env,
      timeoutMs: SEED_TIMEOUT_MS,
    });
  } catch (error) {
    throw new Error(`seeding ${service} failed: ${messageOf(error)}`, { cause: error });
  }
}
