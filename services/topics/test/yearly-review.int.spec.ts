import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Caller, TopicsService } from './topics-service.js';

let topics: TopicsService;
let liaison: Caller;
let member: Caller;
let worker: Caller;

const TOPIC = { title: '楼道堆物', problem: '堆放旧家具。', categoryCode: 'B2', communityIds: ['ZX01'] };
type Figure = { figure: string; year: number; before: number; change: number; changeShare?: number };
const review = async (year: number): Promise<Map<string, Figure>> => {
  const { body } = await liaison.get(`/api/topics/review?year=${year}`);
  return new Map(body.figures.map((one: Figure) => [one.figure, one]));
};

beforeAll(async () => {
  topics = await TopicsService.start(['postgres']);
  await topics.know('ZX01', '聂寨');
  liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
  member = topics.as({ userId: 'zx-member-01', posts: [{ role: 'member', memberId: 'ZX-M01' }] });
  worker = topics.as({ userId: 'zx-worker-01', posts: [{ role: 'communityWorker', communityIds: ['ZX01'] }] });
}, 60_000);

afterAll(async () => {
  await topics?.stop();
});

describe('the yearly review', () => {
  it('[S116] compares each figure of a year with the year before', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push((await member.post('/api/topics', TOPIC)).body.id);
    const move = (id: string | undefined, day: string) =>
      topics.rows('UPDATE topic SET proposed_at = $2 WHERE id = $1', id, day);
    // The last instant of 2019 in Shanghai, and the first ones of 2020.
    await move(ids[0], '2019-12-31T15:59:59.999Z');
    await move(ids[1], '2019-06-01T00:00:00Z');
    await move(ids[2], '2019-12-31T16:00:00Z');
    await move(ids[3], '2020-06-01T00:00:00Z');
    await move(ids[4], '2020-06-02T00:00:00Z');
    for (const heldOn of ['2020-01-01', '2020-12-31', '2019-12-31']) {
      const lecture = { kind: 'lecture', title: '讲堂', heldOn, communityId: 'ZX01', attendance: 9, speaker: '王' };
      expect((await worker.post('/api/micro-activities', lecture)).status).toBe(201);
    }
    const of2020 = await review(2020);
    expect(of2020.get('topicsProposed')).toEqual({
      ...{ figure: 'topicsProposed', year: 3, before: 2, change: 1, changeShare: 0.5 },
    });
    expect(of2020.get('activitiesHeld')).toMatchObject({ year: 2, before: 1, changeShare: 1 });
    const of2019 = await review(2019);
    expect(of2019.get('topicsProposed')).toEqual({ figure: 'topicsProposed', year: 2, before: 0, change: 2 });
    expect([...of2020.keys()]).toHaveLength(9);
  });

  it('of a running year says so, and of another subdistrict counts nothing', async () => {
    const year = new Date().getUTCFullYear();
    const { body } = await liaison.get(`/api/topics/review?year=${year + 1}`);
    expect([body.isComplete, body.from]).toEqual([false, body.to]);
    const stranger = topics.as({ userId: 'ys-liaison1', subdistrictId: 'ys', posts: [{ role: 'liaisonOfficer' }] });
    const [proposed] = (await stranger.get('/api/topics/review?year=2020')).body.figures;
    expect(proposed).toMatchObject({ figure: 'topicsProposed', year: 0, before: 0 });
  });

  it('is read by the office and the leadership, by others once it is released, which it is not', async () => {
    expect((await member.get('/api/topics/review?year=2020')).status).toBe(403);
    expect((await worker.get('/api/topics/review?year=2020')).status).toBe(403);
    expect((await liaison.get('/api/topics/review')).status).toBe(422);
  });
});
