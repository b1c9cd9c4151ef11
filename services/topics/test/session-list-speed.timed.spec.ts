import { describe, expect, it } from '@jest/globals';
import type { Post } from '@hsl/contracts/roles';
import { encodeCursor } from '@hsl/platform/page';
import { watchedLists } from './watched-lists.js';

const ROWS = 100_000;
/** A row each for the numbers 1 to ROWS. */
const insert = (table: string, columns: string, values: string): string =>
  `INSERT INTO ${table} (subdistrict_id, ${columns}) SELECT 'zx', ${values} FROM generate_series(1, ${ROWS}) AS n`;
const ID = `('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`;
/** ZX15 meets once in two years, ZX99 never did. */
const COMMUNITY = `CASE WHEN n % 20000 = 9 THEN 'ZX15' ELSE 'ZX' || lpad((n % 14 + 1)::text, 2, '0') END`;
const AGO = `now() - n * interval '53 minutes'`;
/** The newest two hundred are still to come. */
const STARTS = `${AGO} + interval '7 days'`;
/** Ten years of sessions, each with its sitting, an invitation, minutes and, once it was held, what everybody reads of it. */
const FILL = [
  insert(
    'session',
    `id, version, last_decision_id, whistle_id, number, community_id, community_ids, purpose, round, state, convened_by,
      convened_at, member_ids, lead_department_id, due_at, deadlines`,
    `${ID}, 1, 'd', ${ID}, 'ZX-' || n, ${COMMUNITY}, ARRAY[${COMMUNITY}], 'dispatch', 1,
      CASE WHEN n < 200 OR n % 10000 = 0 THEN 'CONVENED' ELSE 'HELD' END, 'zx-worker-' || n % 60, ${AGO},
      ARRAY['ZX-M0' || n % 9 + 1], 'ZX-D' || n % 22, now(), '[]'`,
  ),
  insert(
    'sitting',
    'id, version, last_decision_id, session_id, round, format, starts_at, ends_at, agenda, open_to_all',
    `${ID}, 1, 'd', ${ID}, 1, 'onlineMeeting', ${STARTS}, ${STARTS} + interval '2 hours', '{}', n % 3 = 0`,
  ),
  insert(
    'participant',
    'id, version, last_decision_id, sitting_id, seat, person_key, member_id, is_voter, state',
    `${ID}, 1, 'd', ${ID}, 'member', 'm', 'ZX-M0' || n % 9 + 1, true, 'INVITED'`,
  ),
  insert(
    'opinion',
    'id, version, last_decision_id, sitting_id, participant_id, seat, text, is_dissent, state, at',
    `${ID}, 1, 'd', ${ID}, ${ID}, 'member', '装声控灯', false, 'PUBLISHED', ${AGO}`,
  ),
  insert(
    'motion',
    'id, version, last_decision_id, sitting_id, text, put_at',
    `${ID}, 1, 'd', ${ID}, '装声控灯', ${AGO}`,
  ),
  insert('vote', 'motion_id, participant_id, choice, cast_at', `${ID}, ${ID}, 'for', ${AGO}`),
  insert(
    'session_link',
    'id, session_id, kind, target_id, linked_by, linked_at',
    `${ID}, ${ID}, 'task', ${ID}, 'zx-worker', ${AGO}`,
  ),
  insert(
    'minutes',
    'id, session_id, outcome, problem, consensus, attendance, recorded_by, final_at',
    `${ID}, ${ID}, 'resolvedOnSite', '门前路灯不亮', '装声控灯', 12, 'zx-worker-' || n % 60, ${AGO}`,
  ),
  insert(
    'session_publication',
    'id, version, last_decision_id, session_id, result, published_by, published_at',
    `${ID}, 1, 'd', ${ID}, '路灯已装好', 'zx-worker-' || n % 60, ${AGO}`,
  ),
  insert(
    'proposal',
    'id, version, last_decision_id, session_id, state, submitted_by, submitted_at, supporting_department_ids, meeting_recorded, replies, deadlines',
    `${ID}, 1, 'd', CASE WHEN n % 3 = 0 THEN ${ID} END, 'SUBMITTED', 'zx-member', ${AGO}, '{}', false, 0, '[]'`,
  ),
  `INSERT INTO community (subdistrict_id, community_id, name, sequence)
    SELECT 'zx', id, id, 1 FROM unnest(ARRAY['ZX05', 'ZX15', 'ZX98']) AS id ON CONFLICT DO NOTHING`,
];
const POSTS = {
  liaison: { role: 'liaisonOfficer' },
  worker: { role: 'communityWorker', communityIds: ['ZX05'] },
  quietWorker: { role: 'communityWorker', communityIds: ['ZX15'] },
  busyHead: { role: 'communityHead', communityIds: ['ZX05', 'ZX06', 'ZX15'] },
  newWorker: { role: 'communityWorker', communityIds: ['ZX98'] },
} as const satisfies Record<string, Post>;
const id = '00000000-0000-4000-8000-000000054000';
const after = encodeCursor({ convenedAt: new Date(Date.now() - 2_000 * 86_400_000).toISOString(), id });

