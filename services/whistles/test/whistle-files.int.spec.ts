import { StoredFile } from '@hsl/contracts/schemas/files';
import { CAMERA, pdf, photoWithPlace, png, program } from '@hsl/testing/test-files';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHarness, postOf, worker, type Answer, type Caller, type Harness } from './harness.js';

const BODY = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX01', place: '东门', facts: '电动车占道' };

describe('files on whistles', () => {
  let harness: Harness;
  let wang: Caller;
  let liaison: Caller;
  let handler: Caller;
  let member: Caller;
  beforeAll(async () => {
    harness = await openHarness(['postgres']);
    wang = harness.as('zx-worker-01', worker());
    liaison = harness.as('zx-liaison1', postOf('liaisonOfficer'));
    handler = harness.as('zx-handler-cgj', postOf('handler', { departmentId: 'ZX-CGJ' }));
    member = harness.as('zx-m01', postOf('member', { memberId: 'ZX-M01' }));
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  const blown = async (): Promise<{ id: string; files: string }> => {
    const { id } = (await wang.post('/api/whistles', BODY)).body as { id: string };
    return { id, files: `/api/whistles/${id}/files` };
  };
  const said = ({ status, body }: Answer) => [status, body.code];
  const set = (id: string, columns: string) => harness.pool.query(`UPDATE whistle SET ${columns} WHERE id = $1`, [id]);

  it('go with the blow, without their place, and are seen by the office', async () => {
    const { files } = await blown();
    const { status, body } = await wang.upload(files, await photoWithPlace(), '王五家门口.jpg');
    expect([status, StoredFile.safeParse(body).error]).toEqual([201, undefined]);
    expect(body).toMatchObject({ uploadedRole: 'communityWorker', width: 60, height: 90 });
    expect((await liaison.get(files)).body.items).toMatchObject([{ id: body.id }]);
    const { content, headers } = await liaison.bytes(`${files}/${body.id}`);
    expect([content.length, content.includes(CAMERA), content.includes('Exif')]).toEqual([body.bytes, false, false]);
    expect([headers.get('content-type'), headers.get('x-content-type-options')]).toEqual(['image/jpeg', 'nosniff']);
  });

  it('follow the matter: a member and a department see and add them once it is theirs', async () => {
    const { id, files } = await blown();
    const { body } = await wang.upload(files, await png(), 'a.png');
    expect((await handler.bytes(`${files}/${body.id}`)).status).toBe(404);
    expect((await member.bytes(`${files}/${body.id}`)).status).toBe(404);
    await set(id, `member_ids = '{ZX-M01}', department_ids = '{ZX-CGJ}', state = 'VERIFYING'`);
    for (const reader of [handler, member]) expect((await reader.bytes(`${files}/${body.id}`)).status).toBe(200);
    expect((await member.upload(files, pdf(), '走访记录.pdf')).body).toMatchObject({ name: '走访记录.pdf' });
    const other = harness.as('zx-handler-xfd', postOf('handler', { departmentId: 'ZX-XFD' }));
    expect((await other.get(files)).status).toBe(404);
    expect((await harness.as('zx-worker-02', worker('ZX02')).get(files)).status).toBe(404);
    expect((await harness.as('zx-worker-02', worker('ZX02')).upload(files, pdf(), 'a.pdf')).status).toBe(404);
  });

  it('have limits that are told before, and a reader knows whether there is anything to see or to add', async () => {
    const { id, files } = await blown();
    expect((await wang.get(files)).body.limits).toEqual({ maxBytes: 10 * 1_048_576, maxCount: 20 });
    const may = async (by: Caller, name: string) =>
      (await by.get(`/api/whistles/${id}`)).body.actions.find((one: { name: string }) => one.name === name).allowed;
    expect([await may(wang, 'evidence.read'), await may(wang, 'evidence.upload')]).toEqual([true, true]);
    expect([await may(member, 'evidence.read'), await may(member, 'evidence.upload')]).toEqual([false, false]);
    await set(id, `state = 'WITHDRAWN'`);
    expect(await may(wang, 'evidence.upload')).toBe(false);
  });

  it('are what they say', async () => {
    const { files } = await blown();
    expect(said(await wang.upload(files, await png(), 'a.pdf'))).toEqual([422, 'fileTypeMismatch']);
    expect(said(await wang.upload(files, program(), 'a.jpg'))).toEqual([422, 'fileTypeNotAllowed']);
  });

  it('are taken back by who put them there until the whistle is accepted, and added until it is over', async () => {
    const { id, files } = await blown();
    const first = (await wang.upload(files, await png(), 'a.png')).body;
    const second = (await wang.upload(files, pdf(), 'a.pdf')).body;
    expect(said(await liaison.delete(`${files}/${first.id}`))).toEqual([403, 'roleNotAllowed']);
    expect((await wang.delete(`${files}/${first.id}`)).body.items).toMatchObject([{ id: second.id }]);
    await set(id, `state = 'ASSIGNING'`);
    expect(said(await wang.delete(`${files}/${second.id}`))).toEqual([409, 'fileFinal']);
    await set(id, `state = 'WITHDRAWN'`);
    expect(await wang.upload(files, await png(), 'a.png')).toMatchObject({
      ...{ status: 409, body: { code: 'wrongState', state: 'WITHDRAWN' } },
    });
  });

  it('are shown as the copy on which nobody can be recognised, and in the original with a reason that is kept', async () => {
    const { id, files } = await blown();
    const photo = (await wang.upload(files, await photoWithPlace('#112233'), 'a.jpg')).body;
    const plan = (await wang.upload(files, pdf(), 'a.pdf')).body;
    const one = `${files}/${photo.id}`;
    const leader = harness.as('zx-leader', postOf('deputyLeader'));
    const copy = await wang.upload(`${one}/redaction`, await png(), 'a.png');
    expect(copy).toMatchObject({ status: 201, body: { id: photo.id, redacted: true, mediaType: 'image/png' } });
    expect(said(await wang.upload(`${files}/${plan.id}/redaction`, await png(), 'a.png'))).toEqual([
      422,
      'fileTypeNotAllowed',
    ]);
    expect((await leader.bytes(one)).headers.get('content-type')).toBe('image/png');
    expect(said(await leader.upload(`${one}/redaction`, await png(), 'b.png'))).toEqual([403, 'roleNotAllowed']);
    const original = await liaison.bytes(`${one}/look`, { reason: '核对车牌' });
    expect([original.status, original.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(said(await liaison.post(`${one}/look`, {}))).toEqual([422, 'validationFailed']);
    expect((await leader.post(`${one}/look`, { reason: '看看' })).status).toBe(403);
    await set(id, `state = 'ARCHIVED'`);
    expect(said(await wang.post(`${one}/look`, { reason: '看看' }))).toEqual([409, 'wrongState']);
    const may = async (by: Caller) =>
      (await by.get(`/api/whistles/${id}`)).body.actions.find(
        ({ name }: { name: string }) => name === 'evidence.readOriginal',
      );
    expect([await may(liaison), await may(wang)]).toMatchObject([{ allowed: true }, { allowed: false }]);
    const { rows } = await harness.pool.query(
      `SELECT actor_id, details FROM timeline_entry WHERE aggregate_id = $1 AND kind = 'originalSeen'`,
      [id],
    );
    expect(rows).toEqual([{ actor_id: 'zx-liaison1', details: { fileId: photo.id, reason: '核对车牌' } }]);
    const { number } = (await liaison.get(`/api/whistles/${id}`)).body;
    const looks = '/api/whistle-photo-looks?limit=1';
    expect((await harness.as('zx-auditor', postOf('auditor')).get(looks)).body.items).toMatchObject([
      { matterId: id, number, fileId: photo.id, readerId: 'zx-liaison1', reason: '核对车牌' },
    ]);
    // Keepers of the platform read of accounts and keys only.
    expect(said(await harness.as('zx-admin', postOf('admin')).get(looks))).toEqual([403, 'roleNotAllowed']);
  });
});
