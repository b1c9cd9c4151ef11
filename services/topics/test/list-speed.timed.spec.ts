import { describe, expect, it } from '@jest/globals';
import type { Post } from '@hsl/contracts/roles';
import { encodeCursor } from '@hsl/platform/page';
import { watchedLists } from './watched-lists.js';

const ROWS = 100_000;
/** A row each for the numbers 1 to ROWS. */
const insert = (table: string, columns: string, values: string): string =>
  `INSERT INTO ${table} (subdistrict_id, ${columns}) SELECT 'zx', ${values} FROM generate_series(1, ${ROWS}) AS n`;
const ID = `('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`;
const COMMUNITY = `'ZX' || lpad((n % 14 + 1)::text, 2, '0')`;
const AGO = `now() - n * interval '53 minutes'`;
/** Ten years: one submission in two hundred is not answered yet; sessions are one in ten of the rows. */
const FILL = [
  insert(
    'register_entry',
    'id, version, last_decision_id, register, state, community_id, member_id, marks, facts, created_by, created_at, updated_at',
    `${ID}, 1, 'seed', CASE WHEN n % 4 = 0 THEN 'suggestion' ELSE 'visit' END, CASE WHEN n % 4 = 0 THEN 'SUBMITTED' ELSE 'RECORDED' END,
      ${COMMUNITY}, 'ZX-M' || lpad((n % 24 + 1)::text, 2, '0'), '{}',
      jsonb_build_object('kind', CASE n % 3 WHEN 0 THEN 'goldenIdea' ELSE 'innovation' END, 'title', 'T' || n),
      'u' || n % 50, ${AGO}, now()`,
  ),
  insert(
    'submission',
    'id, version, last_decision_id, tracking_hash, channel, community_id, category_code, text, state, received_at, due_at, answer, answered_at',
    `${ID}, 1, 'd', md5(n::text), CASE WHEN n % 5000 = 0 THEN 'partner' ELSE 'qrSubmission' END, ${COMMUNITY}, 'C' || floor(20 * power(random(), 2)) + 1,
      '门前路灯不亮', CASE WHEN n % 200 = 0 THEN 'RECEIVED' ELSE 'ANSWERED' END, ${AGO}, ${AGO} + interval '2 days', '已处理', now()`,
  ),
  `INSERT INTO session (subdistrict_id, id, version, last_decision_id, whistle_id, number, community_id, community_ids, purpose, round, state,
      convened_by, convened_at, member_ids, lead_department_id, due_at, deadlines)
    SELECT 'zx', ${ID}, 1, 'd', ${ID}, 'ZX-' || n, community, ARRAY[community], 'dispatch', 1,
      CASE WHEN n % 1000 = 0 THEN 'CONVENED' ELSE 'HELD' END, 'zx-worker-' || n % 60, ${AGO}, ARRAY['ZX-M0' || n / 10 % 9 + 1],
      'ZX-D' || n / 10 % 22, now(), '[]' FROM generate_series(10, ${ROWS}, 10) AS n, LATERAL (SELECT 'ZX' || lpad((n / 10 % 14 + 1)::text, 2, '0') AS community) AS one`,
  // Four houses with ten rooms each, one of them hardly used; half a year ahead of today are booked too.
  `INSERT INTO venue (subdistrict_id, id, version, last_decision_id, kind, name, address, opening_hours, active)
    SELECT 'zx', ${ID}, 1, 'd', 'station', '驿站' || n, '路', '[]', true FROM generate_series(1, 4) AS n`,
  `INSERT INTO room (subdistrict_id, id, version, last_decision_id, venue_id, kind, name, capacity, active)
    SELECT 'zx', ${ID}, 1, 'd', ('00000000-0000-4000-8000-' || lpad((n / 10 + 1)::text, 12, '0'))::uuid, 'functionRoom', '室' || n, 9, true
    FROM generate_series(0, 39) AS n`,
  `INSERT INTO booking (subdistrict_id, id, version, last_decision_id, room_id, starts_at, ends_at, purpose, state, session_id, booked_by, booked_at)
    SELECT 'zx', ${ID}, 1, 'd', ('00000000-0000-4000-8000-' || lpad((CASE WHEN n % 4000 = 0 THEN 39 ELSE n % 30 END)::text, 12, '0'))::uuid,
      began, began + interval '40 minutes', '协商会', CASE WHEN n % 15000 = 7 THEN 'CANCELLED' ELSE 'BOOKED' END,
      CASE WHEN n % 10 = 0 THEN ${ID} END, CASE WHEN n % 20000 = 9 THEN 'zx-member' ELSE 'zx-worker-' || n % 60 END, began
    FROM generate_series(1, ${ROWS}) AS n, LATERAL (SELECT ${AGO} + interval '180 days' AS began) AS one`,
];
const POSTS = {
  liaison: { role: 'liaisonOfficer' },
  worker: { role: 'communityWorker', communityIds: ['ZX03'] },
  member: { role: 'member', memberId: 'ZX-M01', communityIds: ['ZX01'] },
  head: { role: 'head', departmentId: 'ZX-D7' },
  auditor: { role: 'auditor' },
} as const satisfies Record<string, Post>;
const id = '00000000-0000-4000-8000-000000054000';
const at = new Date(Date.now() - 2_000 * 86_400_000).toISOString();
const today = new Date().toISOString();
const bookingsAfter = encodeCursor({ from: at, id });
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const quiet = { room: `roomId=${uuid(39)}`, venue: `venueId=${uuid(4)}` };

