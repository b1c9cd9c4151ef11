import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { KAFKA_TOPICS } from '@hsl/contracts/kafka-topics';
import type { NewWebhook, WebhookDelivery, WebhookDeliveryPage, WebhookPage } from '@hsl/contracts/schemas/webhooks';
import { EventProducer } from '@hsl/kafka/event-producer';
import { createKafka } from '@hsl/kafka/kafka-client';
import { eventOf, taskFact } from '@hsl/testing/facts';
import { WebhooksConsumer } from '../src/webhooks/webhooks.consumer.js';
import { NoticesService, type Answer, type Person } from './notices-service.js';
import { until } from './post-office.js';
import { isSignedWith, Receiver } from './receiver.js';

const MONDAY = Date.UTC(2026, 10, 23, 1);
const MINUTE = 60_000;
/** Receivers are remembered for a second. */
const REMEMBERED_MS = 1_100;

let notices: NoticesService;
let receiver: Receiver;
let database: pg.Client;

const admin: Person = { userId: 'admin', subdistrictId: 'zx', posts: [{ role: 'admin' }] };
const elsewhere: Person = { userId: 'admin-ys', subdistrictId: 'ys', posts: [{ role: 'admin' }] };
const liaison: Person = { userId: 'liaison', subdistrictId: 'zx', posts: [{ role: 'liaisonOfficer' }] };
const keyOf = (communityId: string, keyScopes = ['webhooks.manage']) => ({
  ...{ userId: `key-${communityId}`, subdistrictId: 'zx', keyId: `key-${communityId}`, keyScopes },
  posts: [{ role: 'partnerKey' as const, communityIds: [communityId] }],
});
const taskIn = (communityId: string) => eventOf('task.dispatched.v1', taskFact({ communityId, departmentId: 'W1' }));
const as = <Body>(answer: Answer): Body => answer.body as unknown as Body;
const tell = (event: ReturnType<typeof taskIn>): Promise<void> =>
  notices.replicas[0]!.app.get(WebhooksConsumer).onFact(event);

async function subscribe(path: string, differs: object = {}, person: Person = admin): Promise<NewWebhook> {
  const body = { name: path, url: receiver.url(path), eventTypes: ['task.dispatched.v1'], ...differs };
  const answer = await notices.post(person, '/api/webhooks', body);
  expect(answer.status).toBe(201);
  await new Promise((resolve) => setTimeout(resolve, REMEMBERED_MS));
  return as<NewWebhook>(answer);
}
const logOf = async (id: string, query = ''): Promise<WebhookDelivery[]> =>
  as<WebhookDeliveryPage>(await notices.ask(admin, `/api/webhooks/${id}/deliveries${query}`)).items;

beforeAll(async () => {
  receiver = await Receiver.open();
  notices = await NoticesService.start({ WEBHOOK_ALLOW_PRIVATE: 'true', SMS_SENDER: 'off' });
  database = await notices.connect();
  notices.itIs(MONDAY);
});

afterAll(async () => {
  await notices?.stop();
  await receiver?.close();
});

