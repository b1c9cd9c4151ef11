import { randomUUID } from 'node:crypto';
import { DepartmentTaskDetails } from '@hsl/contracts/schemas/department-tasks';
import { InterviewPage, SuperviseOrderPage } from '@hsl/contracts/schemas/task-steps';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AbsenceSweep } from '../src/hand-over/absence.sweep.js';
import { DepartmentsService, eventually, type Answer, type Caller } from './departments-service.js';
import { dispatch, termsWith } from './dispatched-whistle.js';

const RETURN = { reasonCode: 'notOurDuty', toDepartmentId: 'ZX-XFD', legalBasis: '《消防法》第五十三条' };
const DAY_MS = 86_400_000;

describe('a department and a task that do not fit, over HTTP', () => {
  let service: DepartmentsService;
  let cgj: Caller;
  let liaison: Caller;
  let deputy: Caller;
  beforeAll(async () => {
    service = await DepartmentsService.start(['postgres', 'temporal']);
    cgj = service.person('handler', 'cgj');
    liaison = service.staff('liaisonOfficer');
    deputy = service.staff('deputyLeader');
  }, 120_000);
  afterAll(() => service.stop(), 60_000);

  const post = (by: Caller, id: string | undefined, step: string, body: object, headers = {}) =>
    by.post(`/api/department-tasks/${id}/${step}`, body, headers);
  const said = ({ status, body }: Answer) => [status, body.code ?? body.state];

  it('[4.5 department returns] is asked by the department, ruled on by liaison, and told once however often it is sent', async () => {
    const { tasks } = await dispatch(service, ['cgj', 'gdg']);
    expect(said(await post(cgj, tasks['cgj'], 'return-request', { ...RETURN, toDepartmentId: 'ZX-NIX' }))).toEqual([
      422,
      'unknownDepartment',
    ]);
    const key = { 'idempotency-key': randomUUID() };
    const first = await post(cgj, tasks['cgj'], 'return-request', RETURN, key);
    expect(said(first)).toEqual([200, 'RETURN_REQUESTED']);
    expect(DepartmentTaskDetails.safeParse(first.body).error).toBeUndefined();
    expect(first.body.waitingFor).toEqual([{ step: 'returnRuling', kind: 'role', id: 'liaisonOfficer' }]);
    expect((await post(cgj, tasks['cgj'], 'return-request', RETURN, key)).body.version).toBe(first.body.version);
    expect(said(await post(cgj, tasks['cgj'], 'return-ruling', { accept: true, reason: '同意' }))).toEqual([
      403,
      'roleNotAllowed',
    ]);
    const ruled = await post(liaison, tasks['cgj'], 'return-ruling', { accept: false, reason: '职责清单在册' });
    expect(said(ruled)).toEqual([200, 'DISPATCHED']);
    expect(ruled.body.feedbackDueAt).toBe(first.body.feedbackDueAt);
    expect(said(await post(cgj, tasks['cgj'], 'return-request', RETURN))).toEqual([409, 'returnNotAllowed']);
    const notes = await service.rows(
      'SELECT kind, final FROM task_note WHERE task_id = $1 ORDER BY kind',
      tasks['cgj'],
    );
    expect(notes.filter(({ final }) => final).map(({ kind }) => kind)).toEqual(['returnRequest', 'returnRuling']);
  });

  it('[S118] extends by liaison, and refuses what the grade does not allow', async () => {
    const { tasks } = await dispatch(service, ['cgj']);
    await post(cgj, tasks['cgj'], 'acknowledgement', {});
    const [row] = await service.rows('SELECT feedback_due_at FROM department_task WHERE id = $1', tasks['cgj']);
    const due = (row!['feedback_due_at'] as Date).getTime();
    const until = (days: number) => ({ newDueAt: new Date(due + days * DAY_MS).toISOString(), reason: '材料待批' });
    expect(said(await post(cgj, tasks['cgj'], 'extension-request', until(90)))).toEqual([409, 'extensionNotAllowed']);
    expect(said(await post(cgj, tasks['cgj'], 'extension-request', until(1)))).toEqual([200, 'ACKNOWLEDGED']);
    expect(said(await post(deputy, tasks['cgj'], 'extension-ruling', { approve: true }))).toEqual([
      403,
      'roleNotAllowed',
    ]);
    const granted = await post(liaison, tasks['cgj'], 'extension-ruling', { approve: true });
    expect([granted.status, Date.parse(granted.body.feedbackDueAt)]).toEqual([200, due + DAY_MS]);
  });

  it('[4.2 feedback] lets the lead’s head mark a supporting unit unnecessary, with reason', async () => {
    const { tasks } = await dispatch(service, ['cgj', 'gdg']);
    const body = { supportingTaskId: tasks['gdg'], reason: '不涉及供电' };
    expect(said(await post(cgj, tasks['cgj'], 'waivers', body))).toEqual([403, 'roleNotAllowed']);
    expect((await post(service.person('head', 'gdg'), tasks['gdg'], 'waivers', body)).status).toBe(403);
    expect((await post(service.person('head', 'cgj'), tasks['cgj'], 'waivers', body)).status).toBe(200);
    const [row] = await service.rows('SELECT state FROM department_task WHERE id = $1', tasks['gdg']);
    expect(row!['state']).toBe('CANCELLED');
  });

  it('lets no unit that has returned the matter decide about the units beside it', async () => {
    const { tasks } = await dispatch(service, ['cgj', 'gdg']);
    await post(cgj, tasks['cgj'], 'return-request', RETURN);
    const waiver = { supportingTaskId: tasks['gdg'], reason: '不再需要' };
    const head = service.person('head', 'cgj');
    expect(said(await post(head, tasks['cgj'], 'waivers', waiver))).toEqual([409, 'wrongState']);
    expect(await service.rows('SELECT state FROM department_task WHERE id = $1', tasks['gdg'])).toEqual([
      { state: 'DISPATCHED' },
    ]);
  });

  it('calls no unit idle that owes nothing, and stands still for none', async () => {
    const { tasks } = await dispatch(service, ['cgj', 'gdg']);
    const [gdg, idle] = [service.person('handler', 'gdg'), { supportingTaskId: tasks['gdg'], reason: '三天没有动作' }];
    const unknown = { ...idle, supportingTaskId: randomUUID() };
    expect(said(await post(cgj, tasks['cgj'], 'idle-flags', unknown))).toEqual([404, 'notFound']);
    expect(said(await post(cgj, tasks['cgj'], 'idle-flags', idle))).toEqual([200, 'DISPATCHED']);
    await post(gdg, tasks['gdg'], 'acknowledgement', {});
    const feedback = { summary: '已办好', evidence: [{ kind: 'after', note: '现场已清' }] };
    expect(said(await post(gdg, tasks['gdg'], 'feedback', feedback))).toEqual([200, 'FEEDBACK_SUBMITTED']);
    expect(said(await post(cgj, tasks['cgj'], 'idle-flags', idle))).toEqual([409, 'alreadyAnswered']);
    const pause = await post(liaison, tasks['cgj'], 'pause', { reason: '等配合单位' });
    expect(said(pause)).toEqual([409, 'pauseNotAllowed']);
  });

  it('takes neither an interim action nor a new handler once the matter is another unit’s', async () => {
    const { tasks } = await dispatch(service, ['cgj']);
    await post(cgj, tasks['cgj'], 'return-request', RETURN);
    expect(said(await post(cgj, tasks['cgj'], 'interim-actions', { action: '先设围挡' }))[0]).toBe(200);
    await post(liaison, tasks['cgj'], 'return-ruling', { accept: true, reason: '同意' });
    const late = await post(cgj, tasks['cgj'], 'interim-actions', { action: '再设围挡' });
    expect([late.status, late.body.state]).toEqual([409, 'RETURNED']);
    const head = service.person('head', 'cgj');
    const assigned = await post(head, tasks['cgj'], 'assignee', { handlerId: 'zx-handler-cgj' });
    expect([assigned.status, assigned.body.state]).toEqual([409, 'RETURNED']);
  });

  it('[4.4 rung 4] [4.4 rung 5] issues order and interview, which are answered, closed, held and withdrawn as they may', async () => {
    // A working day in a second: the whole ladder of the feedback within some seconds.
    const terms = termsWith({ timeScale: 86_400 });
    const { tasks } = await dispatch(service, ['cgj'], terms);
    const query = `?taskId=${tasks['cgj']}`;
    const interviews = await eventually(
      () => liaison.get(`/api/orders${query}`),
      ({ body }) => body.items.length > 0,
    );
    expect(SuperviseOrderPage.safeParse(interviews.body).error).toBeUndefined();
    const order = interviews.body.items.at(-1);
    const mayTo = async (by: Caller, path: string) =>
      (await by.get(`/api/${path}${query}`)).body.items
        .flatMap(({ actions }: { actions: { name: string; allowed: boolean }[] }) => actions)
        .filter(({ allowed }: { allowed: boolean }) => allowed)
        .map(({ name }: { name: string }) => name);
    expect(await mayTo(service.person('head', 'cgj'), 'orders')).toContain('order.answer');
    expect(await mayTo(liaison, 'orders')).toEqual([]);
    const byHandler = await cgj.post(`/api/orders/${order.id}/answer`, { answer: '正在办' });
    expect([403, 404]).toContain(byHandler.status);
    expect((await deputy.post(`/api/orders/${order.id}/closure`, {})).body.code).toBe('orderNotOpen');
    const answer = (key: string) =>
      service
        .person('head', 'cgj')
        .post(`/api/orders/${order.id}/answer`, { answer: '明日办结' }, { 'idempotency-key': key });
    const answered = await answer('once');
    expect([answered.status, answered.body.state]).toEqual([200, 'ANSWERED']);
    expect(await mayTo(deputy, 'orders')).toContain('order.close');
    const { body: told } = await deputy.get(`/api/orders${query}&open=true`);
    expect(told.items.find(({ id }: { id: string }) => id === order.id).answer).toBe('明日办结');
    expect((await deputy.post(`/api/orders/${order.id}/closure`, {})).body.state).toBe('CLOSED');
    expect((await answer('once')).status).toBe(200);
    const late = await answer('again');
    expect([late.status, late.body.code, late.body.state]).toEqual([409, 'orderNotOpen', 'CLOSED']);

    const summoned = await eventually(
      () => deputy.get(`/api/interviews${query}`),
      ({ body }) => body.items.length > 0,
    );
    expect(InterviewPage.safeParse(summoned.body).error).toBeUndefined();
    const [interview] = summoned.body.items;
    expect(interview.bulletinMonth).toMatch(/^\d{4}-\d{2}$/);
    const held = await deputy.post(`/api/interviews/${interview.id}/record`, { note: '限期三日' });
    expect([held.status, held.body.note]).toEqual([200, '限期三日']);

    const { body: cards } = await liaison.get(`/api/cards${query}`);
    const withdraw = (by: Caller) => by.post(`/api/cards/${cards.items[0].id}/withdrawal`, { reason: '系统故障期间' });
    expect((await withdraw(liaison)).body.code).toBe('roleNotAllowed');
    expect(await mayTo(deputy, 'cards')).toContain('card.withdraw');
    expect((await withdraw(deputy)).status).toBe(200);
    const { body: after } = await liaison.get(`/api/cards${query}`);
    const gone = after.items.find(({ id }: { id: string }) => id === cards.items[0].id);
    expect(gone).toMatchObject({ withdrawnReason: '系统故障期间', withdrawnAt: expect.any(String) });
    expect((await withdraw(deputy)).body.code).toBe('alreadyAnswered');
  }, 90_000);

  it('[4.5 member or handler leaves office] hands everything open to a colleague in one step, and keeps the history', async () => {
    const head = service.person('head', 'cgj');
    const { tasks } = await dispatch(service, ['cgj']);
    const assign = (handlerId: string) => post(head, tasks['cgj'], 'assignee', { handlerId });
    expect((await assign('zx-handler-xfd')).body.code).toBe('validationFailed');
    expect((await assign('zx-handler-cgj')).status).toBe(200);
    const body = { toHandlerId: 'zx-deputyhead-cgj', reason: '调离' };
    const path = '/api/departments/handlers/zx-handler-cgj/hand-over';
    expect((await service.person('head', 'xfd').post(path, body)).status).toBe(404);
    const toThemselves = await head.post(path, { ...body, toHandlerId: 'zx-handler-cgj' });
    expect([toThemselves.status, toThemselves.body.code]).toEqual([422, 'validationFailed']);
    const moved = await head.post(path, body);
    expect([moved.status, moved.body.moved]).toEqual([200, 1]);
    const [row] = await service.rows('SELECT assignee_id FROM department_task WHERE id = $1', tasks['cgj']);
    expect(row!['assignee_id']).toBe('zx-deputyhead-cgj');
    const history = await service.rows(
      `SELECT details FROM timeline_entry WHERE aggregate_id = $1 AND kind = 'assigned' ORDER BY position`,
      tasks['cgj'],
    );
    expect(history.map(({ details }) => details)).toEqual([
      { from: null, to: 'zx-handler-cgj' },
      { from: 'zx-handler-cgj', to: 'zx-deputyhead-cgj' },
    ]);
  });

  it('lets a colleague stand in for somebody who is away: what is open goes over on the first day', async () => {
    const head = service.person('head', 'cgj');
    const { tasks } = await dispatch(service, ['cgj']);
    await post(head, tasks['cgj'], 'assignee', { handlerId: 'zx-handler-cgj' });
    const away = (firstDay: string, lastDay: string, substituteId = 'zx-deputyhead-cgj', by = head) =>
      by.post('/api/departments/handlers/zx-handler-cgj/absences', { firstDay, lastDay, substituteId });
    const day = (days: number): string => new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);
    expect((await away(day(0), day(3), undefined, service.person('head', 'xfd'))).status).toBe(404);
    expect((await away(day(0), day(3), 'zx-handler-xfd')).body.code).toBe('validationFailed');
    expect((await away(day(0), day(3), 'zx-handler-cgj')).body.code).toBe('validationFailed');
    expect((await away(day(3), day(0))).status).toBe(422);
    const assignee = async () =>
      (await service.rows('SELECT assignee_id FROM department_task WHERE id = $1', tasks['cgj']))[0]!['assignee_id'];

    const later = await away(day(5), day(9));
    expect([later.status, later.body.passedOnAt, await assignee()]).toEqual([201, undefined, 'zx-handler-cgj']);
    const now = await away(day(0), day(3));
    expect(now.body).toMatchObject({ substituteId: 'zx-deputyhead-cgj', passedOnAt: expect.any(String) });
    expect(await assignee()).toBe('zx-deputyhead-cgj');
    const shown = (await head.get('/api/departments/CGJ')).body.absences;
    expect(shown.map(({ id }: { id: string }) => id)).toEqual([now.body.id, later.body.id]);
    expect((await service.person('handler', 'xfd').get('/api/departments/CGJ')).body.absences).toBeUndefined();

    // The day has come; the hourly look passes on what was assigned meanwhile, once.
    await post(head, tasks['cgj'], 'assignee', { handlerId: 'zx-handler-cgj' });
    await service.rows(
      `UPDATE handler_absence SET first_day = $2::date WHERE id = $1 RETURNING id`,
      later.body.id,
      day(0),
    );
    const sweep = service.app.get(AbsenceSweep);
    expect([await sweep.run(), await sweep.run(), await assignee()]).toEqual([1, 0, 'zx-deputyhead-cgj']);
  });
});
