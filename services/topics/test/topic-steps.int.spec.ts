import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Caller, TopicsService } from './topics-service.js';

let topics: TopicsService;
let member: Caller;
let otherMember: Caller;
let worker: Caller;
let head: Caller;
let liaison: Caller;
let deputyLeader: Caller;
let admin: Caller;
let district: Caller;

const TOPIC = {
  ...{ title: '楼道堆物清理', problem: '多个楼道堆放旧家具，影响通行和消防。' },
  ...{ scale: 'keyMinor', tier: 'neighbourhood', categoryCode: 'B2', communityIds: ['ZX01'] },
};
const YEAR = 2027;
const proposed = async (change: object = {}): Promise<string> => {
  const { status, body } = await member.post('/api/topics', { ...TOPIC, ...change });
  expect(status).toBe(201);
  return body.id;
};
const step = (who: Caller, id: string, path: string, body: object = {}) => who.post(`/api/topics/${id}/${path}`, body);
const counts = async () => (await liaison.get('/api/topics/counts')).body;

beforeAll(async () => {
  topics = await TopicsService.start(['postgres']);
  await topics.know('ZX01', '聂寨');
  await topics.know('ZX02', '颐苑');
  member = topics.as({ userId: 'zx-member-01', posts: [{ role: 'member', memberId: 'ZX-M01' }] });
  otherMember = topics.as({ userId: 'zx-member-02', posts: [{ role: 'member', memberId: 'ZX-M02' }] });
  worker = topics.as({ userId: 'zx-worker-01', posts: [{ role: 'communityWorker', communityIds: ['ZX01'] }] });
  head = topics.as({ userId: 'zx-head-01', posts: [{ role: 'communityHead', communityIds: ['ZX01'] }] });
  liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
  deputyLeader = topics.as({ userId: 'zx-deputy', posts: [{ role: 'deputyLeader' }] });
  admin = topics.as({ userId: 'zx-admin', posts: [{ role: 'admin' }] });
  district = topics.as({ userId: 'zx-district', posts: [{ role: 'districtCommittee' }] });
}, 60_000);

afterAll(async () => {
  await topics?.stop();
});

