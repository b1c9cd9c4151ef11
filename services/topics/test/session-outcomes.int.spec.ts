import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CloseSession } from '@hsl/contracts/schemas/sessions';
import { NOW, SessionDesk } from './session-desk.js';
import { TopicsService, type Answer } from './topics-service.js';

let topics: TopicsService;
let desk: SessionDesk;

beforeAll(async () => {
  topics = await TopicsService.start(['postgres', 'temporal']);
  for (const id of ['ZX01', 'ZX02', 'ZX03']) await topics.know(id, id);
  desk = new SessionDesk(topics);
}, 120_000);

afterAll(async () => {
  await topics?.stop();
});

const PROBLEM = '非机动车占道，王建国家门口出不去';
const AGREED = { outcome: 'consensus', problem: PROBLEM, consensus: '北侧建两处充电棚' };

/** A resident who was invited, so has a vote, and signed in. */
const resident = async (id: string, residentName: string): Promise<string> => {
  const invited = { seat: 'resident', residentName, communityId: 'ZX01' };
  const { token } = await desk.done(desk.liaison, `/${id}/participants`, invited);
  await desk.done(desk.resident, `/${id}/sign-ins`, { token });
  return token as string;
};
const memberCame = async (id: string): Promise<void> => {
  await desk.done(desk.liaison, `/${id}/participants`, { seat: 'member', memberId: 'ZX-M01' });
  await desk.done(desk.member, `/${id}/sign-ins`, {});
};
/** The member and one resident are there. */
const going = async (differs: object = {}): Promise<{ id: string; token: string }> => {
  const id = await desk.thematic(differs);
  await memberCame(id);
  return { id, token: await resident(id, '王建国') };
};
const close = (id: string, body: object = AGREED): Promise<Answer['body']> =>
  desk.done(desk.liaison, `/${id}/outcome`, body);

