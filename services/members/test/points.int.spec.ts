import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CloudEvent } from '@hsl/contracts/event';
import type { Post } from '@hsl/contracts/roles';
import { EventProducer } from '@hsl/kafka/event-producer';
import { createKafka } from '@hsl/kafka/kafka-client';
import { kafkaEnvSchema } from '@hsl/kafka/kafka-env';
import { eventually, startMembers, type Caller, type MembersUnderTest } from './members-under-test.js';

let members: MembersUnderTest;
let producer: EventProducer;
let m01: Caller;
let m02: Caller;
let liaison: Caller;
let deputyLeader: Caller;

beforeAll(async () => {
  members = await startMembers(['postgres', 'kafka'], 'api,relay,consumer');
  producer = new EventProducer(
    createKafka('spec', kafkaEnvSchema.parse({ KAFKA_BROKERS: members.stack.addresses.kafkaBrokers })),
  );
  const post = (n: string): Post => ({ role: 'member', communityIds: ['ZX01'], memberId: `ZX-M${n}` });
  m01 = members.as('zx-member-01', [post('01')]);
  m02 = members.as('zx-member-02', [post('02')]);
  liaison = members.as('zx-liaison1', [{ role: 'liaisonOfficer' }]);
  deputyLeader = members.as('zx-deputy1', [{ role: 'deputyLeader' }]);
}, 180_000);

afterAll(async () => {
  await producer?.disconnect();
  await members?.close();
});

let sequence = 0;
/** As its owner publishes it, at noon of the day. */
function told(type: string, subject: string, data: Record<string, unknown>, day = '2021-05-20'): CloudEvent {
  sequence += 100;
  return {
    ...{
      specversion: '1.0',
      id: randomUUID(),
      source: '/hsl/spec',
      type,
      subject,
      datacontenttype: 'application/json',
    },
    ...{ time: `${day}T04:00:00.000Z`, subdistrictid: 'zx', sequence, data },
  } as CloudEvent;
}
async function publish(topic: 'hsl.whistles' | 'hsl.members' | 'hsl.topics' | 'hsl.access', ...events: CloudEvent[]) {
  await producer.send(
    topic,
    events.map((event) => ({ key: event.subject, value: JSON.stringify(event) })),
  );
}
const pointsOf = async (caller: Caller, id: string): Promise<Record<string, unknown>> =>
  (await caller.get(`/api/members/${id}/points?year=2021`)).body;
const settled = (caller: Caller, id: string, earned: number): Promise<Record<string, unknown>> =>
  eventually(async () => {
    const body = await pointsOf(caller, id);
    return body['earned'] === earned ? body : undefined;
  });

const checkIn = (checkInId: string, memberId: string, at: number) => ({
  ...{ checkInId, whistleId: randomUUID(), number: 'ZX-2021-000001', communityId: 'ZX01', memberId, round: 1 },
  ...{ dueAt: 1000, at },
});

