import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TopicsService, type Answer, type Caller } from './topics-service.js';

let topics: TopicsService;
let liaison: Caller;
let otherLiaison: Caller;
let deputyLeader: Caller;
let admin: Caller;
let member: Caller;
let otherMember: Caller;
let worker: Caller;
let otherWorker: Caller;
let district: Caller;
let stranger: Caller;

beforeAll(async () => {
  topics = await TopicsService.start(['postgres', 'kafka']);
  const posted = ['ZX01', 'ZX03'];
  liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
  otherLiaison = topics.as({ userId: 'zx-liaison2', posts: [{ role: 'liaisonOfficer' }] });
  deputyLeader = topics.as({ userId: 'zx-deputy1', posts: [{ role: 'deputyLeader' }] });
  admin = topics.as({ userId: 'zx-admin', posts: [{ role: 'admin' }] });
  member = topics.as({ userId: 'zx-member-01', posts: [{ role: 'member', memberId: 'ZX-M01', communityIds: posted }] });
  otherMember = topics.as({
    userId: 'zx-member-02',
    posts: [{ role: 'member', memberId: 'ZX-M02', communityIds: [] }],
  });
  worker = topics.as({ userId: 'zx-worker-01', posts: [{ role: 'communityWorker', communityIds: ['ZX01'] }] });
  otherWorker = topics.as({ userId: 'zx-worker-03', posts: [{ role: 'communityWorker', communityIds: ['ZX03'] }] });
  district = topics.as({ userId: 'zx-district', posts: [{ role: 'districtCommittee' }] });
  stranger = topics.as({ userId: 'ys-liaison1', subdistrictId: 'ys', posts: [{ role: 'liaisonOfficer' }] });
  for (const id of ['ZX01', 'ZX03']) await topics.know(id, id);
}, 120_000);

afterAll(async () => {
  await topics?.stop();
});

const made = async (caller: Caller, path: string, body: object): Promise<string> => {
  const answer = await caller.post(`/api/${path}`, body);
  expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status: 201 });
  return answer.body.id as string;
};
const taken = async (caller: Caller, path: string, body: object = {}): Promise<Answer['body']> => {
  const answer = await caller.post(`/api/${path}`, body);
  expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status: 200 });
  return answer.body;
};
const idsOf = async (caller: Caller, path: string): Promise<string[]> =>
  (await caller.get(`/api/${path}`)).body.items.map(({ id }: { id: string }) => id);

const SUGGESTION = { kind: 'goldenIdea', title: '错峰停车', text: '机关车位夜间向居民开放。', communityId: 'ZX01' };

