import { randomUUID } from 'node:crypto';
import {
  ledgerWorkflowId,
  sessionWorkflowId,
  TASK_QUEUES,
  taskWorkflowId,
  type TaskQueue,
  whistleWorkflowId,
} from '@hsl/contracts/workflow-ids';
import { databaseUrlOf } from '@hsl/database/database-env';
import { withDatabase } from '@hsl/deploy/local/database-connection';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, send } from './client.js';
import { openPlatform, type Platform } from './platform.js';
import { story, toConcluded, toVerifying, type Story } from './story.js';

const MINUTE_MS = 60_000;
const LONG_TERM = { grade: 'G3', track: 'longTerm' };
const NOBODY = '0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11';

describe('bad input and faults on the whole platform', () => {
  let platform: Platform;
  let tale: Story;
  beforeAll(async () => {
    platform = await openPlatform();
    tale = story(platform);
  }, 4 * MINUTE_MS);
  afterAll(() => platform.close(), MINUTE_MS);

  const server = async () => {
    const { temporalAddress: address, temporalNamespace: namespace } = platform.stack.addresses;
    const connection = await Connection.connect({ address });
    return { temporal: new Client({ connection, namespace }), connection };
  };
  /** As the schedule would, and what the owner has reported, the newest first. */
  const reconciled = async (temporal: Client, owner: TaskQueue) => {
    const workflowId = `reconciliation/${randomUUID()}`;
    await temporal.workflow.execute('reconciliationWorkflow', {
      ...{ workflowId, taskQueue: TASK_QUEUES[owner], args: [{ owner }] },
    });
    const { items } = tale.ok('reports', await tale.as('auditor').get('/api/reconciliations?limit=10'));
    return items.filter((one: { owner: string }) => one.owner === owner);
  };
  const reconcile = async (temporal: Client, owner: TaskQueue) =>
    (await reconciled(temporal, owner)).find(({ repaired }: { repaired: number }) => repaired > 0);

  const sessionsOf = async (id: string) =>
    tale.ok('sessions', await tale.as('liaison1').get(`/api/deliberations?whistleId=${id}`)).items;
  const convened = async () => {
    const { id } = await tale.blow();
    await tale.accept(id);
    await tale.checkIn(id);
    tale.ok('convene', await tale.as('member-01').post(`/api/whistles/${id}/sessions`, { subject: '东门怎么停' }));
    return { id, session: await eventually('its session', async () => (await sessionsOf(id))[0]) };
  };
  const dispatched = (id: string) =>
    eventually('the matter heard of its session', async () => {
      const units = { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD', 'ZX-GAJ'] };
      const { status, body } = await tale.as('liaison1').post(`/api/whistles/${id}/dispatch`, units);
      return status === 200 && body.state === 'COORDINATING';
    });

  it('notes no stacks of promises while it runs workflows', async () => {
    const { id } = await tale.blow();
    await tale.accept(id);
    const { temporal, connection } = await server();
    const stacks = temporal.workflow.getHandle(whistleWorkflowId(id)).query('__stack_trace');
    await expect(stacks).rejects.toThrow('stack traces are not enabled');
    await connection.close();
  });

  it('refuses what nobody signed, a forged token, and a wrong password, alike for known and unknown names', async () => {
    const url = `${platform.origin}/api/whistles`;
    expect((await send(url, 'GET')).status).toBe(401);
    expect((await send(url, 'GET', undefined, { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' })).status).toBe(401);
    const wrong = (userName: string) =>
      send(`${platform.origin}/api/sessions`, 'POST', { userName, password: 'nonsense-1' });
    const [known, unknown] = [await wrong('zx-liaison1'), await wrong('zx-nobody')];
    expect([known.status, known.body.code]).toEqual([unknown.status, unknown.body.code]);
    expect(known.body.code).toBe('wrongCredentials');
  });

  it('answers every kind of bad input with a problem that names its code, through the gateway', async () => {
    const blow = (body: unknown) => tale.as('worker-01').post('/api/whistles', body);
    const good = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX01', place: '东门', facts: '占道' };
    const answers = [
      await blow({ ...good, categoryCode: 'Z9' }),
      await blow({ ...good, communityId: 'ZX02' }),
      await blow({ ...good, facts: undefined }),
      await blow({ ...good, facts: '长'.repeat(2001) }),
      await blow('{"kind":'),
      await blow({ ...good, facts: 'x'.repeat(2_000_000) }),
    ];
    expect(answers.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
      '422 unknownCategory',
      '404 notFound',
      '422 validationFailed',
      '422 validationFailed',
      '400 malformedJson',
      '413 bodyTooLarge',
    ]);
    for (const { headers, body } of answers) {
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(body.detail).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('refuses a repeated key with another body, the wrong role and the wrong state', async () => {
    const key = { 'idempotency-key': `k-${Date.now()}` };
    const { id } = await tale.blow({}, key);
    const reused = await tale
      .as('worker-01')
      .post(
        '/api/whistles',
        { kind: 'emergency', categoryCode: 'C1', communityId: 'ZX01', place: '东门', facts: '别的' },
        key,
      );
    expect([reused.status, reused.body.code]).toEqual([409, 'idempotencyKeyReused']);
    const role = await tale.as('worker-01').post(`/api/whistles/${id}/acceptance`, { grade: 'G3' });
    expect([role.status, role.body.code]).toEqual([403, 'roleNotAllowed']);
    const state = await tale.as('liaison1').post(`/api/whistles/${id}/dispatch`, { leadDepartmentId: 'ZX-CGJ' });
    expect([state.status, state.body.code, state.body.state]).toEqual([409, 'wrongState', 'BLOWN']);
    expect((await tale.whistle(id)).version).toBe(1);
  });

  it(
    'lets only a member who was asked check in, and only a department that was dispatched act',
    async () => {
      const { id } = await tale.blow();
      await tale.accept(id);
      const own = await tale.checkInOf(id, 'member-01');
      const stranger = await tale.as('member-09').post(`/api/check-ins/${own.id}/confirmation`);
      expect([403, 404, 409]).toContain(stranger.status);
      await tale.checkIn(id);
      await tale.dispatch(id);
      const task = await tale.taskOf(id, 'cgj');
      const foreign = await tale.as('handler-xfd').post(`/api/department-tasks/${task.id}/acknowledgement`);
      const unknown = await tale.as('handler-xfd').post(`/api/department-tasks/${NOBODY}/acknowledgement`);
      expect([foreign.status, foreign.body.code]).toEqual([unknown.status, unknown.body.code]);
      expect((await tale.taskOf(id, 'cgj')).state).toBe('DISPATCHED');
      const early = await tale
        .as('handler-cgj')
        .post(`/api/department-tasks/${task.id}/feedback`, { summary: '办好了' });
      expect([early.status, early.body.code]).toEqual([409, 'wrongState']);
    },
    MINUTE_MS,
  );

  it(
    'keeps who verified from revisiting, and one subdistrict from another',
    async () => {
      const { id } = await tale.blow();
      await toVerifying(tale, id);
      await tale.verify(id, 'pass', 'member-01');
      await tale.verify(id, 'pass', 'worker-01');
      const again = await tale
        .as('worker-01')
        .post(`/api/whistles/${id}/revisits`, { satisfaction: 'satisfied', solved: 'yes' });
      expect([again.status, again.body.code]).toEqual([403, 'separationOfDuties']);
      expect((await platform.as('ys-groupleader').get(`/api/whistles/${id}`)).status).toBe(404);
    },
    2 * MINUTE_MS,
  );

  it(
    'goes on when somebody terminates a task and an entry of the ledger: the reconciliation begins them again, by the same clock',
    async () => {
      const { temporal, connection } = await server();
      const { id } = await tale.blow();
      tale.ok('accept', await tale.as('liaison1').post(`/api/whistles/${id}/acceptance`, LONG_TERM));
      await tale.checkIn(id);
      await tale.dispatch(id, 'CGJ');
      const task = await tale.taskOf(id, 'cgj');
      await temporal.workflow.getHandle(taskWorkflowId(id, task.id)).terminate('by hand');
      const found = await reconcile(temporal, 'departments');
      expect(found.findings).toMatchObject([{ whistleId: id, kind: 'closed', isRepaired: true }]);
      const again = await tale.taskOf(id, 'cgj');
      expect([again.id, again.feedbackDueAt, again.version]).toEqual([task.id, task.feedbackDueAt, task.version]);
      tale.ok('ack', await tale.as('handler-cgj').post(`/api/department-tasks/${task.id}/acknowledgement`));

      const does = async (who: string, path: string, body: object) =>
        tale.ok(path, await tale.as(who).post(path, body));
      const dueAt = new Date(Date.now() + 40 * 86_400_000).toISOString();
      await does('head-cgj', `/api/whistles/${id}/ledger-application`, {
        ...{ reason: '资金明年到位', blockers: [{ type: 'funds', note: '资金' }] },
        ...{ milestones: [{ title: '勘察', dueAt }], taskBrief: { goal: '解决', measures: '按节点推进' } },
      });
      const entry = await eventually('the application', async () => {
        const { items } = (await tale.as('liaison1').get(`/api/ledger?whistleId=${id}`)).body;
        return items[0] as { id: string; milestones: { id: string }[] } | undefined;
      });
      await does('member-01', `/api/ledger/${entry.id}/opinion`, { opinion: '同意。', supports: true });
      await does('deputyleader1', `/api/ledger/${entry.id}/ruling`, { approve: true, reason: '理由充分' });
      await tale.inState(id, 'LEDGERED');
      await temporal.workflow.getHandle(ledgerWorkflowId(entry.id)).terminate('by hand');
      const report = await reconcile(temporal, 'whistles');
      expect(report.findings).toMatchObject([
        { whistleId: id, process: { kind: 'ledgerEntry', id: entry.id }, kind: 'closed', isRepaired: true },
      ]);
      await does('handler-cgj', `/api/ledger/${entry.id}/milestones/${entry.milestones[0]!.id}`, {
        ...{ result: '勘察完。', evidence: [{ kind: 'after', note: '报告' }] },
      });
      await tale.inState(id, 'VERIFYING');
      await connection.close();
    },
    2 * MINUTE_MS,
  );

  it(
    'goes on when somebody terminates a session: it is begun again by the same clock, or reported where it lost a calendar',
    async () => {
      const { temporal, connection } = await server();
      const terminate = (id: string) => temporal.workflow.getHandle(sessionWorkflowId(id)).terminate('by hand');
      const { id, session } = await convened();
      const other = await convened();
      const calendar = { version: 99, firstYear: 2004, lastYear: 2004, holidays: [], makeUpWorkdays: [] };
      await temporal.workflow.getHandle(sessionWorkflowId(other.session.id)).signal('calendarLoaded', { calendar });
      await eventually('the calendar', async () => (await sessionsOf(other.id))[0].version > other.session.version);
      await terminate(session.id);
      await terminate(other.session.id);
      const { findings } = await reconcile(temporal, 'topics');
      const found = new Map(findings.map((one: { whistleId: string }) => [one.whistleId, one]));
      const lost = { kind: 'closed', process: { kind: 'session' } };
      expect(found.get(id)).toMatchObject({ ...lost, isRepaired: true });
      expect(found.get(other.id)).toMatchObject({ ...lost, isRepaired: false, remedy: expect.any(String) });
      const [again] = await sessionsOf(id);
      expect([again.dueAt, again.version]).toEqual([session.dueAt, session.version]);
      const agreed = { outcome: 'partial', problem: '东门堵', consensus: '先划线', attendance: 7 };
      tale.ok('close', await tale.as('liaison1').post(`/api/deliberations/${session.id}/outcome`, agreed));
      await dispatched(id);
      expect((await tale.whistle(other.id)).state).toBe('DELIBERATING');
      await connection.close();
    },
    2 * MINUTE_MS,
  );

  it(
    'goes on when a session broke off before its row was there, or after it was held and before its matter heard of it',
    async () => {
      const { temporal, connection } = await server();
      const [unwritten, held] = [await convened(), await convened()];
      for (const { session } of [unwritten, held])
        await temporal.workflow.getHandle(sessionWorkflowId(session.id)).terminate('by hand');
      await withDatabase(databaseUrlOf('topics', platform.stack.addresses.databaseUrl), async (database) => {
        await database.query(`SET hsl.subdistrict = '*'`);
        await database.query('DELETE FROM session WHERE id = $1', [unwritten.session.id]);
        await database.query(
          `UPDATE session SET state = 'HELD', outcome = 'partial', deadlines = '[]', version = 2 WHERE id = $1`,
          [held.session.id],
        );
      });
      const { findings } = await reconcile(temporal, 'topics');
      const process = ({ session: { id } }: typeof held) => ({ kind: 'session', id });
      expect(findings).toEqual(
        expect.arrayContaining(
          [unwritten, held].map((one) =>
            expect.objectContaining({ whistleId: one.id, process: process(one), kind: 'closed', isRepaired: true }),
          ),
        ),
      );
      const again = await eventually('it is convened again', async () => (await sessionsOf(unwritten.id))[0]);
      const { id, dueAt, version, state } = unwritten.session;
      expect(again).toMatchObject({ id, dueAt, version, state });
      await dispatched(held.id);
      // What was put right is not found again.
      await temporal.workflow.getHandle(sessionWorkflowId(held.session.id)).result();
      const [newest] = await reconciled(temporal, 'topics');
      const named = newest.findings.map(({ whistleId }: { whistleId: string }) => whistleId);
      expect([named.includes(unwritten.id), named.includes(held.id)]).toEqual([false, false]);
      await connection.close();
    },
    2 * MINUTE_MS,
  );

  it(
    'takes whistles while Temporal is away, refuses actions with 503, and starts everything when it is back',
    async () => {
      const before = await tale.blow();
      await tale.accept(before.id);
      await platform.stack.stopServer('temporal');
      const { id, state } = await tale.blow();
      expect(state).toBe('BLOWN');
      const refused = await tale.as('liaison1').post(`/api/whistles/${id}/acceptance`, { grade: 'G3' });
      expect([refused.status, refused.body.code]).toEqual([503, 'temporalUnavailable']);
      expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
      expect((await tale.whistle(id)).state).toBe('BLOWN');
      await platform.stack.startServer('temporal');
      // As the portal does: what took effect though its answer came too late answers the same again.
      const key = { 'idempotency-key': `after-the-outage-${id}` };
      await eventually(
        'accepted after the outage',
        async () =>
          (await tale.as('liaison1').post(`/api/whistles/${id}/acceptance`, { grade: 'G3' }, key)).status === 200,
        MINUTE_MS,
      );
      await tale.checkIn(before.id);
      await tale.checkIn(id);
    },
    3 * MINUTE_MS,
  );

  it(
    'handles a whistle to its end while Kafka is away; history and board catch up when it is back',
    async () => {
      await platform.stack.stopServer('kafka');
      const { id } = await tale.blow();
      await toConcluded(tale, id);
      expect((await tale.whistle(id)).state).toBe('CONCLUDED');
      await platform.stack.startServer('kafka');
      await eventually(
        'the history has caught up',
        async () => {
          const { items } = (await tale.as('liaison1').get(`/api/whistles/${id}/timeline`)).body;
          return items.filter((item: { kind: string }) => item.kind === 'task.feedbackSubmitted.v1').length === 2;
        },
        2 * MINUTE_MS,
      );
      await eventually(
        'the board has caught up',
        async () => {
          const { body } = await tale.as('groupleader').get('/api/live-list?state=CONCLUDED&limit=100');
          return body.items?.some((item: { whistleId?: string; id?: string }) => (item.whistleId ?? item.id) === id);
        },
        MINUTE_MS,
      );
    },
    5 * MINUTE_MS,
  );

  it.each(['whistles', 'members', 'departments', 'gateway', 'insight', 'notices', 'topics'] as const)(
    'loses nothing when %s is killed in the middle of a whistle',
    async (service) => {
      const { id } = await tale.blow();
      await tale.accept(id);
      await platform.stack.kill(service);
      await platform.stack.waitUntilReady(service);
      await eventually(
        'the member can check in',
        async () => {
          await tale.checkIn(id);
          return true;
        },
        MINUTE_MS,
      );
      expect((await tale.whistle(id)).state).toBe('CHECKED_IN');
    },
    3 * MINUTE_MS,
  );
});
