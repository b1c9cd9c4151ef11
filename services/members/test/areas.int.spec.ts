import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublicMembers } from '@hsl/contracts/schemas/public-reading';
import { CoverageService } from '../src/community-coverage/coverage.service.js';
import { startMembers, type Answer, type Caller, type MembersUnderTest } from './members-under-test.js';

let members: MembersUnderTest;
let liaison: Caller;
let deputyLeader: Caller;
let worker: Caller;
let head02: Caller;

beforeAll(async () => {
  members = await startMembers(['postgres'], 'api');
  liaison = members.as('zx-liaison1', [{ role: 'liaisonOfficer' }]);
  deputyLeader = members.as('zx-deputy1', [{ role: 'deputyLeader' }]);
  worker = members.as('zx-worker-01', [{ role: 'communityWorker', communityIds: ['ZX01'] }]);
  head02 = members.as('zx-head-02', [{ role: 'communityHead', communityIds: ['ZX02'] }]);
  await members.pool.query(
    `INSERT INTO known_community (subdistrict_id, id, name)
     SELECT upper_id.tenant, upper(upper_id.tenant) || lpad(n::text, 2, '0'), '社区' || n
     FROM generate_series(1, 14) n, (VALUES ('zx'), ('ys')) AS upper_id (tenant) ON CONFLICT DO NOTHING`,
  );
}, 120_000);

afterAll(async () => {
  await members?.close();
});

const wish = (memberId: string, communityId: string, more: object) => ({
  ...{ change: 'begin', memberId, communityId, reason: '补足两名委员。' },
  ...more,
});
const proposed = async (body: object): Promise<string> => {
  const answer = await liaison.post('/api/area-proposals', body);
  expect(answer).toMatchObject({ status: 201, body: { state: 'PROPOSED' } });
  return answer.body['id'] as string;
};
const ruled = (id: string, body: object = { approved: true }): Promise<Answer> =>
  deputyLeader.post(`/api/area-proposals/${id}/decision`, body);
const eventsOf = async (type: string, subject: string): Promise<Record<string, unknown>[]> => {
  const { rows } = await members.pool.query<{ data: Record<string, unknown> }>(
    `SELECT envelope -> 'data' AS data FROM outbox_event
     WHERE envelope ->> 'type' = $1 AND subject = $2 ORDER BY position`,
    [type, subject],
  );
  return rows.map(({ data }) => data);
};

describe('postings', () => {
  it('[S26] begin and end on dates, by proposal and ruling; what has ended stays as history', async () => {
    const begun = await ruled(
      await proposed(wish('ZX-M09', 'ZX01', { firstDay: '2026-01-01', lastDay: '2026-06-30' })),
    );
    expect(begun).toMatchObject({ status: 200, body: { state: 'APPROVED', decidedBy: 'zx-deputy1' } });
    expect((await ruled(await proposed(wish('ZX-M09', 'ZX01', { firstDay: '2026-07-01' })))).status).toBe(200);
    const end = wish('ZX-M09', 'ZX01', { change: 'end', lastDay: '2026-09-30' });
    expect((await ruled(await proposed(end))).status).toBe(200);
    const history = await worker.get('/api/area-assignments?communityId=ZX01&memberId=ZX-M09');
    expect(history.body['items']).toMatchObject([
      { firstDay: '2026-01-01', lastDay: '2026-06-30' },
      { firstDay: '2026-07-01', lastDay: '2026-09-30' },
    ]);
    const day = await worker.get('/api/area-assignments?communityId=ZX01&on=2026-10-01');
    expect(day.body['items'].map(({ memberId }: { memberId: string }) => memberId)).toEqual(['ZX-M01', 'ZX-M02']);
    expect((await eventsOf('member.posted.v1', 'ZX-M09')).at(-1)).toMatchObject({ communityIds: ['ZX05'] });
  });

  it('never overlap: refused when proposed, when approved after another, and by the table itself', async () => {
    const period = { firstDay: '2027-01-01', lastDay: '2027-12-31' };
    const [first, second] = [
      await proposed(wish('ZX-M10', 'ZX02', period)),
      await proposed(wish('ZX-M10', 'ZX02', { firstDay: '2027-12-31' })),
    ];
    expect((await ruled(first)).status).toBe(200);
    expect(await ruled(second)).toMatchObject({ status: 409, body: { code: 'postingOverlaps' } });
    const { body } = await liaison.get('/api/area-proposals?state=PROPOSED');
    expect(body['items'].map(({ id }: { id: string }) => id)).toContain(second);
    expect(await liaison.post('/api/area-proposals', wish('ZX-M10', 'ZX02', period))).toMatchObject({
      ...{ status: 409, body: { code: 'postingOverlaps' } },
    });
    const raw = `INSERT INTO area_assignment (subdistrict_id, member_id, community_id, first_day)
      VALUES ('zx', 'ZX-M10', 'ZX02', '2027-06-01')`;
    await expect(members.pool.query(raw)).rejects.toMatchObject({ constraint: 'area_assignment_no_overlap' });
    const next = await ruled(await proposed(wish('ZX-M10', 'ZX02', { firstDay: '2028-01-01' })));
    expect(next.status).toBe(200);
  });

  it('of two approvals at the same time one is refused', async () => {
    const both = [await proposed(wish('ZX-M11', 'ZX02', { firstDay: '2027-01-01' }))];
    both.push(await proposed(wish('ZX-M11', 'ZX02', { firstDay: '2027-02-01' })));
    const answers = await Promise.all(both.map((id) => ruled(id)));
    const count = (wanted: number): number => answers.filter(({ status }) => status === wanted).length;
    expect([count(200), count(409)]).toEqual([1, 1]);
  });

  it('are ruled on by a deputy leader once, never by the proposer; refused with the reason', async () => {
    const id = await proposed(wish('ZX-M12', 'ZX02', { firstDay: '2027-01-01' }));
    const both = members.as('zx-liaison1', [{ role: 'liaisonOfficer' }, { role: 'deputyLeader' }]);
    expect(await both.post(`/api/area-proposals/${id}/decision`, { approved: true })).toMatchObject({
      ...{ status: 403, body: { code: 'separationOfDuties' } },
    });
    expect((await liaison.post(`/api/area-proposals/${id}/decision`, { approved: true })).status).toBe(403);
    expect(await ruled(id, { approved: false })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'remark' }] },
    });
    expect((await ruled(id, { approved: false, remark: '已有两名。' })).body).toMatchObject({ state: 'REFUSED' });
    expect(await ruled(id)).toMatchObject({ status: 409, body: { code: 'wrongState', state: 'REFUSED' } });
    expect((await ruled(randomUUID())).status).toBe(404);
  });

  it.each([
    [{ memberId: 'ZX-M99' }, 422, 'unknownMember'],
    [{ memberId: 'YS-M01' }, 422, 'unknownMember'],
    [{ communityId: 'YS01' }, 422, 'unknownCommunity'],
    [{ firstDay: '2027-02-01', lastDay: '2027-01-01' }, 422, 'validationFailed'],
    [{ firstDay: undefined }, 422, 'validationFailed'],
    [{ change: 'end', communityId: 'ZX14', lastDay: '2027-01-01' }, 409, 'noSuchPosting'],
  ])('refuse %j with %i %s', async (more, status, code) => {
    const answer = await liaison.post('/api/area-proposals', {
      ...wish('ZX-M12', 'ZX02', { firstDay: '2027-01-01' }),
      ...more,
    });
    expect(answer).toMatchObject({ status, body: { code } });
    expect((await worker.post('/api/area-proposals', wish('ZX-M12', 'ZX02', { firstDay: '2027-01-01' }))).status).toBe(
      403,
    );
  });
});

