import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { apiFaults, type ApiDocument } from '@hsl/deploy/checks/api-faults';
import type { FailedNoticePage } from '@hsl/contracts/schemas/failed-notices';
import type { NoticeRuleTable } from '@hsl/contracts/schemas/notice-rules';
import { readContactKeys } from '@hsl/platform/contact-keys';
import { sealText } from '@hsl/platform/sealed-text';
import { eventOf, rungFired, taskFact, whistleSnapshot } from '@hsl/testing/facts';
import { AddressErasureConsumer } from '../src/personal-data/address-erasure.consumer.js';
import { Reseal } from '../src/channels/reseal.js';
import { addressBoundTo } from '../src/settings/address-binding.js';
import { NoticesService, type Answer, type Person } from './notices-service.js';
import { PostOffice, until } from './post-office.js';

/** Monday 2026-11-23 09:00 in Asia/Shanghai, when the facts of the specs happen. */
const MONDAY = Date.UTC(2026, 10, 23, 1);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let office: PostOffice;
let notices: NoticesService;
let database: pg.Client;

const OLD_KEY = `old:${Buffer.alloc(32, 1).toString('base64')}`;
const NEW_KEY = `new:${Buffer.alloc(32, 2).toString('base64')}`;

const handlerOf = (departmentId: string): Person => ({
  userId: `handler-${departmentId}`,
  subdistrictId: 'zx',
  posts: [{ role: 'handler', departmentId }],
});
const taskFor = (departmentId: string) => eventOf('task.dispatched.v1', taskFact({ departmentId }));
const rungFor = (departmentId: string, type: 'card.red.v1' | 'card.yellow.v1' = 'card.red.v1', whistleId?: string) =>
  eventOf(type, rungFired({ departmentId, ...(whistleId === undefined ? {} : { whistleId }) }));
const blownUrgent = (whistleId: string) =>
  eventOf('whistle.blown.v1', { ...whistleSnapshot({ whistleId, grade: 'G1' }), kind: 'emergency', blownBy: 'worker' });
const headOf = (departmentId: string): Person => ({
  userId: `head-${departmentId}`,
  subdistrictId: 'zx',
  posts: [{ role: 'head', departmentId }],
});
const mailOf = ({ userId }: Person): string => `${userId.toLowerCase()}@example.cn`;
const lettersOf = (person: Person) => office.lettersTo(mailOf(person)).filter(({ id }) => id.includes('notice-'));
const deliveriesOf = async ({ userId }: Person) =>
  (
    await database.query<{ id: string; state: string; reason: string | null; channel: string; attempts: number }>(
      'SELECT id, state, reason, channel, attempts FROM delivery WHERE user_id = $1 ORDER BY id',
      [userId],
    )
  ).rows;

/** A letter arrives before it is written down that it was sent. */
const wereSent = async (person: Person, count: number) =>
  (await deliveriesOf(person)).filter(({ state }) => state === 'SENT').length === count;

/** The person types the own address and then the code that arrives there. */
async function reachable(person: Person, channel: 'email' | 'sms' = 'email', address = mailOf(person)): Promise<void> {
  await notices.know(person);
  const path = `/api/notice-settings/addresses/${channel}`;
  expect((await notices.send(person, 'PUT', path, { address })).status).toBe(200);
  const arrived = (): string | undefined =>
    channel === 'email' ? office.lettersTo(address).at(-1)?.text : office.textsTo(address).at(-1)?.text;
  await until(() => arrived() !== undefined, 'the code');
  const code = /\d{6}/.exec(arrived()!)![0];
  expect(await notices.post(person, `${path}/confirmation`, { code })).toMatchObject({ status: 200 });
}

const choose = (person: Person, differs: object): Promise<Answer> =>
  notices.send(person, 'PUT', '/api/notice-settings', {
    ...{ language: 'zh-CN', quietHours: { from: '22:00', to: '07:00' }, choices: [], ...differs },
  });