describe('what is said and voted', () => {
  it('opinions have their time, are given while the sitting goes on, and a resident’s is looked at first', async () => {
    const { id, token } = await going();
    const said = { text: '棚子装在北侧不挡采光', token };
    const opinion = await desk.done(desk.resident, `/${id}/opinions`, said);
    expect(opinion).toMatchObject({ state: 'PENDING', seat: 'resident', at: expect.any(String) });
    const dissent = await desk.done(desk.member, `/${id}/opinions`, { text: '北侧要留消防通道', isDissent: true });
    expect(dissent).toMatchObject({ state: 'PUBLISHED', seat: 'member', isDissent: true });
    const read = async () =>
      (await desk.get(desk.otherMember, `/${id}/opinions`)).items.map((one: { text: string }) => one.text);
    expect(await read()).toEqual([dissent.text]);
    expect(
      (await desk.refused(desk.otherMember, `/${id}/opinions/${opinion.id}/moderation`, { publish: true }))[0],
    ).toBe(403);
    await desk.done(desk.liaison, `/${id}/opinions/${opinion.id}/moderation`, { publish: true });
    expect(await read()).toEqual([said.text, dissent.text]);
    expect(await desk.refused(desk.otherMember, `/${id}/opinions`, { text: '我也说' })).toEqual([403, 'notSignedIn']);
    const over = { ...NOW(), startsAt: '2026-01-05T01:00:00Z', endsAt: '2026-01-05T03:00:00Z' };
    await desk.done(desk.liaison, `/${id}/sitting`, over, 'put');
    expect(await desk.refused(desk.resident, `/${id}/opinions`, said)).toEqual([409, 'sittingClosed']);
  });

  it('[S99] online: link, timed opinions, one vote each with a quorum, a published record', async () => {
    const id = await desk.thematic({ quorum: 3 });
    await memberCame(id);
    const first = await resident(id, '王建国');
    const motion = await desk.done(desk.liaison, `/${id}/motions`, { text: '同意王建国的方案' });
    const votes = `/${id}/motions/${motion.id}/votes`;
    expect(await desk.refused(desk.member, votes, { choice: 'for' })).toEqual([409, 'quorumNotReached']);
    const second = await resident(id, '李秀英');
    const joined = await desk.done(desk.resident, `/${id}/joining`, { token: second });
    expect(joined).toMatchObject({ mode: 'hybrid', onlineLink: expect.any(String), motions: [{ id: motion.id }] });
    const raced = [1, 2, 3].map(() =>
      desk.resident.post(`/api/deliberations${votes}`, { choice: 'for', token: first }),
    );
    const codes = (await Promise.all(raced)).map(({ status }) => status);
    expect(codes.toSorted((one, other) => one - other)).toEqual([201, 409, 409]);
    await desk.done(desk.resident, votes, { choice: 'against', token: second });
    expect(await desk.done(desk.member, votes, { choice: 'for' })).toMatchObject({
      for: 2,
      against: 1,
      isCarried: true,
    });
    expect(await desk.refused(desk.member, votes, { choice: 'against' })).toEqual([409, 'alreadyVoted']);
    expect(await desk.get(desk.otherMember, `/${id}/motions`)).toMatchObject({
      items: [{ id: motion.id, for: 2, against: 1, abstain: 0 }],
    });
    const walkIn = await desk.done(desk.resident, `/${id}/sign-ins`, { residentName: '赵敏' });
    expect(await desk.refused(desk.resident, votes, { choice: 'for', token: walkIn.token })).toEqual([
      403,
      'roleNotAllowed',
    ]);
    await desk.done(desk.member, `/${id}/opinions`, { text: '赵敏电话13812345678，请联系' });
    await close(id);
    expect((await desk.resident.get(`/api/deliberations/${id}/publication`)).status).toBe(404);
    await desk.done(desk.liaison, `/${id}/publication`, { result: '王建国门口的路六月底前通。' });
    const record = await desk.get(desk.resident, `/${id}/publication`);
    expect(record).toMatchObject({
      ...{ mode: 'hybrid', outcome: 'consensus', result: '某某门口的路六月底前通。', attendance: { named: 4 } },
      motions: [{ text: '同意某某的方案', for: 2, against: 1 }],
      opinions: [{ seat: 'member', text: '某某电话（电话略），请联系', at: expect.any(String) }],
    });
    expect(JSON.stringify(record)).not.toMatch(/王建国|赵敏|zx-|ZX-M01|13812345678/);
  });

  it('a sitting on site only has no online vote', async () => {
    const { id } = await going({ format: 'hall' });
    expect(await desk.refused(desk.liaison, `/${id}/motions`, { text: '表决' })).toEqual([409, 'notOnline']);
  });
});

