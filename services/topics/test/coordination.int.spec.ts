import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Caller, TopicsService } from './topics-service.js';

let topics: TopicsService;
let liaison: Caller;
let member: Caller;
let worker: Caller;
let otherWorker: Caller;
let unitHead: Caller;
let handler: Caller;
let otherUnitHead: Caller;
let topicId: string;

const UNIT = { kind: 'department', partyId: 'ZX-CGJ', contribution: '施划车位线。', agreedOn: '2026-12-20' };
const PLACE = { kind: 'community', partyId: 'ZX01', contribution: '组织居民让位。', agreedOn: '2026-12-10' };
const PERSON = { kind: 'member', partyId: 'ZX-M01', contribution: '联系施工单位。', agreedOn: '2026-12-05' };
const PLAN = { parties: [UNIT, PLACE, PERSON] };
const path = (rest = '') => `/api/topics/${topicId}/coordination-plan${rest}`;
const sign = (who: Caller, { kind, partyId }: typeof UNIT) => who.post(path('/signatures'), { kind, partyId });

beforeAll(async () => {
  topics = await TopicsService.start(['postgres']);
  await topics.know('ZX01', '聂寨');
  await topics.learnDepartments('ZX-CGJ', 'ZX-GAJ');
  const of = (userId: string, post: Parameters<TopicsService['as']>[0]['posts'][number]) =>
    topics.as({ userId, posts: [post] });
  liaison = of('zx-liaison1', { role: 'liaisonOfficer' });
  member = of('zx-member-01', { role: 'member', memberId: 'ZX-M01' });
  worker = of('zx-worker-01', { role: 'communityWorker', communityIds: ['ZX01'] });
  otherWorker = of('zx-worker-02', { role: 'communityWorker', communityIds: ['ZX02'] });
  unitHead = of('zx-head-cgj', { role: 'head', departmentId: 'ZX-CGJ' });
  handler = of('zx-handler-cgj', { role: 'handler', departmentId: 'ZX-CGJ' });
  otherUnitHead = of('zx-head-gaj', { role: 'head', departmentId: 'ZX-GAJ' });
  const nomination = {
    ...{ title: '停车规整', problem: '占道停放。', categoryCode: 'C1', communityIds: ['ZX01'], planYear: 2027 },
    ...{ memberIds: ['ZX-M01'], reason: '年度重点。' },
  };
  const leader = of('zx-leader', { role: 'groupLeader' });
  topicId = (await leader.post('/api/topics/nominations', nomination)).body.id;
}, 60_000);

afterAll(async () => {
  await topics?.stop();
});

describe('a coordination plan', () => {
  it('is written by whom the abilities name, for parties that exist', async () => {
    expect((await liaison.get(path())).status).toBe(404);
    expect((await worker.post(path(), PLAN)).status).toBe(403);
    expect((await liaison.post(path(), { parties: [UNIT] })).status).toBe(422);
    const unknown = await liaison.post(path(), { parties: [{ ...UNIT, partyId: 'ZX-NONE' }, PLACE] });
    expect([unknown.body.code, unknown.body.errors[0].field]).toEqual(['unknownDepartment', 'parties.0.partyId']);
    const insider = topics.as({
      userId: 'zx-member-01',
      posts: [
        { role: 'member', memberId: 'ZX-M01' },
        { role: 'handler', departmentId: 'ZX-CGJ' },
      ],
    });
    expect((await insider.post(path(), PLAN)).status).toBe(403);
  });

  it('[S106] lists the contribution, the date and the signature of each party, and is agreed once all have signed', async () => {
    expect(await member.post(path(), PLAN)).toMatchObject({
      status: 200,
      body: { state: 'OPEN', parties: PLAN.parties },
    });
    const late = await liaison.post(path(), PLAN, { 'if-match': '"0"' });
    expect([late.status, late.body.code]).toEqual([412, 'preconditionFailed']);
    const told = async (who: Caller) => (await who.get(`/api/topics/${topicId}`)).body.plan;
    expect([await told(liaison), await told(unitHead)]).toEqual(Array(2).fill({ state: 'OPEN', version: 1 }));
    expect(await told(otherUnitHead)).toBeUndefined();
    expect((await sign(unitHead, UNIT)).body.state).toBe('OPEN');
    expect((await sign(worker, PLACE)).body.state).toBe('OPEN');
    const { status, body } = await sign(member, PERSON);
    expect([status, body.state]).toEqual([200, 'AGREED']);
    expect(body.parties).toEqual([
      { ...UNIT, signedBy: 'zx-head-cgj', signedAt: expect.any(String) },
      { ...PLACE, signedBy: 'zx-worker-01', signedAt: expect.any(String) },
      { ...PERSON, signedBy: 'zx-member-01', signedAt: expect.any(String) },
    ]);
    expect((await sign(member, PERSON)).body.version).toBe(body.version);
    expect((await handler.get(path())).body).toMatchObject({ state: 'AGREED' });
  });

  it('is signed for a party by nobody else', async () => {
    expect((await sign(otherWorker, PLACE)).status).toBe(404);
    expect((await sign(otherUnitHead, UNIT)).status).toBe(404);
    expect((await sign(handler, UNIT)).status).toBe(403);
    expect((await sign(liaison, UNIT)).status).toBe(403);
    expect((await sign(otherUnitHead, { ...UNIT, partyId: 'ZX-GAJ' })).body.code).toBe('notAParty');
  });

  it('is signed again by whose part was changed, which the lead department may do', async () => {
    const later = { ...PLACE, agreedOn: '2027-01-10' };
    const { body } = await handler.post(path(), { parties: [UNIT, later, PERSON] });
    expect([body.state, body.parties.map(({ signedBy }: { signedBy?: string }) => signedBy)]).toEqual([
      ...['OPEN', ['zx-head-cgj', undefined, 'zx-member-01']],
    ]);
    // What was read before the change is not signed any more.
    const old = await worker.post(path('/signatures'), { ...PLACE });
    expect([old.status, old.body.code]).toEqual([412, 'preconditionFailed']);
    expect((await worker.post(path('/signatures'), { ...later })).body.state).toBe('AGREED');
    const history = await topics.rows(
      `SELECT t.kind, t.actor_id FROM timeline_entry t JOIN coordination_plan p ON p.id::text = t.aggregate_id
       WHERE p.topic_id = $1 ORDER BY position`,
      topicId,
    );
    expect(history.map(({ kind }) => kind)).toEqual([
      ...['planWritten', 'planSigned', 'planSigned', 'planSigned', 'planWritten', 'planSigned'],
    ]);
  });
});
