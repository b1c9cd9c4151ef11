import { describe, expect, it } from '@jest/globals';
import type { Post } from '@hsl/contracts/roles';
import { encodeCursor } from '@hsl/platform/page';
import { watchedLists } from './watched-lists.js';

const ROWS = 100_000;
const ID = `('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`;
const TAG = '00000000-0000-4000-8000-00000000000a';
const NO_TAG = '00000000-0000-4000-8000-00000000000b';
/** One of the values, or the last one for hardly any row: the remainder keeps what is rare of one column from another's. */
const mostly = (often: string, seldom: string, remainder: number): string =>
  `CASE WHEN n % 30000 = ${remainder} THEN '${seldom}' ELSE '${often}' END`;
/** Far more than anybody proposes: one in fifty is public, of each column some value hardly ever occurs. */
const FILL = [
  `INSERT INTO topic (id, subdistrict_id, version, last_decision_id, title, problem, source, scale, tier, category_code,
      community_ids, phase, state, published, nature, problem_types, strategy_tags, level, track, plan_year,
      proposed_by, proposed_at, endorsements)
    SELECT ${ID}, 'zx', 9, 'd', '电动车充电' || n, '飞线充电', ${mostly('resident', 'leadership', 1)},
      ${mostly('keyMinor', 'developmentMajor', 2)}, ${mostly('heartWarming', 'topPriority', 3)},
      CASE WHEN n % 30000 = 4 THEN 'C20' ELSE 'C' || n % 15 + 1 END,
      CASE WHEN n % 30000 = 5 THEN ARRAY['ZX15'] ELSE ARRAY['ZX' || lpad((n % 14 + 1)::text, 2, '0')] END,
      ${mostly('selection', 'breakthrough', 6)},
      CASE WHEN n % 30000 = 7 THEN 'SURVEYED' WHEN n % 100 = 0 THEN 'PLANNED' ELSE 'CLOSED' END, n % 50 = 0,
      ${mostly('hardProblem', 'practicalDeed', 8)},
      CASE WHEN n % 30000 = 9 THEN ARRAY['blockage'] ELSE ARRAY['pain'] END,
      CASE WHEN n % 30000 = 10 THEN ARRAY['${TAG}'] ELSE '{}' END, ${mostly('community', 'district', 11)},
      ${mostly('immediate', 'longTerm', 12)}, CASE WHEN n % 30000 = 13 THEN 2031 WHEN n % 500 = 0 THEN 2020 + n / 12500 END,
      CASE WHEN n % 30000 = 14 THEN 'zx-member' ELSE 'zx-worker-' || n % 60 END, now() - n * interval '53 minutes', n * 7919 % 1000
    FROM generate_series(1, ${ROWS}) AS n`,
  `INSERT INTO child_whistle (whistle_id, subdistrict_id, topic_id, number, community_id, department_ids, state, is_open, version, updated_at)
    SELECT ${ID}, 'zx', ${ID}, 'ZX-' || n, 'ZX' || lpad((n % 14 + 1)::text, 2, '0'), ARRAY['ZX-D7'], 'ACCEPTED', n % 10 = 0, 1, now()
    FROM generate_series(1, ${ROWS}) AS n`,
  `INSERT INTO community (subdistrict_id, community_id, name, sequence) VALUES ('zx', 'ZX05', '五', 1), ('zx', 'ZX15', '十五', 1)
    ON CONFLICT DO NOTHING`,
];
const POSTS = {
  liaison: { role: 'liaisonOfficer' },
  worker: { role: 'communityWorker', communityIds: ['ZX03'] },
  quietWorker: { role: 'communityWorker', communityIds: ['ZX15'] },
  busyWorker: { role: 'communityWorker', communityIds: ['ZX03', 'ZX04', 'ZX15'] },
  member: { role: 'member', memberId: 'ZX-M01', communityIds: ['ZX01'] },
  head: { role: 'head', departmentId: 'ZX-D7' },
  district: { role: 'districtCommittee' },
} as const satisfies Record<string, Post>;
const id = '00000000-0000-4000-8000-000000054000';
const at = new Date(Date.now() - 2_000 * 86_400_000).toISOString();
const newestAfter = encodeCursor({ proposedAt: at, id });
const endorsedAfter = encodeCursor({ proposedAt: at, id, endorsements: 400 });
/** Each filter alone: what many have, what hardly any has and what none has. */
const FILTERED = [
  ...['state=CLOSED', 'state=PLANNED', 'state=SURVEYED', 'state=CONVERTED'],
  ...[
    'phase=selection',
    'phase=breakthrough',
    'phase=solving',
    'source=resident',
    'source=leadership',
    'source=member',
  ],
  ...['scale=keyMinor', 'scale=developmentMajor', 'tier=heartWarming', 'tier=topPriority', 'tier=neighbourhood'],
  ...['nature=hardProblem', 'nature=practicalDeed'],
  ...['problemType=pain', 'problemType=blockage', 'problemType=difficulty'],
  ...[`strategyTag=${TAG}`, `strategyTag=${NO_TAG}`],
  ...['level=community', 'level=district', 'level=subdistrict', 'track=immediate', 'track=longTerm'],
  ...['year=2021', 'year=2031', 'year=2032'],
  ...['category=C7', 'category=C20', 'category=C99'],
  ...['community=ZX05', 'community=ZX15', 'community=ZX99'],
  ...['mine=true', 'mine=false'],
];