describe('a topic', () => {
  it('says to whoever reads it which steps are theirs now, and why others are not', async () => {
    const id = await proposed();
    const open = async (who: Caller): Promise<string[]> => {
      const { actions } = (await who.get(`/api/topics/${id}`)).body as {
        actions: { name: string; allowed: boolean }[];
      };
      return actions.filter(({ allowed }) => allowed).map(({ name }) => name);
    };
    expect(await open(liaison)).toEqual(['topic.shortlist', 'session.convene', 'topic.tag']);
    expect(await open(head)).toEqual(['session.convene', 'matter.escalate']);
    await step(liaison, id, 'shortlisting');
    expect(await open(deputyLeader)).toEqual(['topic.plan']);
    const { actions } = (await liaison.get(`/api/topics/${id}`)).body;
    expect(actions).toContainEqual(
      expect.objectContaining({ name: 'topic.shortlist', allowed: false, reasonCode: 'wrongState' }),
    );
  });

  it('[S110] passes selection, solving and breakthrough, each with its date and person, and [S71] is resolved', async () => {
    const id = await proposed();
    const before = await counts();
    expect((await step(liaison, id, 'shortlisting', { remark: '三个社区都提到。' })).body).toMatchObject({
      ...{ state: 'SHORTLISTED', phase: 'selection', published: true },
    });
    const plan = { planYear: YEAR, memberIds: ['ZX-M01'] };
    expect((await step(deputyLeader, id, 'planning', plan)).body).toMatchObject({ state: 'PLANNED', phase: 'solving' });
    expect((await step(otherMember, id, 'survey', { finding: '甲' })).status).toBe(403);
    expect((await step(member, id, 'survey', { finding: '缺口三百个车位。' })).body.state).toBe('SURVEYED');
    await step(liaison, id, 'consensus', { consensus: 'none', words: '没有谈拢。' });
    const again = await step(liaison, id, 'consensus', { consensus: 'consensus', words: '统一画线。' });
    expect(again.body).toMatchObject({ state: 'DELIBERATED', consensus: 'consensus', deliberations: 2 });
    expect((await step(liaison, id, 'conversion', { measures: '四张哨单。' })).body.phase).toBe('breakthrough');
    const { status, body } = await step(liaison, id, 'closing', { outcome: 'resolved', reason: '车位已投用。' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'CLOSED', outcome: 'resolved', version: 8 });
    expect(body.phases).toEqual([
      { phase: 'selection', at: expect.any(String), by: 'zx-member-01' },
      { phase: 'solving', at: expect.any(String), by: 'zx-deputy' },
      { phase: 'breakthrough', at: expect.any(String), by: 'zx-liaison1' },
    ]);
    expect((await counts()).resolved).toBe(before.resolved + 1);
    const history = (await worker.get(`/api/topics/${id}/history`)).body.items;
    expect(history.map(({ kind, words }: { kind: string; words?: string }) => [kind, words])).toEqual([
      ...[
        ['proposed', undefined],
        ['shortlist', '三个社区都提到。'],
        ['plan', undefined],
      ],
      ...[
        ['survey', '缺口三百个车位。'],
        ['deliberate', '没有谈拢。'],
        ['deliberate', '统一画线。'],
      ],
      ...[
        ['convert', '四张哨单。'],
        ['close', '车位已投用。'],
      ],
    ]);
    const events = await topics.rows(
      `SELECT envelope FROM outbox_event WHERE subject = $1 AND envelope->>'type' = 'topic.changed.v1'`,
      id,
    );
    expect(events).toHaveLength(7);
    expect(JSON.stringify(events)).not.toContain('车位');
  });

  it('takes no step before its time, from nobody who may not, and says where it stands', async () => {
    const id = await proposed();
    expect(await step(deputyLeader, id, 'planning', { planYear: YEAR })).toMatchObject({
      ...{ status: 409, body: { code: 'wrongState', state: 'PROPOSED' } },
    });
    expect((await step(member, id, 'shortlisting')).status).toBe(403);
    await step(liaison, id, 'shortlisting');
    expect((await step(liaison, id, 'shortlisting')).status).toBe(409);
    expect((await step(liaison, id, 'planning', { planYear: YEAR })).status).toBe(403);
  });

  it('is chosen by one of two who ask at the same time', async () => {
    const id = await proposed();
    const answers = await Promise.all([step(liaison, id, 'shortlisting'), step(liaison, id, 'shortlisting')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('[S31] has a level, escalated and handed down one by one with a reason that is kept', async () => {
    const id = await proposed();
    expect((await step(head, id, 'level', { to: 'subdistrict' })).status).toBe(422);
    const up = await step(head, id, 'level', { to: 'subdistrict', reason: '涉及四个社区。' });
    expect(up).toMatchObject({ status: 200, body: { level: 'subdistrict' } });
    expect((await step(head, id, 'level', { to: 'district', reason: '甲' })).status).toBe(409);
    expect((await district.get(`/api/topics/${id}`)).status).toBe(404);
    await step(deputyLeader, id, 'level', { to: 'district', reason: '要全区的政策。' });
    expect((await district.get(`/api/topics/${id}`)).body.level).toBe('district');
    expect((await district.get('/api/topics?level=district')).body.items).toHaveLength(1);
    expect((await step(liaison, id, 'level', { to: 'community', reason: '甲' })).body).toMatchObject({
      ...{ code: 'wrongState', state: 'district' },
    });
    const down = await step(district, id, 'level', { to: 'subdistrict', reason: '街道可以办。' });
    expect(down).toMatchObject({ status: 200, body: { level: 'subdistrict' } });
    const moved = (await liaison.get(`/api/topics/${id}/history`)).body.items.slice(-1);
    expect(moved).toEqual([
      expect.objectContaining({
        fromLevel: 'district',
        toLevel: 'subdistrict',
        words: '街道可以办。',
        by: 'zx-district',
      }),
    ]);
  });
});

describe('the leadership', () => {
  const nomination = { ...TOPIC, title: '老旧小区加装电梯', scale: 'developmentMajor', reason: '年度重点。' };

  it('[S109] sets a topic that is in the plan at once; others do not', async () => {
    const { status, body } = await deputyLeader.post('/api/topics/nominations', { ...nomination, planYear: 2031 });
    expect(status).toBe(201);
    expect(body).toMatchObject({ source: 'leadership', state: 'PLANNED', phase: 'solving', planYear: 2031 });
    const plan = (await worker.get('/api/topics/plan?year=2031')).body;
    expect(plan.developmentMajor.map(({ id }: { id: string }) => id)).toEqual([body.id]);
    const refused = await member.post('/api/topics/nominations', { ...nomination, planYear: 2031 });
    expect([refused.status, refused.body.code]).toEqual([403, 'roleNotAllowed']);
  });

  it('[S29] has a yearly plan that shows both scales and their shares', async () => {
    const key = { 'Idempotency-Key': 'plan-2030' };
    const body = { ...nomination, planYear: 2030 };
    const [first, second] = [
      await deputyLeader.post('/api/topics/nominations', body, key),
      await deputyLeader.post('/api/topics/nominations', body, key),
    ];
    expect(second.body.id).toBe(first.body.id);
    for (const title of ['甲', '乙', '丙']) {
      const id = await proposed({ title });
      await step(liaison, id, 'shortlisting');
      await step(deputyLeader, id, 'planning', { planYear: 2030 });
    }
    const plan = (await liaison.get('/api/topics/plan?year=2030')).body;
    expect(plan.developmentMajor).toHaveLength(1);
    expect(plan.keyMinor.map(({ title }: { title: string }) => title)).toEqual(['甲', '乙', '丙']);
    expect(plan.shares).toEqual({ developmentMajor: 0.25, keyMinor: 0.75 });
    expect((await liaison.get('/api/topics/plan?year=2050')).body).not.toHaveProperty('shares');
  });
});

describe('tags', () => {
  it('[S3] of the strategy are counted per tag, and only tags that exist are carried', async () => {
    const tag = (await admin.post('/api/strategy-tags', { code: 'one', title: '一个目标' })).body;
    const idle = (await admin.post('/api/strategy-tags', { code: 'three', title: '三大工程' })).body;
    const id = await proposed();
    expect((await step(liaison, id, 'tags', { strategyTags: [tag.id] })).body.strategyTags).toEqual([tag.id]);
    const unknown = await step(liaison, id, 'tags', { strategyTags: [id] });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'unknownStrategyTag']);
    expect((await step(member, id, 'tags', { tier: 'topPriority' })).status).toBe(403);
    expect((await counts()).byStrategyTag).toEqual([
      { tagId: tag.id, title: '一个目标', topics: 1, resolved: 0 },
      { tagId: idle.id, title: '三大工程', topics: 0, resolved: 0 },
    ]);
    const tagged = (await liaison.get(`/api/topics?strategyTag=${tag.id}`)).body.items;
    expect(tagged.map((topic: { id: string }) => topic.id)).toEqual([id]);
  });

  it('[S4] of problem types are counted per type and community', async () => {
    const typesIn = async (communityId: string) =>
      (await counts()).byCommunity.find((one: { communityId: string }) => one.communityId === communityId)
        ?.problemTypes;
    const before = await typesIn('ZX01');
    const id = await proposed({ communityIds: ['ZX01', 'ZX02'] });
    await step(liaison, id, 'tags', { problemTypes: ['pain', 'blockage'] });
    await step(liaison, await proposed(), 'tags', { problemTypes: ['difficulty'] });
    expect(await typesIn('ZX01')).toEqual({
      ...{ difficulty: before.difficulty + 1, pain: before.pain + 1, blockage: before.blockage + 1 },
    });
    expect(await typesIn('ZX02')).toEqual({ difficulty: 0, pain: 1, blockage: 1 });
    expect((await liaison.get('/api/topics?problemType=blockage')).body.items).toHaveLength(1);
  });

  it('[S36] say a practical deed or a hard problem, [S78] the tier, [S58] the long track; each is counted', async () => {
    const before = await counts();
    const id = await proposed();
    const tags = { nature: 'practicalDeed', tier: 'heartWarming', track: 'longTerm' };
    expect((await step(liaison, id, 'tags', tags)).body).toMatchObject({ ...tags, scale: 'keyMinor' });
    expect((await step(liaison, id, 'tags', {})).status).toBe(422);
    const after = await counts();
    expect(after.byNature).toEqual({ ...before.byNature, practicalDeed: before.byNature.practicalDeed + 1 });
    expect(after.byTier).toEqual({ ...before.byTier, heartWarming: before.byTier.heartWarming + 1 });
    expect(after.byTrack).toEqual({ ...before.byTrack, longTerm: before.byTrack.longTerm + 1 });
    expect((await liaison.get('/api/topics?track=longTerm&nature=practicalDeed')).body.items).toHaveLength(1);
  });

  it('are counted in what the caller may read', async () => {
    await proposed({ communityIds: ['ZX02'] });
    const [own, all] = [(await worker.get('/api/topics/counts')).body, await counts()];
    expect(own.total).toBeLessThan(all.total);
    expect((await new Caller(topics.origin).get('/api/topics/counts')).status).toBe(401);
  });
});
