import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DepartmentsService, type Answer, type Caller } from './departments-service.js';

let departments: DepartmentsService;
let worker: Caller;
let head: Caller;
let member: Caller;
let liaison: Caller;
let deputyLeader: Caller;
let unitHead: Caller;
let otherUnit: Caller;

beforeAll(async () => {
  departments = await DepartmentsService.start(['postgres']);
  worker = departments.as('zx-worker-01', { role: 'communityWorker', communityIds: ['ZX01'] });
  head = departments.as('zx-head-01', { role: 'communityHead', communityIds: ['ZX01'] });
  member = departments.as('zx-member-01', { role: 'member', memberId: 'ZX-M01', communityIds: ['ZX01'] });
  liaison = departments.staff('liaisonOfficer');
  deputyLeader = departments.staff('deputyLeader');
  unitHead = departments.person('head', 'zjj');
  otherUnit = departments.person('head', 'cgj');
  await departments.rows(`INSERT INTO known_community (subdistrict_id, id, name) VALUES ('zx', 'ZX01', '金苑')`);
}, 120_000);

afterAll(async () => {
  await departments?.stop();
});

async function made(caller: Caller, path: string, body: object): Promise<Answer['body']> {
  const answer = await caller.post(`/api/${path}`, body);
  expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status: 201 });
  return answer.body;
}

async function taken(caller: Caller, path: string, body: object = {}): Promise<Answer['body']> {
  const answer = await caller.post(`/api/${path}`, body);
  expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status: 200 });
  return answer.body;
}

describe('projects and facilities', () => {
  const plan = {
    ...{ title: '如意社区文体墙', departmentId: 'ZX-ZJJ', communityId: 'ZX01', fundsFen: 3_000_000 },
    ...{ milestones: ['设计', '施工'], completeBy: '2021-09-30' },
  };

  it('[S55] a project has its unit, its milestones and its funds, and goes into operation', async () => {
    const { id } = await made(liaison, 'projects', plan);
    const milestone = { milestone: '设计', reachedOn: '2021-07-01', spentFen: 200_000, evidence: [EVIDENCE] };
    const early = await unitHead.post(`/api/projects/${id}/milestones`, milestone);
    expect([early.status, early.body.state]).toEqual([409, 'PROPOSED']);
    await taken(deputyLeader, `projects/${id}/approval`, { isApproved: true, reason: '列入计划。' });
    expect((await otherUnit.post(`/api/projects/${id}/milestones`, milestone)).status).toBe(404);
    const strange = await unitHead.post(`/api/projects/${id}/milestones`, { ...milestone, milestone: '剪彩' });
    expect([strange.status, strange.body.errors[0].field]).toEqual([422, 'milestone']);
    await taken(unitHead, `projects/${id}/milestones`, milestone);
    await taken(unitHead, `projects/${id}/milestones`, { ...milestone, milestone: '施工', spentFen: 2_500_000 });
    const { reached, state } = await taken(unitHead, `projects/${id}/operation`, { operatesFrom: '2021-10-01' });
    expect([new Set(Object.keys(reached)), state]).toEqual([new Set(['设计', '施工']), 'IN_OPERATION']);
  });

  it('[S92] a project is approved before it begins, or refused, with the reason', async () => {
    const { id } = await made(liaison, 'projects', plan);
    expect((await liaison.post(`/api/projects/${id}/approval`, { isApproved: true, reason: '好。' })).status).toBe(403);
    const refused = await taken(deputyLeader, `projects/${id}/approval`, { isApproved: false, reason: '资金未落实。' });
    expect(refused).toMatchObject({ state: 'REFUSED', reason: '资金未落实。' });
  });

  it('are promoted for a unit and a community that exist', async () => {
    const unit = await liaison.post('/api/projects', { ...plan, departmentId: 'ZX-NONE' });
    expect([unit.status, unit.body.code, unit.body.errors[0].field]).toEqual([
      422,
      'unknownDepartment',
      'departmentId',
    ]);
    const place = await liaison.post('/api/projects', { ...plan, communityId: 'ZX99' });
    expect([place.status, place.body.code]).toEqual([422, 'unknownCommunity']);
  });

  it('[S91] a caring station opens in an office building, and ends', async () => {
    const station = { kind: 'caringStation', title: '爱心驿站', communityId: 'ZX01', plannedFor: '2021-07-01' };
    const { id } = await made(worker, 'facilities', { ...station, place: '金苑写字楼一层大厅' });
    await taken(worker, `facilities/${id}/beginning`, { operatesFrom: '2021-07-01', evidence: [EVIDENCE] });
    const { body } = await member.get('/api/facilities?kind=caringStation&state=IN_OPERATION');
    expect(body.items).toMatchObject([{ id, place: '金苑写字楼一层大厅', operatesFrom: '2021-07-01' }]);
    expect((await taken(worker, `facilities/${id}/end`, { until: '2021-12-31' })).state).toBe('ENDED');
  });

  it('[S89] a day care centre is prepared for a day and begins on one', async () => {
    const facility = { kind: 'dayCare', title: '日间照料中心', communityId: 'ZX01', plannedFor: '2021-08-01' };
    const { id } = await made(worker, 'facilities', facility);
    const begun = await taken(worker, `facilities/${id}/beginning`, { operatesFrom: '2021-08-01' });
    expect(begun).toMatchObject({ state: 'IN_OPERATION', plannedFor: '2021-08-01', operatesFrom: '2021-08-01' });
    const { body } = await member.get('/api/facilities?kind=dayCare&state=IN_OPERATION');
    expect(body.items).toMatchObject([{ id }]);
  });
});