beforeAll(async () => {
  office = await PostOffice.open();
  notices = await NoticesService.start({ ...office.environment, CONTACT_KEYS: `${NEW_KEY},${OLD_KEY}` });
  database = await notices.connect();
  notices.itIs(MONDAY);
});

afterAll(async () => {
  await notices?.stop();
  await office?.close();
});

describe('an address', () => {
  it('gets nothing before its owner has typed the code that was sent there', async () => {
    const [handler, path] = [headOf('A1'), '/api/notice-settings/addresses/email'];
    await notices.know(handler);
    const set = await notices.send(handler, 'PUT', path, { address: 'a1@example.cn' });
    expect(set.body.channels[0]).toEqual({ channel: 'email', isOn: true, address: 'a1@example.cn', confirmed: false });
    await notices.tell(rungFor('A1'));
    expect(await deliveriesOf(handler)).toEqual([]);
    const code = /\d{6}/.exec(office.lettersTo('a1@example.cn')[0]!.text)![0];
    const wrong = await notices.post(handler, `${path}/confirmation`, { code: code === '000000' ? '1' : '000000' });
    expect(wrong.status).toBe(422);
    expect((await notices.post(handler, `${path}/confirmation`, { code })).body.channels[0]!.confirmed).toBe(true);
    await notices.tell(rungFor('A1'));
    await until(() => office.lettersTo('a1@example.cn').length === 2, 'the red card');
  });

  it('of a member is read by that member, and is gone once the wish to be forgotten was granted', async () => {
    const member: Person = {
      ...{ userId: 'member-09', subdistrictId: 'zx' },
      posts: [{ role: 'member', memberId: 'ZX-M09', communityIds: ['ZX01'] }],
    };
    await reachable(member);
    expect((await notices.ask(member, '/api/address-data', 'en')).body).toMatchObject({
      sections: [{ entries: [expect.arrayContaining([{ label: 'E-mail', value: mailOf(member) }])] }],
    });
    expect((await notices.ask(handlerOf('A9'), '/api/address-data')).status).toBe(403);
    const data = { requestId: 'r1', subject: 'member' as const, userId: member.userId, submissionIds: [], at: MONDAY };
    await notices.replicas[0]!.app.get(AddressErasureConsumer).onErased(eventOf('personalData.erased.v1', data));
    expect(JSON.stringify((await notices.ask(member, '/api/notice-settings')).body)).not.toContain(mailOf(member));
  });

  it('is refused if it is none, and a second code within a minute', async () => {
    const handler = handlerOf('A2');
    for (const [channel, address] of [
      ['email', 'nobody'],
      ['sms', '12345'],
    ])
      expect(
        await notices.send(handler, 'PUT', `/api/notice-settings/addresses/${channel}`, { address }),
      ).toMatchObject({ status: 422, body: { errors: [{ field: 'address' }] } });
    await reachable(handler);
    const again = await notices.send(handler, 'PUT', '/api/notice-settings/addresses/email', {
      address: 'b@example.cn',
    });
    expect(again).toMatchObject({ status: 429, body: { code: 'rateLimited' } });
  });

  it('lies sealed in its row, shows to its owner only, and is forgotten when its owner says so', async () => {
    const person = handlerOf('A3');
    await reachable(person, 'sms', '13800006789');
    const { rows } = await database.query('SELECT sealed FROM contact_address WHERE user_id = $1', [person.userId]);
    expect(rows[0].sealed.includes('13800006789')).toBe(false);
    const of = async (who: Person): Promise<string | undefined> =>
      (await notices.ask(who, '/api/notice-settings')).body.channels.find(({ channel }) => channel === 'sms')?.address;
    expect([await of(person), await of(handlerOf('A4'))]).toEqual(['13800006789', undefined]);
    await notices.send(person, 'DELETE', '/api/notice-settings/addresses/sms');
    expect(await of(person)).toBeUndefined();
  });
});

