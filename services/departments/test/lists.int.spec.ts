import { MeasurePage, ProblemPage, ResponsibilityPage } from '@hsl/contracts/schemas/lists';
import { apiFaults, type ApiDocument } from '@hsl/deploy/checks/api-faults';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DepartmentsService, type Caller } from './departments-service.js';
import { dispatch, type DispatchedWhistle } from './dispatched-whistle.js';

describe('the three lists', () => {
  let service: DepartmentsService;
  let tasks: DispatchedWhistle['tasks'];
  let second: string;
  let liaison: Caller;
  let head: Caller;
  beforeAll(async () => {
    service = await DepartmentsService.start(['postgres', 'temporal']);
    await service.rows(`INSERT INTO known_community (subdistrict_id, id, name) VALUES ('zx', 'ZX01', '金苑社区')`);
    ({ tasks } = await dispatch(service, ['zjj', 'cgj']));
    second = (await dispatch(service, ['zjj'])).tasks['zjj']!;
    liaison = service.staff('liaisonOfficer');
    head = service.person('head', 'zjj');
    await fill();
  }, 120_000);
  afterAll(() => service?.stop(), 60_000);

  const BRIEF = { goal: '办成登记', measures: ['核对资料', '=补办备案'], owner: '分管副局长', dueOn: '2026-12-31' };

  async function fill(): Promise<void> {
    const handler = service.person('handler', 'zjj');
    const path = `/api/department-tasks/${tasks['zjj']}`;
    await handler.post(`${path}/blockers`, { kind: 'documents', words: '缺竣工资料' });
    await handler.post(`${path}/blockers`, { kind: 'funds', words: '缺维修资金' });
    const { id } = (await handler.post(`${path}/blockers`, { kind: 'land', words: '用地已解决' })).body;
    await handler.post(`/api/blockers/${id}/clearance`, { evidence: [{ kind: 'document', note: '批文' }] });
    await service.rows(`UPDATE department_task SET state = 'IN_PROGRESS' WHERE id = $1`, tasks['zjj']);
    await handler.put(`${path}/brief`, BRIEF);
    await head.post(`${path}/brief/signatures`, { version: 1 });
  }

  const list = async (name: string, by: Caller, query = '') => (await by.get(`/api/lists/${name}${query}`)).body;
  const csv = async (name: string, by: Caller, query = '') => {
    const { content, headers } = await by.bytes(`/api/lists/${name}?format=csv${query}`);
    return { text: content.toString('utf8'), type: headers.get('content-type') };
  };

  it('[S54] tell of a unit its problems, its measures and its responsibilities, and print as a table', async () => {
    const problems = await list('problems', liaison, '?departmentId=ZX-ZJJ');
    expect(ProblemPage.safeParse(problems).error).toBeUndefined();
    const line = problems.items.find(({ taskId }: { taskId: string }) => taskId === tasks['zjj']);
    expect(line).toMatchObject({ community: '金苑社区', role: 'lead', state: 'IN_PROGRESS' });
    expect(line.blockers).toMatchObject([{ kind: 'documents', words: '缺竣工资料' }, { kind: 'funds' }]);
    const measures = await list('measures', liaison, '?departmentId=ZX-ZJJ');
    expect(MeasurePage.safeParse(measures).error).toBeUndefined();
    expect(measures.items).toMatchObject([{ ...BRIEF, taskId: tasks['zjj'] }]);
    const responsibilities = await list('responsibilities', liaison, '?departmentId=ZX-ZJJ');
    expect(ResponsibilityPage.safeParse(responsibilities).error).toBeUndefined();
    const answers = responsibilities.items.find(({ taskId }: { taskId: string }) => taskId === tasks['zjj']);
    expect(answers).toMatchObject({ owner: BRIEF.owner, dueOn: BRIEF.dueOn, headSignedAt: expect.any(String) });
    expect(answers.leaderSignedAt).toBeUndefined();

    const printed = await csv('problems', liaison, '&departmentId=ZX-ZJJ');
    expect(printed.type).toContain('text/csv');
    expect(printed.text).toMatch(/^\uFEFF哨件编号,/);
    expect(printed.text).toContain('1. 资料：缺竣工资料\n2. 资金：缺维修资金');
    expect((await csv('measures', liaison)).text).toContain('1. 核对资料\n2. =补办备案');
    expect((await csv('responsibilities', liaison)).text).toContain('分管副局长');
  });

  it('and what they are made of say in the API what they take, answer and refuse', async () => {
    const { body } = await liaison.get('/openapi.json');
    const own = /^\/api\/(lists|blockers)|\/(blockers|brief)(\/|$)/;
    const paths = Object.entries((body as ApiDocument).paths).filter(([path]) => own.test(path));
    expect(paths.map(([path]) => path).toSorted()).toEqual([
      '/api/blockers',
      '/api/blockers/{id}/clearance',
      '/api/department-tasks/{id}/blockers',
      '/api/department-tasks/{id}/brief',
      '/api/department-tasks/{id}/brief/signatures',
      '/api/lists/measures',
      '/api/lists/problems',
      '/api/lists/responsibilities',
    ]);
    expect(apiFaults({ ...(body as ApiDocument), paths: Object.fromEntries(paths) })).toEqual([]);
  });

  it('are paged, and leave out what is over', async () => {
    const first = await list('problems', head, '?limit=1');
    const next = await list('problems', head, `?limit=1&cursor=${first.nextCursor}`);
    const ids = [...first.items, ...next.items].map(({ taskId }: { taskId: string }) => taskId);
    expect(ids.toSorted()).toEqual([tasks['zjj'], second].toSorted());
    await service.rows(`UPDATE department_task SET state = 'VERIFIED' WHERE id = $1`, second);
    const left = (await list('problems', head)).items.map(({ taskId }: { taskId: string }) => taskId);
    expect(left).toEqual([tasks['zjj']]);
  });

  it('are of the own unit or community, for whoever may print them', async () => {
    expect((await list('problems', head, '?departmentId=ZX-CGJ')).items).toEqual([]);
    const other = service.as('zx-head-05', { role: 'communityHead', communityIds: ['ZX05'] });
    expect((await list('responsibilities', other)).items).toEqual([]);
    const own = service.as('zx-head-01', { role: 'communityHead', communityIds: ['ZX01'] });
    expect((await list('responsibilities', own)).items.length).toBeGreaterThan(1);
    expect((await service.person('handler', 'zjj').get('/api/lists/problems')).status).toBe(403);
    expect((await service.person('handler', 'zjj').bytes('/api/lists/problems?format=csv')).status).toBe(403);
    expect((await liaison.get('/api/lists/wishes')).status).toBe(404);
  });
});
