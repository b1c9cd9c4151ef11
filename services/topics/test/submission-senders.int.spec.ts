import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readContactKeys } from '@hsl/platform/contact-keys';
import { sealPosition } from '../src/submissions/position-seal.js';
import { ContactReseal } from '../src/submissions/contact-reseal.js';
import { seal } from '../src/submissions/contact-seal.js';
import { Caller, TopicsService } from './topics-service.js';

let topics: TopicsService;
let resident: Caller;
let worker: Caller;
let liaison: Caller;
let otherLiaison: Caller;
let admin: Caller;
let deputyLeader: Caller;

const keyOf = (): string => randomBytes(32).toString('base64');
const [OLD_KEY, NEW_KEY] = [keyOf(), keyOf()];
const CONTACT = { name: '李某某', phone: '13800006789' };
const TEXT = '二单元门口停了三十多辆电动车，夜里飞线充电。';
const ANSWER = '已列为议题，选上了会告诉您。';
const FORM = { subdistrictId: 'zx', communityId: 'ZX01', place: '二单元门口', text: TEXT };
const WHISTLE = '0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11';

async function sent(body: object = {}): Promise<{ id: string; code: string }> {
  const { status, body: receipt } = await resident.post('/api/submissions', { ...FORM, ...body });
  expect(status).toBe(201);
  const [{ id }] = (await liaison.get('/api/submissions?limit=1')).body.items;
  return { id, code: receipt.trackingCode };
}
const withContact = () => sent({ contact: CONTACT, consent: true });
const step = (who: Caller, id: string, name: string, body: object) => who.post(`/api/submissions/${id}/${name}`, body);
const byCode = (code: string, name: string, body: object = {}) =>
  resident.post(`/api/submissions/track/${code}/${name}`, body);
const reading = (who: Caller, id: string) => step(who, id, 'contact-readings', { purpose: 'callBack' });
const contactRow = async (id: string) =>
  (await topics.rows('SELECT name, phone, key_id, sealed FROM submission_contact WHERE submission_id = $1', id))[0];

beforeAll(async () => {
  process.env['CONTACT_KEYS'] = `new:${NEW_KEY},old:${OLD_KEY}`;
  topics = await TopicsService.start(['postgres']);
  delete process.env['CONTACT_KEYS'];
  await topics.know('ZX01', '聂寨');
  resident = new Caller(topics.origin);
  admin = topics.as({ userId: 'zx-admin', posts: [{ role: 'admin' }] });
  worker = topics.as({ userId: 'zx-worker-01', posts: [{ role: 'communityWorker', communityIds: ['ZX01'] }] });
  liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
  otherLiaison = topics.as({ userId: 'zx-liaison2', posts: [{ role: 'liaisonOfficer' }] });
  deputyLeader = topics.as({ userId: 'zx-deputy', posts: [{ role: 'deputyLeader' }] });
}, 60_000);

afterAll(async () => {
  await topics?.stop();
});

describe('whoever has the tracking code', () => {
  it('tells more while it is open, which staff read and no event carries', async () => {
    const { id, code } = await sent();
    expect((await byCode(code, 'info', { text: '今晚又多了十几辆。' })).body).toMatchObject({ state: 'RECEIVED' });
    const onBehalf = await step(worker, id, 'info', { text: '她又来电话说了一次。' });
    expect(onBehalf.body.additions).toEqual([
      { text: '今晚又多了十几辆。', at: expect.any(String) },
      { text: '她又来电话说了一次。', at: expect.any(String), addedBy: 'zx-worker-01' },
    ]);
    expect(JSON.stringify((await resident.get(`/api/submissions/track/${code}`)).body)).not.toContain('十几辆');
    const outbox = await topics.rows('SELECT envelope FROM outbox_event WHERE subject = $1', id);
    expect(outbox).toHaveLength(3);
    expect(JSON.stringify(outbox)).not.toContain('十几辆');
    await step(liaison, id, 'answer', { answer: ANSWER });
    expect(await byCode(code, 'info', { text: '甲' })).toMatchObject({ status: 409, body: { state: 'ANSWERED' } });
    expect((await byCode('2222-2222-2222', 'info', { text: '甲' })).status).toBe(404);
  });

  it('takes it back while it is open; the contact goes, it is not owed an answer, and nothing else can be done', async () => {
    const before = (await liaison.get('/api/submissions/response-rate')).body;
    const { id, code } = await withContact();
    await topics.rows(`UPDATE submission SET due_at = now() - interval '1 hour' WHERE id = $1`, id);
    const taken = await byCode(code, 'withdrawal');
    expect(taken).toMatchObject({ status: 200, body: { state: 'WITHDRAWN', words: '您已撤回，不再处理。' } });
    expect((await byCode(code, 'withdrawal')).body.state).toBe('WITHDRAWN');
    expect(await contactRow(id)).toBeUndefined();
    expect(await step(liaison, id, 'answer', { answer: ANSWER })).toMatchObject({
      ...{ status: 409, body: { state: 'WITHDRAWN' } },
    });
    expect((await liaison.get('/api/submissions/response-rate')).body.due).toBe(before.due);
    const ended = await sent();
    await step(liaison, ended.id, 'answer', { answer: ANSWER });
    expect(await byCode(ended.code, 'withdrawal')).toMatchObject({ status: 409, body: { state: 'ANSWERED' } });
  });
});

