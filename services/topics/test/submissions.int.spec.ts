import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { POINT_LIMIT } from '@hsl/domain/submission-terms';
import { standingTopicId } from '../src/seed/standing-topics.js';
import { Caller, TopicsService } from './topics-service.js';

let topics: TopicsService;
let resident: Caller;
let admin: Caller;
let worker: Caller;
let otherWorker: Caller;
let head: Caller;
let liaison: Caller;
let code: string;

const PHONE = '13800006789';
const TEXT = '二单元门口停了三十多辆电动车，夜里飞线充电。';
const ANSWER = '已请物业加装充电桩，本月内完成，感谢您告诉我们。';
const FORM = { subdistrictId: 'zx', communityId: 'ZX01', place: '二单元门口', text: TEXT };
const PARKING = standingTopicId('zx', 'parking');

/** What came in by the form, as the liaison officer finds it. */
async function sent(body: object = FORM): Promise<{ id: string; trackingCode: string }> {
  const { status, body: receipt } = await resident.post('/api/submissions', body);
  expect(status).toBe(201);
  const { body: page } = await liaison.get('/api/submissions?limit=1');
  return { id: page.items[0].id, trackingCode: receipt.trackingCode };
}
const step = (who: Caller, id: string, name: string, body: object) => who.post(`/api/submissions/${id}/${name}`, body);
const track = (trackingCode: string) => resident.get(`/api/submissions/track/${trackingCode}`);
const newPoint = (who: Caller, body: object = {}) =>
  who.post('/api/qr-points', { kind: 'noticeBoard', place: '南门公告栏', communityId: 'ZX01', ...body });

beforeAll(async () => {
  topics = await TopicsService.start(['postgres']);
  await topics.know('ZX01', '聂寨');
  await topics.know('ZX02', '颐苑');
  resident = new Caller(topics.origin);
  admin = topics.as({ userId: 'zx-admin', posts: [{ role: 'admin' }] });
  worker = topics.as({ userId: 'zx-worker-01', posts: [{ role: 'communityWorker', communityIds: ['ZX01'] }] });
  otherWorker = topics.as({ userId: 'zx-worker-02', posts: [{ role: 'communityWorker', communityIds: ['ZX02'] }] });
  head = topics.as({ userId: 'zx-head-01', posts: [{ role: 'communityHead', communityIds: ['ZX01'] }] });
  liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
  code = (await newPoint(admin, { categoryCode: 'C1' })).body.code;
}, 60_000);

afterAll(async () => {
  await topics?.stop();
});

