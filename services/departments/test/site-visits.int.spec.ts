import { randomUUID } from 'node:crypto';
import { SiteVisit } from '@hsl/contracts/schemas/site-visits';
import { photoWithPlace, png } from '@hsl/testing/test-files';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DepartmentsService, type Answer, type Caller } from './departments-service.js';
import { dispatch } from './dispatched-whistle.js';

describe('site visits', () => {
  let service: DepartmentsService;
  let task: string;
  let worker: Caller;
  let member: Caller;
  let handler: Caller;
  beforeAll(async () => {
    service = await DepartmentsService.start(['postgres', 'temporal']);
    const { whistleId, tasks } = await dispatch(service, ['cgj']);
    task = tasks['cgj']!;
    await service.rows(
      `INSERT INTO known_whistle (id, subdistrict_id, member_ids) VALUES ($1, 'zx', '{ZX-M01}')
       ON CONFLICT (id) DO UPDATE SET member_ids = EXCLUDED.member_ids`,
      whistleId,
    );
    worker = service.as('zx-worker-01', { role: 'communityWorker', communityIds: ['ZX01'] });
    member = service.as('zx-member-01', { role: 'member', memberId: 'ZX-M01' });
    handler = service.person('handler', 'cgj');
  }, 120_000);
  afterAll(() => service.stop(), 60_000);

  const visits = () => `/api/department-tasks/${task}/site-visits`;
  const files = () => `/api/department-tasks/${task}/files`;
  const said = ({ status, body }: Answer) => [status, body.code];
  const WORDS = { place: '东门', visitedAt: '2021-08-20T15:00:00+08:00', advice: '停放区往北移两米。' };

  it('[S88] keep place, time, photos and advice, for whoever may see the task', async () => {
    const photo = (await member.upload(files(), await photoWithPlace(), 'a.jpg')).body;
    const { status, body } = await member.post(visits(), { ...WORDS, fileIds: [photo.id] });
    expect([status, SiteVisit.safeParse(body).error]).toEqual([201, undefined]);
    expect(body).toMatchObject({ ...WORDS, visitedAt: '2021-08-20T07:00:00.000Z', role: 'member' });
    for (const reader of [handler, worker, service.staff('liaisonOfficer')]) {
      const [visit] = (await reader.get(visits())).body.items;
      expect(visit).toMatchObject({ id: body.id, files: [{ id: photo.id, final: true, mediaType: 'image/jpeg' }] });
      expect((await reader.bytes(`${files()}/${photo.id}`)).status).toBe(200);
    }
    const { items } = (await handler.get(`/api/department-tasks/${task}/timeline`)).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toContain('siteVisited');
  });

  it('are recorded by community, members of the matter and the unit, and by nobody else', async () => {
    for (const visitor of [worker, member, handler]) expect((await visitor.post(visits(), WORDS)).status).toBe(201);
    expect(said(await service.staff('liaisonOfficer').post(visits(), WORDS))).toEqual([403, 'roleNotAllowed']);
    const strangers = [
      service.person('handler', 'xfd'),
      service.as('zx-member-20', { role: 'member', memberId: 'ZX-M20' }),
      service.as('ys-worker-01', { role: 'communityWorker', communityIds: ['ZX01'] }, 'ys'),
    ];
    for (const stranger of strangers) {
      expect((await stranger.post(visits(), WORDS)).status).toBe(404);
      expect((await stranger.get(visits())).status).toBe(404);
    }
  });

  it('are offered on the task to who may record one', async () => {
    const may = async (by: Caller) =>
      (await by.get(`/api/department-tasks/${task}`)).body.actions.find(
        ({ name }: { name: string }) => name === 'siteVisit.record',
      ).allowed;
    expect([await may(member), await may(handler), await may(service.staff('liaisonOfficer'))]).toEqual([
      ...[true, true, false],
    ]);
  });

  it('take effect once under one key', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await worker.post(visits(), WORDS, key);
    const again = await worker.post(visits(), WORDS, key);
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    expect(said(await worker.post(visits(), { ...WORDS, place: '西门' }, key))).toEqual([409, 'idempotencyKeyReused']);
  });

  it("lie in the past, and name no other person's draft", async () => {
    const later = await worker.post(visits(), { ...WORDS, visitedAt: new Date(Date.now() + 3_600_000).toISOString() });
    expect([later.status, later.body.errors]).toMatchObject([422, [{ field: 'visitedAt', code: 'notYet' }]]);
    const draft = (await worker.upload(files(), await png(), 'a.png')).body.id;
    expect(said(await member.post(visits(), { ...WORDS, fileIds: [draft] }))).toEqual([422, 'unknownFile']);
    expect(said(await member.post(visits(), { ...WORDS, fileIds: [randomUUID()] }))).toEqual([422, 'unknownFile']);
    expect((await handler.bytes(`${files()}/${draft}`)).status).toBe(404);
  });
});