const LISTS: readonly [who: keyof typeof POSTS, path: string][] = [
  ['liaison', '/api/suggestions'],
  ['liaison', '/api/suggestions?kind=goldenIdea'],
  ['liaison', `/api/suggestions?kind=innovation&cursor=${encodeCursor({ createdAt: at, id })}`],
  ['worker', '/api/visits'],
  ['member', '/api/suggestions'],
  ['liaison', '/api/submissions?limit=100'],
  ['liaison', `/api/submissions?cursor=${encodeCursor({ receivedAt: at, id })}`],
  ['liaison', '/api/submissions?state=RECEIVED'],
  ['liaison', `/api/submissions?state=RECEIVED&cursor=${encodeCursor({ receivedAt: at, id })}`],
  ['liaison', '/api/submissions?state=WITHDRAWN'],
  ['liaison', '/api/submissions?overdue=true'],
  ['liaison', '/api/submissions?overdue=false'],
  ['liaison', '/api/submissions?channel=partner'],
  ['liaison', '/api/submissions?categoryCode=C20'],
  ['liaison', '/api/submissions?categoryCode=C99'],
  ['liaison', '/api/submissions?communityId=ZX05&state=RECEIVED'],
  ['worker', '/api/submissions'],
  ['worker', '/api/submissions?state=RECEIVED'],
  ['liaison', '/api/deliberations'],
  ['liaison', `/api/deliberations?cursor=${encodeCursor({ convenedAt: at, id })}`],
  ['liaison', '/api/deliberations?state=CONVENED'],
  ['worker', '/api/deliberations'],
  ['head', '/api/deliberations'],
  ['auditor', '/api/contact-readings'],
  ['liaison', '/api/bookings?limit=100'],
  ['liaison', `/api/bookings?cursor=${bookingsAfter}`],
  ['liaison', '/api/bookings?state=CANCELLED'],
  ['liaison', `/api/bookings?state=BOOKED&from=${today}`],
  ['liaison', `/api/bookings?from=${new Date(Date.now() + 179 * 86_400_000).toISOString()}`],
  ['liaison', `/api/bookings?to=${at}`],
  ['liaison', `/api/bookings?from=${at}&to=${today}&state=CANCELLED`],
  ['liaison', `/api/bookings?roomId=${uuid(7)}&cursor=${bookingsAfter}`],
  ['liaison', `/api/bookings?${quiet.room}`],
  ['liaison', `/api/bookings?${quiet.room}&state=BOOKED&to=${at}`],
  ['liaison', `/api/bookings?venueId=${uuid(1)}`],
  ['liaison', `/api/bookings?${quiet.venue}`],
  ['liaison', `/api/bookings?${quiet.venue}&cursor=${bookingsAfter}`],
  ['liaison', `/api/bookings?venueId=${uuid(9)}`],
  ['liaison', `/api/bookings?sessionId=${uuid(5_000)}`],
  ['liaison', '/api/bookings?mine=true'],
  ['liaison', '/api/bookings?mine=false'],
  ['member', '/api/bookings'],
  ['member', `/api/bookings?mine=true&state=BOOKED&cursor=${bookingsAfter}`],
  ['worker', '/api/bookings'],
];

describe('lists of a hundred thousand rows', () => {
  const lists = watchedLists(FILL);

  it.each(LISTS)('%s reads few rows and soon: %s', async (who, path) => {
    expect(await lists.faultsOf(who, POSTS[who], path)).toEqual([]);
  });
});