describe('the code of a place', () => {
  it('opens a filled-in form, and what is sent by it belongs to that place', async () => {
    const form = await resident.get(`/api/qr-points/codes/${code}`);
    expect(form.status).toBe(200);
    expect(form.body).toMatchObject({
      ...{ subdistrictId: 'zx', communityId: 'ZX01', communityName: '聂寨', kind: 'noticeBoard' },
      ...{ place: '南门公告栏', categoryCode: 'C1', places: [] },
    });
    await newPoint(admin, { place: '西门' });
    const revoked = await newPoint(admin, { place: '旧门' });
    await admin.post(`/api/qr-points/${revoked.body.id}/revocation`, {});
    // Where else in the community codes hang; the sender may say one of those instead.
    expect((await resident.get(`/api/qr-points/codes/${code}`)).body.places).toEqual(['西门']);
    await sent({ channel: 'qrSubmission', code, text: TEXT });
    const [newest] = (await liaison.get('/api/submissions?channel=qrSubmission')).body.items;
    expect(newest).toMatchObject({ communityId: 'ZX01', place: '南门公告栏', categoryCode: 'C1', text: TEXT });
    expect(newest.qrPointId).toEqual(expect.any(String));
  });

  it('gives the subdistrict, whatever the sender writes beside it', async () => {
    const { id } = await sent({ channel: 'qrSubmission', code, subdistrictId: 'ys', communityId: 'YS01', text: '甲' });
    expect((await liaison.get(`/api/submissions/${id}`)).body).toMatchObject({ communityId: 'ZX01', text: '甲' });
    const [{ n } = {}] = await topics.rows(`SELECT count(*)::int AS n FROM submission WHERE subdistrict_id = 'ys'`);
    expect(n).toBe(0);
  });

  it('is refused when it was forged, for form and sending alike', async () => {
    const parts = code.split('.');
    const forged = [
      [...parts.slice(0, 3), `${parts[3]!.startsWith('A') ? 'B' : 'A'}${parts[3]!.slice(1)}`].join('.'),
      ['ys', ...parts.slice(1)].join('.'),
      [parts[0], parts[1], '2', parts[3]].join('.'),
      'zx',
    ];
    for (const one of forged) {
      expect(await resident.get(`/api/qr-points/codes/${one}`)).toMatchObject({
        ...{ status: 404, body: { code: 'qrCodeUnknown' } },
      });
      const refused = await resident.post('/api/submissions', { channel: 'qrSubmission', code: one, text: TEXT });
      expect([refused.status, refused.body.code]).toEqual([404, 'qrCodeUnknown']);
    }
  });

  it('is refused with 410 when it was revoked, by whom the abilities name; what came in by it stays', async () => {
    const { body: point } = await newPoint(admin, { place: '北门' });
    const { id } = await sent({ channel: 'qrSubmission', code: point.code, text: TEXT });
    expect((await otherWorker.post(`/api/qr-points/${point.id}/revocation`, {})).status).toBe(403);
    const revoked = await head.post(`/api/qr-points/${point.id}/revocation`, {});
    expect(revoked).toMatchObject({ status: 200, body: { active: false, revokedAt: expect.any(String) } });
    expect((await head.post(`/api/qr-points/${point.id}/revocation`, {})).body.version).toBe(revoked.body.version);
    const form = await resident.get(`/api/qr-points/codes/${point.code}`);
    expect([form.status, form.body.code]).toEqual([410, 'qrCodeRevoked']);
    const refused = await resident.post('/api/submissions', { channel: 'qrSubmission', code: point.code, text: TEXT });
    expect(refused.status).toBe(410);
    expect((await liaison.get(`/api/submissions/${id}`)).body).toMatchObject({ qrPointId: point.id, place: '北门' });
  });

  it('is made by the administrator only, for places that exist', async () => {
    expect((await newPoint(worker)).status).toBe(403);
    expect((await newPoint(resident)).status).toBe(401);
    expect((await newPoint(admin, { communityId: 'ZX99' })).body.code).toBe('unknownCommunity');
  });

  it('is printed on a sheet with plain words, and a place cannot write markup into it', async () => {
    const { body: point } = await newPoint(admin, { place: '<script>x</script>' });
    const sheet = await head.text(`/api/qr-points/${point.id}/sheet`);
    expect(sheet).toContain('<svg');
    expect(sheet).toContain(`/q/${point.code}`);
    expect(sheet).toContain('每件都有书面答复');
    expect(sheet).toContain('<h1>有事好商量</h1>');
    expect(sheet).not.toContain('<script>');
    expect((await otherWorker.get(`/api/qr-points/${point.id}/sheet`)).status).toBe(403);
    expect((await head.get('/api/qr-points')).body.items.map(({ id }: { id: string }) => id)).toContain(point.id);
    const here = (await admin.get('/api/qr-points?communityId=ZX01')).body.items;
    expect(here.map(({ id }: { id: string }) => id)).toContain(point.id);
    expect((await admin.get('/api/qr-points?communityId=ZX14')).body.items).toEqual([]);
  });

  it('that is flooded says when to try again', async () => {
    const { body: point } = await newPoint(admin, { place: '东门' });
    const body = { channel: 'qrSubmission', code: point.code, text: '甲' };
    for (let count = 0; count < POINT_LIMIT.most; count += 1) await resident.post('/api/submissions', body);
    const refused = await resident.post('/api/submissions', body);
    expect([refused.status, refused.body.code]).toEqual([429, 'rateLimited']);
  });
});

