import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TopicsService, type Caller } from './topics-service.js';

/** What lists are found by has to say what the topics say, whoever changes them and when. */
describe('a topic is found by its communities, problem types and strategy tags', () => {
  let topics: TopicsService;
  let liaison: Caller;
  let id: string;
  beforeAll(async () => {
    topics = await TopicsService.start(['postgres']);
    for (const communityId of ['ZX01', 'ZX02', 'ZX03']) await topics.know(communityId, communityId);
    liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
    const topic = { title: '楼道堆物清理', problem: '多个楼道堆放旧家具。', scale: 'keyMinor', tier: 'neighbourhood' };
    const { body } = await topics
      .as({ userId: 'zx-member-01', posts: [{ role: 'member', memberId: 'ZX-M01' }] })
      .post('/api/topics', { ...topic, categoryCode: 'B2', communityIds: ['ZX02', 'ZX03'] });
    id = body.id;
  }, 60_000);
  afterAll(() => topics?.stop());

  const isFound = async (query: string, by = liaison): Promise<boolean> =>
    (await by.get(`/api/topics?limit=100&${query}`)).body.items.some((topic: { id: string }) => topic.id === id);
  const tag = (problemTypes: string[]) => liaison.post(`/api/topics/${id}/tags`, { problemTypes });
  const facets = async () =>
    (await topics.rows('SELECT facet FROM topic_facet WHERE topic_id = $1 ORDER BY facet', id)).map(
      (row) => row['facet'],
    );
  const workerOf = (...communityIds: string[]) =>
    topics.as({ userId: 'zx-worker-01', posts: [{ role: 'communityWorker', communityIds }] });

  it('as it is now, no longer by what it was', async () => {
    await tag(['pain', 'blockage']);
    expect([await isFound('problemType=pain'), await isFound('problemType=blockage')]).toEqual([true, true]);
    await tag(['difficulty']);
    expect([await isFound('problemType=pain'), await isFound('problemType=difficulty')]).toEqual([false, true]);
    expect([await isFound('community=ZX02&problemType=difficulty'), await isFound('community=ZX01')]).toEqual([
      true,
      false,
    ]);
  });

  it('by whoever works in one of its communities, once, and by nobody of another subdistrict', async () => {
    const { items } = (await workerOf('ZX02', 'ZX03').get('/api/topics?limit=100')).body;
    expect(items.filter((topic: { id: string }) => topic.id === id)).toHaveLength(1);
    expect(await isFound('', workerOf('ZX01'))).toBe(false);
    const elsewhere = topics.as({ userId: 'yx-liaison', subdistrictId: 'yx', posts: [{ role: 'liaisonOfficer' }] });
    expect(await isFound('community=ZX02', elsewhere)).toBe(false);
  });

  it('after changes at the same time too', async () => {
    const sets = Array.from({ length: 24 }, (_, turn) => [['pain'], ['blockage', 'pain'], ['difficulty']][turn % 3]!);
    await Promise.all(sets.map((types) => topics.rows('UPDATE topic SET problem_types = $2 WHERE id = $1', id, types)));
    const [row] = await topics.rows('SELECT problem_types FROM topic WHERE id = $1', id);
    const types = (row!['problem_types'] as string[]).toSorted().map((type) => `problemType:${type}`);
    expect(await facets()).toEqual(['community:ZX02', 'community:ZX03', ...types]);
  });
});
