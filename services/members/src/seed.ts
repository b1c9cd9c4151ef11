import { databaseEnvSchema, databaseUrlOf } from '@hsl/database/database-env';
import { createTenantPool } from '@hsl/database/tenant-pool';
import { inTransaction } from '@hsl/database/transaction';
import { readEnv } from '@hsl/platform/env';
import { seedMembers } from './seed/seed-members.js';
import { SEEDED_SUBDISTRICTS } from './seed/seed-rows.js';

/** node dist/seed.js: members, postings and experts of the two subdistricts. Idempotent. */
const env = readEnv(databaseEnvSchema);
const settings = {
  url: databaseUrlOf('members', env.DATABASE_URL),
  applicationName: 'hsl-members-seed',
  size: 1,
  connectTimeoutMs: env.DATABASE_CONNECT_TIMEOUT_MS,
  statementTimeoutMs: env.DATABASE_STATEMENT_TIMEOUT_MS,
  idleTimeoutMs: env.DATABASE_IDLE_TIMEOUT_MS,
};
for (const subdistrictId of SEEDED_SUBDISTRICTS) {
  const pool = createTenantPool(subdistrictId, settings, (error) => process.stderr.write(`${error.message}\n`));
  try {
    const changed = await inTransaction(pool, (client) => seedMembers(client, subdistrictId, Date.now()));
    process.stdout.write(`members: ${changed} members and experts of ${subdistrictId} added or changed\n`);
  } finally {
    await pool.end();
  }
}