describe('a submission without sign-in', () => {
  it('gets a tracking code and a promise at once, and its state in plain words by the code [S35]', async () => {
    const { status, body } = await resident.post('/api/submissions', FORM);
    expect([status, body.state]).toEqual([201, 'RECEIVED']);
    expect(body.trackingCode).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(body.next).toContain(body.trackingCode);
    expect(new Date(body.dueAt).getTime()).toBeGreaterThan(Date.now());
    const standing = await track(body.trackingCode.toLowerCase());
    expect(standing.body).toMatchObject({ state: 'RECEIVED', overdue: false, words: '收到了，工作人员正在看。' });
  });

  it('is told of a typo in the code, and that a well-formed code is not known', async () => {
    const { trackingCode } = await sent();
    const wrong = trackingCode.slice(0, -1) + (trackingCode.endsWith('A') ? 'B' : 'A');
    expect(await track(wrong)).toMatchObject({ status: 422, body: { code: 'trackingCodeTypo' } });
    expect(await track('2222-2222-2222')).toMatchObject({ status: 404, body: { code: 'notFound' } });
  });

  it('needs a subdistrict and a community that exist, and a text of at most 2,000 characters', async () => {
    for (const [wrong, problem] of [
      [{ subdistrictId: 'nowhere' }, 'unknownSubdistrict'],
      [{ subdistrictId: undefined }, 'unknownSubdistrict'],
      [{ communityId: 'ZX99' }, 'unknownCommunity'],
      [{ categoryCode: 'Z9' }, 'unknownCategory'],
      [{ text: 'x'.repeat(2001) }, 'validationFailed'],
      [{ contact: { phone: PHONE } }, 'validationFailed'],
      [{ channel: 'qrSubmission' }, 'validationFailed'],
    ] as const) {
      const { status, body } = await resident.post('/api/submissions', { ...FORM, ...wrong });
      expect([wrong, status, body.code]).toEqual([wrong, 422, problem]);
    }
  });

  it('sent twice under one key is one submission with one tracking code', async () => {
    const key = { 'Idempotency-Key': 'phone-4711-draft-1' };
    const first = await resident.post('/api/submissions', FORM, key);
    const second = await resident.post('/api/submissions', FORM, key);
    expect(second.body.trackingCode).toBe(first.body.trackingCode);
    const reused = await resident.post('/api/submissions', { ...FORM, text: '别的' }, key);
    expect(reused.body.code).toBe('idempotencyKeyReused');
  });

  it('leaves no contact in lists, history, events or under the code, and no words in events', async () => {
    const contact = { name: '李某某', phone: PHONE };
    const { id, trackingCode } = await sent({ ...FORM, contact, consent: true });
    await step(liaison, id, 'answer', { answer: ANSWER });
    expect(await topics.rows('SELECT 1 FROM submission_contact WHERE submission_id = $1', id)).toHaveLength(1);
    const outbox = await topics.rows('SELECT envelope FROM outbox_event WHERE subject = $1', id);
    expect(outbox).toHaveLength(2);
    const seen = {
      list: (await liaison.get('/api/submissions')).body,
      one: (await worker.get(`/api/submissions/${id}`)).body,
      tracking: (await track(trackingCode)).body,
      timeline: await topics.rows('SELECT * FROM timeline_entry WHERE aggregate_id = $1', id),
      outbox,
    };
    for (const [where, what] of Object.entries(seen)) {
      const text = JSON.stringify(what, (_name, value) => (typeof value === 'bigint' ? String(value) : value));
      for (const secret of [PHONE, contact.name]) expect([where, text.includes(secret)]).toEqual([where, false]);
    }
    expect(JSON.stringify(seen.outbox)).not.toContain('飞线');
    expect(JSON.stringify([seen.outbox, seen.timeline.map((row) => row['details'])])).not.toContain('充电桩');
    expect(JSON.stringify(seen.tracking)).not.toContain('飞线');
  });

  it('cannot use a channel of the staff, and nobody reads the list', async () => {
    expect((await resident.post('/api/submissions', { ...FORM, channel: 'hall' })).status).toBe(401);
    expect((await resident.get('/api/submissions')).status).toBe(401);
  });
});

