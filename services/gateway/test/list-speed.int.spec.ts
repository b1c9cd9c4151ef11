import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { encodeCursor } from '@hsl/platform/page';
import { ListWatch } from '@hsl/testing/list-watch';
import { GatewayUnderTest, type Gateway } from './gateway-under-test.js';

const ROWS = 100_000;
/** Years of a trail; what an administrator may read of it is a part. */
const FILL = [
  `INSERT INTO audit_entry (subdistrict_id, sequence, at, actor_id, actor_role, action, subject_id, details, previous_hash, hash)
    SELECT 'zx', last + n, now() - (${ROWS} - n) * interval '53 minutes', 'zx-admin-' || n % 5, 'admin',
      CASE WHEN n % 20000 = 0 THEN 'apiKey.revoked' WHEN n % 3 = 0 THEN 'user.passwordSet' ELSE 'user.changed' END, 'user-' || n % 3000,
      '{}', 'h', 'h' FROM generate_series(1, ${ROWS}) AS n, (SELECT coalesce(max(sequence), 0) AS last FROM audit_entry) AS one`,
  'ANALYZE audit_entry',
];
const past = new Date(Date.now() - 2_000 * 86_400_000).toISOString().slice(0, 10);

const LISTS: readonly [who: 'zx-auditor' | 'zx-admin', path: string][] = [
  ['zx-auditor', '/api/audit-entries?limit=100'],
  ['zx-auditor', `/api/audit-entries?cursor=${encodeCursor({ sequence: 46_000 })}`],
  ['zx-auditor', '/api/audit-entries?action=apiKey.revoked'],
  ['zx-auditor', '/api/audit-entries?actorId=zx-admin-3'],
  ['zx-auditor', '/api/audit-entries?actorId=nobody'],
  ['zx-auditor', '/api/audit-entries?subjectId=user-7'],
  ['zx-auditor', `/api/audit-entries?from=${past}&to=${past}`],
  ['zx-admin', '/api/audit-entries'],
];

describe('the trail of a hundred thousand acts', () => {
  let platform: GatewayUnderTest;
  let gateway: Gateway;
  let watch: ListWatch;
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    // The rows are made by the service's own connection.
    process.env['DATABASE_STATEMENT_TIMEOUT_MS'] = '120000';
    platform = await GatewayUnderTest.start();
    gateway = await platform.replica();
    for (const role of ['admin', 'auditor'] as const) {
      await gateway.account(`zx-${role}`, [{ role }]);
      tokens.set(`zx-${role}`, await gateway.token(`zx-${role}`));
    }
    const database = gateway.app.get(TenantDatabase);
    for (const statement of FILL) await database.systemPool.query(statement);
    watch = new ListWatch(database.pool('zx'));
  }, 180_000);
  afterAll(() => platform?.stop());

  it.each(LISTS)('%s reads few rows and soon: %s', async (who, path) => {
    expect(await watch.faultsOf(() => gateway.call('GET', path, { token: tokens.get(who)! }))).toEqual([]);
  });
});
