import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { eventOf } from '@hsl/testing/facts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProposalDesk, UNITS, WORDS } from './proposal-desk.js';
import { eventually, TopicsService } from './topics-service.js';

const { proposals: LIMITS } = DEFAULT_RULE_SET;
const TEXT = { text: '属地设施由区级部门管理。' };

let topics: TopicsService;
let desk: ProposalDesk;

beforeAll(async () => {
  topics = await TopicsService.start(['postgres', 'kafka', 'temporal']);
  desk = await ProposalDesk.open(topics);
}, 120_000);

afterAll(async () => {
  await topics?.stop();
});

describe('the departments a proposal is assigned to', () => {
  const assign = async (units: object) => {
    const id = await desk.filed();
    return desk.liaison.post(`/api/proposals/${id}/assignment`, units);
  };
  const naming = (field: string) => ({ status: 422, body: { code: 'unknownDepartment', errors: [{ field }] } });

  it('exist; the refusal names the field', async () => {
    expect(await assign({ leadDepartmentId: 'ZX-NIX' })).toMatchObject(naming('leadDepartmentId'));
    const supportingDepartmentIds = ['ZX-XFD', 'ZX-NIX'];
    const second = await assign({ leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds });
    expect(second).toMatchObject(naming('supportingDepartmentIds.1'));
    expect((await assign(UNITS)).status).toBe(200);
  });

  it('are open, as far as their owner has told', async () => {
    const data = { departmentId: 'ZX-OLD', code: 'OLD', name: '旧局', active: true };
    await topics.publish('hsl.departments', eventOf('department.changed.v1', data));
    const isKnown = (status: number) => async () => (await assign({ leadDepartmentId: 'ZX-OLD' })).status === status;
    await eventually(isKnown(200), Boolean);
    await topics.publish(
      'hsl.departments',
      eventOf('department.changed.v1', { ...data, active: false }, { sequence: 2 }),
    );
    await eventually(isKnown(422), Boolean);
  });
});

describe('a proposal that its lead returns', () => {
  it('stays with the lead and its deadline when the return is refused, and is not returned again', async () => {
    const id = await desk.assigned();
    const { dueAt, returnUntil, actions } = await desk.get(desk.lead, id);
    expect(new Date(returnUntil).getTime()).toBeGreaterThan(Date.now());
    expect(actions).toContainEqual(
      expect.objectContaining({ name: 'proposal.requestReturn', allowed: true, until: returnUntil }),
    );
    const asked = await desk.take(desk.lead, id, 'return-request', TEXT);
    expect(asked).toMatchObject({ state: 'RETURN_REQUESTED', dueAt, leadDepartmentId: 'ZX-CGJ' });
    const steps = asked.deadlines.map(({ step }: { step: string }) => step);
    expect(steps).toEqual(['reply', 'proposalReturnRuling', 'proposalOpinion']);
    const byLiaison = await desk.liaison.post(`/api/proposals/${id}/return-ruling`, { isUpheld: false, ...TEXT });
    expect(byLiaison).toMatchObject({ status: 403, body: { code: 'roleNotAllowed' } });
    const refused = await desk.take(desk.deputyLeader, id, 'return-ruling', {
      isUpheld: false,
      text: '由你单位负责。',
    });
    expect(refused).toMatchObject({ state: 'ASSIGNED', dueAt });
    expect(refused.returnUntil).toBeUndefined();
    const again = await desk.lead.post(`/api/proposals/${id}/return-request`, { text: '再请退回。' });
    expect(again).toMatchObject({ status: 409, body: { code: 'returnNotAllowed', state: 'ASSIGNED' } });
    expect(await desk.words(desk.lead, id, 'ruleReturn')).toEqual(['由你单位负责。']);
    expect(await desk.words(desk.lead, id, 'requestReturn')).toEqual([TEXT.text]);
  });

  it('is assigned anew when it is upheld', async () => {
    const id = await desk.assigned();
    await desk.take(desk.lead, id, 'return-request', TEXT);
    const upheld = await desk.take(desk.deputyLeader, id, 'return-ruling', { isUpheld: true, ...TEXT });
    expect(upheld).toMatchObject({ state: 'FILED', supportingDepartmentIds: [] });
    expect(upheld.leadDepartmentId).toBeUndefined();
    const next = await desk.take(desk.liaison, id, 'assignment', { leadDepartmentId: 'ZX-GAJ' });
    expect(next).toMatchObject({ state: 'ASSIGNED', leadDepartmentId: 'ZX-GAJ' });
    // The unit that returned it has no business with it any more.
    expect((await desk.lead.post(`/api/proposals/${id}/meeting`, TEXT)).status).toBe(404);
    const listed = async (unit: string) =>
      (await desk.liaison.get(`/api/proposals?departmentId=${unit}&limit=100`)).body.items.map(
        (item: { id: string }) => item.id,
      );
    expect(await listed('ZX-GAJ')).toContain(id);
    expect([await listed('ZX-CGJ'), await listed('ZX-XFD')].flat()).not.toContain(id);
  });

  it('is ruled on only while its return is asked for, and returned by the lead only', async () => {
    const id = await desk.assigned();
    const early = await desk.deputyLeader.post(`/api/proposals/${id}/return-ruling`, { isUpheld: true, ...TEXT });
    expect(early).toMatchObject({ status: 409, body: { code: 'proposalNotReady', state: 'ASSIGNED' } });
    expect((await desk.supporting.post(`/api/proposals/${id}/return-request`, TEXT)).status).toBe(409);
  });
});

