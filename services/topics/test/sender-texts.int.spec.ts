import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import { eventOf, whistleSnapshot } from '@hsl/testing/facts';
import { SenderNewsConsumer } from '../src/sender-texts/sender-news.consumer.js';
import { SenderTextSweep } from '../src/sender-texts/sender-text-sweep.js';
import { SenderTextSender } from '../src/sender-texts/sender-text-sender.js';
import { Caller, TopicsService } from './topics-service.js';

interface PhoneText {
  id: string;
  phone: string;
  text: string;
}

const DUE = Date.parse('2026-12-03T18:00:00+08:00');
const HOUR_MS = 3_600_000;
const CONTACT = { name: '李某某', phone: '13800006789' };
const FORM = {
  subdistrictId: 'zx',
  communityId: 'ZX01',
  place: '二单元门口',
  text: '门口停满了电动车，夜里飞线充电。',
};

let topics: TopicsService;
let provider: Server;
/** What the provider says; 200 takes the text. */
let status = 200;
const texts: PhoneText[] = [];

beforeAll(async () => {
  provider = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (status === 200) texts.push(JSON.parse(body) as PhoneText);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/texts`;
  Object.assign(process.env, { SMS_SENDER: 'http', SMS_URL: url, GATEWAY_PUBLIC_URL: 'https://hsl.example.cn/' });
  topics = await TopicsService.start(['postgres']);
  for (const name of ['SMS_SENDER', 'SMS_URL', 'GATEWAY_PUBLIC_URL']) delete process.env[name];
  await topics.know('ZX01', '聂寨');
  await topics.learnDepartments('ZX-CGJ');
}, 60_000);

afterAll(async () => {
  await topics?.stop();
  provider?.close();
});

/** A submission with a phone that became a whistle, as liaison officer and blower see it. */
async function blown(
  extra: object = { contact: CONTACT, consent: true },
): Promise<{ code: string; whistleId: string; id: string }> {
  const liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
  const sent = await new Caller(topics.origin).post('/api/submissions', { ...FORM, ...extra });
  const [{ id }] = (await liaison.get('/api/submissions?limit=1')).body.items;
  const whistleId = randomUUID();
  await topics.blow(whistleId, 'ZX01');
  const taken = await liaison.post(`/api/submissions/${id}/whistle`, { whistleId, answer: '已吹哨。' });
  expect(taken.status).toBe(200);
  return { code: sent.body.trackingCode, whistleId, id };
}

/** Urgent, so that the hour at which the spec runs does not matter. */
const at = (whistleId: string, differs: Partial<WhistleSnapshot> = {}): WhistleSnapshot =>
  whistleSnapshot({ whistleId, grade: 'G2', leadDepartmentId: 'ZX-CGJ', dueAt: DUE, ...differs });
const news = () => topics.app.get(SenderNewsConsumer);
const rowsOf = (id: string) =>
  topics.rows('SELECT kind, state, reason, attempts FROM sender_text WHERE submission_id = $1 ORDER BY created_at', id);

/** What waits again says why; before its first attempt has ended it waits, too, and is counted as one already. */
async function settled(id: string, count: number, states = ['SENT', 'SKIPPED', 'DEAD']) {
  const isTried = ({ state, attempts, reason }: Record<string, unknown>): boolean =>
    states.includes(String(state)) && Number(attempts) > 0 && (state !== 'WAITING' || reason !== null);
  for (let look = 0; look < 200; look += 1) {
    const rows = await rowsOf(id);
    if (rows.filter(isTried).length === count) return rows;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`not so far: ${JSON.stringify(await rowsOf(id))}`);
}

describe('senders who left a phone', () => {
  it('are told who is on it, that it takes longer, that it is done; each once, and no earlier date', async () => {
    const { code, whistleId, id } = await blown();
    const dispatched = eventOf('whistle.dispatched.v1', at(whistleId));
    await news().onNews(dispatched);
    await news().onNews(dispatched);
    await settled(id, 1);
    await news().onNews(eventOf('whistle.rescheduled.v1', at(whistleId, { dueAt: DUE - 24 * HOUR_MS })));
    await news().onNews(eventOf('whistle.rescheduled.v1', at(whistleId, { dueAt: DUE + 24 * HOUR_MS })));
    await settled(id, 2);
    await news().onNews(eventOf('whistle.verified.v1', at(whistleId, { state: 'REVISITING' })));
    await settled(id, 3);
    const link = `https://hsl.example.cn/t/${code}`;
    expect(texts.splice(0).map(({ phone, text }) => [phone, text])).toEqual([
      [CONTACT.phone, `【有事好商量】查询码${code}已受理，ZX-CGJ牵头，12月3日18时前答复您。查进度 ${link}`],
      [CONTACT.phone, `【有事好商量】您的事要多等几天，新时间12月4日18时前。让您久等了。查进度 ${link}`],
      [CONTACT.phone, `【有事好商量】您反映的事办完了，请看看是不是真好了。点 ${link}/rating 评价，不满意我们再办。`],
    ]);
  });

  it('are told of the whistle that theirs was merged into, and of the one that it went into', async () => {
    const { whistleId, id } = await blown();
    const [master, last] = [randomUUID(), randomUUID()];
    const merge = (one: string, masterId: string) =>
      news().onMerged(eventOf('whistle.merged.v1', { ...at(one, { state: 'MERGED' }), masterId }));
    await merge(whistleId, master);
    await merge(master, last);
    await news().onNews(eventOf('whistle.verified.v1', at(last)));
    await settled(id, 1);
    expect(texts.splice(0)).toHaveLength(1);
  });

  it('are texted again while the provider is away, and not at all once it refuses for good or the phone is gone', async () => {
    const { whistleId, id } = await blown();
    status = 503;
    await news().onNews(eventOf('whistle.dispatched.v1', at(whistleId)));
    expect(await settled(id, 1, ['WAITING'])).toMatchObject([{ state: 'WAITING', reason: 'sms503', attempts: 1 }]);
    status = 400;
    await news().onNews(eventOf('whistle.verified.v1', at(whistleId)));
    expect((await settled(id, 1))[1]).toMatchObject({ state: 'DEAD', reason: 'sms400' });
    status = 200;
    await topics.rows('DELETE FROM submission_contact WHERE submission_id = $1', id);
    await topics.rows('UPDATE sender_text SET due_at = now() WHERE submission_id = $1', id);
    topics.app.get(SenderTextSender).kick();
    expect((await settled(id, 2))[0]).toMatchObject({ state: 'SKIPPED', reason: 'noContact' });
    expect(texts).toEqual([]);
  });

  it('are texted after all once an administrator sends again what was given up', async () => {
    const { whistleId, id } = await blown();
    const [admin, auditor, liaison, elsewhere] = [
      topics.as({ userId: 'zx-admin', posts: [{ role: 'admin' }] }),
      topics.as({ userId: 'zx-auditor', posts: [{ role: 'auditor' }] }),
      topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] }),
      topics.as({ userId: 'ys-admin', subdistrictId: 'ys', posts: [{ role: 'admin' }] }),
    ] as const;
    status = 400;
    await news().onNews(eventOf('whistle.verified.v1', at(whistleId)));
    await settled(id, 1);
    status = 200;
    const { items } = (await auditor.get('/api/failed-sender-texts?limit=1')).body;
    expect(items).toMatchObject([{ submissionId: id, kind: 'done', reason: 'sms400', attempts: 1 }]);
    expect(JSON.stringify(items)).not.toContain(CONTACT.phone);
    const again = `/api/failed-sender-texts/${items[0].id}/replay`;
    expect((await elsewhere.get('/api/failed-sender-texts')).body.items).toEqual([]);
    expect([(await elsewhere.post(again, {})).status, (await auditor.post(again, {})).status]).toEqual([404, 403]);
    expect((await liaison.get('/api/failed-sender-texts')).status).toBe(403);
    const { status: taken, body } = await admin.post(again, {});
    expect([taken, Date.parse(body.goesAt) >= Date.now() - HOUR_MS]).toEqual([200, true]);
    expect((await admin.post(again, {})).body).toMatchObject({ code: 'wrongState' });
    // Whatever the hour at which the spec runs.
    await topics.rows('UPDATE sender_text SET due_at = now() WHERE submission_id = $1', id);
    topics.app.get(SenderTextSender).kick();
    expect(await settled(id, 1, ['SENT'])).toMatchObject([{ state: 'SENT', attempts: 1 }]);
    expect(texts.splice(0)).toMatchObject([{ phone: CONTACT.phone }]);
  });

  it('are left in peace at night, unless it is urgent; who left no phone is not texted', async () => {
    const [silent, sleeper] = [await blown({}), await blown()];
    await news().onNews(eventOf('whistle.dispatched.v1', at(silent.whistleId)));
    expect(await rowsOf(silent.id)).toEqual([]);
    await news().onNews(eventOf('whistle.dispatched.v1', at(sleeper.whistleId, { grade: 'G3' })));
    const [row] = await topics.rows(
      `SELECT extract(hour FROM due_at AT TIME ZONE 'Asia/Shanghai')::int AS hour FROM sender_text WHERE submission_id = $1`,
      sleeper.id,
    );
    expect(row!['hour']).toBeGreaterThanOrEqual(7);
    expect(row!['hour']).toBeLessThan(22);
  });

  it('are not texted about what could not go out for three days; the log of texts ends after ninety', async () => {
    const [late, old] = [await blown(), await blown()];
    await news().onNews(eventOf('whistle.dispatched.v1', at(old.whistleId)));
    await settled(old.id, 1);
    await topics.rows(
      `UPDATE sender_text SET settled_at = now() - interval '91 days' WHERE submission_id = $1`,
      old.id,
    );
    status = 503;
    await news().onNews(eventOf('whistle.dispatched.v1', at(late.whistleId)));
    await settled(late.id, 1, ['WAITING']);
    await topics.rows(
      `UPDATE sender_text SET created_at = now() - interval '4 days' WHERE submission_id = $1`,
      late.id,
    );
    expect(await topics.app.get(SenderTextSweep).run()).toBe(2);
    status = 200;
    expect(await rowsOf(old.id)).toEqual([]);
    expect(await rowsOf(late.id)).toMatchObject([{ state: 'DEAD', reason: 'expired' }]);
    texts.splice(0);
  });

  it('keep their code to themselves: who reads the phone does not get it', async () => {
    const { id } = await blown();
    const liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
    const { body } = await liaison.post(`/api/submissions/${id}/contact-readings`, { purpose: 'callBack' });
    expect(body).toEqual({ ...CONTACT, consentedAt: expect.any(String), serverNow: expect.any(String) });
  });
});