describe('the end of a session', () => {
  it('[S114] needs a named problem and an outcome, and of a planned sitting a quorum', async () => {
    const { id } = await going({ quorum: 3 });
    const outcome = `/${id}/outcome`;
    const refusedFor = async (body: object) => (await desk.refused(desk.liaison, outcome, body)).join(' ');
    expect(await refusedFor({ ...AGREED, problem: undefined })).toBe('422 validationFailed');
    expect(await refusedFor({ ...AGREED, problem: '  ' })).toBe('422 validationFailed');
    expect(await refusedFor({ ...AGREED, outcome: undefined })).toBe('422 validationFailed');
    expect(await refusedFor({ outcome: 'none', problem: PROBLEM })).toBe('422 validationFailed');
    expect(await refusedFor(AGREED)).toBe('409 quorumNotReached');
    await resident(id, '李秀英');
    expect(await desk.refused(desk.worker, outcome, AGREED)).toEqual([403, 'roleNotAllowed']);
    expect(await close(id)).toMatchObject({ state: 'HELD', outcome: 'consensus', minutes: [{ attendance: 3 }] });
    expect(await refusedFor({ ...AGREED, consensus: '别的' })).toBe('409 sessionNotOpen');
  });

  it('without result a second sitting of its own follows, and two are all there are', async () => {
    const { id } = await going();
    const none = { outcome: 'none', problem: PROBLEM, nextStep: '先量尺寸' };
    expect(await close(id, none)).toMatchObject({ state: 'CONVENED', round: 2, version: 2 });
    expect((await desk.liaison.get(`/api/deliberations/${id}/sitting`)).status).toBe(409);
    await desk.done(desk.liaison, `/${id}/sitting`, NOW(), 'put');
    await memberCame(id);
    await resident(id, '王建国');
    const ended = await close(id, { ...none, nextStep: '提请上一级' });
    expect(ended).toMatchObject({ state: 'HELD', round: 2, outcome: 'none', minutes: [{}, { outcome: 'none' }] });
    expect(await desk.get(desk.liaison, `/${id}/sitting?round=1`)).toMatchObject({ attendance: { named: 2 } });
  });

  it('[S45] a stool talk on a matter is closed with ten fields at most, by a worker’s count of heads', async () => {
    expect(Object.keys(CloseSession.shape).length).toBeLessThanOrEqual(10);
    const id = await desk.onMatter();
    const light = { format: 'stoolTalk', startsAt: '2026-01-05T01:00:00Z', endsAt: '2026-01-05T02:00:00Z' };
    await desk.done(desk.member, `/${id}/sitting`, light, 'put');
    expect(await desk.refused(desk.member, `/${id}/outcome`, AGREED)).toEqual([422, 'validationFailed']);
    const held = await desk.done(desk.member, `/${id}/outcome`, { ...AGREED, attendance: 9 });
    expect(held).toMatchObject({ state: 'HELD', minutes: [{ attendance: 9 }] });
    const [told] = await topics.rows(
      `SELECT envelope->'data' AS data FROM outbox_event WHERE subject = $1 AND envelope->>'type' = 'session.held.v1'`,
      id,
    );
    expect(told).toMatchObject({ data: { attendance: 9, departmentIds: [], membersPresent: [] } });
  });

  it('a session on a matter tells which of the two was held', async () => {
    const id = await desk.onMatter();
    const none = { outcome: 'none', problem: PROBLEM, nextStep: '先量尺寸', attendance: 5 };
    const light = { format: 'stoolTalk', startsAt: '2026-01-05T01:00:00Z', endsAt: '2026-01-05T02:00:00Z' };
    for (const state of ['CONVENED', 'HELD']) {
      await desk.done(desk.member, `/${id}/sitting`, light, 'put');
      expect(await desk.done(desk.member, `/${id}/outcome`, none)).toMatchObject({ state, round: 2 });
    }
    const told = await topics.rows(
      `SELECT (envelope->'data'->>'round')::int AS round, (envelope->'data'->>'isLast')::boolean AS "isLast" FROM outbox_event
       WHERE subject = $1 AND envelope->>'type' = 'session.held.v1' ORDER BY 1`,
      id,
    );
    expect(told).toEqual([
      { round: 1, isLast: false },
      { round: 2, isLast: true },
    ]);
  });

  it('[S52] [S30] minutes keep agenda, attendance, opinions, consensus, dissent and signatures; it is scored', async () => {
    const { id, token } = await going();
    await desk.done(desk.member, `/${id}/opinions`, { text: '留消防通道', isDissent: true });
    await desk.done(desk.liaison, `/${id}/heads`, { heads: 12 }, 'put');
    const score = { effect: 4, character: 2, response: 5 };
    expect(await desk.refused(desk.member, `/${id}/scores`, score)).toEqual([409, 'minutesNotFinal']);
    await close(id, { ...AGREED, dissent: '一户不同意' });
    await desk.done(desk.resident, `/${id}/signatures`, { token });
    expect(await desk.refused(desk.resident, `/${id}/signatures`, { token })).toEqual([409, 'alreadySigned']);
    expect(await desk.refused(desk.otherMember, `/${id}/signatures`, {})).toEqual([403, 'notSignedIn']);
    await desk.done(desk.member, `/${id}/signatures`, {});
    await desk.done(desk.member, `/${id}/scores`, score);
    expect(await desk.refused(desk.member, `/${id}/scores`, score)).toEqual([409, 'alreadyScored']);
    expect(await desk.refused(desk.liaison, `/${id}/scores`, score)).toEqual([403, 'separationOfDuties']);
    await desk.done(desk.resident, `/${id}/scores`, { ...score, character: 5, token });
    expect(await desk.get(desk.otherMember, `/${id}/minutes`)).toMatchObject({
      ...{ agenda: ['通报现状', '居民发言'], attendance: { total: 14, named: 2, heads: 12 } },
      ...{ consensus: AGREED.consensus, dissent: '一户不同意', opinions: [{ text: '留消防通道', isDissent: true }] },
      signatures: [{ seat: 'resident' }, { seat: 'member' }],
      scores: { count: 2, effect: 4, character: 3.5, response: 5 },
    });
  });
});

