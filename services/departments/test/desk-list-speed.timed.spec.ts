import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '@hsl/platform/page';
import { ListWatch } from '@hsl/testing/list-watch';
import { TenantDatabase, type DepartmentsDatabase } from '../src/database.js';
import { DepartmentsService, type Caller } from './departments-service.js';

const ROWS = 100_000;
const ID = `('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`;
const AGO = `now() - n * interval '53 minutes'`;
/** One community and one unit have hardly anything. */
const COMMUNITY = `CASE WHEN n % 20000 = 9 THEN 'ZX15' ELSE 'ZX' || lpad((n % 14 + 1)::text, 2, '0') END`;
const UNIT = `CASE WHEN n % 20000 = 11 THEN 'ZX-QUIET' ELSE units[1 + n % array_length(units, 1)] END`;
const insert = (table: string, columns: string, values: string): string =>
  `INSERT INTO ${table} (subdistrict_id, ${columns}) SELECT 'zx', ${values} FROM generate_series(1, ${ROWS}) AS n,
    (SELECT array_agg(id ORDER BY id) AS units FROM department WHERE subdistrict_id = 'zx') AS one`;
/** What came of tasks in ten years, many times as much as comes: what is open is a hundredth, and old. */
const FILL = [
  insert('known_whistle', 'id, member_ids', `${ID}, ARRAY['ZX-M' || lpad((n % 199 + 1)::text, 3, '0')]`),
  insert(
    'department_task',
    `id, version, last_decision_id, whistle_id, number, community_id, department_id, role, round, state, dispatched_at,
      acknowledge_due_at, feedback_due_at, feedback_at, deadlines, category_code`,
    `${ID}, 1, 'd', ${ID}, 'ZX-' || n, ${COMMUNITY}, ${UNIT}, 'lead', 1, 'VERIFIED', ${AGO}, now(), now(), ${AGO}, '[]', 'C1'`,
  ),
  insert(
    'card',
    'id, kind, step, round, task_id, department_id, whistle_id, number, community_id, due_at, issued_at',
    `${ID}, CASE WHEN n % 20000 = 3 THEN 'red' ELSE 'yellow' END, CASE WHEN n % 20000 = 5 THEN 'acknowledge' ELSE 'feedback' END, 1,
      ${ID}, ${UNIT}, ${ID}, 'ZX-' || n, ${COMMUNITY}, ${AGO}, ${AGO}`,
  ),
  insert(
    'supervise_order',
    'id, task_id, department_id, whistle_id, number, community_id, step, round, state, issued_at, due_at',
    `${ID}, ${ID}, ${UNIT}, ${ID}, 'ZX-' || n, ${COMMUNITY}, 'feedback', 1,
      CASE WHEN n < 50000 OR n % 100 > 0 THEN 'CLOSED' WHEN n % 200 = 0 THEN 'ISSUED' ELSE 'ANSWERED' END, ${AGO}, now()`,
  ),
  insert(
    'interview',
    'id, task_id, department_id, whistle_id, number, community_id, step, round, due_at, summoned_at, bulletin_month, held_at',
    `${ID}, ${ID}, ${UNIT}, ${ID}, 'ZX-' || n, ${COMMUNITY}, 'feedback', 1, now(), ${AGO}, '2026-01',
      CASE WHEN n < 50000 OR n % 100 > 0 THEN now() END`,
  ),
  insert(
    'blocker',
    `id, version, last_decision_id, task_id, whistle_id, number, community_id, department_id, kind, words, state, recorded_by,
      recorded_role, recorded_at`,
    `${ID}, 1, 'd', ${ID}, ${ID}, 'ZX-' || n, ${COMMUNITY}, ${UNIT}, CASE WHEN n % 20000 = 13 THEN 'land' ELSE 'funds' END, '款',
      CASE WHEN n < 50000 OR n % 100 > 0 THEN 'CLEARED' ELSE 'OPEN' END, 'u', 'handler', ${AGO}`,
  ),
  insert(
    'routing_proposal',
    'id, category_code, lead_department_id, supporting_department_ids, reason, reason_en, based_on, state, proposed_by, proposed_at',
    `${ID}, 'C' || n % 15 + 1, units[1], '{}', 'r', 'r', 1, CASE WHEN n % 20000 = 7 THEN 'REJECTED' ELSE 'APPROVED' END, 'u', ${AGO}`,
  ),
  // A task that never ends; and somebody looked in one step of three.
  insert(
    'timeline_entry',
    'aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details',
    `CASE WHEN n % 20 = 0 THEN '00000000-0000-4000-8000-000000000001' ELSE ${ID}::text END, n, 'd',
      CASE n % 3 WHEN 0 THEN 'originalSeen' ELSE 'acknowledged' END, CASE WHEN n % 20000 < 3 THEN 'zx-seldom' ELSE 'zx-liaison-' || n % 10 END,
      'liaisonOfficer', ${AGO}, '{"reason": "r", "fileId": "00000000-0000-4000-8000-000000000001"}'`,
  ),
];
const id = '00000000-0000-4000-8000-000000054000';
const at = new Date(Date.now() - 2_000 * 86_400_000).toISOString();
const ordersAfter = encodeCursor({ issuedAt: at, id });
const interviewsAfter = encodeCursor({ summonedAt: at, id });
const blockersAfter = encodeCursor({ recordedAt: at, id });
const proposalsAfter = encodeCursor({ proposedAt: at, id });
const TASK = '00000000-0000-4000-8000-000000000001';