const LISTS: readonly [who: keyof typeof POSTS, path: string][] = [
  ['liaison', '/api/topics?limit=100'],
  ['liaison', `/api/topics?cursor=${newestAfter}`],
  ['liaison', '/api/topics?order=endorsements&limit=100'],
  ['liaison', `/api/topics?order=endorsements&cursor=${endorsedAfter}`],
  ...FILTERED.flatMap((filter): [keyof typeof POSTS, string][] => [
    ['liaison', `/api/topics?${filter}`],
    ['liaison', `/api/topics?order=endorsements&${filter}`],
  ]),
  ['liaison', `/api/topics?state=PLANNED&community=ZX05&cursor=${newestAfter}`],
  ['liaison', '/api/topics?problemType=blockage&community=ZX05'],
  ['liaison', `/api/topics?strategyTag=${TAG}&state=PLANNED`],
  ['member', '/api/topics'],
  ['member', '/api/topics?mine=true'],
  ['member', `/api/topics?mine=true&cursor=${newestAfter}`],
  ['worker', '/api/topics'],
  ['worker', `/api/topics?order=endorsements&cursor=${endorsedAfter}`],
  ['quietWorker', '/api/topics?limit=100'],
  ['quietWorker', `/api/topics?cursor=${newestAfter}`],
  ['quietWorker', `/api/topics?order=endorsements&cursor=${endorsedAfter}`],
  ['quietWorker', '/api/topics?community=ZX15'],
  ['busyWorker', '/api/topics?limit=100'],
  ['district', '/api/topics'],
  ['liaison', '/api/topics/plan?year=2031'],
  ['liaison', '/api/topics/plan?year=2021'],
];

describe('lists of a hundred thousand topics', () => {
  const lists = watchedLists(FILL);

  it.each(LISTS)('%s reads few rows and soon: %s', async (who, path) => {
    expect(await lists.faultsOf(who, POSTS[who], path)).toEqual([]);
  });

  it.each(['/api/topics/public?communityId=ZX05', '/api/topics/public?communityId=ZX15'])(
    'everybody reads few rows and soon: %s',
    async (path) => {
      expect(await lists.faultsOf('member', POSTS.member, path)).toEqual([]);
    },
  );

  it.each([
    ['newest', 'proposed_at'],
    ['endorsements', 'endorsements'],
  ])('a worker reads each topic of the community and each public one once, in order: %s', async (order, column) => {
    const worker = lists.topics.as({ userId: 'zx-worker', posts: [POSTS.quietWorker] });
    const seen: string[] = [];
    for (let cursor: string | undefined, page = 0; page === 0 || cursor !== undefined; page += 1) {
      const from = cursor === undefined ? '' : `&cursor=${cursor}`;
      const { body } = await worker.get(`/api/topics?order=${order}&limit=100${from}`);
      seen.push(...body.items.map((topic: { id: string }) => topic.id));
      cursor = body.nextCursor;
    }
    const all = await lists.topics
      .rows(`SELECT id FROM topic WHERE subdistrict_id = 'zx' AND (published OR 'ZX15' = ANY(community_ids))
      ORDER BY ${column} DESC, id DESC`);
    expect(seen).toEqual(all.map((row) => row['id']));
  });
});
