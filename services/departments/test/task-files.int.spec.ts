import { createHash, randomUUID } from 'node:crypto';
import { OrphanSweep } from '@hsl/files/orphan-sweep';
import { DepartmentTaskDetails } from '@hsl/contracts/schemas/department-tasks';
import { StoredFile } from '@hsl/contracts/schemas/files';
import { CAMERA, docx, largePhoto, pdf, photoWithPlace, png, program } from '@hsl/testing/test-files';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DepartmentsService, type Answer, type Caller } from './departments-service.js';
import { dispatch } from './dispatched-whistle.js';

const MEGABYTE = 1_048_576;

describe('files on the tasks of departments', () => {
  let service: DepartmentsService;
  let cgj: Caller;
  let xfd: Caller;
  let liaison: Caller;
  let worker: Caller;
  beforeAll(async () => {
    service = await DepartmentsService.start(['postgres', 'temporal']);
    cgj = service.person('handler', 'cgj');
    xfd = service.person('handler', 'xfd');
    liaison = service.staff('liaisonOfficer');
    worker = service.as('zx-worker-01', { role: 'communityWorker', communityIds: ['ZX01'] });
  }, 120_000);
  afterAll(() => service.stop(), 60_000);

  const path = (id: string | undefined, rest = '') => `/api/department-tasks/${id}${rest}`;
  const add = (by: Caller, task: string | undefined, content: Buffer, name: string) =>
    by.upload(path(task, '/files'), content, name);
  const said = ({ status, body }: Answer) => [status, body.code];
  const newTask = async (): Promise<string> => {
    const { tasks } = await dispatch(service, ['cgj']);
    await cgj.post(path(tasks['cgj'], '/acknowledgement'), {});
    return tasks['cgj']!;
  };
  const feedBack = (by: Caller, task: string, fileIds: string[]) =>
    by.post(path(task, '/feedback'), {
      summary: '已划设停放区 3 处。',
      evidence: [{ kind: 'after', note: '东门', fileIds }],
    });

  it('[S118] a photo without its place and camera is part of the feedback, and whoever may see the task sees it', async () => {
    const task = await newTask();
    const sent = await photoWithPlace();
    const { status, body } = await add(cgj, task, sent, '王五家门口.jpg');
    expect([status, StoredFile.safeParse(body).error]).toEqual([201, undefined]);
    expect(body).toMatchObject({
      ...{ mediaType: 'image/jpeg', width: 60, height: 90, final: false, uploadedRole: 'handler' },
      name: expect.stringMatching(/^photo-[0-9a-f]{8}\.jpg$/),
    });
    const answer = await feedBack(cgj, task, [body.id]);
    expect([answer.status, DepartmentTaskDetails.safeParse(answer.body).error]).toEqual([200, undefined]);
    expect(answer.body.feedback[0].evidence).toEqual([{ kind: 'after', note: '东门', fileIds: [body.id] }]);
    for (const reader of [worker, liaison, cgj]) {
      const list = (await reader.get(path(task, '/files'))).body;
      expect(list).toMatchObject({ items: [{ id: body.id, final: true }], limits: { maxCount: 20 } });
      const { status: found, content, headers } = await reader.bytes(path(task, `/files/${body.id}`));
      expect([found, content.includes(CAMERA), content.includes('Exif')]).toEqual([200, false, false]);
      expect(createHash('sha256').update(content).digest('hex')).toBe(body.sha256);
      expect(Object.fromEntries(headers)).toMatchObject({
        ...{ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'content-length': `${body.bytes}` },
        'content-disposition': `inline; filename*=UTF-8''${body.name}`,
      });
    }
  });

  it('is nobody’s to see but the unit’s while no feedback names it', async () => {
    const task = await newTask();
    const { body } = await add(cgj, task, await png(), 'plan.png');
    expect((await service.person('head', 'cgj').get(path(task, '/files'))).body.items).toHaveLength(1);
    for (const outside of [liaison, worker]) {
      expect((await outside.get(path(task, '/files'))).body.items).toEqual([]);
      expect((await outside.bytes(path(task, `/files/${body.id}`))).status).toBe(404);
    }
  });

  it('is out of reach for other units, communities and subdistricts, and put there by the unit only', async () => {
    const task = await newTask();
    const { body } = await add(cgj, task, await png(), 'plan.png');
    await feedBack(cgj, task, [body.id]);
    const elsewhere = service.as('zx-worker-02', { role: 'communityWorker', communityIds: ['ZX02'] });
    const namesake = service.as('ys-liaison1', { role: 'liaisonOfficer' }, 'ys');
    for (const stranger of [xfd, elsewhere, namesake]) {
      expect((await stranger.bytes(path(task, `/files/${body.id}`))).status).toBe(404);
      expect((await stranger.get(path(task, '/files'))).status).toBe(404);
      expect((await add(stranger, task, await png(), 'plan.png')).status).toBe(404);
    }
    expect((await liaison.bytes(path(task, `/files/${randomUUID()}`))).status).toBe(404);
    const other = await newTask();
    expect((await cgj.bytes(path(other, `/files/${body.id}`))).status).toBe(404);
    expect(said(await add(liaison, other, await png(), 'plan.png'))).toEqual([403, 'roleNotAllowed']);
  });

  it('documents keep their name and their bytes, and are saved rather than shown', async () => {
    const task = await newTask();
    for (const [content, name] of [[pdf(), '勘察报告.pdf'] as const, [docx(), '整改方案.docx'] as const]) {
      const { body } = await add(cgj, task, content, name);
      const { content: kept, headers } = await cgj.bytes(path(task, `/files/${body.id}`));
      expect([body.name, kept.equals(content)]).toEqual([name, true]);
      expect(headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    }
  });

  it('refuses what is not what it says, what is not taken, what is empty, and what is no form', async () => {
    const task = await newTask();
    expect(said(await add(cgj, task, await png(), 'plan.pdf'))).toEqual([422, 'fileTypeMismatch']);
    expect(said(await add(cgj, task, program(), 'photo.jpg'))).toEqual([422, 'fileTypeNotAllowed']);
    expect(said(await add(cgj, task, (await photoWithPlace()).subarray(0, 400), 'a.jpg'))).toEqual([
      422,
      'fileUnreadable',
    ]);
    expect(said(await add(cgj, task, Buffer.alloc(0), 'a.jpg'))).toEqual([422, 'fileMissing']);
    expect(said(await cgj.post(path(task, '/files'), {}))).toEqual([415, 'unsupportedMediaType']);
    expect((await cgj.get(path(task, '/files'))).body.items).toEqual([]);
  });

  it('refuses a file above 10 MB, and takes one below', async () => {
    const task = await newTask();
    expect(said(await add(cgj, task, Buffer.alloc(10 * MEGABYTE + 1), 'a.jpg'))).toEqual([413, 'fileTooLarge']);
    const large = await largePhoto(5 * MEGABYTE);
    expect(large.length).toBeGreaterThan(2 * MEGABYTE);
    expect((await add(cgj, task, large, 'a.jpg')).status).toBe(201);
  });

  it('refuses the twenty-first, also of several at once; the same again is the same', async () => {
    const task = await newTask();
    const colours = Array.from({ length: 21 }, (_, index) => `#10${(index + 16).toString(16)}80`);
    const photos = await Promise.all(colours.map((colour) => photoWithPlace(colour)));
    const answers = await Promise.all(photos.map((photo) => add(cgj, task, photo, 'a.jpg')));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(answers.filter(({ status }) => status !== 201).map(said)).toEqual([[409, 'tooManyFiles']]);
    const { items } = (await cgj.get(path(task, '/files'))).body;
    expect(items).toHaveLength(20);
    const kept = answers.findIndex(({ status }) => status === 201);
    const again = await add(cgj, task, photos[kept]!, 'b.jpg');
    expect([again.status, again.body.id]).toEqual([201, answers[kept]!.body.id]);
  });

  it('gives way to a copy on which nobody can be recognised; as it came it is seen with a reason, which is kept', async () => {
    const task = await newTask();
    const photo = (await add(cgj, task, await photoWithPlace('#112233'), 'a.jpg')).body;
    const report = (await add(cgj, task, pdf(), 'a.pdf')).body;
    const one = path(task, `/files/${photo.id}`);
    const cover = async (by: Caller, file: string) => by.upload(`${file}/redaction`, await png(), 'a.png');
    const look = (by: Caller, reason?: string) => by.bytes(`${one}/look`, { reason });
    // A draft is the unit's alone, and taken back instead.
    expect(said(await cover(worker, one))).toEqual([404, 'notFound']);
    await feedBack(cgj, task, [photo.id, report.id]);
    expect(said(await cover(cgj, one))).toEqual([403, 'roleNotAllowed']);
    expect(said(await cover(worker, path(task, `/files/${report.id}`)))).toEqual([422, 'fileTypeNotAllowed']);
    expect(await cover(worker, one)).toMatchObject({
      status: 201,
      body: { id: photo.id, redacted: true, final: true },
    });
    const leader = service.staff('deputyLeader');
    for (const reader of [cgj, worker, leader]) {
      expect((await reader.bytes(one)).headers.get('content-type')).toBe('image/png');
    }
    expect((await cgj.get(path(task, '/files'))).body.items).toHaveLength(2);
    for (const by of [cgj, liaison]) {
      const { status, headers } = await look(by, '核对车牌');
      expect([status, headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    }
    expect([(await look(leader, '看看')).status, (await look(xfd, '看看')).status, (await look(cgj)).status]).toEqual([
      ...[403, 404, 422],
    ]);
    const { items } = (await liaison.get(path(task, '/timeline'))).body;
    const looks = items.filter(({ kind }: { kind: string }) => kind === 'originalSeen');
    expect(looks.map(({ actor, details }: Record<string, unknown>) => [actor, details])).toEqual([
      [{ id: expect.any(String), role: 'handler' }, { fileId: photo.id }],
      [{ id: expect.any(String), role: 'liaisonOfficer' }, { fileId: photo.id }],
    ]);
    const kept = await service.rows(
      `SELECT details->>'reason' AS reason FROM timeline_entry WHERE aggregate_id = $1 AND kind = 'originalSeen'`,
      task,
    );
    expect(kept).toEqual([{ reason: '核对车牌' }, { reason: '核对车牌' }]);
    const [row] = await service.rows('SELECT number FROM department_task WHERE id = $1', task);
    const auditors = await service.staff('auditor').get('/api/task-photo-looks?limit=2');
    expect(auditors.body.items).toMatchObject([
      { matterId: task, number: row?.['number'], fileId: photo.id, role: 'liaisonOfficer', reason: '核对车牌' },
      { matterId: task, fileId: photo.id, role: 'handler', reason: '核对车牌' },
    ]);
    expect(said(await liaison.get('/api/task-photo-looks'))).toEqual([403, 'roleNotAllowed']);
  });

  it('is taken back by who put it there, until a feedback names it', async () => {
    const task = await newTask();
    const [first, second] = [await add(cgj, task, await png(), 'a.png'), await add(cgj, task, pdf(), 'b.pdf')];
    const file = (answer: Answer) => path(task, `/files/${answer.body.id}`);
    expect(said(await service.person('head', 'cgj').delete(file(first)))).toEqual([403, 'roleNotAllowed']);
    const left = await cgj.delete(file(first));
    expect([left.status, left.body.items.map(({ id }: { id: string }) => id)]).toEqual([200, [second.body.id]]);
    expect((await cgj.bytes(file(first))).status).toBe(404);
    expect(said(await feedBack(cgj, task, [first.body.id]))).toEqual([422, 'unknownFile']);
    expect((await feedBack(cgj, task, [second.body.id])).status).toBe(200);
    expect(said(await cgj.delete(file(second)))).toEqual([409, 'fileFinal']);
    expect(said(await add(cgj, task, await png(), 'a.png'))).toEqual([409, 'wrongState']);
  });

  it('is swept after a day if nothing became of it, and stays if something did', async () => {
    const task = await newTask();
    const kept = (await add(cgj, task, await png(), 'a.png')).body.id;
    const left = (await add(cgj, task, pdf(), 'b.pdf')).body.id;
    await feedBack(cgj, task, [kept]);
    const sweep = service.app.get(OrphanSweep);
    await sweep.run();
    expect((await cgj.bytes(path(task, `/files/${left}`))).status).toBe(200);
    await service.rows(`UPDATE stored_file SET created_at = now() - interval '25 hours' WHERE matter_id = $1`, task);
    expect(await sweep.run()).toBe(1);
    expect((await cgj.bytes(path(task, `/files/${left}`))).status).toBe(404);
    expect((await liaison.bytes(path(task, `/files/${kept}`))).status).toBe(200);
    expect(await service.rows('SELECT id FROM stored_file WHERE matter_id = $1', task)).toEqual([{ id: kept }]);
  });
});
