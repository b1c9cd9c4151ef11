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
  // Names of two or three characters; surnames are not equally frequent, the last ones hardly anybody has.
  `INSERT INTO member (id, subdistrict_id, name, sector, skills, term, level, active)
    SELECT 'ZX-X' || lpad(n::text, 6, '0'), 'zx',
      substr('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗', floor(20 * power(random(), 2))::int + 1, 1)
        || chr(20000 + (n * 7919) % 3000) || CASE WHEN n % 3 > 0 THEN chr(24000 + (n * 10007) % 3000) ELSE '' END
        || CASE WHEN n % 40000 = 7 THEN 'Abc' ELSE '' END,
      CASE WHEN n % 30000 = 9 THEN '宗教' ELSE '经济' END, CASE WHEN n % 30000 = 11 THEN ARRAY['mediation'] ELSE ARRAY['law'] END,
      '第三届', 'street', n % 50 > 0 FROM generate_series(1, ${ROWS}) AS n`,
  `INSERT INTO area_assignment (member_id, community_id, first_day, last_day, subdistrict_id)
    SELECT 'ZX-X' || lpad(n::text, 6, '0'), CASE WHEN n % 20000 = 13 THEN 'ZX15' ELSE 'ZX' || lpad((n % 14 + 1)::text, 2, '0') END,
      '2020-01-01', CASE WHEN n % 2 = 0 THEN '2023-01-01'::date END, 'zx' FROM generate_series(1, ${ROWS}) AS n`,
  `INSERT INTO area_proposal (id, subdistrict_id, change, member_id, community_id, first_day, reason, state, proposed_by, proposed_at)
    SELECT gen_random_uuid(), 'zx', 'begin', 'ZX-X' || lpad(n::text, 6, '0'), 'ZX01', '2026-01-01', 'r',
      CASE WHEN n % 20000 = 7 THEN 'REFUSED' ELSE 'APPROVED' END, 'u', now() - n * interval '53 minutes' FROM generate_series(1, ${ROWS}) AS n`,
  `INSERT INTO expert (id, subdistrict_id, name, field, active)
    SELECT 'ZX-E' || lpad(n::text, 6, '0'), 'zx', '专家' || n, CASE WHEN n % 30000 = 9 THEN '消防' ELSE '规划' END, n % 2 = 0
    FROM generate_series(1, ${ROWS}) AS n`,
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
  ['liaison', '/api/area-assignments?limit=100'],
  [
    'liaison',
    `/api/area-assignments?cursor=${encodeCursor({ communityId: 'ZX05', memberId: 'ZX-X054000', firstDay: '2020-01-01' })}`,
  ],
  ['liaison', '/api/area-assignments?communityId=ZX05'],
  ['liaison', '/api/area-assignments?communityId=ZX15'],
  ['liaison', '/api/area-assignments?communityId=ZX99'],
  ['liaison', '/api/area-assignments?memberId=ZX-X054000'],
  ['liaison', '/api/area-assignments?on=2024-01-01'],
  ['liaison', '/api/area-proposals?limit=100'],
  ['liaison', `/api/area-proposals?cursor=${encodeCursor({ at, id })}`],
  ['liaison', '/api/area-proposals?state=APPROVED'],
  ['liaison', '/api/area-proposals?state=REFUSED'],
  ['liaison', '/api/area-proposals?state=PROPOSED'],
  ['liaison', '/api/experts?limit=100'],
  ['liaison', `/api/experts?cursor=${encodeCursor('ZX-E054000')}`],
  ['liaison', `/api/experts?field=${encodeURIComponent('消防')}`],
  ['liaison', `/api/experts?field=${encodeURIComponent('航天')}`],
  ['member', `/api/members/ZX-M05/point-entries?year=2026&cursor=${encodeCursor({ at, id })}`],
];

const searching = (text: string) => `/api/members?q=${encodeURIComponent(text)}`;
const MEMBERS: readonly [who: keyof typeof POSTS, path: string][] = [
  ['liaison', '/api/members?limit=100'],
  ['liaison', `/api/members?cursor=${encodeCursor('ZX-X054000')}`],
  ['liaison', searching('王')],
  ['liaison', searching('罗')],
  ['liaison', searching('刘' + String.fromCodePoint(20_000 + ((3 * 7_919) % 3_000)))],
  ['liaison', searching('abc')],
  ['liaison', searching('鑫')],
  ['liaison', searching('欧阳娜娜')],
  ['liaison', `${searching('王')}&cursor=${encodeCursor('ZX-X054000')}`],
  ['liaison', `${searching('王')}&communityId=ZX05`],
  ['liaison', `${searching('罗')}&communityId=ZX15`],
  ['liaison', '/api/members?communityId=ZX05'],
  ['liaison', '/api/members?communityId=ZX15'],
  ['liaison', '/api/members?communityId=ZX99'],
  ['liaison', `/api/members?sector=${encodeURIComponent('宗教')}`],
  ['liaison', `/api/members?sector=${encodeURIComponent('侨联')}`],
  ['liaison', '/api/members?skill=mediation'],
  ['worker', '/api/members'],
  ['worker', searching('罗')],
  ['member', searching('abc')],
];

describe('lists of a hundred thousand calls to members', () => {
  let members: MembersUnderTest;
  let watch: ListWatch;
  const callers = new Map<string, Caller>();
  beforeAll(async () => {
    members = await startMembers(['postgres'], 'api');
    watch = await ListWatch.over(members.database, FILL);
    for (const [who, post] of Object.entries(POSTS)) callers.set(who, members.as(`zx-${who}`, [post]));
  }, 180_000);
  afterAll(() => members?.close(), 60_000);

  it.each(LISTS)('%s reads few rows and soon: %s', async (who, path) => {
    expect(await watch.faultsOf(() => callers.get(who)!.get(path))).toEqual([]);
  });
  it.each(MEMBERS)('%s finds members soon among a hundred thousand: %s', async (who, path) => {
    expect(await watch.faultsOf(() => callers.get(who)!.get(path))).toEqual([]);
  });
});