it('what lies under an older key is sealed with the current one, and still opens', async () => {
  const person = handlerOf('R1');
  const row = { subdistrictId: 'zx', userId: person.userId, channel: 'email' };
  const { keyId, sealed } = sealText('r1@example.cn', addressBoundTo(row), readContactKeys({ CONTACT_KEYS: OLD_KEY }));
  await database.query(
    `INSERT INTO contact_address (subdistrict_id, user_id, channel, key_id, sealed, code_hash, code_sent_at)
     VALUES ('zx', $1, 'email', $2, $3, '', now())`,
    [person.userId, keyId, sealed],
  );
  expect(await notices.replicas[0]!.app.get(Reseal).run()).toBe(1);
  const { rows } = await database.query('SELECT key_id FROM contact_address WHERE user_id = $1', [person.userId]);
  expect(rows).toEqual([{ key_id: 'new' }]);
  expect((await notices.ask(person, '/api/notice-settings')).body.channels[0]).toMatchObject({
    address: 'r1@example.cn',
  });
});

describe('a notice', () => {
  it('goes out at once if it is an alarm: by e-mail, and by a text that fits into one', async () => {
    const head = headOf('B1');
    await reachable(head);
    await reachable(head, 'sms', '13900000001');
    await notices.learn(
      eventOf('department.changed.v1', { departmentId: 'B1', code: 'b1', name: '城管局', active: true }),
    );
    await notices.tell(rungFor('B1'));
    await until(() => lettersOf(head).length === 1 && office.textsTo('13900000001').length === 2, 'both');
    expect(lettersOf(head)[0]).toMatchObject({
      subject: expect.stringMatching(/红牌.*城管局/),
      text: expect.stringContaining('https://hsl.example.cn/whistles/ZX-2026-000123'),
    });
    expect(office.textsTo('13900000001')[1]!.text).toBe(
      '【有事好商量】ZX-2026-000123的签收已到期，发红牌。 https://hsl.example.cn/inbox',
    );
  });

  it('of twenty in a row goes out once, as one digest, although two replicas send', async () => {
    const handler = handlerOf('B2');
    await reachable(handler);
    for (let count = 0; count < 20; count += 1) await notices.tell(taskFor('B2'));
    expect(lettersOf(handler)).toEqual([]);
    notices.itIs(MONDAY + MINUTE);
    await until(() => lettersOf(handler).length > 0, 'the digest');
    await until(async () => (await deliveriesOf(handler)).every(({ state }) => state === 'SENT'), 'all sent');
    expect(lettersOf(handler)).toHaveLength(1);
    expect(lettersOf(handler)[0]).toMatchObject({ subject: '您有 20 条消息', text: expect.stringContaining('\n20. ') });
    // The next one waits until a quarter of an hour after it.
    await notices.tell(taskFor('B2'));
    notices.itIs(MONDAY + 15 * MINUTE);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(lettersOf(handler)).toHaveLength(1);
    notices.itIs(MONDAY + 17 * MINUTE);
    await until(() => lettersOf(handler).length === 2, 'the next one');
  });

  it('that was read in the portal meanwhile is not sent', async () => {
    const handler = handlerOf('B3');
    notices.itIs(MONDAY);
    await reachable(handler);
    await notices.tell(taskFor('B3'));
    await notices.post(handler, '/api/inbox/read', { upTo: '999999999' });
    notices.itIs(MONDAY + 5 * MINUTE);
    await until(async () => (await deliveriesOf(handler))[0]?.state !== 'WAITING', 'its end');
    expect(await deliveriesOf(handler)).toMatchObject([{ state: 'SKIPPED', reason: 'read' }]);
  });

  it('that the server cannot take now is tried again under the same id, and is dead when it never will', async () => {
    const [later, never] = [headOf('B4'), headOf('B5')];
    notices.itIs(MONDAY);
    for (const person of [later, never]) await reachable(person);
    office.refusal = (to) => (to === mailOf(later) ? 450 : to === mailOf(never) ? 550 : undefined);
    await notices.tell(rungFor('B4'));
    await notices.tell(rungFor('B5'));
    await until(async () => (await deliveriesOf(never))[0]?.state === 'DEAD', 'the end of one');
    await until(async () => (await deliveriesOf(later))[0]?.reason === 'smtp450', 'the first try of the other');
    expect(await deliveriesOf(later)).toMatchObject([{ state: 'WAITING', attempts: 1 }]);
    office.refusal = () => undefined;
    notices.itIs(MONDAY + MINUTE);
    await until(() => wereSent(later, 1), 'the second try');
    const [sent] = await deliveriesOf(later);
    expect(sent).toMatchObject({ state: 'SENT', attempts: 2, reason: null });
    expect(lettersOf(later)[0]!.id).toBe(`<notice-${sent!.id}@hsl.example.cn>`);
    expect(await deliveriesOf(never)).toMatchObject([{ state: 'DEAD', reason: 'smtp550', attempts: 1 }]);
    const metrics = await (await fetch(`${notices.replicas[0]!.url}/metrics`)).text();
    expect(metrics).toMatch(/hsl_deliveries_total\{channel="email",outcome="(sent|dead|retried)"\}/);
  });

  it('that was given up is shown to administrators with its reason, and is sent again when they say so, once', async () => {
    const admin: Person = { userId: 'admin', subdistrictId: 'zx', posts: [{ role: 'admin' }] };
    const given = headOf('B5');
    const { id } = (await deliveriesOf(given))[0]!;
    const listed = await notices.ask(admin, '/api/failed-notices', 'en');
    const row = (listed.body as unknown as FailedNoticePage).items.find((one) => one.id === id);
    expect(row).toMatchObject({
      channel: 'email',
      userId: given.userId,
      kind: 'redCard',
      reason: 'smtp550',
      attempts: 1,
    });
    expect(JSON.stringify(row)).not.toContain(mailOf(given));
    expect((await notices.ask(given, '/api/failed-notices')).status).toBe(403);
    // Whoever may not know of another's notice is not told that it is there.
    expect((await notices.post(given, `/api/failed-notices/${id}/replay`)).status).toBe(404);
    expect(await notices.post(admin, `/api/failed-notices/${id}/replay`)).toMatchObject({ status: 200 });
    await until(() => lettersOf(given).length === 1, 'the letter');
    const again = await notices.post(admin, `/api/failed-notices/${id}/replay`);
    expect(again).toMatchObject({ status: 409, body: { code: 'wrongState' } });
    expect((await notices.post(admin, '/api/failed-notices/999999999/replay')).status).toBe(404);
    const elsewhere: Person = { ...admin, userId: 'ys-admin', subdistrictId: 'ys' };
    expect((await notices.ask(elsewhere, '/api/failed-notices')).body.items).toEqual([]);
  });

  it('that a process took and died with is sent by another when the claim has run out', async () => {
    const head = headOf('B6');
    notices.itIs(MONDAY);
    await reachable(head);
    office.refusal = (to) => (to === mailOf(head) ? 450 : undefined);
    await notices.tell(rungFor('B6'));
    await until(async () => (await deliveriesOf(head))[0]?.reason === 'smtp450', 'the first try');
    office.refusal = () => undefined;
    await database.query('UPDATE delivery SET claimed_until = $2 WHERE user_id = $1', [
      head.userId,
      new Date(MONDAY + 2 * MINUTE),
    ]);
    notices.itIs(MONDAY + MINUTE);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(lettersOf(head)).toEqual([]);
    notices.itIs(MONDAY + 3 * MINUTE);
    await until(() => lettersOf(head).length === 1, 'the letter');
  });

  it('for a closed account goes nowhere', async () => {
    const handler = handlerOf('B7');
    notices.itIs(MONDAY);
    await reachable(handler);
    await notices.tell(taskFor('B7'));
    await notices.know(handler, false, 2);
    notices.itIs(MONDAY + 5 * MINUTE);
    await until(async () => (await deliveriesOf(handler))[0]?.state === 'SKIPPED', 'its end');
    expect(lettersOf(handler)).toEqual([]);
  });
});

