import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { KAFKA_TOPICS } from '@hsl/contracts/kafka-topics';
import { EventProducer } from '@hsl/kafka/event-producer';
import { createKafka } from '@hsl/kafka/kafka-client';
import { eventOf, rungFired, taskFact, whistleSnapshot } from '@hsl/testing/facts';
import { NoticeRepository } from '../src/inbox/notice.repository.js';
import { WakePoll } from '../src/stream/wake-poll.js';
import type { EventStream } from './event-stream.js';
import { NoticesService, type Person } from './notices-service.js';

let notices: NoticesService;
let database: pg.Client;
/** Open from the first moment, so that a heartbeat comes while the others run. */
let quiet: EventStream;
let openedAt = 0;

const handlerOf = (department: string, name = `handler-${department}`, subdistrictId = 'zx'): Person => ({
  userId: name,
  subdistrictId,
  posts: [{ role: 'handler', departmentId: department }],
});
const liaison: Person = { userId: 'liaison', subdistrictId: 'zx', posts: [{ role: 'liaisonOfficer' }] };
const nobodyTells: Person = { userId: 'expert', subdistrictId: 'zx', posts: [{ role: 'expert' }] };
const auditor: Person = { userId: 'auditor', subdistrictId: 'zx', posts: [{ role: 'auditor' }] };

/** A task for one department: one notice to each of its handlers. */
const taskFor = (departmentId: string, subdistrictid = 'zx') =>
  eventOf('task.dispatched.v1', taskFact({ departmentId }), { subdistrictid });
const rowsOf = async (person: Person): Promise<{ id: string; kind: string; urgency: string }[]> => {
  const { rows } = await database.query('SELECT id, kind, urgency FROM notice WHERE user_id = $1 ORDER BY id', [
    person.userId,
  ]);
  return rows;
};

beforeAll(async () => {
  notices = await NoticesService.start();
  database = await notices.connect();
  quiet = await notices.stream(nobodyTells);
  openedAt = Date.now();
});

afterAll(async () => {
  await notices?.stop();
});

describe('a fact', () => {
  it('gives one row to each person the rules name, and none to others', async () => {
    const [handler, colleague, elsewhere] = [handlerOf('F1'), handlerOf('F1', 'colleague-F1'), handlerOf('F2')];
    for (const person of [handler, colleague, elsewhere]) await notices.know(person);
    await notices.tell(taskFor('F1'));
    const row = { kind: 'taskDispatched', urgency: 'action', id: expect.any(String) };
    expect(await rowsOf(handler)).toEqual([row]);
    expect(await rowsOf(colleague)).toEqual([row]);
    expect(await rowsOf(elsewhere)).toEqual([]);
  });

  it('that comes again, also twice at once, adds nothing', async () => {
    const handler = handlerOf('R1');
    await notices.know(handler);
    const event = taskFor('R1');
    await Promise.all([notices.tell(event), notices.tell(event)]);
    await notices.tell(event);
    expect(await rowsOf(handler)).toHaveLength(1);
  });

  it('of one subdistrict tells nobody of another', async () => {
    const stranger = handlerOf('S1', 'stranger', 'ys');
    await notices.know(stranger);
    await notices.tell(taskFor('S1', 'zx'));
    expect(await rowsOf(stranger)).toEqual([]);
  });

  it('tells a closed account no more, and a moved one by its new post, whatever order the changes come in', async () => {
    const moved = handlerOf('M1', 'moved');
    await notices.know({ ...moved, posts: [{ role: 'handler', departmentId: 'M2' }] }, true, 2);
    await notices.know(moved, true, 1);
    await notices.tell(taskFor('M1'));
    expect(await rowsOf(moved)).toEqual([]);
    await notices.tell(taskFor('M2'));
    expect(await rowsOf(moved)).toHaveLength(1);
    await notices.know(moved, false, 3);
    await notices.tell(taskFor('M2'));
    expect(await rowsOf(moved)).toHaveLength(1);
  });

  it('arrives by Kafka too', async () => {
    const handler = handlerOf('K1');
    const producer = new EventProducer(createKafka('spec', notices.kafka));
    const account = eventOf('user.changed.v1', { userId: handler.userId, posts: handler.posts, active: true });
    const send = (topic: string, event: object) => producer.send(topic, [{ key: 'k', value: JSON.stringify(event) }]);
    await send(KAFKA_TOPICS.access, account);
    const stream = await notices.stream(handler, { replica: 1 });
    const known = async () =>
      (await database.query('SELECT 1 FROM recipient WHERE user_id = $1', [handler.userId])).rowCount === 1;
    for (const until = Date.now() + 15_000; !(await known()) && Date.now() < until;)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await send(KAFKA_TOPICS.departments, taskFor('K1'));
    await stream.until(() => stream.notices.length === 1, 'the notice of a task published to Kafka');
    await producer.disconnect();
    stream.cut();
  });
});

