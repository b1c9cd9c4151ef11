import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DepartmentsService, type Caller } from './departments-service.js';

const TASKS = 24;
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** Fed back by three departments for three communities. */
const FILL = `WITH whistle AS (INSERT INTO known_whistle (id, subdistrict_id, member_ids) VALUES (gen_random_uuid(), 'zx', '{}') RETURNING id)
  INSERT INTO department_task (id, subdistrict_id, version, last_decision_id, whistle_id, number, community_id,
    department_id, role, round, state, dispatched_at, acknowledge_due_at, feedback_due_at, feedback_at, deadlines, category_code)
  SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'zx', 1, 'd', whistle.id, 'ZX-' || n,
    'ZX0' || n % 3 + 1, (ARRAY['ZX-CGJ', 'ZX-XFD', 'ZX-SJD'])[1 + n / 3 % 3], 'lead', 1, 'VERIFIED', now(), now(), now(), now(), '[]', 'C1'
  FROM whistle, generate_series(1, ${TASKS}) AS n`;
/** What the totals have to come to: every rating read again. */
const RECOUNT = `SELECT t.department_id AS "departmentId", count(*)::int AS n, round(avg((r.body->>'score')::int), 2)::float8 AS average,
    (array_agg(t.id ORDER BY r.created_at DESC, r.id))[1:5] AS latest
  FROM task_note r JOIN department_task t ON t.id = r.task_id
  WHERE r.kind = 'communityRating' AND (t.community_id = ANY($1) OR t.department_id = ANY($2)) GROUP BY 1 ORDER BY 1`;
const ALL = ['ZX01', 'ZX02', 'ZX03'];

describe('ratings of departments together', () => {
  let service: DepartmentsService;
  const workerOf = (...communityIds: string[]): Caller =>
    service.as('zx-worker-01', { role: 'communityWorker', communityIds });
  const read = async (by: Caller) => {
    const { status, body } = await by.get('/api/departments/ratings');
    expect(status).toBe(200);
    return body.items.map(
      ({ departmentId, n, average, latest }: { latest: { taskId: string }[] } & Record<string, unknown>) => ({
        ...{ departmentId, n, average, latest: latest.map(({ taskId }) => taskId) },
      }),
    );
  };
  beforeAll(async () => {
    service = await DepartmentsService.start(['postgres']);
    await service.rows(FILL);
    // Each task twice at the same time, and then some once more.
    const rate = (n: number, score: number) =>
      workerOf(...ALL).post(`/api/department-tasks/${idOf(n)}/rating`, { score });
    const numbers = Array.from({ length: TASKS }, (_, index) => index + 1);
    const first = await Promise.all(numbers.flatMap((n) => [rate(n, 1 + (n % 5)), rate(n, 1 + ((n + 2) % 5))]));
    const again = await Promise.all(numbers.filter((n) => n % 4 === 0).map((n) => rate(n, 5)));
    expect(new Set([...first, ...again].map(({ status }) => status))).toEqual(new Set([200]));
  }, 120_000);
  afterAll(() => service?.stop(), 60_000);

  it('are what all ratings come to, as they stand after corrections', async () => {
    const recount = await service.rows(RECOUNT, ALL, []);
    expect(recount.map((row) => row['n'])).toEqual([8, 7, 9]);
    expect(await read(service.staff('liaisonOfficer'))).toEqual(recount);
  });

  it('are those of the own communities, of one or of several', async () => {
    for (const communities of [['ZX01'], ['ZX01', 'ZX03'], ['ZX01', 'ZX01'], ['ZX09']]) {
      expect(await read(workerOf(...communities))).toEqual(await service.rows(RECOUNT, communities, []));
    }
  });

  it('are all of the own department, and of others those of the own communities, for whoever has both', async () => {
    expect(await read(service.person('head', 'cgj'))).toEqual(await service.rows(RECOUNT, [], ['ZX-CGJ']));
    const both = service.as('zx-both', [
      { role: 'head', departmentId: 'ZX-CGJ' },
      { role: 'communityWorker', communityIds: ['ZX02'] },
    ]);
    expect(await read(both)).toEqual(await service.rows(RECOUNT, ['ZX02'], ['ZX-CGJ']));
  });
});
