import { FollowedWhistles } from '@hsl/contracts/schemas/following';
import { apiFaults, type ApiDocument } from '@hsl/deploy/checks/api-faults';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const BODY = {
  ...{ kind: 'hardProblem', communityId: 'ZX01', categoryCode: 'C1', place: '东门', facts: '车棚不足。' },
  reporters: [{ name: '赵大妈', phone: '13800001234', channel: 'phone' }],
};

describe('following', () => {
  let harness: Harness;
  let wang: Caller;
  let otherWorker: Caller;
  let liaison: Caller;
  let member: Caller;
  let otherMember: Caller;
  let handler: Caller;
  let id: string;
  let quiet: string;
  beforeAll(async () => {
    harness = await openHarness();
    wang = harness.as('zx-worker-01', worker());
    otherWorker = harness.as('zx-worker-02', worker('ZX02'));
    liaison = harness.as('zx-liaison1', postOf('liaisonOfficer'));
    handler = harness.as('zx-handler', postOf('handler', { departmentId: 'ZX-CGJ' }));
    member = harness.as('zx-member-01', postOf('member', { memberId: 'ZX-M01', communityIds: ['ZX05'] }));
    otherMember = harness.as('zx-member-02', postOf('member', { memberId: 'ZX-M02', communityIds: ['ZX05'] }));
    [id, quiet] = [await blown(), await blown()];
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  const blown = async (): Promise<string> => {
    const { status, body } = await wang.post('/api/whistles', BODY);
    expect([status, body.errors]).toEqual([201, undefined]);
    return body.id as string;
  };
  const followedBy = async (caller: Caller): Promise<FollowedWhistles['items']> =>
    FollowedWhistles.parse((await caller.get('/api/whistles/followed')).body).items;

  it('[S95] a member of any community follows a matter, sees that it changed, and has then seen it', async () => {
    for (const one of [id, quiet]) expect((await member.put(`/api/whistles/${one}/follow`, {})).status).toBe(200);
    expect((await followedBy(member)).map(({ changes }) => changes)).toEqual([0, 0]);
    const accepted = await liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G3' });
    expect({ status: accepted.status, body: accepted.body }).toMatchObject({ status: 200 });
    const [first, second] = await followedBy(member);
    expect([first?.whistle.id, first?.whistle.state, second?.whistle.id, second?.changes]).toEqual([
      ...[id, accepted.body.state, quiet, 0],
    ]);
    expect(first?.changes).toBeGreaterThan(0);
    await member.put(`/api/whistles/${id}/follow`, {});
    expect((await followedBy(member)).map(({ changes }) => changes)).toEqual([0, 0]);
  });

  it('tells nothing of the resident, and nobody else of the follower', async () => {
    await member.put(`/api/whistles/${id}/follow`, {});
    const { body } = await member.get('/api/whistles/followed');
    for (const secret of ['赵大妈', '13800001234']) expect(JSON.stringify(body.items)).not.toContain(secret);
    expect(await followedBy(otherMember)).toEqual([]);
  });

  it('ends when it is asked to, and may be asked twice', async () => {
    await member.put(`/api/whistles/${id}/follow`, {});
    for (let time = 1; time <= 2; time += 1) {
      expect((await member.delete(`/api/whistles/${id}/follow`)).status).toBe(200);
    }
    expect((await followedBy(member)).map(({ whistle }) => whistle.id)).not.toContain(id);
  });

  it('is described in the API, with what it answers and refuses', async () => {
    const { paths, components } = (await member.get('/openapi.json')).body as ApiDocument;
    const own = Object.entries(paths).filter(([path]) => path.endsWith('/follow') || path.endsWith('/followed'));
    expect(own).toHaveLength(2);
    expect(apiFaults({ paths: Object.fromEntries(own), components })).toEqual([]);
  });

  it('is not for whom the table of abilities does not name, nor across communities for their workers', async () => {
    expect((await handler.put(`/api/whistles/${id}/follow`, {})).status).toBe(404);
    expect((await liaison.put(`/api/whistles/${id}/follow`, {})).status).toBe(403);
    expect((await wang.put(`/api/whistles/${id}/follow`, {})).status).toBe(200);
    expect((await otherWorker.put(`/api/whistles/${id}/follow`, {})).status).toBe(404);
  });
});