describe('an inbox', () => {
  const handler = handlerOf('I1');

  beforeAll(async () => {
    await notices.know(handler);
    for (let count = 0; count < 3; count += 1) await notices.tell(taskFor('I1'));
    await notices.tell(eventOf('card.yellow.v1', rungFired({ departmentId: 'I1', rung: 2 })));
  });

  it('is read newest first, page by page, in the language of its reader', async () => {
    const first = await notices.ask(handler, '/api/inbox?limit=3', 'en');
    expect(first.body).toMatchObject({ unreadCount: 4, asOf: expect.any(String), serverNow: expect.any(String) });
    expect(first.body.items).toHaveLength(3);
    expect(first.body.items[0]).toMatchObject({
      kind: 'yellowCard',
      urgency: 'warning',
      whistleNumber: 'ZX-2026-000123',
      params: { departmentId: 'I1', step: 'acknowledge', rung: 2, dueAt: '2026-11-24T10:00:00.000Z' },
      text: 'Yellow card: the acknowledgement of whistle ZX-2026-000123 is about to be late (I1); due 24 Nov, 18:00.',
    });
    const second = await notices.ask(handler, `/api/inbox?limit=3&cursor=${first.body.nextCursor}`);
    expect(second.body.items).toHaveLength(1);
    expect(second.body.items[0]!.text).toContain('请在 11月24日 18:00 前签收');
    expect(second.body).not.toHaveProperty('nextCursor');
    const ids = [...first.body.items, ...second.body.items].map(({ id }) => Number(id));
    expect(ids).toEqual([...ids].toSorted((a, b) => b - a));
  });

  it('tells unread rows from read ones, once one is marked, and again', async () => {
    const { body } = await notices.ask(handler, '/api/inbox');
    const [newest, , third] = body.items;
    expect(await notices.post(handler, `/api/inbox/${newest!.id}/read`)).toMatchObject({
      status: 200,
      body: { unreadCount: 3, markedRead: 1 },
    });
    expect((await notices.post(handler, `/api/inbox/${newest!.id}/read`)).body).toMatchObject({ markedRead: 0 });
    expect((await notices.ask(handler, '/api/inbox?unread=true')).body.items).toHaveLength(3);
    expect((await notices.ask(handler, '/api/inbox?unread=false')).body.items).toMatchObject([
      { id: newest!.id, readAt: expect.any(String) },
    ]);
    expect((await notices.post(handler, '/api/inbox/read', { upTo: third!.id })).body).toMatchObject({
      unreadCount: 1,
      markedRead: 2,
    });
  });

  it('shows nobody else anything: no rows, no count, and 404 for a row by its number', async () => {
    const [row] = await rowsOf(handler);
    const stranger = handlerOf('I1', handler.userId, 'ys');
    for (const person of [liaison, handlerOf('I2'), stranger]) {
      expect((await notices.ask(person, '/api/inbox')).body).toMatchObject({ items: [], unreadCount: 0 });
      expect(await notices.post(person, `/api/inbox/${row!.id}/read`)).toMatchObject({
        status: 404,
        body: { code: 'notFound' },
      });
      expect((await notices.post(person, '/api/inbox/read', { upTo: '999999999' })).body).toMatchObject({
        markedRead: 0,
      });
    }
    expect((await notices.post(handler, '/api/inbox/999999999/read')).body).toMatchObject({ code: 'notFound' });
  });

  it('is closed to roles without one, and to nobody in particular', async () => {
    expect(await notices.ask(auditor, '/api/inbox')).toMatchObject({ status: 403, body: { code: 'roleNotAllowed' } });
    expect((await notices.stream(auditor)).response.status).toBe(403);
    expect((await fetch(`${notices.replicas[0]!.url}/api/inbox`)).status).toBe(401);
    expect((await fetch(`${notices.replicas[0]!.url}/api/stream`)).status).toBe(401);
  });

  it.each([
    ['an unknown filter', '/api/inbox?user=other', 'user'],
    ['too large a page', '/api/inbox?limit=101', 'limit'],
    ['a foreign cursor', '/api/inbox?cursor=abc', 'cursor'],
    ['a filter without sense', '/api/inbox?unread=perhaps', 'unread'],
  ])('refuses %s', async (_what, path, field) => {
    expect(await notices.ask(handler, path)).toMatchObject({
      status: 422,
      body: { code: 'validationFailed', errors: [{ field }] },
    });
  });

  it('refuses a number that is none, and fields nobody asked for', async () => {
    expect((await notices.post(handler, '/api/inbox/one/read')).status).toBe(422);
    const { status, body } = await notices.post(handler, '/api/inbox/read', { upTo: '5', userId: 'other' });
    expect({ status, errors: body.errors }).toMatchObject({ status: 422, errors: [{ field: 'userId' }] });
  });
});