describe('points', () => {
  it('[S76] are booked from what happened, each deed once, and read by the member and by those who lead', async () => {
    const onTime = randomUUID();
    const confirmed = told('checkIn.confirmed.v1', onTime, checkIn(onTime, 'ZX-M01', 900));
    const missed = told('checkIn.missed.v1', randomUUID(), checkIn(randomUUID(), 'ZX-M02', 1000), '2021-08-02');
    await publish('hsl.members', confirmed, confirmed, missed);
    const session = { sessionId: 's1', whistleId: randomUUID(), communityId: 'ZX01', memberIds: ['ZX-M01', 'ZX-M02'] };
    const visit = { entryId: randomUUID(), register: 'visit', step: 'record', state: 'RECORDED', memberId: 'ZX-M01' };
    await publish(
      'hsl.topics',
      told('session.held.v1', 's1', session),
      told('register.recorded.v1', visit.entryId, { ...visit, actedBy: 'zx-member-01', at: 1 }),
    );
    const whistle = { whistleId: randomUUID(), departmentIds: ['ZX-CGJ'], memberIds: ['ZX-M01'], at: 1 };
    const concluded = told('whistle.concluded.v1', whistle.whistleId, whistle, '2021-07-01');
    await publish('hsl.whistles', concluded, { ...concluded, id: randomUUID() });
    expect(await settled(m01, 'ZX-M01', 3 + 3 + 2 + 5)).toMatchObject({
      ...{ year: 2021, base: 40, bonus: 13, total: 53, level: 'talk' },
      fulfilled: { session: true, paper: false, visit: true },
      halves: [
        { half: 1, points: 8 },
        { half: 2, points: 5 },
      ],
    });
    expect(await settled(liaison, 'ZX-M02', -5 + 3)).toMatchObject({ base: 20, bonus: 0, total: 20 });
    const entries = await m01.get('/api/members/ZX-M01/point-entries?year=2021&half=1');
    expect(
      entries.body['items']
        .map(({ rule }: { rule: string }) => rule)
        .toSorted((a: string, b: string) => (a < b ? -1 : 1)),
    ).toEqual([...['checkInOnTime', 'sessionAttended', 'visit']]);
    const { body } = await deputyLeader.get('/api/point-rankings?year=2021');
    expect(body['items'].slice(0, 3)).toMatchObject([
      { memberId: 'ZX-M01', rank: 1, total: 53 },
      { memberId: 'ZX-M02', rank: 2, total: 20 },
      { rank: 3, total: 0 },
    ]);
    expect(body['items']).toHaveLength(24);
  });

  it('of proposals and campaigns go to the member whose account it was; others earn none', async () => {
    const account = (userId: string, memberId?: string) =>
      told('user.changed.v1', userId, {
        ...{
          userId,
          active: true,
          posts: [memberId === undefined ? { role: 'communityWorker' } : { role: 'member', memberId }],
        },
      });
    await publish('hsl.access', account('zx-member-03', 'ZX-M03'), account('zx-worker-01'));
    await eventually(async () => {
      const { rows } = await members.pool.query('SELECT 1 FROM known_account');
      return rows.length === 2 ? true : undefined;
    });
    const proposal = { proposalId: randomUUID(), submittedBy: 'zx-member-03', supportingDepartmentIds: [], at: 1 };
    const campaign = { register: 'campaign', step: 'record', state: 'RUNNING', entryId: randomUUID(), at: 1 };
    await publish(
      'hsl.topics',
      told('proposal.changed.v1', proposal.proposalId, { ...proposal, change: 'submitted', state: 'SUBMITTED' }),
      told('proposal.changed.v1', proposal.proposalId, { ...proposal, change: 'filed', state: 'FILED' }),
      told('proposal.changed.v1', proposal.proposalId, { ...proposal, change: 'replied', replyClass: 'A' }),
      told('register.changed.v1', campaign.entryId, { ...campaign, actedBy: 'zx-worker-01' }),
      told('register.changed.v1', campaign.entryId, { ...campaign, actedBy: 'zx-member-03' }),
    );
    expect(await settled(liaison, 'ZX-M03', 12)).toMatchObject({
      ...{ base: 40, fulfilled: { session: false, paper: true, visit: true } },
      rules: [{ rule: 'campaignRecord', count: 1 }, { rule: 'proposalFiled' }, { rule: 'proposalClassA' }],
    });
    const { rows } = await members.pool.query(
      `SELECT DISTINCT member_id FROM point_entry WHERE rule = 'campaignRecord'`,
    );
    expect(rows).toEqual([{ member_id: 'ZX-M03' }]);
  });

  it('[S100] of a campaign attended by an invited member count once, with or without a record of it', async () => {
    await publish(
      'hsl.access',
      told('user.changed.v1', 'zx-member-05', {
        ...{ userId: 'zx-member-05', active: true, posts: [{ role: 'member', memberId: 'ZX-M05' }] },
      }),
    );
    await eventually(async () => {
      const { rows } = await members.pool.query(`SELECT 1 FROM known_account WHERE user_id = 'zx-member-05'`);
      return rows.length === 1 ? true : undefined;
    });
    const campaign = { register: 'campaign', state: 'RUNNING', entryId: randomUUID(), actedBy: 'zx-member-05', at: 1 };
    await publish(
      'hsl.topics',
      told('register.changed.v1', campaign.entryId, { ...campaign, step: 'respondInvitation' }),
      told('register.changed.v1', campaign.entryId, { ...campaign, step: 'attend' }),
      told('register.changed.v1', campaign.entryId, { ...campaign, step: 'record' }),
    );
    expect(await settled(liaison, 'ZX-M05', 2)).toMatchObject({
      ...{ fulfilled: { visit: true }, rules: [{ rule: 'campaignRecord', count: 1 }] },
    });
  });

  it('are each member’s own, and the ranking is for those who lead', async () => {
    expect((await m02.get('/api/members/ZX-M01/points')).status).toBe(403);
    expect((await m01.get('/api/point-rankings')).status).toBe(403);
    expect((await liaison.get('/api/members/ZX-M99/points')).status).toBe(404);
    expect((await liaison.get('/api/members/YS-M01/profile')).status).toBe(404);
    expect((await liaison.get('/api/members/ZX-M01/points?year=1999')).status).toBe(422);
  });
});