describe('a contact', () => {
  it('lies sealed, and is read by whom it is for, with the purpose written down', async () => {
    const { id } = await withContact();
    const row = await contactRow(id);
    expect(row).toMatchObject({ name: null, phone: null, key_id: 'new' });
    expect(String(row?.['sealed'])).not.toContain(CONTACT.phone);
    expect((await liaison.get(`/api/submissions/${id}`)).body.hasContact).toBe(true);
    expect((await step(liaison, id, 'contact-readings', {})).status).toBe(422);
    expect((await reading(liaison, id)).body).toMatchObject(CONTACT);
    expect((await reading(worker, id)).status).toBe(409);
    await step(liaison, id, 'screening', { handToCommunity: true });
    expect((await reading(worker, id)).body).toMatchObject(CONTACT);
    expect((await reading(deputyLeader, id)).status).toBe(403);
    const readings = await topics.rows(
      `SELECT actor_id, actor_role, details FROM timeline_entry
       WHERE aggregate_id = $1 AND kind = 'contactRead' ORDER BY position`,
      id,
    );
    expect(readings).toEqual([
      { actor_id: 'zx-liaison1', actor_role: 'liaisonOfficer', details: { purpose: 'callBack' } },
      { actor_id: 'zx-worker-01', actor_role: 'communityWorker', details: { purpose: 'callBack' } },
    ]);
    expect(await reading(liaison, (await sent()).id)).toMatchObject({ status: 404, body: { code: 'contactNotLeft' } });
  });

  it('in the clear from before, or under an older key, is sealed with the current one by the sweep', async () => {
    const plain = await withContact();
    await topics.rows(
      `UPDATE submission_contact SET key_id = NULL, sealed = NULL, name = $2, phone = $3 WHERE submission_id = $1`,
      ...[plain.id, CONTACT.name, CONTACT.phone],
    );
    expect((await reading(liaison, plain.id)).body).toMatchObject(CONTACT);
    const older = await withContact();
    const { keyId, sealed } = seal(
      ...([CONTACT, { subdistrictId: 'zx', submissionId: older.id }] as const),
      readContactKeys({ CONTACT_KEYS: `old:${OLD_KEY}` }),
    );
    const update = 'UPDATE submission_contact SET key_id = $2, sealed = $3 WHERE submission_id = $1';
    await topics.rows(update, older.id, keyId, sealed);
    expect((await reading(liaison, older.id)).body).toMatchObject(CONTACT);
    expect(await topics.app.get(ContactReseal).run()).toBe(2);
    expect(await contactRow(older.id)).toMatchObject({ key_id: 'new' });
    expect((await reading(liaison, older.id)).body).toMatchObject(CONTACT);
    expect(await contactRow(plain.id)).toMatchObject({ name: null, phone: null, key_id: 'new' });
    expect((await reading(liaison, plain.id)).body).toMatchObject(CONTACT);
    expect(await topics.app.get(ContactReseal).run()).toBe(0);
  });
});