describe('a session on a topic', () => {
  it('is convened by a member who looks into it, and the topic is deliberated by what it came to', async () => {
    const words = { title: '楼道堆物清理', problem: '多个楼道堆放旧家具。', scale: 'keyMinor' };
    const topic = { ...words, tier: 'neighbourhood', categoryCode: 'B2', communityIds: ['ZX01'] };
    const topicId = (await desk.member.post('/api/topics', topic)).body.id;
    const step = async (who: typeof desk.member, path: string, body: object) =>
      expect((await who.post(`/api/topics/${topicId}/${path}`, body)).status).toBe(200);
    const deputyLeader = topics.as({ userId: 'zx-deputy', posts: [{ role: 'deputyLeader' }] });
    await step(desk.liaison, 'shortlisting', { remark: '提得多' });
    await step(deputyLeader, 'planning', { planYear: 2027, memberIds: ['ZX-M02'] });
    await step(desk.otherMember, 'survey', { finding: '十处堆物' });
    const { id } = await desk.done(desk.otherMember, '', { topicId, ...NOW() });
    await desk.done(desk.otherMember, `/${id}/sign-ins`, {});
    await resident(id, '王建国');
    const none = { outcome: 'none', problem: '堆物', nextStep: '下月再议' };
    await desk.done(desk.otherMember, `/${id}/outcome`, none);
    const read = async () => (await desk.liaison.get(`/api/topics/${topicId}`)).body;
    expect(await read()).toMatchObject({ state: 'DELIBERATED', consensus: 'none', deliberations: 1 });
    await desk.done(desk.otherMember, `/${id}/sitting`, { ...NOW(), format: 'stoolTalk' }, 'put');
    const agreed = { outcome: 'consensus', problem: '堆物', consensus: '周六清', attendance: 8 };
    await desk.done(desk.otherMember, `/${id}/outcome`, agreed);
    expect(await read()).toMatchObject({ state: 'DELIBERATED', consensus: 'consensus', deliberations: 2 });
    const [note] = await topics.rows('SELECT text FROM topic_note WHERE topic_id = $1 ORDER BY version DESC', topicId);
    expect(note).toEqual({ text: '周六清' });
  });
});