describe('a sender who asks what is held', () => {
  const anyone = () => new Caller(topics.origin);
  const leader = (userId = 'zx-deputyleader1', subdistrictId = 'zx') =>
    topics.as({ userId, subdistrictId, posts: [{ role: 'deputyLeader' }] });
  const [data, requests] = ['/api/personal-data', '/api/personal-data/erasure-requests'];

  /** Something sent from this phone, and its code. */
  const sent = async (phone: string, text = FORM.text): Promise<string> => {
    const contact = { name: '赵某某', phone };
    const body = { ...FORM, text, contact, consent: true, position: { lat: 34.7466, lon: 113.6254, accuracyM: 20 } };
    return (await anyone().post('/api/submissions', body)).body.trackingCode;
  };
  const texted = (): string => /验证码(\d{6})/.exec(texts.splice(0).at(-1)!.text)![1]!;
  const prove = (trackingCode: string, code?: string) => anyone().post(`${data}/proofs`, { trackingCode, code });
  async function proven(trackingCode: string): Promise<string> {
    await anyone().post(`${data}/codes`, { trackingCode });
    return (await prove(trackingCode, texted())).body.proof;
  }

  it('gets all that one phone sent, once the texted code is typed, and nothing of anybody else', async () => {
    const [first, second, other] = [
      await sent('13900001111'),
      await sent('13900001111', '路灯坏了。'),
      await sent('13900002222', '别人的话。'),
    ];
    expect((await anyone().post(`${data}/codes`, { trackingCode: first })).body).toMatchObject({
      ...{ isNeeded: true, phone: '139****1111' },
    });
    const again = await anyone().post(`${data}/codes`, { trackingCode: first });
    expect([again.status, again.body.code]).toEqual([429, 'rateLimited']);
    const code = texted();
    expect((await prove(first)).body.code).toBe('wrongCode');
    expect((await prove(second, code)).body.code).toBe('wrongCode');
    const { proof } = (await prove(first, code)).body;
    // A code proves once.
    expect((await prove(first, code)).body.code).toBe('wrongCode');
    const { status: found, body } = await anyone().post(`${data}/exports`, { proof });
    expect([found, body.sections.map(({ title }: { title: string }) => title)]).toEqual([200, ['您反映的事']]);
    expect(body.sections[0].entries).toHaveLength(2);
    expect(body.sections[0].entries[0]).toEqual(
      expect.arrayContaining([
        { label: '您写的内容', value: '路灯坏了。' },
        { label: '姓名', value: '赵某某' },
        { label: '电话', value: '13900001111' },
        { label: '手机给的位置', value: '34.7466, 113.6254 (±20 m)' },
      ]),
    );
    expect(JSON.stringify(body)).not.toMatch(/别人的话|13900002222/);
    for (const forged of ['x', `${proof}x`.slice(1), other])
      expect((await anyone().post(`${data}/exports`, { proof: forged })).body.code).toBe('senderNotProven');
  });

  it('is not proven by guessing: five tries, then the right code is too late', async () => {
    const trackingCode = await sent('13900003333');
    await anyone().post(`${data}/codes`, { trackingCode });
    const code = texted();
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1) expect((await prove(trackingCode, wrong)).status).toBe(422);
    expect((await prove(trackingCode, code)).body.code).toBe('wrongCode');
  });

  it('who left no phone proves it by the tracking code, which shows no own words', async () => {
    const position = { lat: 34.7466, lon: 113.6254, accuracyM: 20 };
    const { trackingCode } = (await anyone().post('/api/submissions', { ...FORM, position })).body;
    expect((await anyone().post(`${data}/codes`, { trackingCode })).body).toMatchObject({ isNeeded: false });
    const { proof } = (await prove(trackingCode)).body;
    const { body } = await anyone().post(`${data}/exports`, { proof });
    expect(body.sections[0].entries).toHaveLength(1);
    expect(JSON.stringify(body)).not.toContain(FORM.text);
    expect(JSON.stringify(body)).not.toContain('34.7466');
    expect(texts).toEqual([]);
  });

  it('is forgotten when a deputy leader grants it, with a reason: names and phones go, matters and figures stay', async () => {
    const [first, second] = [await sent('13900004444'), await sent('13900004444')];
    const proof = await proven(first);
    const id = randomUUID();
    const asked = await anyone().post(requests, { id, proof });
    expect([asked.status, asked.body.state]).toEqual([200, 'REQUESTED']);
    expect((await anyone().post(requests, { id, proof })).body.requestedAt).toBe(asked.body.requestedAt);
    expect((await anyone().post(requests, { id: randomUUID(), proof })).body.code).toBe('erasureRequested');
    const [liaison, admin, auditor] = (['liaisonOfficer', 'admin', 'auditor'] as const).map((role) =>
      topics.as({ userId: `zx-${role}`, posts: [{ role }] }),
    ) as [Caller, Caller, Caller];
    const rate = async () => (await liaison.get('/api/submissions/response-rate')).body;
    const { due, open } = await rate();
    const [listed] = (await leader().get(`${requests}?state=REQUESTED`)).body.items;
    expect(listed).toMatchObject({ id, subject: 'resident', mayDecide: true });
    expect(listed.submissionIds).toHaveLength(2);
    expect(JSON.stringify(listed)).not.toContain('13900004444');
    expect((await leader('ys-deputyleader1', 'ys').get(requests)).body.items).toEqual([]);
    for (const other of [liaison, admin]) expect((await other.get(requests)).body.code).toBe('roleNotAllowed');
    const decide = (who: Caller, body: object) => who.post(`${requests}/${id}/decision`, body);
    const granted = { verdict: 'approve', reason: '本人要求' };
    expect((await decide(auditor, granted)).status).toBe(403);
    expect((await decide(leader(), { verdict: 'approve', reason: ' ' })).status).toBe(422);
    const both = await Promise.all([decide(leader(), granted), decide(leader('zx-deputyleader2'), granted)]);
    expect(both.map(({ status: answered }) => answered).toSorted((a, b) => a - b)).toEqual([200, 409]);
    for (const table of ['submission_contact', 'submission_position']) {
      const left = `SELECT submission_id FROM ${table} WHERE submission_id = ANY($1::uuid[])`;
      expect(await topics.rows(left, listed.submissionIds)).toEqual([]);
    }
    expect(await rate()).toMatchObject({ due, open });
    for (const code of [first, second])
      expect((await anyone().get(`/api/submissions/track/${code}`)).body.state).toBe('RECEIVED');
    const trail = (await auditor.get(`/api/contact-readings?submissionId=${listed.submissionIds[1]}`)).body.items;
    expect(trail).toMatchObject([{ kind: 'contactErased', role: 'deputyLeader', reason: '本人要求' }]);
    const told = `SELECT envelope->'data' AS data FROM outbox_event WHERE subject = $1`;
    expect(await topics.rows(told, id)).toEqual([
      { data: { requestId: id, subject: 'resident', submissionIds: listed.submissionIds, at: expect.any(Number) } },
    ]);
  });

  it('may be a member, who reads the own words; nobody grants the own request', async () => {
    const member = topics.as({
      userId: 'zx-member-01',
      posts: [{ role: 'member', memberId: 'ZX-M01', communityIds: ['ZX01'] }, { role: 'deputyLeader' }],
    });
    const worker = topics.as({ userId: 'zx-worker-01', posts: [{ role: 'communityWorker', communityIds: ['ZX01'] }] });
    const id = randomUUID();
    expect((await worker.post(requests, { id })).body.code).toBe('roleNotAllowed');
    expect((await anyone().post(requests, { id })).status).toBe(401);
    expect((await member.post(requests, { id })).body.state).toBe('REQUESTED');
    expect((await member.get(data)).body.sections).toMatchObject([{ title: '您提出的删除申请' }]);
    const decision = `${requests}/${id}/decision`;
    const answer = { verdict: 'reject', reason: '任期内要能联系到' };
    expect((await member.post(decision, answer)).body.code).toBe('separationOfDuties');
    expect((await leader().post(decision, answer)).body).toMatchObject({
      state: 'REJECTED',
      decidedBy: 'zx-deputyleader1',
    });
  });
});