type Who = 'liaison' | 'leader' | 'worker' | 'quietWorker' | 'member' | 'head' | 'quietHead' | 'auditor';
const LISTS: readonly [who: Who, path: string][] = [
  ['liaison', '/api/cards?limit=100'],
  ['liaison', `/api/cards?cursor=${ordersAfter}`],
  ['liaison', '/api/cards?kind=red'],
  ['liaison', `/api/cards?kind=yellow&cursor=${ordersAfter}`],
  ['liaison', '/api/cards?step=acknowledge'],
  ['liaison', '/api/cards?departmentId=ZX-QUIET'],
  ['liaison', '/api/cards?departmentId=ZX-NOBODY'],
  ['liaison', `/api/cards?whistleId=${id}`],
  ['liaison', `/api/cards?taskId=${id}`],
  ['head', '/api/cards'],
  ['head', '/api/cards?kind=red'],
  ['quietHead', '/api/cards'],
  ['quietHead', '/api/cards?step=acknowledge'],
  ['liaison', '/api/orders?limit=100'],
  ['liaison', `/api/orders?cursor=${ordersAfter}`],
  ['liaison', '/api/orders?open=true'],
  ['liaison', `/api/orders?open=true&cursor=${ordersAfter}`],
  ['liaison', '/api/orders?open=false'],
  ['liaison', '/api/orders?departmentId=ZX-QUIET'],
  ['liaison', '/api/orders?departmentId=ZX-NOBODY'],
  ['liaison', `/api/orders?whistleId=${id}`],
  ['liaison', `/api/orders?taskId=${id}`],
  ['head', '/api/orders'],
  ['head', '/api/orders?open=true'],
  ['quietHead', '/api/orders'],
  ['quietHead', '/api/orders?open=true'],
  ['leader', '/api/interviews?limit=100'],
  ['leader', `/api/interviews?cursor=${interviewsAfter}`],
  ['leader', '/api/interviews?open=true'],
  ['leader', `/api/interviews?open=true&cursor=${interviewsAfter}`],
  ['leader', '/api/interviews?open=false'],
  ['leader', '/api/interviews?departmentId=ZX-QUIET'],
  ['leader', `/api/interviews?whistleId=${id}`],
  ['leader', `/api/interviews?taskId=${id}`],
  ['head', '/api/interviews'],
  ['quietHead', '/api/interviews?open=true'],
  ['liaison', '/api/blockers?limit=100'],
  ['liaison', `/api/blockers?cursor=${blockersAfter}`],
  ['liaison', '/api/blockers?state=OPEN'],
  ['liaison', '/api/blockers?state=CLEARED'],
  ['liaison', '/api/blockers?kind=land'],
  ['liaison', '/api/blockers?kind=documents'],
  ['liaison', '/api/blockers?departmentId=ZX-QUIET'],
  ['liaison', `/api/blockers?whistleId=${id}`],
  ['liaison', `/api/blockers?taskId=${id}`],
  ['worker', '/api/blockers'],
  ['worker', `/api/blockers?cursor=${blockersAfter}`],
  ['worker', '/api/blockers?state=OPEN'],
  ['quietWorker', '/api/blockers'],
  ['member', '/api/blockers'],
  ['head', '/api/blockers?state=OPEN'],
  ['quietHead', '/api/blockers'],
  ['liaison', '/api/routing-table/proposals?limit=100'],
  ['liaison', `/api/routing-table/proposals?cursor=${proposalsAfter}`],
  ['liaison', '/api/routing-table/proposals?state=REJECTED'],
  ['liaison', '/api/routing-table/proposals?state=PROPOSED'],
  ['liaison', `/api/department-tasks/${TASK}/timeline?limit=100`],
  ['liaison', `/api/department-tasks/${TASK}/timeline?cursor=${encodeCursor({ after: '54000' })}`],
  ['auditor', '/api/task-photo-looks?limit=100'],
  ['auditor', `/api/task-photo-looks?cursor=${encodeCursor({ id: '54000' })}`],
  ['auditor', '/api/task-photo-looks?readerId=zx-liaison-3'],
  ['auditor', '/api/task-photo-looks?readerId=zx-seldom'],
  ['auditor', '/api/task-photo-looks?readerId=zx-nobody'],
];

describe('lists of a hundred thousand cards, orders, interviews, blockers, proposals and looks', () => {
  let departments: DepartmentsService;
  let watch: ListWatch;
  let callers: Record<Who, Caller>;
  beforeAll(async () => {
    departments = await DepartmentsService.start(['postgres']);
    watch = await ListWatch.over(departments.app.get<DepartmentsDatabase>(TenantDatabase), FILL);
    const head = (departmentId: string) => departments.as(`zx-head-${departmentId}`, { role: 'head', departmentId });
    callers = {
      liaison: departments.staff('liaisonOfficer'),
      leader: departments.staff('deputyLeader'),
      worker: departments.as('zx-worker-1', { role: 'communityWorker', communityIds: ['ZX03'] }),
      quietWorker: departments.as('zx-worker-2', { role: 'communityWorker', communityIds: ['ZX15'] }),
      member: departments.as('zx-member-7', { role: 'member', memberId: 'ZX-M007', communityIds: ['ZX03'] }),
      head: head('ZX-CGJ'),
      quietHead: head('ZX-QUIET'),
      auditor: departments.as('zx-auditor', { role: 'auditor' }),
    };
  }, 180_000);
  afterAll(() => departments?.stop(), 60_000);

  it.each(LISTS)('%s reads few rows and soon: %s', async (who, path) => {
    expect(await watch.faultsOf(() => callers[who].get(path))).toEqual([]);
  });
});
