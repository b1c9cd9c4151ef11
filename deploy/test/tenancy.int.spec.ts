import { databaseUrlOf } from '@hsl/database/database-env';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startTestStack, type TestStack } from '../local/test-stack.js';

const OWNERS = ['whistles', 'members', 'topics', 'departments', 'insight', 'notices', 'gateway'] as const;
/** Bookkeeping of the migrations themselves. */
const OF_NOBODY = ['_prisma_migrations', '_migration'];

interface TableFacts {
  name: string;
  isGuarded: boolean;
  isForced: boolean;
  hasTenant: boolean;
  mayBeNull: boolean | null;
}

const TABLES = `SELECT c.relname AS name, c.relrowsecurity AS "isGuarded", c.relforcerowsecurity AS "isForced",
    a.attname IS NOT NULL AS "hasTenant", NOT a.attnotnull AS "mayBeNull"
  FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'subdistrict_id' AND NOT a.attisdropped
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`;

describe('tenants', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startTestStack({ servers: ['postgres'], databases: [...OWNERS] });
  }, 120_000);
  afterAll(() => stack.stop());

  it.each(OWNERS)('[S1] own every row of %s: each table names the subdistrict and is guarded by it', async (owner) => {
    const client = new pg.Client({ connectionString: databaseUrlOf(owner, stack.addresses.databaseUrl) });
    await client.connect();
    const { rows } = await client.query<TableFacts>(TABLES);
    await client.end();
    const tables = rows.filter(({ name }) => !OF_NOBODY.includes(name));
    expect(tables.length).toBeGreaterThan(0);
    expect(tables.filter((one) => !one.isGuarded || !one.isForced || !one.hasTenant || one.mayBeNull)).toEqual([]);
  });
});
