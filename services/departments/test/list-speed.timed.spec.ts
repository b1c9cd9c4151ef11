import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '@hsl/platform/page';
import { ListWatch } from '@hsl/testing/list-watch';
import { TenantDatabase, type DepartmentsDatabase } from '../src/database.js';
import { DepartmentsService, type Caller } from './departments-service.js';

const TASKS = 100_000;
/** Ten years: one in a hundred is under way, the departments are not equally busy. Cards are a tenth of the tasks. */
const FILL = [
  // One member in two hundred has a whistle in twenty: in thousands of matters over the years.
  `INSERT INTO known_whistle (id, subdistrict_id, member_ids)
    SELECT ('00000000-0000-4000-9000-' || lpad(w::text, 12, '0'))::uuid, 'zx',
      ARRAY['ZX-M' || CASE w % 20 WHEN 0 THEN '001' ELSE lpad((w % 199 + 2)::text, 3, '0') END]
    FROM generate_series(0, ${TASKS / 2}) AS w`,
  `INSERT INTO department_task (id, subdistrict_id, version, last_decision_id, whistle_id, number, community_id,
      department_id, role, round, state, dispatched_at, acknowledge_due_at, feedback_due_at, due_at, feedback_at,
      deadlines, category_code, ruled_at, progress)
    SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'zx', 1, 'd',
      ('00000000-0000-4000-9000-' || lpad((n / 2)::text, 12, '0'))::uuid, 'ZX-' || n / 2, 'ZX' || lpad((n % 14 + 1)::text, 2, '0'),
      units[1 + floor((array_length(units, 1) - 1) * power(random(), 2))], CASE n % 2 WHEN 0 THEN 'lead' ELSE 'supporting' END, 1,
      CASE WHEN n % 20000 = 0 THEN 'DISPUTED' WHEN n % 100 = 0 THEN 'IN_PROGRESS' WHEN n % 30 = 1 THEN 'RETURNED' ELSE 'VERIFIED' END,
      now() - n * interval '53 minutes', now(), now(), CASE WHEN n % 100 = 0 THEN now() + (n % 9 - 4) * interval '1 day' END,
      CASE WHEN n % 100 > 0 AND n % 30 <> 1 THEN now() - n * interval '52 minutes' END, '[]', 'C1',
      CASE WHEN n % 20000 = 0 OR n % 30 = 1 THEN now() - n * interval '51 minutes' END,
      CASE WHEN n % 30 = 1 THEN jsonb_build_object('tried', jsonb_build_array(units[1 + n % array_length(units, 1)])) ELSE '{}' END
    FROM generate_series(1, ${TASKS}) AS n, (SELECT array_agg(id ORDER BY id) AS units FROM department WHERE subdistrict_id = 'zx') AS one`,
  // Every task was rated.
  `INSERT INTO task_note (id, subdistrict_id, task_id, kind, body, final, created_by, created_role, created_at)
    SELECT gen_random_uuid(), subdistrict_id, id, 'communityRating', jsonb_build_object('score', 1 + length(number) % 5), true, 'u',
      'communityWorker', dispatched_at FROM department_task`,
];
const UNIT = 'ZX-CGJ';
const FAR = '00000000-0000-4000-8000-000000054000';
const longAgo = new Date(Date.now() - 2_000 * 86_400_000).toISOString();
const doneAfter = encodeCursor({ doneAt: longAgo, id: FAR });
const owedAfter = encodeCursor({ dueAt: new Date().toISOString(), id: FAR });
const neverAfter = encodeCursor({ id: FAR });
const dispatchedAfter = encodeCursor({ dispatchedAt: longAgo, id: FAR });
const ruledAfter = encodeCursor({ ruledAt: longAgo, id: FAR });

