import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActivityWatch } from '../src/activity/activity-watch.js';
import { Caller, TopicsService } from './topics-service.js';

let topics: TopicsService;
let liaison: Caller;
let worker: Caller;

const daysAgo = (days: number): string => dateOf(dayOf(Date.now()) - days);
const lecture = (who: Caller, communityId: string, heldOn: string) =>
  who.post('/api/micro-activities', {
    ...{ kind: 'lecture', title: '讲堂', heldOn, communityId, attendance: 9, speaker: '王' },
  });
const told = async () =>
  (
    await topics.rows(
      `SELECT envelope->'data' AS data FROM outbox_event WHERE envelope->>'type' = 'community.silent.v1' ORDER BY position`,
    )
  ).map(({ data }) => data);

beforeAll(async () => {
  topics = await TopicsService.start(['postgres']);
  await topics.know('ZX01', '聂寨');
  await topics.know('ZX02', '颐苑');
  await topics.know('ZX03', '汇丰');
  liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
  worker = topics.as({
    userId: 'zx-worker',
    posts: [{ role: 'communityWorker', communityIds: ['ZX01', 'ZX02'] }],
  });
}, 60_000);

afterAll(async () => {
  await topics?.stop();
});

describe('activity', () => {
  it('[S13] is counted per community, and 30 days without any raises an alert, once', async () => {
    for (const [communityId, days] of [
      ['ZX01', 0],
      ['ZX01', 29],
      ['ZX01', 45],
      ['ZX02', 30],
    ] as const) {
      expect((await lecture(worker, communityId, daysAgo(days))).status).toBe(201);
    }
    const visit = { communityId: 'ZX01', on: daysAgo(3), said: '甲', seen: '乙', achieved: '丙' };
    expect((await worker.post('/api/visits', visit)).status).toBe(201);
    // Planned and not held: it counts for nothing.
    const planned = { kind: 'openDay', title: '开放日', heldOn: daysAgo(1), place: '中心', communityId: 'ZX02' };
    expect((await liaison.post('/api/activities', planned)).status).toBe(201);
    const { body } = await liaison.get('/api/activities/frequency');
    expect(body).toMatchObject({
      days: 30,
      communities: [
        { communityId: 'ZX01', name: '聂寨', held: 3, lastHeldOn: daysAgo(0), isSilent: false },
        { communityId: 'ZX02', name: '颐苑', held: 0, lastHeldOn: daysAgo(30), isSilent: true },
        { communityId: 'ZX03', name: '汇丰', held: 0, isSilent: false },
      ],
    });
    const watch = topics.app.get(ActivityWatch);
    // What has just been seen for the first time gets its thirty days; what fell silent is told.
    expect(await watch.run()).toBe(1);
    expect(await told()).toEqual([{ communityId: 'ZX02', days: 30, at: expect.any(Number) }]);
    expect(await watch.run()).toBe(0);
    await topics.rows(`UPDATE community_watch SET watched_since = now() - interval '31 days',
      told_at = told_at - interval '31 days'`);
    expect(await watch.run()).toBe(2);
    expect((await told()).map((one) => (one as { communityId: string }).communityId)).toEqual(['ZX02', 'ZX02', 'ZX03']);
  });

  it('is seen of the own communities, and by nobody who reads published activities only', async () => {
    const { body } = await worker.get('/api/activities/frequency');
    expect(body.communities.map(({ communityId }: { communityId: string }) => communityId)).toEqual(['ZX01', 'ZX02']);
    const resident = topics.as({ userId: 'zx-r', posts: [{ role: 'resident' }] });
    expect((await resident.get('/api/activities/frequency')).status).toBe(403);
  });
});