describe('a position', () => {
  const POSITION = { lat: 34.74658, lon: 113.62537, accuracyM: 20 };
  const positionRow = async (id: string) =>
    (await topics.rows('SELECT key_id, sealed FROM submission_position WHERE submission_id = $1', id))[0];

  it('lies sealed, stands in no answer, and is read with a purpose, with or without a phone', async () => {
    const { id } = await sent({ position: POSITION });
    const row = await positionRow(id);
    expect(row).toMatchObject({ key_id: 'new' });
    expect(String(row?.['sealed'])).not.toContain(String(POSITION.lat));
    const { body } = await liaison.get(`/api/submissions/${id}`);
    expect(body).toMatchObject({ hasContact: false, hasPosition: true });
    expect(JSON.stringify(body)).not.toContain(String(POSITION.lat));
    expect((await reading(liaison, id)).body).toEqual({ position: POSITION, serverNow: expect.any(String) });
    const both = await sent({ position: POSITION, contact: CONTACT, consent: true });
    expect((await reading(liaison, both.id)).body).toMatchObject({ ...CONTACT, position: POSITION });
    const outbox = await topics.rows('SELECT envelope FROM outbox_event WHERE subject = $1', id);
    expect(JSON.stringify(outbox)).not.toContain(String(POSITION.lat));
  });

  it('is no place on earth: refused', async () => {
    const wrong = { ...FORM, position: { ...POSITION, lat: 91 } };
    expect(await resident.post('/api/submissions', wrong)).toMatchObject({
      ...{ status: 422, body: { errors: [expect.objectContaining({ field: 'position.lat' })] } },
    });
  });

  it('goes when the sender takes it back, and when a leader erases what is known of the sender', async () => {
    const taken = await sent({ position: POSITION });
    await byCode(taken.code, 'withdrawal');
    expect(await positionRow(taken.id)).toBeUndefined();
    const erased = await sent({ position: POSITION });
    expect((await step(deputyLeader, erased.id, 'contact-erasure', { reason: '反映人要求' })).status).toBe(200);
    expect(await positionRow(erased.id)).toBeUndefined();
    expect((await reading(liaison, erased.id)).body.code).toBe('contactNotLeft');
  });

  it('under an older key is sealed with the current one by the sweep', async () => {
    const { id } = await sent({ position: POSITION });
    const old = sealPosition(
      ...([POSITION, { subdistrictId: 'zx', submissionId: id }] as const),
      readContactKeys({ CONTACT_KEYS: `old:${OLD_KEY}` }),
    );
    const update = 'UPDATE submission_position SET key_id = $2, sealed = $3 WHERE submission_id = $1';
    await topics.rows(update, id, old.keyId, old.sealed);
    expect((await reading(liaison, id)).body).toMatchObject({ position: POSITION });
    expect(await topics.app.get(ContactReseal).run()).toBe(1);
    expect(await positionRow(id)).toMatchObject({ key_id: 'new' });
    expect((await reading(liaison, id)).body).toMatchObject({ position: POSITION });
  });
});

