import { ApprovalPage } from '@hsl/contracts/schemas/approvals';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const BODY = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX01', place: '东门', facts: '电动车占道' };
const DECLINE = { reasonCode: 'inCourt', referral: '区法院', reason: '正在审理' };

describe('matters that wait for somebody’s word', () => {
  let harness: Harness;
  let people: Record<'wang' | 'head' | 'elsewhere' | 'liaison' | 'deputy' | 'group', Caller>;
  beforeAll(async () => {
    harness = await openHarness();
    const headOf = (community: string) => postOf('communityHead', { communityIds: [community] });
    people = {
      ...{ wang: harness.as('zx-worker-01', worker()), head: harness.as('zx-head-01', headOf('ZX01')) },
      ...{ elsewhere: harness.as('zx-head-02', headOf('ZX02')) },
      liaison: harness.as('zx-liaison1', postOf('liaisonOfficer')),
      deputy: harness.as('zx-deputy-leader1', postOf('deputyLeader')),
      group: harness.as('zx-group-leader', postOf('groupLeader')),
    };
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  const take = async (by: Caller, path: string, body: object = {}) => {
    const { status, body: answer } = await by.post(`/api/whistles${path}`, body);
    expect([path, status < 300]).toEqual([path, true]);
    return answer;
  };
  const blow = async (extra: object = {}): Promise<string> => (await take(people.wang, '', { ...BODY, ...extra })).id;
  const waiting = async (by: Caller, query = '') => {
    const { status, body } = await by.get(`/api/approvals${query}`);
    expect(status).toBe(200);
    expect(ApprovalPage.safeParse(body).error).toBeUndefined();
    return body;
  };

  it('are listed with who asks, why, and until when, for whoever may give it', async () => {
    const yellow = await blow({ level: 'yellow' });
    const [asked] = (await waiting(people.head)).items;
    expect(asked).toMatchObject({
      ...{ kind: 'countersign', whistleId: yellow, askedRole: 'communityWorker', facts: BODY.facts },
      action: { name: 'whistle.countersign', allowed: true },
    });
    for (const who of [people.elsewhere, people.liaison, people.deputy]) {
      expect((await waiting(who)).items).toEqual([]);
    }
    await take(people.head, `/${yellow}/countersign`);
    expect((await waiting(people.head)).items).toEqual([]);

    const [first, second] = [await blow(), await blow()];
    for (const id of [first, second]) await take(people.liaison, `/${id}/decline`, DECLINE);
    const page = await waiting(people.deputy, '?limit=1');
    expect(page.items).toEqual([
      expect.objectContaining({
        ...{ kind: 'declineRuling', whistleId: first, reasonCode: 'inCourt', reason: '正在审理' },
        ...{ askedRole: 'liaisonOfficer', askedAt: expect.any(String), dueAt: expect.any(String) },
      }),
    ]);
    const rest = await waiting(people.deputy, `?limit=1&cursor=${page.nextCursor}`);
    expect(rest.items.map((one: { whistleId: string }) => one.whistleId)).toEqual([second]);
    expect((await waiting(people.deputy, '?kind=objectionRuling')).items).toEqual([]);
    expect((await waiting(people.group)).items).toEqual([]);
    await take(people.deputy, `/${first}/decline/ruling`, { approve: true });
    await take(people.wang, `/${first}/objection`, { reason: '与诉讼无关' });
    const [objection] = (await waiting(people.deputy, '?kind=objectionRuling')).items;
    // Whoever confirmed the refusal does not rule on the objection.
    expect(objection).toMatchObject({ reason: '与诉讼无关', action: { allowed: false } });
  });
});