describe('what units write about a proposal', () => {
  it('opinions of supporting units are for the units and the offices, not for members', async () => {
    const id = await desk.assigned();
    const callers = [desk.lead, desk.author, desk.otherUnit];
    const refused = await Promise.all(callers.map((caller) => caller.post(`/api/proposals/${id}/opinion`, TEXT)));
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 404]);
    const given = await desk.take(desk.supporting, id, 'opinion', { text: '消防通道须留足四米。' });
    expect(given).toMatchObject({ state: 'ASSIGNED', opinionsFrom: ['ZX-XFD'] });
    expect(given.deadlines.map(({ step }: { step: string }) => step)).toEqual(['reply']);
    const readers = [desk.supporting, desk.lead, desk.liaison, desk.deputyLeader, desk.author, desk.otherMember];
    const shown = await Promise.all(readers.map((caller) => desk.words(caller, id, 'giveOpinion')));
    expect(shown.map(({ length }) => length)).toEqual([1, 1, 1, 1, 0, 0]);
  });

  it('drafts of a handler are for the lead, whose head replies', async () => {
    const id = await desk.met();
    const drafted = await desk.take(desk.leadHandler, id, 'reply-draft', { text: '拟增设充电棚十处。' });
    expect(drafted).toMatchObject({ state: 'MET', replies: 0 });
    const readers = [desk.leadHandler, desk.lead, desk.supporting, desk.liaison, desk.author];
    const shown = await Promise.all(readers.map((caller) => desk.words(caller, id, 'draftReply')));
    expect(shown.map(({ length }) => length)).toEqual([1, 1, 0, 0, 0]);
    const reply = { replyClass: 'A', text: '已增设充电棚十处。' };
    expect((await desk.leadHandler.post(`/api/proposals/${id}/reply`, reply)).status).toBe(403);
    expect(await desk.take(desk.lead, id, 'reply', reply)).toMatchObject({ state: 'REPLIED' });
    const late = await desk.leadHandler.post(`/api/proposals/${id}/reply-draft`, TEXT);
    expect(late).toMatchObject({ status: 409, body: { code: 'proposalNotReady', state: 'REPLIED' } });
  });
});

describe('the rules of a proposal', () => {
  it('are those of its submission: a later version, with another time scale, is for later proposals', async () => {
    const before = await desk.submitted();
    const proposals = { ...LIMITS, file: { kind: 'natural' as const, amount: 10, unit: 'days' as const } };
    const version = { ruleSetVersion: 2, effectiveFrom: Date.now() - 1, timeScale: 100, proposals };
    await topics.publish('hsl.whistles', eventOf('ruleSet.published.v1', version));
    const isNew = async () => (await desk.get(desk.author, await desk.submitted())).ruleSetVersion === 2;
    await eventually(isNew, Boolean);
    const older = await desk.take(desk.deputyLeader, before, 'filing', { isFiled: true });
    const days = (one: { startedAt: string; dueAt: string }) =>
      (new Date(one.dueAt).getTime() - new Date(one.startedAt).getTime()) / 86_400_000;
    expect(older.ruleSetVersion).toBe(1);
    expect(days(older.deadlines[0])).toBeGreaterThan(4);
    const newer = await desk.get(desk.author, await desk.submitted());
    expect(days(newer.deadlines[0])).toBeCloseTo(0.1, 5);
    await topics.publish(
      'hsl.whistles',
      eventOf('ruleSet.published.v1', { ...version, ruleSetVersion: 3, timeScale: 1 }),
    );
    await eventually(async () => (await desk.get(desk.author, await desk.submitted())).ruleSetVersion === 3, Boolean);
  });

  it('wait for the rules where none have been heard of', async () => {
    const posts = [{ role: 'member' as const, memberId: 'NN-M01' }];
    const member = topics.as({ userId: 'nn-member', subdistrictId: 'nn', posts });
    const answer = await member.post('/api/proposals', WORDS);
    expect(answer).toMatchObject({ status: 503, body: { code: 'rulesNotHeard' } });
    await topics.learnRules('nn');
    expect((await member.post('/api/proposals', WORDS)).status).toBe(201);
  });
});
