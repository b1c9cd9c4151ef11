import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startMembers, type Answer, type Caller, type MembersUnderTest } from './members-under-test.js';

let members: MembersUnderTest;
let member: Caller;
let otherMember: Caller;
let worker: Caller;
let otherWorker: Caller;
let liaison: Caller;
let deputyLeader: Caller;
let admin: Caller;

beforeAll(async () => {
  members = await startMembers(['postgres'], 'api');
  const posted = { role: 'member', communityIds: ['ZX01'] } as const;
  member = members.as('zx-member-01', [{ ...posted, communityIds: ['ZX01'], memberId: 'ZX-M01' }]);
  otherMember = members.as('zx-member-02', [{ ...posted, communityIds: ['ZX01'], memberId: 'ZX-M02' }]);
  worker = members.as('zx-worker-01', [{ role: 'communityWorker', communityIds: ['ZX01'] }]);
  otherWorker = members.as('zx-worker-03', [{ role: 'communityWorker', communityIds: ['ZX03'] }]);
  liaison = members.as('zx-liaison1', [{ role: 'liaisonOfficer' }]);
  deputyLeader = members.as('zx-deputy1', [{ role: 'deputyLeader' }]);
  admin = members.as('zx-admin', [{ role: 'admin' }]);
  await members.pool.query(
    `INSERT INTO known_community (subdistrict_id, id, name) VALUES ('zx', 'ZX01', '金苑'), ('zx', 'ZX03', '汇丰')
     ON CONFLICT DO NOTHING`,
  );
}, 120_000);

afterAll(async () => {
  await members?.close();
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

const listed = async (caller: Caller, path: string): Promise<Record<string, unknown>[]> =>
  (await caller.get(`/api/${path}`)).body['items'] as Record<string, unknown>[];

describe('what a member does in office', () => {
  const work = { duty: 'policyPublicist', title: '宣讲民法典', on: '2021-05-20', text: '到社区讲一小时。', hours: 2 };

  it('[S76] is recorded by the member, confirmed by somebody else, corrected with the reason', async () => {
    const { id } = await made(member, 'duty-records', work);
    expect((await member.post(`/api/duty-records/${id}/confirmation`)).status).toBe(403);
    expect(await taken(liaison, `duty-records/${id}/confirmation`)).toMatchObject({ state: 'CONFIRMED', hours: 2 });
    const again = await liaison.post(`/api/duty-records/${id}/confirmation`);
    expect([again.status, again.body['state']]).toEqual([409, 'CONFIRMED']);
    const { hours: _hours, ...shorter } = work;
    const silent = await liaison.post(`/api/duty-records/${id}/correction`, { ...shorter, duty: 'servant' });
    expect([silent.status, silent.body['errors'][0].field]).toEqual([422, 'reason']);
    const corrected = await taken(liaison, `duty-records/${id}/correction`, {
      ...{ ...shorter, duty: 'servant', reason: '归类有误。' },
    });
    expect(corrected).toMatchObject({ state: 'CORRECTED', duty: 'servant', reason: '归类有误。', version: 3 });
  });

  it('is listed by duty, and each member sees their own only', async () => {
    const { id } = await made(otherMember, 'duty-records', { ...work, duty: 'deliberator', training: true });
    expect((await listed(otherMember, 'duty-records')).map((one) => one['id'])).toEqual([id]);
    expect((await member.get(`/api/duty-records/${id}`)).status).toBe(404);
    const found = await listed(deputyLeader, 'duty-records?duty=deliberator&memberId=ZX-M02');
    expect(found).toMatchObject([{ id, training: true, memberId: 'ZX-M02' }]);
  });
});

describe('practical deeds', () => {
  it('[S44] are promised with a date, reported with evidence, and confirmed by the community', async () => {
    const promise = { promise: '添置一百册图书', dueOn: '2021-08-31', communityId: 'ZX01' };
    const { id } = await made(member, 'practical-deeds', promise);
    const bare = await member.post(`/api/practical-deeds/${id}/report`, { doneOn: '2021-08-20', evidence: [] });
    expect([bare.status, bare.body['errors'][0].field]).toEqual([422, 'evidence']);
    const report = { doneOn: '2021-08-20', evidence: [{ kind: 'after', note: '图书角照片' }] };
    expect((await otherMember.post(`/api/practical-deeds/${id}/report`, report)).status).toBe(403);
    await taken(member, `practical-deeds/${id}/report`, report);
    expect((await otherWorker.post(`/api/practical-deeds/${id}/confirmation`, { isDone: true })).status).toBe(404);
    expect(await taken(worker, `practical-deeds/${id}/confirmation`, { isDone: false })).toMatchObject({
      state: 'PROMISED',
    });
    await taken(member, `practical-deeds/${id}/report`, report);
    expect(await taken(worker, `practical-deeds/${id}/confirmation`, { isDone: true })).toMatchObject({
      state: 'CONFIRMED',
    });
  });
});

describe('groups and posts', () => {
  it('[S28] a group with a stake belongs to a community and is found by its field', async () => {
    const group = { communityId: 'ZX01', domain: '物业', title: '金苑物业', size: 6 };
    const { id } = await made(worker, 'stakeholder-groups', group);
    expect((await otherWorker.post('/api/stakeholder-groups', group)).status).toBe(404);
    await taken(worker, `stakeholder-groups/${id}/change`, { domain: '物业', title: '金苑物业站', size: 8 });
    const [newest] = await listed(liaison, 'stakeholder-groups?domain=物业&communityId=ZX01');
    expect(newest).toMatchObject({ id, title: '金苑物业站', size: 8 });
    await taken(worker, `stakeholder-groups/${id}/retirement`);
    const active = await listed(liaison, 'stakeholder-groups?state=ACTIVE&communityId=ZX01');
    expect(active.map((one) => one['id'])).not.toContain(id);
  });

  it('[S9] a deputy leader may hold several titles, and the post ends with a date', async () => {
    const post = { role: 'deputyLeader', holderId: 'zx-deputy1', titles: ['党工委副书记', '人大工委主任'] };
    const { id } = await made(admin, 'leadership-posts', { ...post, since: '2021-01-01' });
    expect((await liaison.post('/api/leadership-posts', { ...post, since: '2021-01-01' })).status).toBe(403);
    expect(await listed(liaison, 'leadership-posts?role=deputyLeader')).toMatchObject([{ id, titles: post.titles }]);
    const other = members.as('zx-admin2', [{ role: 'admin' }]);
    expect(await taken(other, `leadership-posts/${id}/end`, { until: '2021-12-31' })).toMatchObject({ state: 'ENDED' });
  });

  it('[S8] the group leader is one of the posts', async () => {
    const post = { role: 'groupLeader', holderId: 'zx-leader', titles: ['党工委书记'], since: '2021-01-01' };
    const { id } = await made(admin, 'leadership-posts', post);
    expect(await listed(deputyLeader, 'leadership-posts?role=groupLeader&state=HELD')).toMatchObject([{ id }]);
  });
});
