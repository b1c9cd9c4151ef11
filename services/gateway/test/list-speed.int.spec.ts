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
  // Members for the most part; of the staff a few, and one in ten thousand has left.
  `INSERT INTO app_user (id, subdistrict_id, user_name, name, password_hash, active)
    SELECT 'zx-r' || lpad(n::text, 6, '0'), 'zx', 'zx-r' || lpad(n::text, 6, '0'),
      substr('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗', floor(20 * power(random(), 2))::int + 1, 1)
        || chr(20000 + (n * 7919) % 3000) || CASE WHEN n % 3 > 0 THEN chr(24000 + (n * 10007) % 3000) ELSE '' END
        || CASE WHEN n % 40000 = 7 THEN 'Abc' ELSE '' END, 'h', n % 10000 > 0 FROM generate_series(1, ${ROWS}) AS n`,
  `INSERT INTO user_post (user_id, position, subdistrict_id, role, community_ids, department_id)
    SELECT id, 0, 'zx', CASE WHEN n % 100 > 0 THEN 'member' WHEN n % 10000 = 500 THEN 'liaisonOfficer' WHEN n % 200 = 0 THEN 'handler' ELSE 'communityWorker' END,
      CASE WHEN n % 200 = 100 THEN ARRAY['ZX' || lpad((n / 100 % 14 + 1)::text, 2, '0')] ELSE '{}' END, CASE WHEN n % 200 = 0 THEN 'ZX-D' || n / 100 % 60 END
    FROM (SELECT id, right(id, 6)::int AS n FROM app_user WHERE id LIKE 'zx-r%') AS one`,
  'ANALYZE',
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

const searching = (text: string) => `/api/users?search=${encodeURIComponent(text)}`;
const ACCOUNTS = [
  '/api/users?limit=100',
  `/api/users?cursor=${encodeCursor({ userName: 'zx-r054000' })}`,
  searching('王'),
  searching('罗'),
  searching('刘' + String.fromCodePoint(20_000 + ((3 * 7_919) % 3_000))),
  searching('ABC'),
  searching('鑫'),
  searching('欧阳娜娜'),
  searching('zx-r054321'),
  searching('ZX-R0'),
  searching('4321'),
  searching('1'),
  `${searching('王')}&cursor=${encodeCursor({ userName: 'zx-r054000' })}`,
  `${searching('王')}&role=liaisonOfficer`,
  `${searching('罗')}&active=false`,
  '/api/users?role=member',
  '/api/users?role=liaisonOfficer',
  '/api/users?role=groupLeader',
  `/api/users?role=communityWorker&cursor=${encodeCursor({ userName: 'zx-r054000' })}`,
  '/api/users?communityId=ZX05',
  '/api/users?communityId=ZX99',
  '/api/users?departmentId=ZX-D8',
  '/api/users?departmentId=ZX-D99',
  '/api/users?active=false',
  '/api/users?active=true',
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
  it.each(ACCOUNTS)('finds accounts soon among a hundred thousand: %s', async (path) => {
    expect(await watch.faultsOf(() => gateway.call('GET', path, { token: tokens.get('zx-admin')! }))).toEqual([]);
  });
});