const LISTS: readonly [who: keyof typeof POSTS, path: string][] = [
  ...['ZX05', 'ZX15', 'ZX98'].flatMap((community): [keyof typeof POSTS, string][] => [
    ['liaison', `/api/deliberations?communityId=${community}`],
    ['liaison', `/api/deliberations?communityId=${community}&cursor=${after}`],
    ['liaison', `/api/deliberations?communityId=${community}&state=CONVENED`],
  ]),
  ['worker', '/api/deliberations'],
  ['worker', `/api/deliberations?cursor=${after}`],
  ['worker', '/api/deliberations?state=CONVENED'],
  ['quietWorker', '/api/deliberations'],
  ['quietWorker', `/api/deliberations?cursor=${after}`],
  ['quietWorker', '/api/deliberations?state=CONVENED'],
  ['busyHead', '/api/deliberations'],
  ['newWorker', '/api/deliberations'],
  ['liaison', '/api/deliberations?limit=100'],
];

describe('lists of a hundred thousand sessions', () => {
  const lists = watchedLists(FILL);

  it.each(LISTS)('%s reads few rows and soon: %s', async (who, path) => {
    expect(await lists.faultsOf(who, POSTS[who], path)).toEqual([]);
  });

  it.each([
    ...['ZX05', 'ZX15', 'ZX98'].map((community) => `/api/deliberations/coming?communityId=${community}`),
    ...['ZX05', 'ZX15', 'ZX98'].map((community) => `/api/deliberations/published?communityId=${community}`),
  ])('everybody reads few rows and soon: %s', async (path) => {
    expect(await lists.faultsOf('liaison', POSTS.liaison, path)).toEqual([]);
  });

  it('a session is found once by any of its communities, as they are now', async () => {
    const moved = '00000000-0000-4000-8000-000000000009';
    const foundBy = async (...communityIds: string[]) => {
      const worker = lists.topics.as({ userId: 'zx-worker', posts: [{ role: 'communityWorker', communityIds }] });
      const { items } = (await worker.get('/api/deliberations?limit=100')).body;
      return items.filter((session: { id: string }) => session.id === moved).length;
    };
    const moveTo = (ids: string[]) =>
      lists.topics.rows('UPDATE session SET community_ids = $2 WHERE id = $1', moved, ids);
    await moveTo(['ZX15', 'ZX98']);
    expect([await foundBy('ZX15', 'ZX98'), await foundBy('ZX98')]).toEqual([1, 1]);
    await moveTo(['ZX98']);
    expect([await foundBy('ZX15'), await foundBy('ZX98')]).toEqual([0, 1]);
  });
});
