import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Post } from '@hsl/contracts/roles';
import { checkInWorkflowId } from '@hsl/contracts/workflow-ids';
import { bodyHashOf } from '@hsl/database/idempotent-request';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { termsFor } from '@hsl/domain/matter-terms';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { eventOf, whistleSnapshot } from '@hsl/testing/facts';
import { checkInQuery } from '@hsl/workflows/check-in/check-in.messages';
import { AnswerContentSweep } from '../src/check-ins/answer-content.sweep.js';
import { CheckInRecorder } from '../src/check-ins/check-in-recorder.activities.js';
import { contentIdOf } from '../src/check-ins/content-id.js';
import { KnownConsumer } from '../src/known/known.consumer.js';
import {
  eventually,
  seedEverything,
  signalsOf,
  startMembers,
  startSilentWhistle,
  type Caller,
  type MembersUnderTest,
} from './members-under-test.js';

/** Real servers, on a machine that may be busy. */
jest.setTimeout(60_000);

const memberPost = (n: string): Post => ({ role: 'member', memberId: `ZX-M${n}`, communityIds: [] });

describe('the members service', () => {
  let members: MembersUnderTest;
  let m05: Caller;
  let m06: Caller;
  let worker03: Caller;
  let liaison: Caller;
  let handler: Caller;
  beforeAll(async () => {
    members = await startMembers(['postgres', 'temporal', 'kafka'], 'api,worker,relay,consumer');
    m05 = members.as('zx-member-05', [memberPost('05')]);
    m06 = members.as('zx-member-06', [memberPost('06')]);
    worker03 = members.as('zx-worker-03', [{ role: 'communityWorker', communityIds: ['ZX03'] }]);
    liaison = members.as('zx-liaison1', [{ role: 'liaisonOfficer' }]);
    handler = members.as('zx-handler-cgj', [{ role: 'handler', departmentId: 'ZX-CGJ' }]);
  }, 90_000);
  afterAll(() => members.close());

  const rows = async (text: string, values: unknown[] = []) => (await members.pool.query(text, values)).rows;

  /** A whistle of 汇丰 (ZX03) reaches its check-in: M05 and M06 are asked by the real workflow. */
  async function whistleWithCheckIns(): Promise<{ whistleId: string; m05: string; m06: string }> {
    const whistleId = await startSilentWhistle(members.app);
    const terms = termsFor({ version: 1, content: DEFAULT_RULE_SET }, 'G3', CHINA_CALENDAR);
    const matter = {
      whistleId,
      number: 'ZX-2026-000123',
      subdistrictId: 'zx',
      communityId: 'ZX03',
      categoryCode: 'C1',
    };
    await members.app.get(TemporalClient).workflow.start('checkInWorkflow', {
      ...{ workflowId: checkInWorkflowId(whistleId), taskQueue: 'members', args: [{ ...matter, terms }] },
    });
    return eventually(async () => {
      const asked = await rows('SELECT id, member_id FROM check_in WHERE whistle_id = $1', [whistleId]);
      const idOf = (member: string): string => asked.find(({ member_id }) => member_id === member)?.id as string;
      return asked.length === 2 ? { whistleId, m05: idOf('ZX-M05'), m06: idOf('ZX-M06') } : undefined;
    });
  }

  describe('what it knows of others', () => {
    it('follows communities and categories, once per event and never back in time', async () => {
      const consumer = members.app.get(KnownConsumer);
      const community = (name: string) => ({ communityId: 'ZX03', name, households: 1200 });
      const newer = eventOf('community.changed.v1', community('汇丰社区'), { subject: 'ZX03', sequence: 2 });
      await consumer.onCommunity(newer);
      await consumer.onCommunity(newer);
      await consumer.onCommunity(eventOf('community.changed.v1', community('旧名'), { subject: 'ZX03', sequence: 1 }));
      expect(await rows('SELECT name FROM known_community')).toEqual([{ name: '汇丰社区' }]);
      const category = {
        code: 'C1',
        classCode: 'C',
        name: '非机动车停放充电',
        defaultGrade: 'G3',
        active: true,
      } as const;
      await consumer.onCategory(eventOf('category.changed.v1', { ...category, skills: ['traffic', 'education'] }));
      expect(await rows('SELECT code, skills FROM known_category')).toEqual([
        { code: 'C1', skills: ['traffic', 'education'] },
      ]);
    });

    it('follows how far a whistle has come, in whatever order', async () => {
      const consumer = members.app.get(KnownConsumer);
      const snapshot = whistleSnapshot({ whistleId: randomUUID(), departmentIds: ['ZX-CGJ'] });
      await consumer.onConcluded(
        eventOf(
          'whistle.concluded.v1',
          { ...snapshot, lookBacksDueAt: [], outcome: 'resolved' },
          { subject: snapshot.whistleId, sequence: 900 },
        ),
      );
      await consumer.onUnits(
        eventOf('whistle.dispatched.v1', snapshot, { subject: snapshot.whistleId, sequence: 500 }),
      );
      const [known] = await rows('SELECT department_ids, ended_at FROM known_whistle WHERE id = $1', [
        snapshot.whistleId,
      ]);
      expect(known).toEqual({ department_ids: ['ZX-CGJ'], ended_at: new Date(snapshot.at) });
    });
  });

  describe('members and experts', () => {
    it('[S23] [S25] lists 24 cards in pages, without a phone', async () => {
      const first = await handler.get('/api/members?limit=20');
      expect(first.body.items).toHaveLength(20);
      const second = await handler.get(`/api/members?limit=20&cursor=${first.body['nextCursor']}`);
      expect(second.body.items.map(({ id }: { id: string }) => id)).toEqual(['ZX-M21', 'ZX-M22', 'ZX-M23', 'ZX-M24']);
      expect(second.body).not.toHaveProperty('nextCursor');
      expect(Object.keys(first.body.items[0]).toSorted()).toEqual(
        ['communityIds', 'id', 'isFictional', 'level', 'name', 'sector', 'skills', 'term'].toSorted(),
      );
    });

    it.each([
      ['communityId=ZX13', ['ZX-M01', 'ZX-M03']],
      ['skill=fire', ['ZX-M04', 'ZX-M19']],
      [`sector=${encodeURIComponent('法律')}`, ['ZX-M02', 'ZX-M16']],
      [`q=${encodeURIComponent('姜承')}`, ['ZX-M01']],
      ['communityId=YS03', []],
    ])('[S51] finds members by %s', async (query, ids) => {
      const { body } = await worker03.get(`/api/members?${query}`);
      expect(body['items'].map(({ id }: { id: string }) => id)).toEqual(ids);
    });

    it('shows one card; a member of another subdistrict and an unknown one read alike', async () => {
      expect((await liaison.get('/api/members/ZX-M01')).body).toMatchObject({
        id: 'ZX-M01',
        communityIds: ['ZX01', 'ZX13'],
      });
      const [foreign, unknown] = await Promise.all(['YS-M01', 'ZX-M99'].map((id) => liaison.get(`/api/members/${id}`)));
      expect([foreign!.status, unknown!.status, foreign!.body['code']]).toEqual([404, 404, 'notFound']);
    });

    it('gives a member everything that is held about that member, in words, and nobody else', async () => {
      const { sections } = (await m05.get('/api/member-data')).body;
      const titles = sections.map(({ title }: { title: string }) => title);
      expect(titles.slice(0, 2)).toEqual(['委员信息', '分片']);
      expect(sections[0].entries[0]).toEqual(expect.arrayContaining([{ label: '编号', value: 'ZX-M05' }]));
      expect(JSON.stringify(sections)).not.toContain('ZX-M06');
      for (const other of [worker03, liaison, handler]) {
        expect((await other.get('/api/member-data')).body.code).toBe('roleNotAllowed');
      }
    });

    it('refuses filters there are none of, naming them', async () => {
      const { status, body } = await liaison.get('/api/members?phone=138&skill=magic');
      expect(status).toBe(422);
      expect(body['errors'].map(({ field }: { field: string }) => field).toSorted()).toEqual(['phone', 'skill']);
    });

    it('[S67] lists experts to who may search members, and to nobody else', async () => {
      expect((await liaison.get('/api/experts')).body['items']).toHaveLength(8);
      expect((await liaison.get('/api/experts?field=elevator')).body['items']).toMatchObject([{ id: 'ZX-X03' }]);
      expect(await handler.get('/api/experts')).toMatchObject({ status: 403, body: { code: 'roleNotAllowed' } });
    });

    it('answers nobody who has not signed in', async () => {
      expect(await members.anonymous.get('/api/members')).toMatchObject({
        status: 401,
        body: { code: 'notAuthenticated' },
      });
    });

    it('seeds once: a second time changes nothing', async () => {
      const posted = `SELECT count(*)::int AS n FROM area_assignment`;
      const before = await rows(posted);
      expect(await seedEverything(members.database)).toBe(0);
      expect(await rows(posted)).toEqual(before);
      expect(before).toEqual([{ n: 56 }]);
    });
  });

  describe('reading check-ins', () => {
    let asked: Awaited<ReturnType<typeof whistleWithCheckIns>>;
    beforeAll(async () => {
      asked = await whistleWithCheckIns();
    });
    const ids = ({ body }: Awaited<ReturnType<Caller['get']>>): string[] =>
      body['items'].map(({ id }: { id: string }) => id);

    it('[S104] tells the member why, who else was asked, until when, and what can be done', async () => {
      const { status, body } = await m05.get(`/api/check-ins/${asked.m05}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        ...{
          state: 'REQUESTED',
          number: 'ZX-2026-000123',
          communityName: '汇丰社区',
          categoryName: '非机动车停放充电',
        },
        member: { id: 'ZX-M05', name: '许淑兰', isFictional: true },
        whyYou: expect.stringMatching(/^您负责联系汇丰社区；您的专长（教育）用得上；/),
        picked: { postedHere: true, skillsMatched: ['education'], rank: 1 },
        others: [{ checkInId: asked.m06, member: { id: 'ZX-M06' }, state: 'REQUESTED' }],
        waitingFor: [{ step: 'checkIn', kind: 'member', id: 'ZX-M05' }],
        deadlines: [{ step: 'checkIn', holderId: 'ZX-M05', dueAt: body['dueAt'], provisional: expect.any(Boolean) }],
        serverNow: expect.any(String),
      });
      expect(body['actions']).toEqual([
        { name: 'checkIn.confirm', allowed: true, until: body['dueAt'] },
        { name: 'checkIn.decline', allowed: true, until: body['dueAt'] },
      ]);
      const english = await m05.get(`/api/check-ins/${asked.m05}`, { 'accept-language': 'en' });
      expect(english.body['whyYou']).toMatch(/^You are posted to/);
    });

    it('shows a member only the own ones, a community only its own, a liaison officer all', async () => {
      const byWhistle = `/api/check-ins?whistleId=${asked.whistleId}`;
      expect(ids(await m05.get(byWhistle))).toEqual([asked.m05]);
      expect(ids(await m05.get(`${byWhistle}&mine=true&state=REQUESTED`))).toEqual([asked.m05]);
      expect(ids(await worker03.get(byWhistle)).toSorted()).toEqual([asked.m05, asked.m06].toSorted());
      expect(ids(await worker03.get('/api/check-ins?mine=true'))).toEqual([]);
      expect(ids(await liaison.get(`${byWhistle}&communityId=ZX03`))).toHaveLength(2);
      const elsewhere = members.as('zx-worker-01', [{ role: 'communityWorker', communityIds: ['ZX01'] }]);
      expect(ids(await elsewhere.get(byWhistle))).toEqual([]);
      expect(ids(await handler.get(byWhistle))).toEqual([]);
    });

    it('pages newest first without showing one twice', async () => {
      await whistleWithCheckIns();
      const first = await liaison.get('/api/check-ins?limit=3');
      const second = await liaison.get(`/api/check-ins?limit=3&cursor=${first.body['nextCursor']}`);
      expect(new Set([...ids(first), ...ids(second)]).size).toBe(4);
    });

    it('answers for a foreign check-in as for one that does not exist', async () => {
      const stranger = members.as('zx-member-07', [memberPost('07')]);
      const tenant = members.as('ys-liaison1', [{ role: 'liaisonOfficer' }], 'ys');
      for (const caller of [stranger, tenant]) {
        const [foreign, unknown] = await Promise.all(
          [asked.m05, randomUUID()].map((id) => caller.get(`/api/check-ins/${id}`)),
        );
        expect(foreign!.status).toBe(404);
        const alike = ({ body }: typeof foreign & object) => ({ ...body, instance: '', serverNow: '' });
        expect(alike(foreign!)).toEqual(alike(unknown!));
      }
      expect((await liaison.get('/api/check-ins/not-a-uuid')).status).toBe(404);
    });

    it('has nothing for a role without check-ins: 403 whether it exists or not', async () => {
      const answers = await Promise.all([asked.m05, randomUUID()].map((id) => handler.get(`/api/check-ins/${id}`)));
      expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    });
  });

  describe('answering', () => {
    const confirmation = (id: string): string => `/api/check-ins/${id}/confirmation`;
    const decline = (id: string): string => `/api/check-ins/${id}/decline`;

    it('[4.2 checkIn] “I am coming” checks the member in and tells the whistle; a repeat under the key is the same', async () => {
      const asked = await whistleWithCheckIns();
      const body = { comingOn: '2026-11-24', note: '上午到' };
      const key = { 'idempotency-key': 'k1' };
      const answer = await m05.post(confirmation(asked.m05), body, key);
      expect(answer).toMatchObject({
        status: 200,
        body: { id: asked.m05, state: 'CONFIRMED', ...body, waitingFor: [] },
      });
      expect(answer.body['actions']).toMatchObject([
        { name: 'checkIn.confirm', allowed: false, reasonCode: 'alreadyAnswered', reason: '这一步已经办过了。' },
        { name: 'checkIn.decline', allowed: false },
      ]);
      const again = await m05.post(confirmation(asked.m05), body, key);
      expect({ ...again.body, serverNow: '' }).toEqual({ ...answer.body, serverNow: '' });
      expect(await m05.post(confirmation(asked.m05), {}, key)).toMatchObject({
        ...{ status: 409, body: { code: 'idempotencyKeyReused' } },
      });
      expect(await m05.post(confirmation(asked.m05))).toMatchObject({
        ...{ status: 409, body: { code: 'alreadyAnswered', state: 'CONFIRMED' } },
      });
      expect(await signalsOf(members.app, asked.whistleId)).toEqual([{ memberId: 'ZX-M05', substituted: false }]);
      const lines = await rows(
        'SELECT actor_id, actor_role FROM timeline_entry WHERE aggregate_id = $1 AND version = 2',
        [asked.whistleId],
      );
      expect(lines).toEqual([{ actor_id: 'zx-member-05', actor_role: 'member' }]);
    });

    it('tells the workflow again when a process died between recording and telling it', async () => {
      const asked = await whistleWithCheckIns();
      const contentId = contentIdOf(['zx-member-05', asked.m05, 'confirm'], 'k2');
      await rows(
        `INSERT INTO answer_content (id, subdistrict_id, check_in_id, kind, body_hash, created_by)
         VALUES ($1, 'zx', $2, 'confirm', $3, 'zx-member-05')`,
        [contentId, asked.m05, bodyHashOf({})],
      );
      await members.app.get(CheckInRecorder).recordCheckInDecision({
        ...{ whistleId: asked.whistleId, number: 'ZX-2026-000123', subdistrictId: 'zx', communityId: 'ZX03' },
        ...{ categoryCode: 'C1', decisionNo: 2, at: Date.now(), by: { userId: 'zx-member-05', role: 'member' } },
        fact: { type: 'confirmed', checkInId: asked.m05, memberId: 'ZX-M05', first: true, contentId },
      });
      const repeat = await m05.post(confirmation(asked.m05), {}, { 'idempotency-key': 'k2' });
      expect(repeat).toMatchObject({ status: 200, body: { state: 'CONFIRMED' } });
      const workflow = members.app.get(TemporalClient).workflow.getHandle(checkInWorkflowId(asked.whistleId));
      const view = await workflow.query(checkInQuery);
      expect(view.asked.find(({ checkInId }) => checkInId === asked.m05)?.state).toBe('CONFIRMED');
      expect(await rows('SELECT version FROM check_in_process WHERE id = $1', [asked.whistleId])).toEqual([
        { version: 2 },
      ]);
    });

    it('lets the second member confirm as well, each under the same key of their own', async () => {
      const asked = await whistleWithCheckIns();
      const key = { 'idempotency-key': 'same' };
      const [one, other] = await Promise.all([
        m05.post(confirmation(asked.m05), {}, key),
        m06.post(confirmation(asked.m06), {}, key),
      ]);
      expect([one!.body['state'], other!.body['state']]).toEqual(['CONFIRMED', 'CONFIRMED']);
      expect(
        await rows(`SELECT 1 FROM check_in WHERE whistle_id = $1 AND state = 'CONFIRMED'`, [asked.whistleId]),
      ).toHaveLength(2);
    });

    it('[4.5 member declines] “I cannot come” asks the next member; a declared conflict closes the way back', async () => {
      const asked = await whistleWithCheckIns();
      const answer = await m06.post(decline(asked.m06), { reasonCode: 'conflictOfInterest', note: '我是物业股东' });
      expect(answer).toMatchObject({ status: 200, body: { state: 'DECLINED', reasonCode: 'conflictOfInterest' } });
      expect(answer.body['others']).toHaveLength(2);
      expect(await m06.post(confirmation(asked.m06))).toMatchObject({
        status: 403,
        body: { code: 'conflictOfInterest' },
      });
      expect(JSON.stringify(await rows('SELECT envelope FROM outbox_event'))).not.toContain('股东');
    });

    it('refuses a member who works in a unit with a task, declared or not', async () => {
      const asked = await whistleWithCheckIns();
      const { whistleId } = asked;
      await rows(`INSERT INTO known_whistle VALUES ($1, 'zx', '{ZX-CGJ}')`, [whistleId]);
      const both = members.as('zx-member-05', [memberPost('05'), { role: 'handler', departmentId: 'ZX-CGJ' }]);
      expect(await both.post(confirmation(asked.m05))).toMatchObject({
        status: 403,
        body: { code: 'conflictOfInterest' },
      });
      expect((await both.get(`/api/check-ins/${asked.m05}`)).body['actions'][0]).toMatchObject({ allowed: false });
      expect((await both.post(decline(asked.m05), { reasonCode: 'conflictOfInterest' })).body['state']).toBe(
        'DECLINED',
      );
    });

    it('refuses everybody else: 404 for a member not asked, 403 for who may only read', async () => {
      const asked = await whistleWithCheckIns();
      expect(await m06.post(confirmation(asked.m05))).toMatchObject({ status: 404, body: { code: 'notFound' } });
      for (const caller of [worker03, liaison, handler]) {
        expect(await caller.post(confirmation(asked.m05))).toMatchObject({
          status: 403,
          body: { code: 'roleNotAllowed' },
        });
      }
      expect(await rows('SELECT state FROM check_in WHERE id = $1', [asked.m05])).toEqual([{ state: 'REQUESTED' }]);
      expect(await rows('SELECT 1 FROM answer_content WHERE check_in_id = $1', [asked.m05])).toEqual([]);
    });

    it.each([
      ['decline', {}, 'reasonCode'],
      ['decline', { reasonCode: 'tired' }, 'reasonCode'],
      ['decline', { reasonCode: 'other' }, 'note'],
      ['decline', { reasonCode: 'absence', state: 'DONE' }, 'state'],
      ['confirmation', { comingOn: '2026-02-30' }, 'comingOn'],
      ['confirmation', { note: 'x'.repeat(501) }, 'note'],
      ['confirmation', { subdistrictId: 'ys' }, 'subdistrictId'],
    ])('refuses %s with %j, naming the field', async (act, body, field) => {
      const asked = await whistleWithCheckIns();
      const answer = await m05.post(`/api/check-ins/${asked.m05}/${act}`, body);
      expect(answer).toMatchObject({ status: 422, body: { code: 'validationFailed', errors: [{ field }] } });
    });

    it('answers 503 and changes nothing while Temporal is away; goes on when it is back', async () => {
      const asked = await whistleWithCheckIns();
      await members.stack.stopServer('temporal');
      const key = { 'idempotency-key': 'away' };
      const away = await m05.post(confirmation(asked.m05), { note: '来' }, key);
      expect(away).toMatchObject({ status: 503, body: { code: 'temporalUnavailable' } });
      expect((await m05.get(`/api/check-ins/${asked.m05}`)).body).toMatchObject({ state: 'REQUESTED' });
      await members.stack.startServer('temporal');
      const back = await eventually(async () => {
        const answer = await m05.post(confirmation(asked.m05), { note: '来' }, key);
        return answer.status === 200 ? answer : undefined;
      }, 30_000);
      expect(back.body).toMatchObject({ state: 'CONFIRMED', note: '来' });
    });

    it('sweeps what was written with a refused answer, a day later', async () => {
      const draft = (age: string, final: boolean) =>
        rows(
          `INSERT INTO answer_content (id, subdistrict_id, check_in_id, kind, body_hash, created_by, created_at, final)
           VALUES ($1, 'zx', $1, 'confirm', '', '', now() - $2::interval, $3) RETURNING id`,
          [randomUUID(), age, final],
        );
      const [[old], [used], [fresh]] = await Promise.all([
        draft('25 h', false),
        draft('25 h', true),
        draft('23 h', false),
      ]);
      await members.app.get(AnswerContentSweep).run();
      const left = (await rows('SELECT id FROM answer_content')).map(({ id }) => id);
      expect([old, used, fresh].map((row) => left.includes(row!.id))).toEqual([false, true, true]);
    });
  });

  it('publishes what it records', async () => {
    await eventually(
      async () => ((await rows('SELECT 1 FROM outbox_event LIMIT 1')).length === 0 ? true : undefined),
      20_000,
    );
  });

  it('describes its routes', async () => {
    const { body } = await members.anonymous.get('/openapi.json');
    expect(Object.keys(body['paths'])).toEqual(
      expect.arrayContaining([
        '/api/check-ins',
        '/api/check-ins/claims',
        '/api/check-ins/{id}',
        '/api/check-ins/{id}/confirmation',
        '/api/check-ins/{id}/decline',
        '/api/experts',
        '/api/members',
        '/api/members/{id}',
        '/api/members/{id}/departure',
      ]),
    );
  });
});