const EVIDENCE = { kind: 'document', note: '图纸' };

describe('votes of owners', () => {
  const vote = {
    ...{ communityId: 'ZX01', estate: '鸿元小区', votedOn: '2021-05-08' },
    all: { owners: 12, area: 108_000 },
    voted: { owners: 11, area: 99_000 },
  };

  it('[S85] for a lift are counted per entrance, carry by the rule, and are confirmed by another', async () => {
    const count = { ...vote, subject: 'installElevator', entrance: '1 单元' };
    const few = await made(worker, 'owners-votes', { ...count, agreed: { owners: 8, area: 72_000 } });
    expect(few).toMatchObject({ verdict: 'notAgreed', entrance: '1 单元', state: 'COUNTED' });
    const { id } = await made(worker, 'owners-votes', { ...count, agreed: { owners: 10, area: 90_000 } });
    const own = departments.as('zx-worker-01', { role: 'communityHead', communityIds: ['ZX01'] });
    expect((await own.post(`/api/owners-votes/${id}/confirmation`, {})).status).toBe(403);
    expect(await taken(head, `owners-votes/${id}/confirmation`)).toMatchObject({
      ...{ state: 'CONFIRMED', verdict: 'carried', marks: ['published'] },
    });
  });

  it('cannot have more votes than owners, nor more consents than votes', async () => {
    const count = { ...vote, subject: 'commissionManager', agreed: { owners: 12, area: 90_000 } };
    const consents = await worker.post('/api/owners-votes', count);
    expect([consents.status, consents.body.errors[0].field]).toEqual([422, 'agreed']);
    const votes = await worker.post('/api/owners-votes', { ...count, voted: { owners: 13, area: 99_000 } });
    expect([votes.status, votes.body.errors[0].field]).toEqual([422, 'voted']);
  });
});

describe('help', () => {
  it('[S94] donations of money and goods are listed by cause', async () => {
    const goods = { kind: 'goods', campaign: '抗洪防疫', valueFen: 1_200_000, on: '2021-07-25', communityId: 'ZX01' };
    const unnamed = await worker.post('/api/donations', goods);
    expect([unnamed.status, unnamed.body.errors[0].field]).toEqual([422, 'goods']);
    const given = await made(worker, 'donations', { ...goods, goods: '方便面 200 箱' });
    const { communityId: _place, ...money } = { ...goods, kind: 'money' };
    const paid = await made(member, 'donations', money);
    const { body } = await liaison.get('/api/donations?campaign=抗洪防疫');
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([paid.id, given.id]);
  });

  it('[S86] a policy pack has its answers, and questions answered on the spot are counted', async () => {
    const faq = [{ question: '谁出钱？', answer: '业主和补贴。' }];
    expect((await liaison.post('/api/policy-packs', { title: '大礼包', faq: [] })).status).toBe(422);
    const pack = await made(unitHead, 'policy-packs', { title: '加装电梯大礼包', faq });
    expect(await (await member.get(`/api/policy-packs/${pack.id}`)).body).toMatchObject({ faq, state: 'PUBLISHED' });
    const asked = { question: '一楼不同意？', answer: '先协商补偿。', on: '2021-05-08', communityId: 'ZX01' };
    await made(worker, 'consultations', asked);
    const { body } = await worker.get('/api/consultations?communityId=ZX01');
    expect(body.items).toHaveLength(1);
  });

  it('[S80] a task force has a lead, its units and the notes of its meetings', async () => {
    const force = { title: '不动产证专班', whistleNumber: 'ZX-2021-000001', departmentId: 'ZX-ZJJ' };
    const { id } = await made(liaison, 'task-forces', { ...force, units: ['ZX-SFJ', 'ZX-XFJ'] });
    const meeting = { on: '2021-04-12', notes: '逐户核对资料。', present: ['ZX-ZJJ', 'ZX-SFJ'] };
    await taken(liaison, `task-forces/${id}/meetings`, { ...meeting, meetingId: randomUUID() });
    const { meetings } = await taken(liaison, `task-forces/${id}/meetings`, { ...meeting, meetingId: randomUUID() });
    expect(Object.keys(meetings)).toHaveLength(2);
    const { body } = await liaison.get('/api/task-forces?whistleNumber=ZX-2021-000001');
    expect(body.items).toMatchObject([{ id, departmentId: 'ZX-ZJJ', units: ['ZX-SFJ', 'ZX-XFJ'] }]);
  });
});
