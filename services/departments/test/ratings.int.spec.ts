import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DepartmentRatingsPage, TaskRating } from '@hsl/contracts/schemas/task-ratings';
import { DepartmentsService, type Answer, type Caller } from './departments-service.js';
import { dispatch } from './dispatched-whistle.js';

describe('how a community rates a department', () => {
  let service: DepartmentsService;
  let task: string;
  let worker: Caller;
  let handler: Caller;
  beforeAll(async () => {
    service = await DepartmentsService.start(['postgres', 'temporal']);
    task = (await dispatch(service, ['cgj'])).tasks['cgj']!;
    worker = service.as('zx-worker-01', { role: 'communityWorker', communityIds: ['ZX01'] });
    handler = service.person('handler', 'cgj');
  }, 120_000);
  afterAll(() => service.stop(), 60_000);

  const path = (rest = '/rating') => `/api/department-tasks/${task}${rest}`;
  const rate = (by: Caller, score: number) => by.post(path(), { score });
  const said = ({ status, body }: Answer) => [status, body.code, body.state];
  const events = async () =>
    (await service.rows(`SELECT envelope FROM outbox_event WHERE subject = $1 ORDER BY position`, task))
      .map(({ envelope }) => envelope as { type: string; data: Record<string, unknown> })
      .filter(({ type }) => ['task.rated.v1', 'task.feedbackSubmitted.v1'].includes(type));

  it('[I21] is asked for once it has fed back; the last word stands, and both are told', async () => {
    expect(said(await rate(worker, 5))).toEqual([409, 'wrongState', 'DISPATCHED']);
    expect((await handler.post(path('/acknowledgement'), {})).status).toBe(200);
    const feedback = { summary: '已清理。', evidence: [{ kind: 'after', note: '东门' }] };
    expect((await handler.post(path('/feedback'), feedback)).status).toBe(200);
    expect(said(await worker.get(path()))).toEqual([404, 'notFound', undefined]);
    expect((await rate(worker, 2)).status).toBe(200);
    const head = service.as('zx-head-01', { role: 'communityHead', communityIds: ['ZX01'] });
    const { body } = await rate(head, 4);
    expect([TaskRating.safeParse(body).error, body.score, body.role]).toEqual([undefined, 4, 'communityHead']);
    expect((await handler.get(path())).body.score).toBe(4);
    const { actions } = (await worker.get(path(''))).body;
    expect(actions).toContainEqual(expect.objectContaining({ name: 'departmentTask.rate', allowed: true }));
    const told = await events();
    expect(told[0]!.data).toMatchObject({ evidence: 1, files: 0 });
    expect(told.slice(1).map(({ data }) => data['score'])).toEqual([2, 4]);
    const { items } = (await handler.get(path('/timeline'))).body;
    expect(items.map(({ text }: { text: string }) => text)).toContain('社区评分：4 分。');
  });

  it('is no business of the department, of other communities, or of a score there is not', async () => {
    expect(said(await rate(handler, 5))).toEqual([403, 'roleNotAllowed', undefined]);
    const foreign = service.as('zx-worker-02', { role: 'communityWorker', communityIds: ['ZX02'] });
    expect((await rate(foreign, 5)).status).toBe(404);
    expect((await rate(worker, 6)).status).toBe(422);
  });

  it('is read together, by average and number, as far as each may read ratings', async () => {
    const read = async (by: Caller, query = '') => {
      const { status, body } = await by.get(`/api/departments/ratings${query}`);
      return [status, status === 200 ? DepartmentRatingsPage.parse(body).items : body.code];
    };
    const { body } = await worker.get(path());
    const rating = {
      taskId: task,
      number: expect.stringMatching(/^ZX-/),
      communityId: 'ZX01',
      score: 4,
      ratedAt: body.ratedAt,
    };
    const rated = { departmentId: 'ZX-CGJ', average: 4, n: 1, smallSample: true, latest: [rating] };
    const foreign = service.as('zx-worker-02', { role: 'communityWorker', communityIds: ['ZX02'] });
    expect(await read(worker)).toEqual([200, [rated]]);
    expect(await read(service.person('head', 'cgj'))).toEqual([200, [rated]]);
    expect(await read(service.staff('liaisonOfficer'))).toEqual([
      200,
      [{ ...rated, latest: [{ ...rating, role: 'communityHead' }] }],
    ]);
    for (const by of [foreign, service.person('head', 'xfd')]) expect(await read(by)).toEqual([200, []]);
    expect(await read(worker, '?departmentId=ZX-XFD')).toEqual([200, []]);
    expect(await read(handler)).toEqual([403, 'roleNotAllowed']);
  });
});