describe('1+2+N', () => {
  const check = () => members.app.get(CoverageService).check('zx');
  const reportOf = async (caller: Caller, id: string) =>
    (await caller.get('/api/coverage')).body['items'].find((one: { communityId: string }) => one.communityId === id);

  it('[S27] a community that falls below two members or one group raises one alert, cleared when it is cured', async () => {
    await check();
    expect(await reportOf(liaison, 'ZX03')).toMatchObject({ isCovered: true, missing: [], domains: ['沿街商户'] });
    const end = wish('ZX-M06', 'ZX03', { change: 'end', lastDay: '2026-01-31', reason: '任期届满。' });
    expect((await ruled(await proposed(end))).status).toBe(200);
    expect([await check(), await check()]).toEqual([0, 0]);
    const missing = [{ what: 'members', has: 1, needs: 2 }];
    expect(await reportOf(deputyLeader, 'ZX03')).toMatchObject({
      ...{ isCovered: false, missing, members: [{ id: 'ZX-M05' }], breachedSince: expect.any(String) },
    });
    expect(await eventsOf('coverage.breached.v1', 'ZX03')).toMatchObject([{ missingMembers: 1, missingGroups: 0 }]);
    expect((await ruled(await proposed(wish('ZX-M06', 'ZX03', { firstDay: '2026-02-02' })))).status).toBe(200);
    const cured = await reportOf(liaison, 'ZX03');
    expect(cured).toMatchObject({ isCovered: true, missing: [] });
    expect(cured).not.toHaveProperty('breachedSince');
    expect(await eventsOf('coverage.cured.v1', 'ZX03')).toMatchObject([{ missingMembers: 0, missingGroups: 0 }]);
  });

  it('[S28] a community whose last group is retired lacks one', async () => {
    const group = (await liaison.get('/api/stakeholder-groups?communityId=ZX04')).body['items'][0];
    expect((await liaison.post(`/api/stakeholder-groups/${group.id}/retirement`)).status).toBe(200);
    await check();
    expect(await eventsOf('coverage.breached.v1', 'ZX04')).toMatchObject([{ missingMembers: 0, missingGroups: 1 }]);
    expect(await reportOf(liaison, 'ZX04')).toMatchObject({ missing: [{ what: 'groups', has: 0, needs: 1 }] });
  });

  it('shows each reader the communities within reach, and all fourteen to the office', async () => {
    const all = await liaison.get('/api/coverage');
    expect(all.body).toMatchObject({ total: 14 });
    expect(all.body['covered']).toBe(
      all.body['items'].filter(({ isCovered }: { isCovered: boolean }) => isCovered).length,
    );
    expect((await head02.get('/api/coverage')).body).toMatchObject({ total: 1, items: [{ communityId: 'ZX02' }] });
    const handler = members.as('zx-cgj-1', [{ role: 'handler', departmentId: 'ZX-CGJ' }]);
    expect((await handler.get('/api/coverage')).status).toBe(403);
    const district = members.as('d1', [{ role: 'districtCommittee' }]);
    expect((await district.get('/api/coverage')).status).toBe(403);
  });
});

describe('who speaks for a community', () => {
  it('[S23] is read by everybody, without a phone or another community of the member', async () => {
    const answer = await fetch(`${await members.app.getUrl()}/api/members/public?communityId=ZX01`);
    const { items } = PublicMembers.strict().parse(await answer.json());
    expect(items.length).toBeGreaterThan(0);
    expect(Object.keys(items[0] ?? {}).toSorted()).toEqual(['id', 'isFictional', 'name', 'sector', 'skills']);
    const unknown = await fetch(`${await members.app.getUrl()}/api/members/public?communityId=ZX99`);
    expect(unknown.status).toBe(404);
  });
});