describe('a stream', () => {
  it('tells from now on, with the number on the bell, also when another replica handled the fact', async () => {
    const handler = handlerOf('L1');
    await notices.know(handler);
    await notices.tell(taskFor('L1'));
    const streams = [await notices.stream(handler, { replica: 0 }), await notices.stream(handler, { replica: 1 })];
    for (const stream of streams) {
      expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
      await stream.until(() => stream.frames.some(({ event }) => event === 'unread'), 'the greeting');
    }
    const toldAt = Date.now();
    await notices.tell(taskFor('L1'));
    for (const stream of streams) {
      await stream.until(() => stream.frames.at(-1)?.data['unreadCount'] === 2, 'the new notice');
      const told = stream.frames.map(({ event }) => event).filter((event) => event !== 'moved');
      expect(told).toEqual(['ready', 'unread', 'notice', 'unread']);
      expect(stream.notices[0]!.data).toMatchObject({ kind: 'taskDispatched', id: stream.notices[0]!.id });
    }
    // Sooner than any poll: the notification came through.
    expect(Date.now() - toldAt).toBeLessThan(2_000);
    await notices.post(handler, '/api/inbox/read', { upTo: streams[0]!.lastId! });
    await streams[1]!.until(() => streams[1]!.frames.at(-1)?.data['unreadCount'] === 0, 'what another tab read');
    for (const stream of streams) stream.cut();
  });

  it('says that a matter has moved to whoever was told of it or looks after its place, and to nobody else', async () => {
    const worker = (name: string, communityIds: string[]): Person => ({
      ...{ userId: name, subdistrictId: 'zx', posts: [{ role: 'communityWorker', communityIds }] },
    });
    const [here, there] = [worker('worker-here', ['ZX03']), worker('worker-there', ['ZX02'])];
    const [told, other] = [handlerOf('M1'), handlerOf('M2')];
    const elsewhere: Person = { ...liaison, userId: 'liaison-ys', subdistrictId: 'ys' };
    const all = [here, there, told, other, liaison, elsewhere];
    for (const person of all) await notices.know(person);
    const whistleId = randomUUID();
    await notices.tell(eventOf('task.dispatched.v1', taskFact({ whistleId, departmentId: 'M1' })));
    const streams = await Promise.all(all.map((person) => notices.stream(person)));
    // Nobody is given a notice of it.
    await notices.tell(eventOf('resident.contacted.v1', { ...whistleSnapshot({ whistleId }), onTime: true }));
    const moved = (stream: EventStream) => stream.frames.filter(({ event }) => event === 'moved');
    const [atHere, , atTold, , atLiaison] = streams;
    for (const stream of [atHere!, atTold!, atLiaison!]) {
      await stream.until(() => moved(stream).length === 1, 'that it has moved');
      expect(moved(stream)[0]).toEqual({ event: 'moved', data: { whistleId } });
    }
    expect(streams.map((stream) => moved(stream).length)).toEqual([1, 0, 1, 0, 1, 0]);
    for (const stream of streams) stream.cut();
  });

  it('cut in the middle resumes without a gap and without a double, while facts keep coming at once', async () => {
    const handler = handlerOf('C1');
    await notices.know(handler);
    const first = await notices.stream(handler, { lastEventId: '0' });
    const telling = Promise.all(Array.from({ length: 120 }, () => notices.tell(taskFor('C1'))));
    const seen: string[] = [];
    let stream = first;
    for (let cuts = 0; cuts < 4; cuts += 1) {
      await stream.until(() => stream.notices.length >= 15, 'some notices before the cut');
      stream.cut();
      seen.push(...stream.notices.map(({ id }) => id!));
      stream = await notices.stream(handler, { lastEventId: stream.lastId, replica: cuts % 2 === 0 ? 1 : 0 });
    }
    await telling;
    await stream.until(() => seen.length + stream.notices.length >= 120, 'the rest');
    stream.cut();
    const all = [...seen, ...stream.notices.map(({ id }) => id!)];
    expect(all).toEqual((await rowsOf(handler)).map(({ id }) => id));
    expect(all).toHaveLength(120);
  });

  it('does not pass over a row whose transaction ends after that of a later one', async () => {
    const handler = handlerOf('O1');
    await notices.know(handler);
    const stream = await notices.stream(handler, { lastEventId: '0' });
    const slow = new pg.Client({
      connectionString: `${notices.databaseUrl}/hsl_notices`,
      options: '-c hsl.subdistrict=zx',
    });
    await slow.connect();
    await slow.query('BEGIN');
    const told = [{ userId: handler.userId, kind: 'taskDispatched', urgency: 'action' }] as const;
    await notices.replicas[0]!.app.get(NoticeRepository).add(slow as unknown as pg.PoolClient, taskFor('O1'), told);
    const fast = notices.tell(taskFor('O1'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await slow.query('COMMIT');
    await Promise.all([slow.end(), fast]);
    await stream.until(() => stream.notices.length === 2, 'both rows');
    expect(stream.notices.map(({ id }) => id)).toEqual((await rowsOf(handler)).map(({ id }) => id));
    stream.cut();
  });

  it('catches up when its notifications were lost', async () => {
    const handler = handlerOf('P1');
    await notices.know(handler);
    const stream = await notices.stream(handler);
    await stream.until(() => stream.frames.length === 2, 'the greeting');
    const { app } = notices.replicas[0]!;
    await app.get(WakePoll).look();
    await database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid()`,
    );
    await notices.tell(taskFor('P1'));
    await app.get(WakePoll).look();
    await stream.until(() => stream.notices.length === 1, 'the notice, by polling', 1_500);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await notices.tell(taskFor('P1'));
    await stream.until(() => stream.notices.length === 2, 'the next one, by a new connection', 1_500);
    stream.cut();
  });

  it('ends when its token does, and says so', async () => {
    const stream = await notices.stream(liaison, { expiresInSeconds: 1 });
    await stream.until(() => stream.isEnded, 'the end', 8_000);
    expect(stream.frames.at(-1)).toEqual({ event: 'end', id: undefined, data: { reason: 'tokenExpired' } });
  });

  it('ends when the account is closed', async () => {
    const handler = handlerOf('X1');
    await notices.know(handler);
    const stream = await notices.stream(handler, { replica: 1 });
    await notices.know(handler, false, 2);
    await stream.until(() => stream.isEnded, 'the end');
    expect(stream.frames.at(-1)).toMatchObject({ event: 'end', data: { reason: 'accountClosed' } });
  });

  it('is refused beyond five of one person, until one of them is gone', async () => {
    const person = handlerOf('T1');
    const open = [];
    for (let count = 0; count < 5; count += 1) open.push(await notices.stream(person));
    const sixth = await notices.stream(person);
    expect(sixth.response.status).toBe(429);
    expect(Number(sixth.response.headers.get('retry-after'))).toBeGreaterThan(0);
    open.pop()!.cut();
    let again = await notices.stream(person);
    for (const until = Date.now() + 5_000; !again.response.ok && Date.now() < until;)
      again = await notices.stream(person);
    expect(again.response.status).toBe(200);
    for (const stream of [...open, again]) stream.cut();
  });

  it('refuses to resume from a row that is none', async () => {
    const stream = await notices.stream(liaison, { lastEventId: 'yesterday' });
    expect(stream.response.status).toBe(422);
    expect(await stream.response.json()).toMatchObject({ errors: [{ field: 'last-event-id' }] });
  });

  it('sends a sign of life every 15 seconds', async () => {
    await quiet.until(() => quiet.comments > 0, 'a heartbeat', Math.max(1_000, openedAt + 19_000 - Date.now()));
    expect(quiet.notices).toEqual([]);
  });

  it('says that the service stops, so that clients come again', async () => {
    const stream = await notices.stream(nobodyTells, { replica: 1 });
    await stream.until(() => stream.frames.length > 0, 'the greeting');
    await notices.replicas[1]!.app.close();
    await stream.until(() => stream.isEnded, 'the end');
    expect(stream.frames.at(-1)).toMatchObject({ event: 'end', data: { reason: 'serverStopping' } });
  });
});