describe('the profile', () => {
  it('[S75] shows all five duties; a duty record counts for the one it names, from its confirmation to its correction', async () => {
    const m04 = members.as('zx-member-04', [{ role: 'member', communityIds: ['ZX02'], memberId: 'ZX-M04' }]);
    const work = { title: '民法典培训', on: '2021-05-20', text: '半天。', hours: 4 };
    expect((await m04.post('/api/duty-records', { ...work, duty: 'jack' })).status).toBe(422);
    const made = await m04.post('/api/duty-records', { ...work, duty: 'policyPublicist', training: true });
    const { id } = made.body as { id: string };
    expect((await liaison.post(`/api/duty-records/${id}/confirmation`)).status).toBe(200);
    await settled(m04, 'ZX-M04', 2);
    const profile = (await m04.get('/api/members/ZX-M04/profile?year=2021')).body;
    expect(profile['duties']).toMatchObject([
      { duty: 'policyPublicist', records: 1, hours: 4, points: 2, share: 1 },
      ...['opinionInformant', 'democraticSupervisor', 'deliberator', 'servant'].map((duty) => ({
        ...{ duty, records: 0, hours: 0, points: 0, share: 0 },
      })),
    ]);
    expect(profile['training']).toEqual({ records: 1, hours: 4 });
    const correction = { ...work, duty: 'democraticSupervisor', reason: '归类有误。' };
    expect((await liaison.post(`/api/duty-records/${id}/correction`, correction)).status).toBe(200);
    await settled(m04, 'ZX-M04', 0);
    expect((await m04.get('/api/members/ZX-M04/point-entries?year=2021')).body['items']).toMatchObject([
      { rule: 'training', revokedAt: expect.any(String) },
    ]);
    expect((await liaison.post(`/api/duty-records/${id}/confirmation`)).status).toBe(200);
    await settled(m04, 'ZX-M04', 2);
    const after = (await liaison.get('/api/members/ZX-M04/profile?year=2021')).body;
    expect(after['duties'][2]).toMatchObject({ duty: 'democraticSupervisor', records: 1, points: 2, share: 1 });
  });

  it('[I23] is what each duty has of the member’s own points', async () => {
    const m06 = members.as('zx-member-06', [{ role: 'member', communityIds: ['ZX03'], memberId: 'ZX-M06' }]);
    const trained = async (duty: string, on: string): Promise<void> => {
      const work = { title: '培训', on, text: '半天。', hours: 2, duty, training: true };
      const { id } = (await m06.post('/api/duty-records', work)).body as { id: string };
      expect((await liaison.post(`/api/duty-records/${id}/confirmation`)).status).toBe(200);
    };
    await trained('servant', '2021-03-01');
    await trained('servant', '2021-04-01');
    await trained('servant', '2021-05-01');
    await trained('deliberator', '2021-06-01');
    await settled(m06, 'ZX-M06', 8);
    const { duties } = (await m06.get('/api/members/ZX-M06/profile?year=2021')).body;
    const shares = Object.fromEntries(
      duties.map(({ duty, points, share }: { duty: string; points: number; share: number }) => [duty, [points, share]]),
    );
    expect(shares).toMatchObject({ servant: [6, 0.75], deliberator: [2, 0.25], policyPublicist: [0, 0] });
  });
});
