import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Post } from '@hsl/contracts/roles';
import { encodeCursor } from '@hsl/platform/page';
import { ListWatch } from '@hsl/testing/list-watch';
import { startMembers, type Caller, type MembersUnderTest } from './members-under-test.js';

const ROWS = 100_000;
const WHISTLE = `('00000000-0000-4000-8000-' || lpad((n / 2)::text, 12, '0'))::uuid`;
/** Ten years: two members are asked for each whistle, one call in two hundred is not answered yet. */
const FILL = [
  `CREATE TEMPORARY TABLE call AS SELECT n, members[1 + (n * 7) % array_length(members, 1)] AS member_id, 'ZX' || lpad((n / 2 % 14 + 1)::text, 2, '0') AS community_id
    FROM generate_series(2, ${ROWS} + 1) AS n, (SELECT array_agg(id ORDER BY id) AS members FROM member WHERE subdistrict_id = 'zx') AS one`,
  `INSERT INTO check_in_process (id, subdistrict_id, version, last_decision_id, number, community_id, category_code, started_at)
    SELECT DISTINCT ON (n / 2) ${WHISTLE}, 'zx', 1, 'd', 'ZX-' || n / 2, community_id, 'C1', now() FROM call ORDER BY n / 2`,
  `INSERT INTO check_in (id, subdistrict_id, whistle_id, number, community_id, category_code, member_id, round, state, pick_reason,
      requested_at, due_at, deadline, decision_no)
    SELECT gen_random_uuid(), 'zx', ${WHISTLE}, 'ZX-' || n / 2, community_id, 'C1', member_id, 1,
      CASE WHEN n % 200 = 0 THEN 'REQUESTED' WHEN n % 30000 = 7 THEN 'SUBSTITUTED' ELSE 'DONE' END, '{"rule": "posting"}',
      now() - n * interval '53 minutes', now(), '{"step": "checkIn", "startedAt": 1764000000000, "dueAt": 1764000000000, "basis": "workingTime"}', 1 FROM call`,
  `INSERT INTO point_entry (id, subdistrict_id, member_id, rule, duty, points, year, half, source_id, earned_at)
    SELECT gen_random_uuid(), 'zx', member_id, 'checkIn', 'checkIn', 2, 2026, 1, n::text, now() - n * interval '53 minutes' FROM call`,
  'ANALYZE check_in',
  'ANALYZE check_in_process',
  'ANALYZE point_entry',
];
const POSTS = {
  liaison: { role: 'liaisonOfficer' },
  worker: { role: 'communityWorker', communityIds: ['ZX03'] },
  member: { role: 'member', memberId: 'ZX-M05', communityIds: ['ZX03'] },
} as const satisfies Record<string, Post>;
const id = '00000000-0000-4000-8000-000000054000';
const at = new Date(Date.now() - 2_000 * 86_400_000).toISOString();

const LISTS: readonly [who: keyof typeof POSTS, path: string][] = [
  ['liaison', '/api/check-ins?limit=100'],
  ['liaison', `/api/check-ins?cursor=${encodeCursor({ requestedAt: at, id })}`],
  ['liaison', '/api/check-ins?state=REQUESTED'],
  ['liaison', '/api/check-ins?state=SUBSTITUTED'],
  ['liaison', '/api/check-ins?state=MISSED'],
  ['liaison', '/api/check-ins?communityId=ZX05&state=REQUESTED'],
  ['liaison', '/api/check-ins?whistleId=00000000-0000-4000-8000-000000000007'],
  ['worker', '/api/check-ins'],
  ['worker', `/api/check-ins?cursor=${encodeCursor({ requestedAt: at, id })}`],
  ['member', '/api/check-ins?mine=true'],
  ['member', '/api/check-ins?mine=true&state=REQUESTED'],
  ['member', '/api/members/ZX-M05/point-entries?year=2026'],
  ['member', `/api/members/ZX-M05/point-entries?year=2026&cursor=${encodeCursor({ at, id })}`],
];

describe('lists of a hundred thousand calls to members', () => {
  let members: MembersUnderTest;
  let watch: ListWatch;
  const callers = new Map<string, Caller>();
  beforeAll(async () => {
    // The rows are made by the service's own connection.
    process.env['DATABASE_STATEMENT_TIMEOUT_MS'] = '120000';
    members = await startMembers(['postgres'], 'api');
    await members.database.systemTransaction(async (client) => {
      for (const statement of FILL) await client.query(statement);
    });
    watch = new ListWatch(members.database.pool('zx'));
    for (const [who, post] of Object.entries(POSTS)) callers.set(who, members.as(`zx-${who}`, [post]));
  }, 180_000);
  afterAll(() => members?.close(), 60_000);

  it.each(LISTS)('%s reads few rows and soon: %s', async (who, path) => {
    expect(await watch.faultsOf(() => callers.get(who)!.get(path))).toEqual([]);
  });
});
