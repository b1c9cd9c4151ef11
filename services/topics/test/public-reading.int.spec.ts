import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiFaults, type ApiDocument } from '@hsl/deploy/checks/api-faults';
import { ComingSittings, PublicTopic, PublicTopics, PublicVenues } from '@hsl/contracts/schemas/public-reading';
import { standingTopicId } from '../src/seed/standing-topics.js';
import { NOW, SessionDesk } from './session-desk.js';
import { TopicsService, type Caller } from './topics-service.js';

const PARKING = standingTopicId('zx', 'parking');
let topics: TopicsService;
let desk: SessionDesk;
let resident: Caller;

beforeAll(async () => {
  topics = await TopicsService.start(['postgres']);
  for (const id of ['ZX01', 'ZX02']) await topics.know(id, id);
  desk = new SessionDesk(topics);
  resident = desk.resident;
}, 120_000);

afterAll(async () => {
  await topics?.stop();
});

describe('the notice board, without sign-in', () => {
  it('[S38] shows public topics, most endorsed first, and never one that is not public', async () => {
    const wish = { title: '楼道堆物清理', problem: '楼道堆放旧家具。', categoryCode: 'B2', communityIds: ['ZX01'] };
    const hidden = await desk.member.post('/api/topics', wish);
    expect({ status: hidden.status, body: hidden.body }).toMatchObject({ status: 201 });
    await topics.rows(`UPDATE topic SET published = true, community_ids = '{ZX01}' WHERE id = $1`, PARKING);
    await resident.post(`/api/topics/${PARKING}/endorsements`, {});
    const { items } = PublicTopics.parse((await resident.get('/api/topics/public?communityId=ZX01')).body);
    expect(items[0]).toMatchObject({ id: PARKING, endorsements: 1 });
    expect(items.map(({ id }) => id)).not.toContain(hidden.body.id);
    const one = (await resident.get(`/api/topics/public/${PARKING}`)).body;
    expect(Object.keys(one).toSorted()).toEqual(Object.keys(PublicTopic.parse(one)).toSorted());
    expect((await resident.get(`/api/topics/public/${hidden.body.id}`)).body.code).toBe('notFound');
  });

  it('[S113] shows the venues in use with their hours', async () => {
    const { items } = PublicVenues.parse((await resident.get('/api/venues/public?communityId=ZX01')).body);
    expect(items.length).toBeGreaterThan(0);
    await topics.rows('UPDATE venue SET active = false WHERE id = $1', items[0]?.id);
    const { body } = await resident.get('/api/venues/public?communityId=ZX01');
    expect(body.items.map(({ id }: { id: string }) => id)).not.toContain(items[0]?.id);
  });

  it('[S99] shows coming sittings that are open to all, without their link, and no others', async () => {
    const [open, closed] = [await desk.thematic(), await desk.thematic({ openToAll: false })];
    const { body } = await resident.get('/api/deliberations/coming?communityId=ZX02');
    const ids = ComingSittings.parse(body).items.map(({ sessionId }) => sessionId);
    expect([ids.includes(open), ids.includes(closed)]).toEqual([true, false]);
    expect(JSON.stringify(body)).not.toContain((NOW() as { onlineLink: string }).onlineLink);
  });

  it('knows no community that nobody told of, and says how it answers and refuses', async () => {
    for (const list of ['topics/public', 'venues/public', 'deliberations/coming']) {
      expect([list, (await resident.get(`/api/${list}?communityId=ZX99`)).body.code]).toEqual([list, 'notFound']);
      expect([list, (await resident.get(`/api/${list}`)).status]).toEqual([list, 422]);
    }
    const { paths, components } = (await desk.liaison.get('/openapi.json')).body as ApiDocument;
    const own = Object.entries(paths).filter(([path]) => /\/public|\/coming/.test(path));
    expect(own.length).toBeGreaterThanOrEqual(4);
    expect(apiFaults({ paths: Object.fromEntries(own), components })).toEqual([]);
  });
});