describe('what a person chose', () => {
  it('holds: a group by e-mail never, another always', async () => {
    const handler = handlerOf('C1');
    notices.itIs(MONDAY);
    await reachable(handler);
    const choices = [
      { group: 'toDo', channel: 'email', choice: 'never' },
      { group: 'progress', channel: 'email', choice: 'always' },
    ];
    const chosen = await choose(handler, { choices, language: 'en' });
    expect(chosen.body).toMatchObject({ version: 1, language: 'en', choices: expect.arrayContaining(choices) });
    await notices.tell(taskFor('C1'));
    await notices.tell(eventOf('task.stopped.v1', taskFact({ departmentId: 'C1' })));
    notices.itIs(MONDAY + 5 * MINUTE);
    await until(() => lettersOf(handler).length === 1, 'the news');
    expect(lettersOf(handler)[0]!.text).toContain('All notices');
    expect(await deliveriesOf(handler)).toHaveLength(1);
  });

  it('is not overwritten by a page that has not seen it', async () => {
    const person = handlerOf('C2');
    expect((await choose(person, {})).status).toBe(200);
    const change = { language: 'zh-CN', quietHours: { from: '00:00', to: '00:00' }, choices: [] };
    const stale = await notices.send(person, 'PUT', '/api/notice-settings', change, { 'if-match': '"0"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'preconditionFailed' } });
    const seen = await notices.send(person, 'PUT', '/api/notice-settings', change, { 'if-match': '"1"' });
    expect(seen.body).toMatchObject({ version: 2, quietHours: { from: '00:00', to: '00:00' } });
  });

  it('is refused where it makes no sense, and to roles without an inbox', async () => {
    expect(await choose(handlerOf('C3'), { quietHours: { from: '25:00', to: '07:00' } })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'quietHours.from' }] },
    });
    const auditor: Person = { userId: 'auditor', subdistrictId: 'zx', posts: [{ role: 'auditor' }] };
    expect((await notices.ask(auditor, '/api/notice-settings')).status).toBe(403);
  });
});