describe('suggestions', () => {
  it('[S5] are submitted by members and adopted, or not, with the reason by somebody else', async () => {
    const id = await made(member, 'suggestions', SUGGESTION);
    const refused = await liaison.post(`/api/suggestions/${id}/decision`, { isAdopted: true });
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'reason']);
    const decided = await taken(liaison, `suggestions/${id}/decision`, { isAdopted: false, reason: '产权不在街道。' });
    expect(decided).toMatchObject({ state: 'NOT_ADOPTED', reason: '产权不在街道。', memberId: 'ZX-M01', version: 2 });
    const again = await liaison.post(`/api/suggestions/${id}/decision`, { isAdopted: true, reason: '改主意了。' });
    expect([again.status, again.body.code, again.body.state]).toEqual([409, 'wrongState', 'NOT_ADOPTED']);
    const adopted = await made(otherMember, 'suggestions', { ...SUGGESTION, kind: 'innovation' });
    await taken(deputyLeader, `suggestions/${adopted}/decision`, { isAdopted: true, reason: '可行。' });
    expect(await idsOf(liaison, 'suggestions?state=ADOPTED&memberId=ZX-M02')).toEqual([adopted]);
    expect(await idsOf(liaison, 'suggestions?kind=goldenIdea')).toEqual([id]);
  });

  it('name a community that exists, and are kept from another subdistrict', async () => {
    const unknown = await member.post('/api/suggestions', { ...SUGGESTION, communityId: 'ZX99' });
    expect([unknown.status, unknown.body.code, unknown.body.errors[0].field]).toEqual([
      422,
      'unknownCommunity',
      'communityId',
    ]);
    const id = await made(member, 'suggestions', SUGGESTION);
    expect((await stranger.get(`/api/suggestions/${id}`)).status).toBe(404);
    expect((await stranger.post(`/api/suggestions/${id}/decision`, { isAdopted: true, reason: 'x' })).status).toBe(404);
    expect(await idsOf(stranger, 'suggestions')).toEqual([]);
    expect((await worker.post(`/api/suggestions/${id}/decision`, { isAdopted: true, reason: 'x' })).status).toBe(403);
  });

  it('take effect once for a key, and not at all on something that has changed since it was seen', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const [first, second] = await Promise.all([
      member.post('/api/suggestions', SUGGESTION, key),
      member.post('/api/suggestions', SUGGESTION, key),
    ]);
    expect(first.body.id).toBe(second.body.id);
    const { id } = first.body;
    const verdict = { isAdopted: true, reason: '可行。' };
    const stale = await liaison.post(`/api/suggestions/${id}/decision`, verdict, { 'if-match': '"7"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'preconditionFailed']);
    const race = await Promise.all([
      liaison.post(`/api/suggestions/${id}/decision`, verdict, { 'if-match': '"1"' }),
      deputyLeader.post(`/api/suggestions/${id}/decision`, { ...verdict, isAdopted: false }, { 'if-match': '"1"' }),
    ]);
    expect(race.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const [row] = await topics.rows('SELECT version FROM register_entry WHERE id = $1', id);
    const trail = await topics.rows('SELECT kind, actor_id FROM timeline_entry WHERE aggregate_id = $1', id);
    expect([row?.['version'], trail.length]).toEqual([2, 2]);
  });

  it('are listed page by page and exported as a table that no spreadsheet runs', async () => {
    await made(member, 'suggestions', { ...SUGGESTION, title: '=1+1' });
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await liaison.get(`/api/suggestions?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    const table = await liaison.text('/api/suggestions/export.csv');
    const [head, ...lines] = table
      .replace(/^\uFEFF/, '')
      .trim()
      .split('\n');
    expect(head).toContain('标题');
    expect(lines).toHaveLength(seen.length);
    expect(table).toContain("'=1+1");
  });
});

describe('rounds, campaigns and tours', () => {
  it('[S39] a round of asking is opened, closed, screened and published by who may', async () => {
    const round = { title: '2021 年议题征集', opensOn: '2021-03-01', closesOn: '2021-02-01' };
    const backwards = await liaison.post('/api/solicitation-rounds', round);
    expect([backwards.status, backwards.body.errors[0].field]).toEqual([422, 'closesOn']);
    const id = await made(liaison, 'solicitation-rounds', { ...round, closesOn: '2021-03-31' });
    const early = await deputyLeader.post(`/api/solicitation-rounds/${id}/publication`, {});
    expect([early.status, early.body.state]).toEqual([409, 'OPEN']);
    await taken(liaison, `solicitation-rounds/${id}/closing`);
    await taken(liaison, `solicitation-rounds/${id}/screening`, { chosen: ['T1'] });
    expect((await liaison.post(`/api/solicitation-rounds/${id}/publication`, {})).status).toBe(403);
    expect(await taken(deputyLeader, `solicitation-rounds/${id}/publication`)).toMatchObject({
      ...{ state: 'PUBLISHED', marks: ['published'], chosen: ['T1'] },
    });
  });

  it('[S34] a campaign is approved by another than its planner and counts its records against the target', async () => {
    const plan = { kind: 'visit', title: '大走访', startsOn: '2021-04-01', endsOn: '2021-06-30', target: 2 };
    const id = await made(liaison, 'campaigns', plan);
    const record = { communityId: 'ZX01', on: '2021-04-03', said: '没灯。', seen: '三盏不亮。', achieved: '已修。' };
    const early = await worker.post(`/api/campaigns/${id}/records`, { ...record, recordId: randomUUID() });
    expect([early.status, early.body.state]).toEqual([409, 'PLANNED']);
    await taken(deputyLeader, `campaigns/${id}/approval`);
    const both = await Promise.all([
      taken(worker, `campaigns/${id}/records`, { ...record, recordId: randomUUID() }),
      taken(otherWorker, `campaigns/${id}/records`, { ...record, communityId: 'ZX03', recordId: randomUUID() }),
    ]);
    expect(both.map(({ state }) => state)).toEqual(['RUNNING', 'RUNNING']);
    const { body } = await liaison.get(`/api/campaigns/${id}`);
    expect(Object.keys(body.records)).toHaveLength(body.target);
  });

  it('[S100] members invited to a campaign answer and attend it; who was not invited does not', async () => {
    const plan = { kind: 'visit', title: '大走访', startsOn: '2021-04-01', endsOn: '2021-06-30', target: 2 };
    const id = await made(liaison, 'campaigns', { ...plan, invited: ['ZX-M01'] });
    const early = await member.post(`/api/campaigns/${id}/answers`, { isAccepted: true });
    expect([early.status, early.body.state]).toEqual([409, 'PLANNED']);
    await taken(deputyLeader, `campaigns/${id}/approval`);
    for (const path of ['answers', 'attendance']) {
      const body = path === 'answers' ? { isAccepted: true } : { on: '2021-04-03' };
      expect((await otherMember.post(`/api/campaigns/${id}/${path}`, body)).status).toBe(403);
    }
    const mute = await member.post(`/api/campaigns/${id}/answers`, { isAccepted: false });
    expect([mute.status, mute.body.errors[0].field]).toEqual([422, 'reason']);
    await taken(member, `campaigns/${id}/answers`, { isAccepted: true });
    await taken(member, `campaigns/${id}/attendance`, { on: '2021-04-03' });
    expect((await liaison.get(`/api/campaigns/${id}`)).body).toMatchObject({
      ...{ invited: ['ZX-M01'], answers: { 'zx-member-01': { isAccepted: true } } },
      attended: { 'zx-member-01': { on: '2021-04-03' } },
    });
    const sent = await topics.rows('SELECT kind FROM timeline_entry WHERE aggregate_id = $1 ORDER BY position', id);
    expect(sent.map(({ kind }) => kind)).toEqual(['plan', 'approve', 'respondInvitation', 'attend']);
  });

  it('[S33] a tour keeps one finding for each community', async () => {
    const id = await made(liaison, 'community-tours', { title: '逐社区观摩', startsOn: '2021-05-10' });
    const finding = { communityId: 'ZX01', on: '2021-05-11', finding: '车棚不足。' };
    await taken(liaison, `community-tours/${id}/findings`, finding);
    await taken(liaison, `community-tours/${id}/findings`, { ...finding, finding: '车棚已扩。' });
    const { findings } = await taken(liaison, `community-tours/${id}/findings`, { ...finding, communityId: 'ZX03' });
    expect([Object.keys(findings).toSorted(), findings.ZX01.finding]).toEqual([['ZX01', 'ZX03'], '车棚已扩。']);
  });

  it('[S101] a visit tells what was said, seen and achieved', async () => {
    const visit = { communityId: 'ZX01', on: '2021-04-03', said: '电梯常坏。', seen: '停用告示。' };
    const short = await worker.post('/api/visits', visit);
    expect([short.status, short.body.errors.map(({ field }: { field: string }) => field)]).toEqual([422, ['achieved']]);
    await made(worker, 'visits', { ...visit, achieved: '已约维保。' });
    expect((await otherWorker.post('/api/visits', { ...visit, achieved: '已约维保。' })).status).toBe(404);
    expect(await idsOf(otherWorker, 'visits')).toEqual([]);
    expect(await idsOf(worker, 'visits')).toHaveLength(1);
  });
});

describe('activities', () => {
  it('[S32] a symposium is planned with its recurrence, held with its attendance', async () => {
    const plan = {
      kind: 'symposium',
      title: '物业专题座谈',
      heldOn: '2021-06-01',
      place: '议事厅',
      recurs: 'quarterly',
    };
    const id = await made(liaison, 'activities', plan);
    const came = { attendingMembers: ['ZX-M01', 'ZX-M02'], attendingDepartments: ['ZX-ZJJ'], headCount: 1 };
    const short = await liaison.post(`/api/activities/${id}/attendance`, came);
    expect([short.status, short.body.errors[0].field]).toEqual([422, 'headCount']);
    expect(await taken(liaison, `activities/${id}/attendance`, { ...came, headCount: 40 })).toMatchObject({
      ...{ state: 'HELD', recurs: 'quarterly', attendingMembers: ['ZX-M01', 'ZX-M02'], headCount: 40 },
    });
    const late = await liaison.post(`/api/activities/${id}/cancellation`, {});
    expect([late.status, late.body.state]).toEqual([409, 'HELD']);
  });

  it('[S93] a symposium of the catering trade is held at subdistrict level, and names its trade', async () => {
    const plan = { kind: 'industrySymposium', title: '餐饮业座谈会', heldOn: '2021-07-08', place: '金裕中心' };
    const bare = await liaison.post('/api/activities', { ...plan, communityId: 'ZX01' });
    expect([bare.status, bare.body.errors.map(({ field }: { field: string }) => field)]).toEqual([
      422,
      ['trade', 'communityId'],
    ]);
    const id = await made(liaison, 'activities', { ...plan, trade: '餐饮业' });
    const held = await taken(liaison, `activities/${id}/attendance`, { attendingMembers: ['ZX-M01'], headCount: 26 });
    expect(held).toMatchObject({ state: 'HELD', trade: '餐饮业', headCount: 26 });
    expect(await idsOf(liaison, 'activities?kind=industrySymposium')).toEqual([id]);
  });

  it('[S90] a summer camp says whether it was held on the day it was planned for', async () => {
    const plan = { kind: 'service', title: '暑期成长营', heldOn: '2021-07-12', place: '汇丰社区', communityId: 'ZX01' };
    const [kept, moved] = [await made(liaison, 'activities', plan), await made(liaison, 'activities', plan)];
    const came = { attendingMembers: ['ZX-M01'], headCount: 30 };
    const onTheDay = await taken(liaison, `activities/${kept}/attendance`, { ...came, tookPlaceOn: '2021-07-12' });
    expect(onTheDay).toMatchObject({ state: 'HELD', heldOn: '2021-07-12', onSchedule: true });
    const later = await taken(liaison, `activities/${moved}/attendance`, { ...came, tookPlaceOn: '2021-07-19' });
    expect(later).toMatchObject({ heldOn: '2021-07-12', tookPlaceOn: '2021-07-19', onSchedule: false });
  });

  it.each([
    ['[S47] lecture', { speaker: '王委员' }],
    ['[S48] survey', { questionnaire: '五个问题', sample: 120, finding: '八成赞成。' }],
    ['[S49] deliberation', { parties: '业主、物业', agreement: '先修后付。' }],
    ['[S50] charity', { beneficiaries: 30, valueFen: 500_000 }],
  ])('%s is recorded with the facts of its kind, and not without them', async (title, facts) => {
    const kind = title.split(' ')[1];
    const body = { kind, title: '微活动', heldOn: '2021-06-02', communityId: 'ZX01', attendance: 35 };
    const bare = await worker.post('/api/micro-activities', body);
    expect(bare.body.errors.map(({ field }: { field: string }) => field)).toEqual(Object.keys(facts));
    const id = await made(worker, 'micro-activities', { ...body, ...facts });
    expect((await liaison.get(`/api/micro-activities?kind=${kind}`)).body.items).toMatchObject([{ id, ...facts }]);
  });

  it('[S46] a check list has two declarations and its steps, ticked off one by one', async () => {
    const items = ['亮身份', '亮承诺', '知事', '议事'];
    const id = await made(worker, 'work-methods', { title: '车棚改造', communityId: 'ZX01', items });
    const strange = await worker.post(`/api/work-methods/${id}/ticks`, { item: '喝茶' });
    expect([strange.status, strange.body.errors[0].field]).toEqual([422, 'item']);
    await taken(worker, `work-methods/${id}/ticks`, { item: '亮身份' });
    const { ticked } = await taken(worker, `work-methods/${id}/ticks`, { item: '亮承诺', note: '已公示' });
    expect(new Set(Object.keys(ticked))).toEqual(new Set(['亮身份', '亮承诺']));
    expect(await taken(worker, `work-methods/${id}/finish`)).toMatchObject({ state: 'DONE' });
  });
});

describe('papers', () => {
  it('[S41] a report of opinion goes from its member to the district, which adopts it', async () => {
    const id = await made(member, 'opinion-reports', { title: '充电难', text: '充电桩不足。' });
    expect((await otherMember.get(`/api/opinion-reports/${id}`)).status).toBe(404);
    expect((await otherMember.post(`/api/opinion-reports/${id}/submission`, {})).status).toBe(404);
    await taken(member, `opinion-reports/${id}/revision`, { title: '充电难', text: '补充三个小区的数据。' });
    await taken(member, `opinion-reports/${id}/submission`);
    expect(await idsOf(district, 'opinion-reports')).toEqual([]);
    await taken(liaison, `opinion-reports/${id}/forwarding`);
    expect(await idsOf(district, 'opinion-reports')).toEqual([id]);
    expect(await taken(district, `opinion-reports/${id}/decision`, { isAdopted: true })).toMatchObject({
      ...{ state: 'ADOPTED', text: '补充三个小区的数据。' },
    });
  });

  it('[S42] a policy is passed on, and who read it says so once each, all at the same time', async () => {
    const notice = { title: '加装电梯补贴', text: '每台补贴。', source: '区住建局' };
    const id = await made(liaison, 'policy-notices', notice);
    const receipts = `/api/policy-notices/${id}/receipts`;
    const answers = await Promise.all([member, otherMember, worker, otherWorker].map((one) => one.post(receipts, {})));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await taken(worker, `policy-notices/${id}/receipts`);
    const { body } = await deputyLeader.get(`/api/policy-notices/${id}`);
    expect(Object.keys(body.readBy).toSorted()).toEqual([
      'zx-member-01',
      'zx-member-02',
      'zx-worker-01',
      'zx-worker-03',
    ]);
  });

  it('[S6] an experience is published by another than its author', async () => {
    const id = await made(liaison, 'case-studies', { title: '一起画车位', text: '一个议题，四张哨单。' });
    expect((await otherLiaison.post(`/api/case-studies/${id}/publication`, {})).status).toBe(403);
    expect(await taken(deputyLeader, `case-studies/${id}/publication`)).toMatchObject({ state: 'PUBLISHED' });
  });

  it('[S40] committees are kept by the administrator and read by who refers to them', async () => {
    const id = await made(admin, 'special-committees', { title: '社会法制委', remit: '社会治理' });
    expect(await idsOf(liaison, 'special-committees?state=ACTIVE')).toEqual([id]);
    expect((await liaison.post(`/api/special-committees/${id}/retirement`, {})).status).toBe(403);
    await taken(admin, `special-committees/${id}/retirement`);
    expect(await idsOf(liaison, 'special-committees?state=ACTIVE')).toEqual([]);
  });
});

interface Operation {
  operationId: string;
  summary?: string;
  responses: Record<string, unknown>;
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
}

it('are described, each operation with what it takes, an example of it, and what it answers', async () => {
  const { body } = await topics.as({ userId: 'x', posts: [] }).get('/openapi.json');
  const schemas = body.components.schemas as Record<string, { example?: unknown }>;
  const paths = Object.entries(body.paths as Record<string, Record<string, Operation>>);
  const operations = paths
    .filter(([path]) => path.startsWith('/api/suggestions'))
    .flatMap(([, one]) => Object.values(one));
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual([
    ...['suggestion.decide', 'suggestion.export', 'suggestion.get', 'suggestion.list', 'suggestion.submit'],
  ]);
  for (const { summary, responses, requestBody } of operations) {
    expect(summary).toBeTruthy();
    expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
    const reference = requestBody?.content['application/json']?.schema.$ref?.split('/').at(-1);
    if (requestBody) expect(schemas[reference!]).toHaveProperty('example');
  }
});
