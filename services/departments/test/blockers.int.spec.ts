import { randomUUID } from 'node:crypto';
import { Blocker } from '@hsl/contracts/schemas/blockers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DepartmentsService, type Answer, type Caller } from './departments-service.js';
import { dispatch } from './dispatched-whistle.js';

describe('blockers', () => {
  let service: DepartmentsService;
  let whistleId: string;
  let task: string;
  let handler: Caller;
  let liaison: Caller;
  beforeAll(async () => {
    service = await DepartmentsService.start(['postgres', 'temporal']);
    const dispatched = await dispatch(service, ['zjj', 'cgj']);
    whistleId = dispatched.whistleId;
    task = dispatched.tasks['zjj']!;
    handler = service.person('handler', 'zjj');
    liaison = service.staff('liaisonOfficer');
  }, 120_000);
  afterAll(() => service?.stop(), 60_000);

  const WORDS = { kind: 'documents', words: '开发商未移交竣工资料。' };
  const EVIDENCE = { evidence: [{ kind: 'document', note: '资料移交清单。' }] };
  const said = ({ status, body }: Answer) => [status, body.code];
  const record = (by: Caller, body: object = WORDS, headers = {}) =>
    by.post(`/api/department-tasks/${task}/blockers`, body, headers);
  const clear = (by: Caller, id: string, body: object = EVIDENCE) => by.post(`/api/blockers/${id}/clearance`, body);

  it('[S81] have a kind and a state, and tell who cleared them when', async () => {
    const { status, body } = await record(handler);
    expect([status, Blocker.safeParse(body).error]).toEqual([201, undefined]);
    expect(body).toMatchObject({ ...WORDS, state: 'OPEN', recordedBy: 'zx-handler-zjj', taskId: task });
    expect(body.clearedBy).toBeUndefined();
    const cleared = await clear(liaison, body.id);
    expect(cleared.body).toMatchObject({ state: 'CLEARED', clearedBy: 'zx-liaisonofficer', ...EVIDENCE });
    expect(Date.parse(cleared.body.clearedAt)).toBeGreaterThanOrEqual(Date.parse(body.recordedAt));
    expect(said(await clear(handler, body.id))).toEqual([409, 'alreadyAnswered']);
    const { items } = (await handler.get(`/api/department-tasks/${task}/timeline`)).body;
    const kinds = items.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['blockerRecorded', 'blockerCleared']));
  });

  it('tell other services: kind and ids, never the words', async () => {
    const { id } = (await record(handler, { ...WORDS, kind: 'land' })).body;
    const [row] = await service.rows('SELECT envelope FROM outbox_event WHERE subject = $1', id);
    expect(row!['envelope']).toMatchObject({
      type: 'blocker.recorded.v1',
      data: { blockerId: id, taskId: task, whistleId, departmentId: 'ZX-ZJJ', communityId: 'ZX01', kind: 'land' },
    });
    expect(JSON.stringify(row)).not.toContain(WORDS.words);
    await clear(handler, id);
    expect(await service.eventTypes(id)).toEqual(['blocker.recorded.v1', 'blocker.cleared.v1']);
  });

  it('are cleared only with evidence, and written only by unit and liaison officer while the matter is open', async () => {
    const { id } = (await record(liaison)).body;
    expect(said(await clear(liaison, id, { evidence: [] }))).toEqual([422, 'evidenceMissing']);
    expect(said(await record(service.person('handler', 'cgj')))).toEqual([404, 'notFound']);
    expect(said(await clear(service.person('handler', 'xfd'), id))).toEqual([404, 'notFound']);
    expect(said(await record(service.person('head', 'zjj')))).toEqual([403, 'roleNotAllowed']);
    expect(said(await record(handler, { ...WORDS, kind: 'weather' }))).toEqual([422, 'validationFailed']);
    await service.rows(`UPDATE department_task SET state = 'VERIFIED' WHERE id = $1`, task);
    expect(said(await record(handler))).toEqual([409, 'wrongState']);
    expect(said(await clear(handler, id))).toEqual([409, 'wrongState']);
    await service.rows(`UPDATE department_task SET state = 'DISPATCHED' WHERE id = $1`, task);
  });

  it('take effect once under one key', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await record(handler, WORDS, key);
    expect((await record(handler, WORDS, key)).body.id).toBe(first.body.id);
    expect(said(await record(handler, { ...WORDS, kind: 'funds' }, key))).toEqual([409, 'idempotencyKeyReused']);
  });

  it('are listed newest first, by whistle, unit and state, to whoever may see the task', async () => {
    const { id } = (await record(handler, { ...WORDS, kind: 'funds' })).body;
    const first = (await liaison.get(`/api/blockers?whistleId=${whistleId}&limit=1`)).body;
    expect([first.items.length, first.items[0].id]).toEqual([1, id]);
    const next = (await liaison.get(`/api/blockers?whistleId=${whistleId}&cursor=${first.nextCursor}`)).body;
    expect(next.items.map((one: Blocker) => one.id)).not.toContain(id);
    const open = (await handler.get('/api/blockers?departmentId=ZX-ZJJ&state=OPEN')).body.items;
    expect(new Set(open.map(({ state }: Blocker) => state))).toEqual(new Set(['OPEN']));
    expect((await liaison.get(`/api/blockers?whistleId=${randomUUID()}`)).body.items).toEqual([]);
    expect((await service.person('handler', 'cgj').get('/api/blockers')).body.items).toEqual([]);
    const other = service.as('ys-liaison', { role: 'liaisonOfficer' }, 'ys');
    expect((await other.get('/api/blockers')).body.items).toEqual([]);
  });
});