describe('what became of it', () => {
  it('[S12] [S53] the outcome links to the tasks, proposals and reports it produced', async () => {
    const { id } = await going();
    const task = { kind: 'task', targetId: randomUUID() };
    expect(await desk.refused(desk.liaison, `/${id}/links`, task)).toEqual([409, 'minutesNotFinal']);
    await close(id);
    await desk.done(desk.liaison, `/${id}/links`, task);
    const twice = await desk.done(desk.liaison, `/${id}/links`, task);
    expect(twice.items).toEqual([task]);
    const unknown = { kind: 'proposal', targetId: randomUUID() };
    expect(await desk.refused(desk.liaison, `/${id}/links`, unknown)).toEqual([422, 'unknownProposal']);
    expect((await desk.refused(desk.otherMember, `/${id}/links`, task))[0]).toBe(403);
    const words = { title: '建充电棚', text: '按协商共识建两处充电棚。', sessionId: id };
    const proposal = (await desk.member.post('/api/proposals', words)).body.id;
    await desk.done(desk.liaison, `/${id}/links`, { kind: 'report', targetId: randomUUID() });
    const { items } = await desk.get(desk.otherMember, `/${id}/links`);
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['proposal', 'task', 'report']);
    expect(items[0].targetId).toBe(proposal);
    const told = await topics.rows(
      `SELECT envelope->'data'->>'kind' AS kind FROM outbox_event WHERE subject = $1
        AND envelope->>'type' = 'session.linked.v1' ORDER BY position`,
      id,
    );
    expect(told.map(({ kind }) => kind)).toEqual(['task', 'proposal', 'report']);
  });

  it('[S115] the result reaches the residents concerned in plain words, and their communities are asked to tell them', async () => {
    const { id } = await going();
    expect((await desk.refused(desk.liaison, `/${id}/publication`, { result: '早了' }))[0]).toBe(409);
    await close(id);
    expect((await desk.refused(desk.member, `/${id}/publication`, { result: '不是我' }))[0]).toBe(403);
    await desk.done(desk.liaison, `/${id}/publication`, { result: '北侧建两个充电棚，六月底前装好。' });
    expect(await desk.refused(desk.liaison, `/${id}/publication`, { result: '再来' })).toEqual([
      409,
      'alreadyPublished',
    ]);
    const { topicId } = await desk.get(desk.liaison, `/${id}`);
    const listed = await desk.get(desk.resident, `/published?topicId=${topicId}&communityId=ZX02`);
    expect(listed.items[0]).toMatchObject({ sessionId: id, result: '北侧建两个充电棚，六月底前装好。' });
    const body = { subdistrictId: 'zx', communityId: 'ZX02', text: '充电难' };
    const sent = (await desk.resident.post('/api/submissions', body)).body;
    const [row] = await topics.rows('SELECT id::text FROM submission');
    const taken = await desk.liaison.post(`/api/submissions/${String(row?.['id'])}/topic`, {
      topicId,
      answer: '已并入议题。',
    });
    expect({ sent, taken: taken.status }).toMatchObject({ taken: 200 });
    const tracked = await desk.resident.get(`/api/submissions/track/${sent.trackingCode}`);
    expect(tracked.body.sessionResults[0]).toMatchObject({ sessionId: id, result: '北侧建两个充电棚，六月底前装好。' });
    const [event] = await topics.rows(
      `SELECT envelope FROM outbox_event WHERE subject = $1 AND envelope->>'type' = 'session.published.v1'`,
      id,
    );
    expect(event).toMatchObject({ envelope: { data: { communityIds: ['ZX01', 'ZX02'], topicId } } });
    expect(JSON.stringify(event)).not.toContain('充电棚');
  });
});

describe('figures', () => {
  it('[S22] [S70] count reach and thematic sessions, persons once, within the scope of who asks', async () => {
    const from = new Date().toISOString();
    for (const differs of [{}, { format: 'square', communityIds: ['ZX03'] }]) {
      const { id } = await going(differs);
      await desk.done(desk.liaison, `/${id}/heads`, { heads: 10 }, 'put');
      await close(id);
    }
    const matter = await desk.onMatter();
    await desk.done(desk.member, `/${matter}/outcome`, { ...AGREED, outcome: 'partial', attendance: 5 });
    const figures = await desk.get(desk.liaison, `/figures?from=${from}`);
    expect(figures).toMatchObject({
      ...{ sittings: 3, sessions: 3, thematic: 2, insideCommunity: 1, communitiesCovered: 3, communities: 3 },
      ...{ participants: 2, residents: 1, heads: 20, attendance: 29, consensus: 2, partial: 1, none: 0, converted: 0 },
    });
    expect(await desk.get(desk.worker, `/figures?from=${from}`)).toMatchObject({
      ...{ sessions: 2, thematic: 1, communitiesCovered: 1, communities: 1 },
    });
    expect((await desk.handler.get('/api/deliberations/figures')).status).toBe(403);
    expect((await desk.get(desk.liaison, '/figures?to=2020-01-01T00:00:00Z')).sessions).toBe(0);
  });
});