describe('a receiver', () => {
  it('gets what it subscribed to, signed, once, from Kafka', async () => {
    const { id, secret } = await subscribe('/all');
    const producer = new EventProducer(createKafka('spec', notices.kafka));
    const event = taskIn('ZX03');
    const message = { key: event.subject, value: JSON.stringify(event) };
    await producer.send(KAFKA_TOPICS.departments, [message, message]);
    await until(() => receiver.at('/all').length > 0, 'the event');
    await producer.disconnect();
    const [got] = receiver.at('/all');
    expect(JSON.parse(got!.body)).toEqual(event);
    expect(got!.headers).toMatchObject({ 'webhook-id': event.id, 'content-type': 'application/cloudevents+json' });
    expect(isSignedWith(secret, got!)).toBe(true);
    expect(isSignedWith(`${secret.slice(0, -5)}AAAA=`, got!)).toBe(false);
    await tell(event);
    await until(async () => (await logOf(id))[0]?.state === 'SENT', 'the log');
    expect(await logOf(id)).toMatchObject([
      { eventId: event.id, httpStatus: 204, attempts: 1, subject: event.subject },
    ]);
    expect(receiver.at('/all')).toHaveLength(1);
  });

  it('hears nothing of other types, other communities, or while it rests', async () => {
    await subscribe('/one-community', { communityIds: ['ZX05'] });
    await subscribe('/other-type', { eventTypes: ['whistle.concluded.v1'] });
    const { id } = await subscribe('/rests');
    expect(await notices.send(admin, 'PATCH', `/api/webhooks/${id}`, { active: false })).toMatchObject({ status: 200 });
    await tell(taskIn('ZX03'));
    await tell(taskIn('ZX05'));
    await until(() => receiver.at('/one-community').length > 0, 'the one');
    expect(receiver.at('/one-community')).toHaveLength(1);
    expect([receiver.at('/other-type'), receiver.at('/rests')]).toEqual([[], []]);
    await notices.send(admin, 'PATCH', `/api/webhooks/${id}`, { active: true }, { 'if-match': '"2"' });
    await until(() => receiver.at('/rests').length === 2, 'what waited');
  });

  it('that fails is tried again with the same event, until it is given up; a replay is sent again', async () => {
    receiver.statusOf = (path) => (path === '/fails' ? 500 : 204);
    const { id, secret } = await subscribe('/fails');
    const event = taskIn('ZX03');
    await tell(event);
    await until(async () => (await logOf(id))[0]?.httpStatus === 500, 'the first try');
    expect(await logOf(id)).toMatchObject([{ state: 'WAITING', attempts: 1 }]);
    await database.query('UPDATE webhook_delivery SET attempts = 10 WHERE webhook_id = $1', [id]);
    notices.itIs(MONDAY + MINUTE);
    await until(async () => (await logOf(id, '?state=DEAD')).length === 1, 'the last try');
    receiver.statusOf = () => 204;
    const [dead] = await logOf(id);
    const replayed = await notices.post(admin, `/api/webhooks/${id}/deliveries/${dead!.id}/replay`);
    expect(replayed).toMatchObject({ status: 201, body: { replay: 1, eventId: event.id } });
    await until(() => receiver.at('/fails').length === 3, 'the replay');
    const got = receiver.at('/fails');
    expect(new Set(got.map(({ body, headers }) => `${body} ${String(headers['webhook-id'])}`)).size).toBe(1);
    expect(got.every((one) => isSignedWith(secret, one))).toBe(true);
    await until(async () => (await logOf(id))[0]?.state === 'SENT', 'the log');
    expect((await logOf(id)).map(({ state, replay }) => [state, replay])).toEqual([
      ['SENT', 1],
      ['DEAD', 0],
    ]);
  });

  it('that cannot be reached is named by a code, and keeps no other from hearing', async () => {
    const [gone] = [await subscribe('/gone', { url: 'http://127.0.0.1:9/gone' })];
    await subscribe('/there');
    await tell(taskIn('ZX03'));
    await until(async () => (await logOf(gone.id))[0]?.reason === 'ECONNREFUSED', 'the reason');
    await until(() => receiver.at('/there').length === 1, 'the other');
  });

  it('shows its secret once; a new one signs from then on', async () => {
    const { id, secret } = await subscribe('/secret');
    const shown = JSON.stringify((await notices.ask(admin, `/api/webhooks/${id}`)).body);
    expect(shown).not.toContain('whsec_');
    const { rows } = await database.query('SELECT sealed FROM webhook WHERE id = $1', [id]);
    expect(rows[0].sealed.includes(secret)).toBe(false);
    const renewed = as<NewWebhook>(await notices.post(admin, `/api/webhooks/${id}/secret`));
    await tell(taskIn('ZX03'));
    await until(() => receiver.at('/secret').length === 1, 'the event');
    const [got] = receiver.at('/secret');
    expect([isSignedWith(secret, got!), isSignedWith(renewed.secret, got!)]).toEqual([false, true]);
    expect((await notices.send(admin, 'DELETE', `/api/webhooks/${id}`)).status).toBe(200);
    expect((await notices.ask(admin, `/api/webhooks/${id}`)).status).toBe(404);
  });
});

describe('receivers', () => {
  it('are for administrators of the subdistrict, and for keys that may: each sees its own', async () => {
    const body = { name: 'n', url: receiver.url('/x'), eventTypes: ['task.dispatched.v1'] };
    expect(await notices.post(liaison, '/api/webhooks', body)).toMatchObject({ status: 403 });
    expect(await notices.post(keyOf('ZX03', ['whistles.read']), '/api/webhooks', body)).toMatchObject({ status: 403 });
    const { id, communityIds } = await subscribe('/key', {}, keyOf('ZX03'));
    expect(communityIds).toEqual(['ZX03']);
    const beyond = await notices.post(keyOf('ZX03'), '/api/webhooks', { ...body, communityIds: ['ZX05'] });
    expect(beyond.body).toMatchObject({ code: 'unknownCommunity' });
    const idsOf = async (person: Person): Promise<string[]> =>
      as<WebhookPage>(await notices.ask(person, '/api/webhooks?limit=100')).items.map((one) => one.id);
    expect(await idsOf(keyOf('ZX03'))).toEqual([id]);
    expect(await idsOf(keyOf('ZX05'))).toEqual([]);
    expect(await idsOf(admin)).toContain(id);
    expect(await idsOf(elsewhere)).toEqual([]);
    for (const person of [keyOf('ZX05'), elsewhere])
      for (const path of [`/api/webhooks/${id}`, `/api/webhooks/${id}/deliveries`])
        expect(await notices.ask(person, path)).toMatchObject({ status: 404 });
  });

  it('are refused with a fault by name', async () => {
    const sound = { name: 'n', url: receiver.url('/x'), eventTypes: ['task.dispatched.v1'] };
    for (const [field, wrong] of [
      ['url', 'ftp://127.0.0.1/'],
      ['url', 'http://user:secret@127.0.0.1/'],
      ['eventTypes.0', ['no.such.v1']],
      ['secret', 'mine'],
    ] as const)
      expect(await notices.post(admin, '/api/webhooks', { ...sound, [field.split('.')[0]!]: wrong })).toMatchObject({
        status: 422,
        body: { errors: [{ field }] },
      });
    expect(as<WebhookPage>(await notices.ask(admin, '/api/webhooks/event-types')).items).toContain('card.red.v1');
  });

  it('are not overwritten by who has not seen them', async () => {
    const { id } = await subscribe('/stale');
    const change = (seen: string) =>
      notices.send(admin, 'PATCH', `/api/webhooks/${id}`, { name: 'renamed' }, { 'if-match': seen });
    expect([(await change('"9"')).status, (await change('"1"')).status]).toEqual([412, 200]);
  });
});
