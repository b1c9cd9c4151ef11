import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Post } from '@hsl/contracts/roles';
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
  `INSERT INTO account_proposal (id, subdistrict_id, user_id, content, based_on, reason, state, proposed_by, proposed_at)
    SELECT gen_random_uuid(), 'zx', 'zx-r' || lpad(n::text, 6, '0'), '{"userName": "u", "name": "n", "posts": [], "active": true}', 1, 'r',
      CASE WHEN n % 20000 = 7 THEN 'REJECTED' ELSE 'APPROVED' END, 'zx-admin-1', now() - n * interval '53 minutes' FROM generate_series(1, ${ROWS}) AS n`,
  `INSERT INTO api_key (id, subdistrict_id, community_id, name, prefix, hash, scopes, created_by, created_at, expires_at)
    SELECT gen_random_uuid(), 'zx', CASE WHEN n % 20000 = 7 THEN 'ZX15' WHEN n % 2 = 0 THEN 'ZX03' END, 'k', 'p', md5(n::text), '{}', 'u',
      now() - n * interval '53 minutes', now() FROM generate_series(1, ${ROWS}) AS n`,
];
const at = new Date(Date.now() - 2_000 * 86_400_000).toISOString();
const past = at.slice(0, 10);
const id = '00000000-0000-4000-8000-000000054000';

const LISTS: readonly [who: 'zx-auditor' | 'zx-admin' | 'zx-communityhead', path: string][] = [
  ['zx-auditor', '/api/audit-entries?limit=100'],
  ['zx-auditor', `/api/audit-entries?cursor=${encodeCursor({ sequence: 46_000 })}`],
  ['zx-auditor', '/api/audit-entries?action=apiKey.revoked'],
  ['zx-auditor', '/api/audit-entries?actorId=zx-admin-3'],
  ['zx-auditor', '/api/audit-entries?actorId=nobody'],
  ['zx-auditor', '/api/audit-entries?subjectId=user-7'],
  ['zx-auditor', `/api/audit-entries?from=${past}&to=${past}`],
  ['zx-admin', '/api/audit-entries'],
  ['zx-admin', '/api/account-proposals?limit=100'],
  ['zx-admin', `/api/account-proposals?cursor=${encodeCursor({ proposedAt: at, id })}`],
  ['zx-admin', '/api/account-proposals?state=REJECTED'],
  ['zx-admin', '/api/account-proposals?state=PROPOSED'],
  ['zx-admin', '/api/api-keys?limit=100'],
  ['zx-admin', `/api/api-keys?cursor=${encodeCursor({ createdAt: at, id })}`],
  ['zx-communityhead', '/api/api-keys'],
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
  `/api/colleagues?ids=${Array.from({ length: 100 }, (_, n) => `zx-r0${54_321 - n * 400}`).join()}`,
];

describe('the trail of a hundred thousand acts', () => {
  let platform: GatewayUnderTest;
  let gateway: Gateway;
  let watch: ListWatch;
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    platform = await GatewayUnderTest.start();
    gateway = await platform.replica();
    const posts: Post[] = [{ role: 'admin' }, { role: 'auditor' }, { role: 'communityHead', communityIds: ['ZX15'] }];
    for (const post of posts) {
      const userName = `zx-${post.role.toLowerCase()}`;
      await gateway.account(userName, [post]);
      tokens.set(userName, await gateway.token(userName));
    }
    const database = gateway.app.get(TenantDatabase);
    watch = await ListWatch.over(database, FILL);
  }, 180_000);
  afterAll(() => platform?.stop());

  it.each(LISTS)('%s reads few rows and soon: %s', async (who, path) => {
    expect(await watch.faultsOf(() => gateway.call('GET', path, { token: tokens.get(who)! }))).toEqual([]);
  });
  it.each(ACCOUNTS)('finds accounts soon among a hundred thousand: %s', async (path) => {
    expect(await watch.faultsOf(() => gateway.call('GET', path, { token: tokens.get('zx-admin')! }))).toEqual([]);
  });
});