describe('staff', () => {
  it('enter on behalf of who comes in person, for their own community', async () => {
    const hall = { communityId: 'ZX01', channel: 'hall', text: TEXT };
    expect((await worker.post('/api/submissions', hall)).status).toBe(201);
    const [newest] = (await liaison.get('/api/submissions?channel=hall')).body.items;
    expect(newest).toMatchObject({ enteredBy: 'zx-worker-01', state: 'RECEIVED' });
    expect((await otherWorker.post('/api/submissions', hall)).status).toBe(403);
  });

  it('see what lies in their scope, page by page, and what is overdue', async () => {
    const { id } = await sent({ ...FORM, communityId: 'ZX02' });
    expect((await worker.get(`/api/submissions/${id}`)).status).toBe(404);
    expect((await otherWorker.get('/api/submissions')).body.items.map((one: { id: string }) => one.id)).toEqual([id]);
    const first = (await liaison.get('/api/submissions?limit=2')).body;
    const second = (await liaison.get(`/api/submissions?limit=2&cursor=${first.nextCursor}`)).body;
    const ids = [...first.items, ...second.items].map((one: { id: string }) => one.id);
    expect(new Set(ids).size).toBe(4);
    expect((await liaison.get('/api/submissions?overdue=true')).body.items).toEqual([]);
    await topics.rows(`UPDATE submission SET due_at = now() - interval '1 hour' WHERE id = $1`, id);
    const late = (await liaison.get('/api/submissions?overdue=true')).body.items;
    expect(late).toMatchObject([{ id, overdue: true }]);
  });

  it('screen it and hand it to the community, which answers; only then it ends', async () => {
    const { id, trackingCode } = await sent();
    const early = await step(worker, id, 'answer', { answer: ANSWER });
    expect([early.status, early.body.code]).toEqual([409, 'wrongState']);
    const screened = await step(liaison, id, 'screening', { categoryCode: 'C1', handToCommunity: true });
    expect(screened.body).toMatchObject({ state: 'RECEIVED', handedToCommunity: true, categoryCode: 'C1' });
    expect((await track(trackingCode)).body.words).toBe('已请社区答复您。');
    expect((await step(liaison, id, 'screening', {})).status).toBe(409);
    expect((await step(worker, id, 'answer', { answer: ANSWER })).body.state).toBe('ANSWERED');
    expect((await track(trackingCode)).body).toMatchObject({ state: 'ANSWERED', answer: ANSWER, overdue: false });
    const events = await topics.rows(
      `SELECT envelope->>'type' AS type FROM outbox_event WHERE subject = $1 ORDER BY position`,
      id,
    );
    expect(events.map(({ type }) => type)).toEqual([
      ...['submission.received.v1', 'submission.screened.v1', 'submission.answered.v1'],
    ]);
  });

  it('end it in no way without a written answer, and the sender reads each of them [S111]', async () => {
    const master = await sent();
    const ends = [
      ['answer', {}, 'ANSWERED'],
      ['topic', { topicId: PARKING }, 'TOPIC'],
      ['merge', { mergedInto: master.id }, 'MERGED'],
      ['decline', { reasonCode: 'otherAuthority' }, 'NOT_ACCEPTED'],
    ] as const;
    for (const [name, body, state] of ends) {
      const { id, trackingCode } = await sent();
      for (const answer of [undefined, '', '   ']) {
        expect([name, (await step(liaison, id, name, { ...body, answer })).status]).toEqual([name, 422]);
      }
      const ended = await step(liaison, id, name, { ...body, answer: ANSWER });
      expect([ended.status, ended.body.state, ended.body.answer]).toEqual([200, state, ANSWER]);
      const standing = (await track(trackingCode)).body;
      expect(standing).toMatchObject({ state, answer: ANSWER, answeredAt: expect.any(String) });
      const again = await step(liaison, id, 'answer', { answer: '另一份' });
      expect([again.status, again.body.state]).toEqual([409, state]);
    }
    // Whoever forgets it in the code is stopped by the table.
    const update = `UPDATE submission SET state = 'ANSWERED' WHERE id = $1`;
    await expect(topics.rows(update, master.id)).rejects.toThrow(/submission_ends_answered/);
  });

  it('see how many got their answer, of those that were due [S111]', async () => {
    const before = (await otherWorker.get('/api/submissions/response-rate')).body;
    const [answered, late] = [
      await sent({ ...FORM, communityId: 'ZX02' }),
      await sent({ ...FORM, communityId: 'ZX02' }),
    ];
    await step(liaison, answered.id, 'answer', { answer: ANSWER });
    const past = `UPDATE submission SET due_at = now() - interval '1 hour',
      screened_at = screened_at - interval '2 hours' WHERE id IN ($1, $2)`;
    await topics.rows(past, answered.id, late.id);
    const { body } = await otherWorker.get('/api/submissions/response-rate');
    expect(body.due - before.due).toBe(2);
    expect(body.answered - before.answered).toBe(1);
    expect(body.screenedInTime - before.screenedInTime).toBe(1);
    expect(body.answeredShare).toBeCloseTo(body.answered / body.due);
    const empty = (await liaison.get('/api/submissions/response-rate?to=2020-01-01T00:00:00Z')).body;
    expect(empty).toMatchObject({ due: 0 });
    expect(empty).not.toHaveProperty('answeredShare');
    expect((await admin.get('/api/submissions/response-rate')).status).toBe(403);
  });

  it('name only topics and submissions that are there, and not itself', async () => {
    const { id } = await sent();
    const nowhere = '8d6ad0d6-0000-4000-8000-000000000000';
    const answer = ANSWER;
    expect((await step(liaison, id, 'topic', { topicId: nowhere, answer })).body.code).toBe('unknownTopic');
    for (const mergedInto of [nowhere, id]) {
      expect((await step(liaison, id, 'merge', { mergedInto, answer })).body.code).toBe('unknownSubmission');
    }
  });

  it('do not decline what they entered themselves; others do not screen', async () => {
    await liaison.post('/api/submissions', { communityId: 'ZX01', channel: 'staff', text: TEXT });
    const [own] = (await liaison.get('/api/submissions?channel=staff')).body.items;
    const declined = await step(liaison, own.id, 'decline', { reasonCode: 'unclear', answer: ANSWER });
    expect([declined.status, declined.body.code]).toEqual([403, 'separationOfDuties']);
    expect((await step(worker, own.id, 'screening', {})).status).toBe(403);
    expect((await step(otherWorker, own.id, 'screening', {})).status).toBe(404);
  });
});