describe('a submission', () => {
  it('becomes a new topic whose source are residents, which another than its writer may choose too [S107]', async () => {
    const { id, code } = await sent({ categoryCode: 'C1' });
    const body = { title: '飞线充电', problem: '三十多辆电动车夜里飞线充电。', answer: ANSWER };
    expect((await step(worker, id, 'new-topic', body)).status).toBe(403);
    const taken = await step(liaison, id, 'new-topic', body);
    expect(taken).toMatchObject({ status: 200, body: { state: 'TOPIC', answer: ANSWER } });
    const { topicId } = taken.body;
    expect((await liaison.get(`/api/topics/${topicId}`)).body).toMatchObject({
      ...{ source: 'resident', state: 'PROPOSED', categoryCode: 'C1', communityIds: ['ZX01'], published: false },
    });
    expect((await resident.get(`/api/submissions/track/${code}`)).body).not.toHaveProperty('topicId');
    await otherLiaison.post(`/api/topics/${topicId}/shortlisting`, {});
    expect((await resident.get(`/api/submissions/track/${code}`)).body).toMatchObject({ topicId, answer: ANSWER });
    expect((await step(liaison, id, 'new-topic', body)).status).toBe(409);
  });

  it('becomes one topic, whoever else asks at the same time', async () => {
    const { id } = await sent({ categoryCode: 'C1' });
    const body = { title: '甲', problem: '乙', answer: ANSWER };
    const count = async () => (await topics.rows('SELECT count(*)::int AS n FROM topic'))[0]?.['n'] as number;
    const before = await count();
    const answers = await Promise.all([liaison, otherLiaison].map((who) => step(who, id, 'new-topic', body)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await count()).toBe(before + 1);
    const unnamed = await sent();
    expect((await step(liaison, unnamed.id, 'new-topic', body)).body.code).toBe('unknownCategory');
  });

  it('becomes a whistle that was blown in its community, and no other', async () => {
    const [here, there] = [WHISTLE, WHISTLE.replace('0b', '0c')];
    for (const [whistleId, communityId] of [
      [here, 'ZX01'],
      [there, 'ZX02'],
    ] as const) {
      await topics.blow(whistleId, communityId);
    }
    const { id } = await sent();
    for (const whistleId of [there, WHISTLE.replace('0b', '0d')]) {
      const refused = await step(liaison, id, 'whistle', { whistleId, answer: ANSWER });
      expect([refused.status, refused.body.code]).toEqual([422, 'unknownWhistle']);
    }
    const taken = await step(liaison, id, 'whistle', { whistleId: here, answer: ANSWER });
    expect(taken.body).toMatchObject({ state: 'WHISTLE', whistleId: here, answer: ANSWER });
  });

  it('follows the whistle that was blown from it in its community, once, with an answer to its sender', async () => {
    const [foreign, own, later] = ['0e', '0f', '1a'].map((begin) => WHISTLE.replace('0b', begin)) as [
      string,
      string,
      string,
    ];
    const { id, code } = await sent();
    await topics.blow(foreign, 'ZX02', id);
    expect((await worker.get(`/api/submissions/${id}`)).body.state).toBe('RECEIVED');
    await topics.blow(own, 'ZX01', id);
    await topics.blow(own, 'ZX01', id);
    await topics.blow(later, 'ZX01', id);
    expect((await worker.get(`/api/submissions/${id}`)).body).toMatchObject({
      state: 'WHISTLE',
      whistleId: own,
      version: 2,
    });
    const { body } = await resident.get(`/api/submissions/track/${code}`);
    expect([body.state, body.answer]).toEqual(['WHISTLE', expect.stringContaining('吹哨')]);
    const [told] = await topics.rows(
      `SELECT envelope -> 'data' AS data FROM outbox_event WHERE subject = $1 AND envelope ->> 'type' = $2`,
      ...[id, 'submission.answered.v1'],
    );
    expect(told?.['data']).toMatchObject({
      whistleId: own,
      answeredBy: 'zx-worker-01',
      senderHash: expect.any(String),
    });
  });

  it('tells once, naming why, of a whistle whose submission is not there, is elsewhere, or had ended', async () => {
    const [lost, foreign, late] = ['1b', '1c', '1d'].map((begin) => WHISTLE.replace('0b', begin)) as [
      string,
      string,
      string,
    ];
    const open = await sent();
    const ended = await sent();
    await step(liaison, ended.id, 'answer', { answer: ANSWER });
    const nobodys = '5c1f2f36-93b1-4a0e-9a55-6b1b7c0de001';
    for (const [whistleId, communityId, submissionId] of [
      [lost, 'ZX01', nobodys],
      [foreign, 'ZX02', open.id],
      [late, 'ZX01', ended.id],
    ] as const) {
      await topics.blow(whistleId, communityId, submissionId);
    }
    const told = await topics.rows(
      `SELECT envelope -> 'data' AS data FROM outbox_event WHERE envelope ->> 'type' = 'submission.linkFailed.v1'
         AND subject = ANY ($1::text[]) ORDER BY position`,
      [lost, foreign, late].map((id) => `link/${id}`),
    );
    const named = { namedBy: 'zx-worker-01', number: expect.any(String) };
    expect(told.map(({ data }) => data)).toEqual([
      expect.objectContaining({ ...named, whistleId: lost, submissionId: nobodys, reasonCode: 'unknownSubmission' }),
      // What another community has reads like nothing at all.
      expect.objectContaining({ ...named, whistleId: foreign, communityId: 'ZX02', reasonCode: 'unknownSubmission' }),
      expect.objectContaining({ ...named, whistleId: late, submissionId: ended.id, reasonCode: 'submissionEnded' }),
    ]);
    expect((await worker.get(`/api/submissions/${open.id}`)).body.state).toBe('RECEIVED');
  });

  it('is shown with others that may tell of the same matter', async () => {
    const text = '三号楼东侧的路灯坏了一个多星期，晚上一片漆黑。';
    const first = await sent({ text, place: '三号楼东侧' });
    const { id } = await sent({ text: '三号楼东侧路灯坏了一个多星期了，晚上漆黑一片。', place: '三号楼东侧' });
    const { items } = (await liaison.get(`/api/submissions/${id}/similar`)).body;
    expect(items.map((one: { submission: { id: string } }) => one.submission.id)).toEqual([first.id]);
    expect(items[0].reasons).toContain('similarText');
    expect((await resident.get(`/api/submissions/${id}/similar`)).status).toBe(401);
  });
});

describe('the key of the codes', () => {
  it('is followed by a new one; printed codes stay valid until their point is reissued [S98]', async () => {
    const point = (await admin.post('/api/qr-points', { kind: 'estate', place: '南门', communityId: 'ZX01' })).body;
    const first = (await admin.post('/api/qr-points/keys', {})).body.version;
    expect((await worker.post('/api/qr-points/keys', {})).status).toBe(403);
    expect((await resident.get(`/api/qr-points/codes/${point.code}`)).status).toBe(200);
    const reissued = await admin.post(`/api/qr-points/${point.id}/reissue`, {});
    expect(reissued.status).toBe(200);
    expect(reissued.body.code.split('.')[2]).toBe(String(first));
    expect((await admin.post(`/api/qr-points/${point.id}/reissue`, {})).body.version).toBe(reissued.body.version);
    expect((await resident.get(`/api/qr-points/codes/${point.code}`)).status).toBe(410);
    expect((await resident.get(`/api/qr-points/codes/${reissued.body.code}`)).status).toBe(200);
  });
});

describe('what is known of a sender', () => {
  const readings = (who: Caller, id: string) => who.get(`/api/contact-readings?submissionId=${id}`);

  it('leaves a line of every look at it, which the auditor reads and administrators do not', async () => {
    const auditor = topics.as({ userId: 'zx-auditor', posts: [{ role: 'auditor' }] });
    const { id } = await withContact();
    expect((await readings(auditor, id)).body.items).toEqual([]);
    expect((await reading(liaison, id)).status).toBe(200);
    const { body } = await readings(auditor, id);
    const { communityId, receivedAt } = (await liaison.get(`/api/submissions/${id}`)).body;
    const known = { sent: { communityId, at: receivedAt } };
    expect(body.items).toMatchObject([{ ...known, kind: 'contactRead', readerId: 'zx-liaison1', purpose: 'callBack' }]);
    expect(JSON.stringify(body)).not.toContain(CONTACT.phone);
    expect((await auditor.get('/api/contact-readings?readerId=zx-nobody')).body.items).toEqual([]);
    expect((await readings(admin, id)).body.code).toBe('roleNotAllowed');
    expect((await readings(liaison, id)).body.code).toBe('roleNotAllowed');
  });

  it('is erased by a leader with the reason, once; what was told stays', async () => {
    const { id, code } = await withContact();
    const erase = (who: Caller) => step(who, id, 'contact-erasure', { reason: '反映人书面要求' });
    expect((await erase(liaison)).body.code).toBe('roleNotAllowed');
    expect((await step(deputyLeader, id, 'contact-erasure', { reason: ' ' })).status).toBe(422);
    expect((await erase(deputyLeader)).status).toBe(200);
    expect(await contactRow(id)).toBeUndefined();
    expect((await reading(liaison, id)).body.code).toBe('contactNotLeft');
    expect((await erase(deputyLeader)).body.code).toBe('contactNotLeft');
    expect((await liaison.get(`/api/submissions/${id}`)).body.text).toBe(TEXT);
    expect((await resident.get(`/api/submissions/track/${code}`)).status).toBe(200);
    const [line] = await topics.rows(
      `SELECT actor_id, details FROM timeline_entry WHERE aggregate_id = $1 AND kind = 'contactErased'`,
      id,
    );
    expect(line).toEqual({ actor_id: 'zx-deputy', details: { reason: '反映人书面要求' } });
  });
});