describe('a sender who lost the tracking code', () => {
  const anyone = () => new Caller(topics.origin);
  const data = '/api/personal-data';
  const ask = (phone: string, subdistrictId = 'zx') => anyone().post(`${data}/phone-codes`, { subdistrictId, phone });
  const prove = (phone: string, code: string, subdistrictId = 'zx') =>
    anyone().post(`${data}/phone-proofs`, { subdistrictId, phone, code });
  const list = (proof: string, query = '') => anyone().post(`${data}/matters${query}`, { proof });
  const texted = (): string => /验证码(\d{6})/.exec(texts.splice(0).at(-1)!.text)![1]!;
  const wrongOf = (code: string): string => (code === '000000' ? '000001' : '000000');
  const sent = async (phone: string, text = FORM.text): Promise<string> => {
    const contact = { name: '钱某某', phone };
    return (await anyone().post('/api/submissions', { ...FORM, text, contact, consent: true })).body.trackingCode;
  };
  const proven = async (phone: string): Promise<string> => {
    expect((await ask(phone)).status).toBe(200);
    return (await prove(phone, texted())).body.proof;
  };
  /** As if the codes so far had been texted that much earlier. */
  const earlier = (interval: string) =>
    topics.rows(`UPDATE phone_code SET sent_at = sent_at - $1::interval, first_at = first_at - $1::interval`, interval);

  it('finds all that was sent with the phone, newest first, page by page, with words and codes but no own words', async () => {
    const codes = [await sent('13700001111'), await sent('13700001111', '路灯坏了。'), await sent('13700001111')];
    await sent('13700002222', '别人的话。');
    expect((await ask('13700001111')).body).toEqual({ phone: '137****1111', serverNow: expect.any(String) });
    const { proof } = (await prove('13700001111', texted())).body;
    const first = (await list(proof, '?limit=2')).body;
    const rest = (await list(proof, `?limit=2&cursor=${first.nextCursor}`)).body;
    const items = [...first.items, ...rest.items];
    expect(items.map(({ trackingCode }) => trackingCode)).toEqual(codes.toReversed());
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, undefined]);
    expect(items[0]).toEqual({
      ...{ id: expect.any(String), trackingCode: codes[2], state: 'RECEIVED', overdue: false },
      ...{ words: '收到了，工作人员正在看。', receivedAt: expect.any(String) },
    });
    expect(JSON.stringify(items)).not.toMatch(/路灯|别人的话|1370000|钱某某/);
    const taken = await anyone().post(`/api/submissions/track/${codes[2]}/withdrawal`, {});
    expect([taken.status, (await list(proof)).body.items.length]).toEqual([200, 2]);
  });

  it('is answered the same whether or not the phone is known, and finds nothing with one that is not', async () => {
    await sent('13700003333');
    const [known, unknown] = [await ask('13700003333'), await ask('13700004444')];
    expect([known.status, Object.keys(known.body)]).toEqual([unknown.status, Object.keys(unknown.body)]);
    expect(texts.map(({ phone }) => phone)).toEqual(['13700003333', '13700004444']);
    const code = /\d{6}/.exec(texts[0]!.text)![0];
    const { proof } = (await prove('13700004444', texted())).body;
    expect((await list(proof)).body.items).toEqual([]);
    const never = await prove('13700005555', '123456');
    const wrong = await prove('13700003333', wrongOf(code));
    expect([never.status, never.body.code, wrong.body.code]).toEqual([422, 'wrongCode', 'wrongCode']);
  });

  it('is texted once a minute and five times a day, whoever types the phone, and no longer than a day counted', async () => {
    const phone = '13700006666';
    for (let count = 0; count < 5; count += 1) {
      expect((await ask(phone)).status).toBe(200);
      expect((await ask(phone)).body).toMatchObject({ code: 'rateLimited' });
      await earlier('61 seconds');
    }
    const refused = await ask(phone);
    expect([refused.status, refused.body.code]).toEqual([429, 'rateLimited']);
    // Another way to write it is the same phone, and a code that proves gives none of the five back.
    expect((await prove(phone, texted())).status).toBe(200);
    expect((await ask(` ${phone} `)).status).toBe(429);
    await earlier('24 hours');
    expect((await ask(phone)).status).toBe(200);
    texts.splice(0);
    await earlier('25 hours');
    await ask('13700007777');
    expect(await topics.rows('SELECT sent_count AS count FROM phone_code')).toEqual([{ count: 1 }]);
    texts.splice(0);
  });

  it('is not proven by guessing, by an old code, by one of another phone, or twice', async () => {
    await ask('13700008888');
    const code = texted();
    expect((await prove('13700009999', code)).body.code).toBe('wrongCode');
    for (let tries = 0; tries < 5; tries += 1)
      expect((await prove('13700008888', wrongOf(code))).body.code).toBe('wrongCode');
    expect((await prove('13700008888', code)).body.code).toBe('wrongCode');
    await ask('13700009999');
    const late = texted();
    await earlier('11 minutes');
    expect((await prove('13700009999', late)).body.code).toBe('wrongCode');
    await ask('13700009999');
    const good = texted();
    expect((await prove('13700009999', good, 'ys')).body.code).toBe('wrongCode');
    expect((await prove('13700009999', good)).status).toBe(200);
    expect((await prove('13700009999', good)).body.code).toBe('wrongCode');
  });

  it('proves the phone and nothing else: no export, no erasure, no other subdistrict', async () => {
    const trackingCode = await sent('13600001111');
    const proof = await proven('13600001111');
    expect((await list(proof)).body.items).toHaveLength(1);
    expect((await anyone().post(`${data}/exports`, { proof })).body.code).toBe('senderNotProven');
    const erase = { id: randomUUID(), proof };
    expect((await anyone().post(`${data}/erasure-requests`, erase)).body.code).toBe('senderNotProven');
    await anyone().post(`${data}/codes`, { trackingCode });
    const other = (await anyone().post(`${data}/proofs`, { trackingCode, code: texted() })).body.proof;
    for (const forged of ['x', `${proof}x`.slice(1), other])
      expect((await list(forged)).body.code).toBe('senderNotProven');
    expect((await ask('13600001111', 'nowhere')).body.code).toBe('unknownSubdistrict');
    expect((await ask('123')).body.code).toBe('validationFailed');
    await ask('13600001111', 'ys');
    const elsewhere = (await prove('13600001111', texted(), 'ys')).body.proof;
    expect((await list(elsewhere)).body.items).toEqual([]);
  });

  it('is told so where no texts go out at all', async () => {
    status = 503;
    const failed = await ask('13600002222');
    status = 200;
    expect([failed.status, failed.body.code]).toEqual([503, 'serviceUnavailable']);
  });
});