describe('an endorsement', () => {
  const endorse = (who: Caller, body: object = {}, topic = PARKING) =>
    who.post(`/api/topics/${topic}/endorsements`, body);

  it('counts once for each phone and person, and orders the pool [S38]', async () => {
    const first = await endorse(resident);
    expect(first).toMatchObject({ status: 200, body: { topicId: PARKING, endorsements: 1 } });
    const { deviceToken } = first.body;
    expect((await endorse(resident, { deviceToken })).body).toMatchObject({ endorsements: 1, deviceToken });
    expect((await endorse(worker)).body.endorsements).toBe(2);
    expect((await endorse(worker)).body.endorsements).toBe(2);
    const twice = await Promise.all([1, 2, 3].map(() => endorse(resident, { deviceToken: 'x'.repeat(24) })));
    expect(twice.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { items } = (await liaison.get('/api/topics?order=endorsements&limit=100')).body;
    expect(items[0]).toMatchObject({ id: PARKING, endorsements: 3 });
    const counts = items.map((one: { endorsements: number }) => one.endorsements);
    expect(counts).toEqual(counts.toSorted((a: number, b: number) => b - a));
    const page = (await liaison.get('/api/topics?order=endorsements&limit=1')).body;
    const next = (await liaison.get(`/api/topics?order=endorsements&limit=1&cursor=${page.nextCursor}`)).body;
    expect([page.items[0].id, next.items[0].id]).toEqual(items.slice(0, 2).map((one: { id: string }) => one.id));
    expect(JSON.stringify(await topics.rows('SELECT * FROM topic_endorsement'))).not.toContain('xxxx');
  });

  it('is for public topics only', async () => {
    const draft = { title: '甲', problem: '乙', categoryCode: 'B2', communityIds: ['ZX01'] };
    const { body: topic } = await worker.post('/api/topics', draft);
    expect((await endorse(resident, {}, topic.id)).status).toBe(404);
    expect((await endorse(resident, {}, 'nothing')).status).toBe(404);
  });
});

describe('a comment on a public topic', () => {
  const comments = `/api/topics/${PARKING}/comments`;
  const shown = async (who: Caller) => (await who.get(comments)).body.items.map((one: { text: string }) => one.text);

  it('of a resident is read by others once it was let through, and never otherwise', async () => {
    const kept = await resident.post(comments, { text: '充电桩装在北侧好。' });
    expect(kept).toMatchObject({ status: 201, body: { state: 'PENDING', byMember: false } });
    const refused = await resident.post(comments, { text: '骂人的话' });
    expect(await shown(resident)).toEqual([]);
    expect((await resident.get(`${comments}?state=PENDING`)).status).toBe(401);
    expect((await worker.get(`${comments}?state=PENDING`)).status).toBe(403);
    expect((await liaison.get(`${comments}?state=PENDING`)).body.items).toHaveLength(2);
    const rule = (who: Caller, id: string, publish: boolean) => who.post(`${comments}/${id}/moderation`, { publish });
    expect((await rule(worker, kept.body.id, true)).status).toBe(403);
    expect((await rule(liaison, kept.body.id, true)).body.state).toBe('PUBLISHED');
    expect((await rule(liaison, refused.body.id, false)).body.state).toBe('REJECTED');
    expect((await rule(liaison, refused.body.id, true)).body.code).toBe('wrongState');
    expect(await shown(resident)).toEqual(['充电桩装在北侧好。']);
  });

  it('of a member is public at once; the words are in no history', async () => {
    const member = topics.as({ userId: 'zx-member-01', posts: [{ role: 'member', memberId: 'ZX-M01' }] });
    const { body } = await member.post(comments, { text: '我来约物业。' });
    expect(body).toMatchObject({ state: 'PUBLISHED', byMember: true });
    expect(await shown(resident)).toContain('我来约物业。');
    const timeline = await topics.rows('SELECT details FROM timeline_entry WHERE aggregate_id = $1', body.id);
    expect(JSON.stringify(timeline)).not.toContain('物业');
  });

  it('is found from the code of the place, with the endorsement [S98]', async () => {
    const { body: form } = await resident.get(`/api/qr-points/codes/${code}`);
    const [topic] = form.topics;
    const [endorsed, commented] = [
      await resident.post(`/api/topics/${topic.id}/endorsements`, { deviceToken: 'q'.repeat(24) }),
      await resident.post(`/api/topics/${topic.id}/comments`, { text: '支持。' }),
    ];
    expect([endorsed.status, commented.status]).toEqual([200, 201]);
    const again = (await resident.get(`/api/qr-points/codes/${code}`)).body.topics;
    expect(again[0].endorsements).toBe(endorsed.body.endorsements);
    const sending = { channel: 'qrSubmission', code, text: TEXT };
    expect((await resident.post('/api/submissions', sending)).status).toBe(201);
  });

  it('is for public topics only', async () => {
    const draft = { title: '甲', problem: '乙', categoryCode: 'B2', communityIds: ['ZX01'] };
    const { body: topic } = await worker.post('/api/topics', draft);
    expect((await resident.post(`/api/topics/${topic.id}/comments`, { text: '甲' })).status).toBe(404);
    expect((await resident.get(`/api/topics/${topic.id}/comments`)).status).toBe(404);
  });
});