const LISTS: readonly [
  who: 'liaison' | 'worker' | 'communityHead' | 'handler' | 'head' | 'member' | 'busyMember' | 'leader',
  path: string,
][] = [
  ['liaison', '/api/department-tasks'],
  ['liaison', `/api/department-tasks?cursor=${owedAfter}`],
  ['liaison', `/api/department-tasks?cursor=${doneAfter}`],
  ['liaison', `/api/department-tasks?cursor=${neverAfter}`],
  ['liaison', '/api/department-tasks?overdue=true'],
  ['liaison', '/api/department-tasks?overdue=false'],
  ['liaison', '/api/department-tasks?state=DISPUTED'],
  ['liaison', '/api/department-tasks?state=CANCELLED'],
  ['liaison', `/api/department-tasks?state=VERIFIED&cursor=${doneAfter}`],
  ['liaison', `/api/department-tasks?departmentId=${UNIT}&role=lead`],
  ['liaison', '/api/department-tasks?whistleId=00000000-0000-4000-9000-000000000007'],
  ['worker', '/api/department-tasks'],
  ['worker', `/api/department-tasks?cursor=${doneAfter}`],
  ['handler', '/api/department-tasks?mine=true'],
  ['handler', `/api/department-tasks?mine=true&cursor=${doneAfter}`],
  ['handler', '/api/department-tasks?state=DISPUTED'],
  ['member', '/api/department-tasks'],
  ['busyMember', '/api/department-tasks'],
  ['busyMember', `/api/department-tasks?cursor=${doneAfter}`],
  ['busyMember', '/api/department-tasks?state=DISPUTED'],
  ['liaison', '/api/lists/measures'],
  ['liaison', `/api/lists/measures?cursor=${dispatchedAfter}`],
  ['head', '/api/lists/measures'],
  ...['problems', 'responsibilities'].flatMap((list): (typeof LISTS)[number][] => [
    ['liaison', `/api/lists/${list}?limit=100`],
    ['liaison', `/api/lists/${list}?cursor=${dispatchedAfter}`],
    ['liaison', `/api/lists/${list}?communityId=ZX03`],
    ['liaison', `/api/lists/${list}?communityId=ZX15`],
    ['liaison', `/api/lists/${list}?departmentId=${UNIT}`],
    ['head', `/api/lists/${list}`],
    ['communityHead', `/api/lists/${list}`],
  ]),
  ['liaison', '/api/disputes'],
  ['head', '/api/disputes'],
  ['liaison', '/api/disputes?open=false'],
  ['liaison', `/api/disputes?open=false&limit=100&cursor=${ruledAfter}`],
  ['head', '/api/disputes?open=false'],
  ['head', `/api/disputes?open=false&cursor=${ruledAfter}`],
  ['worker', '/api/disputes?open=false'],
  ['liaison', '/api/rulings'],
  ['leader', '/api/rulings'],
  ['liaison', '/api/departments/ratings?limit=100'],
  ['liaison', `/api/departments/ratings?cursor=${encodeCursor({ departmentId: UNIT })}`],
  ['liaison', `/api/departments/ratings?departmentId=${UNIT}`],
  ['head', '/api/departments/ratings'],
  ['worker', '/api/departments/ratings?limit=100'],
  ['worker', `/api/departments/ratings?departmentId=${UNIT}`],
];

describe('lists of a hundred thousand tasks', () => {
  let departments: DepartmentsService;
  let watch: ListWatch;
  let callers: Record<(typeof LISTS)[number][0], Caller>;
  beforeAll(async () => {
    departments = await DepartmentsService.start(['postgres']);
    watch = await ListWatch.over(departments.app.get<DepartmentsDatabase>(TenantDatabase), FILL);
    callers = {
      liaison: departments.staff('liaisonOfficer'),
      leader: departments.staff('deputyLeader'),
      worker: departments.as('zx-worker-1', { role: 'communityWorker', communityIds: ['ZX03'] }),
      communityHead: departments.as('zx-head-01', { role: 'communityHead', communityIds: ['ZX03'] }),
      member: departments.as('zx-member-7', { role: 'member', memberId: 'ZX-M007', communityIds: ['ZX03'] }),
      busyMember: departments.as('zx-member-1', { role: 'member', memberId: 'ZX-M001', communityIds: ['ZX03'] }),
      handler: departments.person('handler', 'cgj'),
      head: departments.person('head', 'cgj'),
    };
  }, 180_000);
  afterAll(() => departments?.stop(), 60_000);

  it.each(LISTS)('%s reads few rows and soon: %s', async (who, path) => {
    expect(await watch.faultsOf(() => callers[who].get(path))).toEqual([]);
  });

  it('has a page of every dispute that was ever ruled on, the latest ruling first', async () => {
    const seen: { id: string; state: string }[] = [];
    for (let cursor: string | undefined, page = 0; page === 0 || cursor !== undefined; page += 1) {
      const from = cursor === undefined ? '' : `&cursor=${cursor}`;
      const { body } = await callers.liaison.get(`/api/disputes?open=false&limit=100${from}`);
      seen.push(...body.items);
      cursor = body.nextCursor;
    }
    const ruled = Array.from({ length: TASKS }, (_, index) => index + 1).filter((n) => n % 30 === 1);
    expect(seen.map(({ id }) => Number(id.slice(-12)))).toEqual(ruled);
    expect(seen.every(({ state }) => state === 'RETURNED')).toBe(true);
  });

  it('leaves out no task of a member with thousands of whistles', async () => {
    const ids = new Set<string>();
    for (let cursor: string | undefined, page = 0; page === 0 || cursor !== undefined; page += 1) {
      const from = cursor === undefined ? '' : `&cursor=${cursor}`;
      const { body } = await callers.busyMember.get(`/api/department-tasks?limit=100${from}`);
      for (const { id } of body.items) ids.add(id);
      cursor = body.nextCursor;
    }
    expect(ids.size).toBe(TASKS / 20);
  });
});
