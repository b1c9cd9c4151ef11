import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Caller, TopicsService } from './topics-service.js';

let topics: TopicsService;
let resident: Caller;
let liaison: Caller;
let head: Caller;
let worker: Caller;

const inDays = (days: number): string => dateOf(dayOf(Date.now()) + days);
const SURVEY = { half: '2026H2', opensOn: inDays(0), closesOn: inDays(20) };
const GOOD = { safety: 4, environment: 3, services: 4, neighbours: 5, beingHeard: 4, overall: 5 };
const BAD = { ...GOOD, safety: 1, overall: 2 };
const openIn = async (community: string) =>
  (await resident.get(`/api/resident-surveys/open?subdistrict=zx&community=${community}`)).body.items;
const answer = (id: string, body: object, who = resident) => who.post(`/api/resident-surveys/${id}/answers`, body);

beforeAll(async () => {
  topics = await TopicsService.start(['postgres']);
  await topics.know('ZX01', '聂寨');
  await topics.know('ZX02', '颐苑');
  resident = new Caller(topics.origin);
  liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
  head = topics.as({ userId: 'zx-head-01', posts: [{ role: 'communityHead', communityIds: ['ZX01'] }] });
  worker = topics.as({ userId: 'zx-worker-01', posts: [{ role: 'communityWorker', communityIds: ['ZX01'] }] });
}, 60_000);

afterAll(async () => {
  await topics?.stop();
});

describe('the survey of residents', () => {
  it('[S96] is opened for a half year in each community, answered without sign-in once, and read per community', async () => {
    expect((await head.post('/api/resident-surveys', SURVEY)).status).toBe(403);
    const opened = await liaison.post('/api/resident-surveys', SURVEY);
    expect(opened.body.items).toMatchObject([
      { communityId: 'ZX01', communityName: '聂寨', half: '2026H2', answers: 0, averages: [] },
      { communityId: 'ZX02', communityName: '颐苑', half: '2026H2', answers: 0, averages: [] },
    ]);
    const [survey] = await openIn('ZX01');
    expect(survey).toMatchObject({ id: opened.body.items[0].id, questions: Object.keys(GOOD) });
    const first = await answer(survey.id, { scores: GOOD });
    expect(first).toMatchObject({ status: 200, body: { surveyId: survey.id } });
    const { deviceToken } = first.body;
    expect((await answer(survey.id, { scores: BAD, deviceToken })).status).toBe(200);
    await answer(survey.id, { scores: BAD });
    const [own, ...others] = (await head.get('/api/resident-surveys?half=2026H2')).body.items;
    expect(others).toEqual([]);
    expect(own).toMatchObject({ communityId: 'ZX01', answers: 2 });
    expect(own.averages[0]).toEqual({ question: 'safety', average: 2.5 });
    expect(own.averages.at(-1)).toEqual({ question: 'overall', average: 3.5 });
    expect((await liaison.get('/api/resident-surveys?half=2026H2')).body.items).toHaveLength(2);
    expect((await worker.get('/api/resident-surveys?half=2026H2')).status).toBe(403);
    expect(JSON.stringify(await topics.rows('SELECT * FROM resident_survey_answer'))).not.toContain(deviceToken);
  });

  it('opened again adds the communities that came since, and leaves the others as they are', async () => {
    await topics.know('ZX03', '汇丰');
    const again = await liaison.post('/api/resident-surveys', { ...SURVEY, closesOn: inDays(40) });
    expect(again.body.items.map((one: { answers: number; closesOn: string }) => [one.answers, one.closesOn])).toEqual([
      [2, SURVEY.closesOn],
      [0, SURVEY.closesOn],
      [0, inDays(40)],
    ]);
  });

  it('takes no answer before its first and after its last day, of nobody twice, and none that is incomplete', async () => {
    const early = { half: '2027H1', opensOn: inDays(1), closesOn: inDays(2) };
    const [coming] = (await liaison.post('/api/resident-surveys', early)).body.items;
    expect((await answer(coming.id, { scores: GOOD })).body.code).toBe('surveyClosed');
    const over = { half: '2026H1', opensOn: inDays(-9), closesOn: inDays(-1) };
    const [past] = (await liaison.post('/api/resident-surveys', over)).body.items;
    expect((await answer(past.id, { scores: GOOD })).status).toBe(409);
    expect(await openIn('ZX01')).toHaveLength(1);
    expect(await openIn('ZX99')).toEqual([]);
    const [survey] = await openIn('ZX02');
    await Promise.all([1, 2, 3].map(() => answer(survey.id, { scores: GOOD }, worker)));
    const { items } = (await liaison.get('/api/resident-surveys?half=2026H2')).body;
    expect(items[1].answers).toBe(1);
    const { overall: _overall, ...rest } = GOOD;
    for (const scores of [rest, { ...GOOD, overall: 6 }, { ...GOOD, overall: 2.5 }]) {
      expect((await answer(survey.id, { scores })).status).toBe(422);
    }
    expect((await answer('nothing', { scores: GOOD })).status).toBe(404);
    expect((await liaison.post('/api/resident-surveys', { ...SURVEY, half: '2026' })).status).toBe(422);
  });
});
