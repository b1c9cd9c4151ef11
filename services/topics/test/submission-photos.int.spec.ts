import { StoredFile } from '@hsl/contracts/schemas/files';
import { CAMERA, pdf, photoWithPlace, png, program } from '@hsl/testing/test-files';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Caller, TopicsService, type Answer } from './topics-service.js';

const MEGABYTE = 1_048_576;
const FORM = { subdistrictId: 'zx', communityId: 'ZX01', place: '二单元门口', text: '停了三十多辆电动车。' };

describe('photos of what residents tell', () => {
  let topics: TopicsService;
  let resident: Caller;
  let liaison: Caller;
  let worker: Caller;
  beforeAll(async () => {
    topics = await TopicsService.start(['postgres']);
    await topics.know('ZX01', '聂寨');
    resident = new Caller(topics.origin);
    liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
    worker = topics.as({ userId: 'zx-worker-01', posts: [{ role: 'communityWorker', communityIds: ['ZX01'] }] });
  }, 60_000);
  afterAll(() => topics?.stop());

  async function sent(): Promise<{ id: string; photos: string }> {
    const receipt = await resident.post('/api/submissions', FORM);
    const { body } = await liaison.get('/api/submissions?limit=1');
    return { id: body.items[0].id, photos: `/api/submissions/track/${receipt.body.trackingCode}/photos` };
  }
  const said = ({ status, body }: Answer) => [status, body.code];
  const photosOf = async (reader: Caller, id: string) => reader.get(`/api/submissions/${id}/photos`);

  it('[S35] come with the tracking code, without sign-in, and are seen by liaison officer and community without their place', async () => {
    const { id, photos } = await sent();
    const { status, body } = await resident.upload(photos, await photoWithPlace(), 'IMG_20210820.jpg');
    expect([status, StoredFile.safeParse(body).error]).toEqual([201, undefined]);
    expect(body).toMatchObject({ uploadedRole: 'resident', final: true, width: 60, height: 90 });
    for (const reader of [liaison, worker]) {
      expect((await photosOf(reader, id)).body.items).toMatchObject([{ id: body.id }]);
      const { status: found, content, headers } = await reader.bytes(`/api/submissions/${id}/photos/${body.id}`);
      expect([found, headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect([content.length, content.includes(CAMERA), content.includes('Exif')]).toEqual([body.bytes, false, false]);
    }
  });

  it('are out of reach for another community, another subdistrict, a department, and for the code alone', async () => {
    const { id, photos } = await sent();
    const { body } = await resident.upload(photos, await png(), 'a.png');
    const strangers = [
      topics.as({ userId: 'zx-worker-02', posts: [{ role: 'communityWorker', communityIds: ['ZX02'] }] }),
      topics.as({ userId: 'ys-liaison1', subdistrictId: 'ys', posts: [{ role: 'liaisonOfficer' }] }),
    ];
    for (const stranger of strangers) {
      expect((await photosOf(stranger, id)).status).toBe(404);
      expect((await stranger.bytes(`/api/submissions/${id}/photos/${body.id}`)).status).toBe(404);
    }
    const handler = topics.as({ userId: 'zx-handler-cgj', posts: [{ role: 'handler', departmentId: 'ZX-CGJ' }] });
    expect((await handler.bytes(`/api/submissions/${id}/photos/${body.id}`)).status).toBe(403);
    expect((await resident.bytes(`/api/submissions/${id}/photos/${body.id}`)).status).toBe(401);
    expect((await resident.get(`${photos}/${body.id}`)).status).toBe(404);
  });

  it('are photos only, three at most, of 5 MB at most', async () => {
    const { photos } = await sent();
    expect(said(await resident.upload(photos, pdf(), 'a.pdf'))).toEqual([422, 'fileTypeNotAllowed']);
    expect(said(await resident.upload(photos, program(), 'a.jpg'))).toEqual([422, 'fileTypeNotAllowed']);
    expect(said(await resident.upload(photos, Buffer.alloc(5 * MEGABYTE + 1), 'a.jpg'))).toEqual([413, 'fileTooLarge']);
    for (const colour of ['#101010', '#202020', '#303030']) {
      expect((await resident.upload(photos, await photoWithPlace(colour), 'a.jpg')).status).toBe(201);
    }
    expect(said(await resident.upload(photos, await png(), 'a.png'))).toEqual([409, 'tooManyFiles']);
    // The answer was lost on the way: the phone sends it again.
    expect((await resident.upload(photos, await photoWithPlace('#303030'), 'a.jpg')).status).toBe(201);
  });

  it('are taken back or added until somebody has looked at it', async () => {
    const { id, photos } = await sent();
    const first = await resident.upload(photos, await png(), 'a.png');
    await resident.upload(photos, await photoWithPlace(), 'b.jpg');
    expect((await resident.delete(`${photos}/${first.body.id}`)).body.items).toHaveLength(1);
    expect((await photosOf(liaison, id)).body.items).toHaveLength(1);
    await liaison.post(`/api/submissions/${id}/screening`, {});
    expect(said(await resident.upload(photos, await png(), 'a.png'))).toEqual([409, 'wrongState']);
    const [left] = (await photosOf(liaison, id)).body.items;
    expect(said(await resident.delete(`${photos}/${left.id}`))).toEqual([409, 'wrongState']);
  });

  it('are shown as the copy on which nobody can be recognised, and in the original with a reason that is kept', async () => {
    const { id, photos } = await sent();
    const photo = (await resident.upload(photos, await photoWithPlace('#112233'), 'a.jpg')).body;
    const one = `/api/submissions/${id}/photos/${photo.id}`;
    const copy = await worker.upload(`${one}/redaction`, await png(), 'a.png');
    expect(copy).toMatchObject({ status: 201, body: { id: photo.id, redacted: true, mediaType: 'image/png' } });
    expect((await photosOf(liaison, id)).body.items).toEqual([
      expect.objectContaining({ id: photo.id, redacted: true }),
    ]);
    expect((await liaison.bytes(one)).headers.get('content-type')).toBe('image/png');
    expect(said(await liaison.post(`${one}/look`, {}))).toEqual([422, 'validationFailed']);
    const original = await liaison.bytes(`${one}/look`, { reason: '核对车牌' });
    expect([original.status, original.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const lines = `SELECT actor_id, details FROM timeline_entry WHERE aggregate_id = $1 AND kind = 'originalSeen'`;
    expect(await topics.rows(lines, id)).toEqual([
      { actor_id: 'zx-liaison1', details: { fileId: photo.id, reason: '核对车牌' } },
    ]);
    const auditor = topics.as({ userId: 'zx-auditor', posts: [{ role: 'auditor' }] });
    // A submission has no number: people know it by its community and when it came in.
    const { communityId, receivedAt } = (await liaison.get(`/api/submissions/${id}`)).body;
    const look = {
      matterId: id,
      sent: { communityId, at: receivedAt },
      fileId: photo.id,
      readerId: 'zx-liaison1',
      role: 'liaisonOfficer',
      reason: '核对车牌',
    };
    const looks = '/api/submission-photo-looks';
    expect((await auditor.get(`${looks}?readerId=zx-liaison1&limit=1`)).body.items).toEqual([
      { ...look, id: expect.any(String), at: expect.any(String) },
    ]);
    expect((await auditor.get(`${looks}?readerId=zx-nobody`)).body.items).toEqual([]);
    expect(said(await liaison.get(looks))).toEqual([403, 'roleNotAllowed']);
    const leader = topics.as({ userId: 'zx-leader', posts: [{ role: 'deputyLeader' }] });
    expect((await leader.bytes(one)).status).toBe(200);
    expect((await leader.bytes(`${one}/look`, { reason: '看看' })).status).toBe(403);
    expect(said(await leader.upload(`${one}/redaction`, await png(), 'a.png'))).toEqual([403, 'roleNotAllowed']);
    // Taken back by its sender it is gone, and its copy with it.
    await resident.delete(`${photos}/${photo.id}`);
    expect(await topics.rows('SELECT id FROM stored_file WHERE matter_id = $1', id)).toEqual([]);
  });

  it('are the only forms that are taken', async () => {
    expect(said(await resident.upload('/api/submissions', await png(), 'a.png'))).toEqual([
      415,
      'unsupportedMediaType',
    ]);
  });

  it('go to nobody by a code that does not exist', async () => {
    const { photos } = await sent();
    // A single wrong sign is always a typing error; three may happen to be another code.
    const wrong = photos.replace(/track\/(.)/, (_, sign: string) => `track/${sign === '2' ? '3' : '2'}`);
    expect(said(await resident.upload(wrong, await png(), 'a.png'))).toEqual([422, 'trackingCodeTypo']);
    const code = '/api/submissions/track/2222-2222-2222/photos';
    expect([404, 422]).toContain((await resident.upload(code, await png(), 'a.png')).status);
  });
});