describe('in quiet hours', () => {
  it('an alarm waits for the morning, unless the matter is of grade G1 or G2', async () => {
    const head = headOf('Q1');
    const urgent = '11111111-51f9-4f0e-8f0c-0d5a1e7b2f01';
    notices.itIs(MONDAY);
    await reachable(head);
    const night = MONDAY + 14 * HOUR;
    notices.itIs(night);
    await notices.tell(rungFor('Q1'));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(lettersOf(head)).toEqual([]);
    // The card names no grade: the matter's own event did.
    await notices.tell(blownUrgent(urgent));
    await notices.tell(rungFor('Q1', 'card.red.v1', urgent));
    await until(() => wereSent(head, 1), 'the urgent one');
    expect(await deliveriesOf(head)).toMatchObject([{ state: 'WAITING' }, { state: 'SENT' }]);
    notices.itIs(MONDAY + 22 * HOUR);
    await until(() => lettersOf(head).length === 2, 'the other, in the morning');
  });
});

it('the rules are read by administrators, in the reader’s language', async () => {
  const admin: Person = { userId: 'admin', subdistrictId: 'zx', posts: [{ role: 'admin' }] };
  const { body } = await notices.ask(admin, '/api/notice-rules', 'en');
  const lines = (body as unknown as NoticeRuleTable).items.filter(({ event }) => event === 'whistle.accepted.v1');
  expect(lines).toMatchObject([
    { when: 'accepted by a person', channels: [] },
    { when: 'accepted by the clock', channels: [] },
    { when: 'accepted by the clock', urgency: 'alarm', channels: ['email', 'sms'] },
  ]);
  expect((await notices.ask(headOf('B1'), '/api/notice-rules')).status).toBe(403);
});

it('every operation is documented, with examples and refusals', async () => {
  const document = (await (await fetch(`${notices.replicas[0]!.url}/openapi.json`)).json()) as ApiDocument;
  expect(apiFaults(document)).toEqual([]);
});
