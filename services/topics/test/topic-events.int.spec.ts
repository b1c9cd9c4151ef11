import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import { eventOf, whistleSnapshot } from '@hsl/testing/facts';
import { ChildWhistleConsumer } from '../src/children/child-whistle.consumer.js';
import { standingTopicId } from '../src/seed/standing-topics.js';
import { eventually, TopicsService, type Answer, type Caller } from './topics-service.js';

const PARKING = standingTopicId('zx', 'parking');
const DUE = Date.UTC(2026, 10, 30, 10);

let topics: TopicsService;
let liaison: Caller;

/** A whistle of 汇丰 blown for the parking topic, at a version. */
const childAt = (version: number, differs: Partial<WhistleSnapshot> = {}): WhistleSnapshot =>
  whistleSnapshot({ topicId: PARKING, version, at: DUE + version, ...differs });
const tell = (snapshot: WhistleSnapshot): Promise<void> =>
  topics.app.get(ChildWhistleConsumer).onWhistle(eventOf('whistle.dispatched.v1', snapshot));
const childrenOf = (answer: Answer): { number: string; state: string }[] => answer.body.children;

beforeAll(async () => {
  topics = await TopicsService.start(['postgres', 'kafka']);
  liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
}, 60_000);

afterAll(async () => {
  await topics?.stop();
});

describe('topics and Kafka', () => {
  it('what the seed announced leaves the outbox', async () => {
    await eventually(
      () => topics.rows('SELECT 1 FROM outbox_event LIMIT 1'),
      (rows) => rows.length === 0,
    );
  });

  it('a whistle blown for a topic becomes its child, with the name of its community', async () => {
    const number = 'ZX-2026-000401';
    const child = { whistleId: randomUUID(), number, communityId: 'ZX04', waitingFor: [], dueAt: DUE };
    const place = { communityId: 'ZX04', name: '康乐', households: 2100 };
    await topics.publish('hsl.whistles', eventOf('community.changed.v1', place, { subject: 'ZX04' }));
    const snapshot = childAt(1, child);
    await topics.publish(
      'hsl.whistles',
      eventOf('whistle.blown.v1', { ...snapshot, kind: 'hardProblem', blownBy: 'w' }),
    );
    const isNamed = ({ body }: Answer): boolean => body.children[0]?.communityName === '康乐';
    const { body } = await eventually(() => liaison.get(`/api/topics/${PARKING}`), isNamed);
    expect(body.openChildren).toBe(1);
    expect(body.children).toEqual([
      {
        ...{ id: child.whistleId, number, communityId: 'ZX04', communityName: '康乐', state: 'BLOWN' },
        ...{ dueAt: new Date(DUE).toISOString(), updatedAt: new Date(DUE + 1).toISOString() },
      },
    ]);
    expect(body.asOf).toBe(new Date(DUE + 1).toISOString());
  });
});

describe('a child whistle', () => {
  it('stands where its newest version says, whatever order the events come in', async () => {
    const child = { whistleId: randomUUID(), number: 'ZX-2026-000402' };
    await tell(childAt(3, { ...child, state: 'COORDINATING' }));
    await tell(childAt(1, { ...child, state: 'BLOWN' }));
    await tell(childAt(3, { ...child, state: 'COORDINATING' }));
    await tell(childAt(2, { ...child, state: 'ASSIGNING' }));
    const found = childrenOf(await liaison.get(`/api/topics/${PARKING}`)).find(({ number }) => number === child.number);
    expect(found?.state).toBe('COORDINATING');
  });

  it('is open until it ended', async () => {
    const openNow = async (): Promise<number> => (await liaison.get(`/api/topics/${PARKING}`)).body.openChildren;
    const before = await openNow();
    const child = { whistleId: randomUUID(), number: 'ZX-2026-000403' };
    await tell(childAt(1, child));
    expect(await openNow()).toBe(before + 1);
    await tell(childAt(9, { ...child, state: 'CONCLUDED' }));
    expect(await openNow()).toBe(before);
    const { body } = await liaison.get('/api/topics?category=C1');
    expect(body.items[0].openChildren).toBe(before);
  });

  it('is seen as far as the whistle itself: a worker sees the own community’s, a department its own', async () => {
    const child = { whistleId: randomUUID(), number: 'ZX-2026-000404', communityId: 'ZX02', departmentIds: ['ZX-CGJ'] };
    await tell(childAt(1, child));
    const seenBy = async (caller: Caller): Promise<string[]> =>
      childrenOf(await caller.get(`/api/topics/${PARKING}`)).map(({ number }) => number);
    const worker = (communityId: string): Caller =>
      topics.as({ userId: 'w', posts: [{ role: 'communityWorker', communityIds: [communityId] }] });
    const handler = topics.as({ userId: 'h', posts: [{ role: 'handler', departmentId: 'ZX-CGJ' }] });
    expect(await seenBy(worker('ZX02'))).toEqual([child.number]);
    expect(await seenBy(worker('ZX01'))).toEqual([]);
    expect(await seenBy(handler)).toEqual([child.number]);
    expect(await seenBy(topics.as({ userId: 'r', posts: [{ role: 'resident' }] }))).toEqual([]);
    expect((await worker('ZX01').get('/api/topics?category=C1')).body.items[0].openChildren).toBe(0);
  });

  it('without a topic is nobody’s child', async () => {
    const before = await topics.rows('SELECT count(*) FROM child_whistle');
    await tell(childAt(1, { whistleId: randomUUID(), topicId: undefined }));
    expect(await topics.rows('SELECT count(*) FROM child_whistle')).toEqual(before);
  });
});

describe('the copy of the communities', () => {
  it('takes the newest name, once', async () => {
    await topics.know('ZX05', '金苑', 2);
    await topics.know('ZX05', '旧名', 1);
    expect(await topics.rows(`SELECT name FROM community WHERE community_id = 'ZX05'`)).toEqual([{ name: '金苑' }]);
  });
});
