import { randomUUID } from 'node:crypto';
import { ABILITIES } from '@hsl/access/abilities-table';
import { ROLES, type Role } from '@hsl/contracts/roles';
import { TASK_STATES, type TaskState } from '@hsl/contracts/states';
import { DepartmentPage, RoutingSuggestionPage } from '@hsl/contracts/schemas/departments';
import { eventOf, whistleSnapshot } from '@hsl/testing/facts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WhistleNewsConsumer } from '../src/consumers/whistle-news.consumer.js';
import { TenantDatabase, type DepartmentsDatabase } from '../src/database.js';
import { IN_QUESTION, OWED_STEP } from '../src/recording/decision-row.js';
import { TaskRecorder } from '../src/recording/task-recorder.activities.js';
import { seedTenant } from '../src/seeding/seed-tenant.js';
import { HOUR_MS, MONDAY, TaskDecisions } from './decisions.js';
import { DepartmentsService } from './departments-service.js';

interface OpenApi {
  paths: Record<string, { post?: { responses: object } }>;
}

describe('the departments service', () => {
  let service: DepartmentsService;
  let recorder: TaskRecorder;
  let news: WhistleNewsConsumer;
  beforeAll(async () => {
    service = await DepartmentsService.start(['postgres']);
    recorder = service.app.get(TaskRecorder);
    news = service.app.get(WhistleNewsConsumer);
  }, 120_000);
  afterAll(() => service.stop(), 60_000);

  const row = async (id: string) => (await service.rows('SELECT * FROM department_task WHERE id = $1', id))[0]!;
  const kinds = async (id: string) =>
    (await service.rows('SELECT kind FROM timeline_entry WHERE aggregate_id = $1 ORDER BY position', id)).map(
      ({ kind }) => kind,
    );
  const draft = async (taskId: string, id: string = randomUUID()) => {
    await service.rows(
      `INSERT INTO feedback (id, subdistrict_id, task_id, round, summary, evidence, submitted_by, submitted_role)
       VALUES ($1, 'zx', $2, 1, '已清理', '[]', 'zx-handler-cgj', 'handler')`,
      id,
      taskId,
    );
    return id;
  };

  it('[4.5 member or handler leaves office] is nobody’s act but the own heads’, in whatever state the tasks are', async () => {
    const [leaving, successor] = ['zx-handler-cgj', 'zx-deputyhead-cgj'];
    const tasks = new Map<string, TaskState>();
    for (const state of TASK_STATES) {
      const task = new TaskDecisions();
      await recorder.recordTaskDecision(task.dispatched());
      const isOwed = OWED_STEP[state] !== undefined || IN_QUESTION.includes(state);
      const set =
        'UPDATE department_task SET state = $2, assignee_id = $3, due_at = CASE WHEN $4 THEN due_at END WHERE id = $1';
      await service.rows(set, task.taskId, state, leaving, isOwed);
      tasks.set(task.taskId, state);
    }
    const movedStates = async () => {
      const found = await service.rows('SELECT id FROM department_task WHERE assignee_id = $1', successor);
      return found.flatMap(({ id }) => tasks.get(String(id)) ?? []).toSorted();
    };
    const handOver = (role: Role, departmentId: string, tenant = 'zx') =>
      service
        .as(`${tenant}-${role}`, { role, departmentId, communityIds: ['ZX03'], memberId: 'ZX-M01' }, tenant)
        .post(`/api/departments/handlers/${leaving}/hand-over`, { toHandlerId: successor, reason: '调离' });
    const rightful = new Set(
      ABILITIES.filter(({ action }) => action === 'departmentTask.assignHandler').map(({ role }) => role),
    );
    for (const role of ROLES) {
      const places = [['ZX-XFD'], ['ZX-CGJ', 'ys'], ...(rightful.has(role) ? [] : [['ZX-CGJ']])] as const;
      for (const [departmentId, tenant] of places) {
        const { status } = await handOver(role, departmentId!, tenant);
        expect([role, departmentId, [403, 404].includes(status)]).toEqual([role, departmentId, true]);
      }
    }
    expect(await movedStates()).toEqual([]);
    const open = TASK_STATES.filter((state) => OWED_STEP[state] !== undefined || IN_QUESTION.includes(state));
    const two = await Promise.all([handOver('head', 'ZX-CGJ'), handOver('deputyHead', 'ZX-CGJ')]);
    expect(two.map(({ body }) => Number(body.moved)).toSorted((a, b) => a - b)).toEqual([0, open.length]);
    expect(await movedStates()).toEqual(open.toSorted());
  });

  describe('a decision of a task', () => {
    it('[S118] makes the row, its history and the event of the dispatch, once', async () => {
      const task = new TaskDecisions();
      const decision = task.dispatched();
      await recorder.recordTaskDecision(decision);
      await recorder.recordTaskDecision(decision);
      expect(await row(task.taskId)).toMatchObject({
        ...{
          version: 1,
          state: 'DISPATCHED',
          round: 1,
          department_id: 'ZX-CGJ',
          role: 'lead',
          number: 'ZX-2026-000123',
        },
        ...{ dispatched_at: new Date(MONDAY), due_at: new Date(task.acknowledgeDueAt), acknowledged_at: null },
      });
      expect(await kinds(task.taskId)).toEqual(['dispatched']);
      expect(await service.eventTypes(task.taskId)).toEqual(['task.dispatched.v1']);
    });

    it('says whether the department acknowledged in time, and by whom', async () => {
      const [early, late] = [new TaskDecisions(), new TaskDecisions()];
      for (const decision of [early.dispatched(), early.acknowledged()]) await recorder.recordTaskDecision(decision);
      for (const decision of [late.dispatched(), late.acknowledged(MONDAY + 30 * HOUR_MS)]) {
        await recorder.recordTaskDecision(decision);
      }
      expect(await row(early.taskId)).toMatchObject({ acknowledge_on_time: true, acknowledged_by: 'zx-handler-cgj' });
      expect(await row(early.taskId)).toMatchObject({ state: 'ACKNOWLEDGED', due_at: new Date(early.feedbackDueAt) });
      expect(await row(late.taskId)).toMatchObject({ acknowledge_on_time: false, version: 2 });
    });

    it('makes the words of the feedback final in the same step', async () => {
      const task = new TaskDecisions();
      const contentId = await draft(task.taskId);
      for (const decision of [task.dispatched(), task.acknowledged()]) await recorder.recordTaskDecision(decision);
      const decision = task.fedBack(contentId);
      await recorder.recordTaskDecision(decision);
      await recorder.recordTaskDecision(decision);
      const [words] = await service.rows('SELECT * FROM feedback WHERE id = $1', contentId);
      expect(words).toMatchObject({ final_at: new Date(decision.at), on_time: true, round: 1 });
      expect(await row(task.taskId)).toMatchObject({
        state: 'FEEDBACK_SUBMITTED',
        due_at: null,
        feedback_on_time: true,
      });
      expect(await service.eventTypes(task.taskId)).toHaveLength(3);
    });

    it('refuses for good what does not follow the row, and leaves the row alone', async () => {
      const task = new TaskDecisions();
      await recorder.recordTaskDecision(task.dispatched());
      task.acknowledged();
      const skipping = task.fedBack();
      await expect(recorder.recordTaskDecision(skipping)).rejects.toMatchObject({
        name: 'VersionConflict',
      });
      expect(await row(task.taskId)).toMatchObject({ version: 1, state: 'DISPATCHED' });
      expect(await kinds(task.taskId)).toEqual(['dispatched']);
    });

    it('continues the same row in a rework: new clock, first acknowledgement kept, no old feedback', async () => {
      const task = new TaskDecisions();
      for (const decision of [task.dispatched(), task.acknowledged(), task.fedBack(), task.reworked()]) {
        await recorder.recordTaskDecision(decision);
      }
      expect(await row(task.taskId)).toMatchObject({
        ...{ version: 4, round: 2, state: 'IN_PROGRESS', feedback_at: null, feedback_on_time: null },
        ...{ dispatched_at: new Date(MONDAY), reworked_at: new Date(MONDAY + 30 * HOUR_MS) },
        ...{ acknowledge_on_time: true, acknowledge_due_at: new Date(MONDAY + 24 * HOUR_MS) },
        due_at: new Date(task.feedbackDueAt),
      });
      expect((await service.eventTypes(task.taskId)).at(-1)).toBe('task.reworked.v1');
    });

    it('[4.4 rung 1] [4.4 rung 2] [4.4 rung 3] reminds without a card, then issues the yellow and the red one, each once', async () => {
      const task = new TaskDecisions();
      const rungs = (['reminder', 'yellowCard', 'redCard'] as const).map((kind) => () => task.rung(kind));
      await recorder.recordTaskDecision(task.dispatched());
      for (const rung of rungs) {
        const decision = rung();
        await recorder.recordTaskDecision(decision);
        await recorder.recordTaskDecision(decision);
      }
      const cards = await service.rows(
        'SELECT * FROM card WHERE task_id = $1 ORDER BY issued_at, kind DESC',
        task.taskId,
      );
      expect(cards.map(({ kind, step, round }) => [kind, step, round])).toEqual([
        ['yellow', 'acknowledge', 1],
        ['red', 'acknowledge', 1],
      ]);
      const events = await service.rows(
        `SELECT envelope->>'type' AS type, envelope->'data'->>'cardId' AS card FROM outbox_event WHERE subject = $1 ORDER BY position`,
        task.taskId,
      );
      expect(events.slice(1)).toEqual([
        { type: 'step.reminded.v1', card: null },
        { type: 'card.yellow.v1', card: cards[0]!['id'] },
        { type: 'card.red.v1', card: cards[1]!['id'] },
      ]);
      expect(await kinds(task.taskId)).toEqual(['dispatched', 'reminded', 'yellowCard', 'redCard']);
      expect(await row(task.taskId)).toMatchObject({ state: 'DISPATCHED', version: 4 });
    });

    it('lets no word, name or phone into an event', async () => {
      const task = new TaskDecisions();
      const contentId = await draft(task.taskId);
      for (const decision of [task.dispatched(), task.acknowledged(), task.fedBack(contentId)]) {
        await recorder.recordTaskDecision(decision);
      }
      const texts = await service.rows(
        `SELECT envelope::text AS text FROM outbox_event WHERE subject = $1`,
        task.taskId,
      );
      expect(texts.filter(({ text }) => String(text).includes('已清理'))).toEqual([]);
    });
  });

  describe('news of a whistle', () => {
    const fedBack = async (whistleId: string, role: 'lead' | 'supporting' = 'lead') => {
      const task = new TaskDecisions({ whistleId, role });
      for (const decision of [task.dispatched(), task.acknowledged(), task.fedBack()]) {
        await recorder.recordTaskDecision(decision);
      }
      return task;
    };

    it('verifies what was fed back, once, and leaves the version to the workflow', async () => {
      const whistleId = randomUUID();
      const [lead, supporting] = [await fedBack(whistleId), await fedBack(whistleId, 'supporting')];
      const event = eventOf('whistle.verified.v1', whistleSnapshot({ whistleId, at: MONDAY + 9 * HOUR_MS }));
      await news.onVerified(event);
      await news.onVerified(event);
      for (const { taskId } of [lead, supporting]) {
        expect(await row(taskId)).toMatchObject({ state: 'VERIFIED', version: 3 });
        expect((await kinds(taskId)).filter((kind) => kind === 'verified')).toHaveLength(1);
      }
    });

    it('does not verify a task that still owes something, nor a rework by the news of the round before', async () => {
      const whistleId = randomUUID();
      const open = new TaskDecisions({ whistleId });
      await recorder.recordTaskDecision(open.dispatched());
      const lead = await fedBack(whistleId);
      await recorder.recordTaskDecision(lead.reworked());
      await recorder.recordTaskDecision(lead.fedBack(randomUUID(), MONDAY + 40 * HOUR_MS));
      await news.onVerified(eventOf('whistle.verified.v1', whistleSnapshot({ whistleId, at: MONDAY + 9 * HOUR_MS })));
      expect(await row(open.taskId)).toMatchObject({ state: 'DISPATCHED' });
      expect(await row(lead.taskId)).toMatchObject({ state: 'FEEDBACK_SUBMITTED', version: 5 });
    });

    it('goes back to work through the workflow when a verified matter is reworked', async () => {
      const whistleId = randomUUID();
      const lead = await fedBack(whistleId);
      await news.onVerified(eventOf('whistle.verified.v1', whistleSnapshot({ whistleId, at: MONDAY + 9 * HOUR_MS })));
      await recorder.recordTaskDecision(lead.reworked());
      expect(await row(lead.taskId)).toMatchObject({ state: 'IN_PROGRESS', version: 4, verified_at: null });
    });

    it('remembers the members, and counts each dissatisfied answer once', async () => {
      const whistleId = randomUUID();
      const snapshot = whistleSnapshot({ whistleId, memberIds: ['ZX-M05'] });
      await news.onUnits(eventOf('whistle.dispatched.v1', snapshot));
      const event = eventOf('revisit.done.v1', {
        ...snapshot,
        satisfaction: 'dissatisfied',
        solved: 'no',
        dissatisfiedCount: 0,
      });
      await news.onRevisited(event);
      await news.onRevisited(event);
      await news.onRevisited(
        eventOf('revisit.done.v1', { ...snapshot, satisfaction: 'basic', solved: 'yes', dissatisfiedCount: 1 }),
      );
      const [known] = await service.rows('SELECT * FROM known_whistle WHERE id = $1', whistleId);
      expect(known).toMatchObject({ member_ids: ['ZX-M05'], dissatisfied_count: 1, subdistrict_id: 'zx' });
    });
  });

  describe('the seed', () => {
    const database = () => service.app.get<DepartmentsDatabase>(TenantDatabase);

    it('has 22 departments, three invented people each and a row for each of the 15 categories, in both tenants', async () => {
      await seedTenant(database(), 'ys', MONDAY);
      const counts = await service.rows(
        `SELECT (SELECT count(*)::int FROM department) AS departments, (SELECT count(*)::int FROM handler) AS people,
           (SELECT count(*)::int FROM handler WHERE is_fictional) AS fictional,
           (SELECT count(DISTINCT name)::int FROM handler WHERE subdistrict_id = 'zx') AS names,
           (SELECT count(*)::int FROM routing_row) AS routing`,
      );
      expect(counts).toEqual([{ departments: 44, people: 132, fictional: 132, names: 66, routing: 30 }]);
    });

    it('routes to units that exist, each once', async () => {
      const strangers = await service.rows(
        `SELECT r.category_code FROM routing_row r, unnest(r.lead_department_id || r.supporting_department_ids) AS named
         GROUP BY r.subdistrict_id, r.category_code, r.lead_department_id, r.supporting_department_ids
         HAVING count(*) <> count(DISTINCT named)
           OR bool_or(NOT EXISTS (SELECT 1 FROM department d WHERE d.id = named AND d.subdistrict_id = r.subdistrict_id))`,
      );
      expect(strangers).toEqual([]);
    });

    it('changes nothing the second time and announces only what changed', async () => {
      await seedTenant(database(), 'ys', MONDAY);
      expect(await service.eventTypes('YS-CGJ')).toEqual(['department.changed.v1']);
      expect(await seedTenant(database(), 'ys', MONDAY)).toEqual({ departments: 0, people: 0, routing: 0 });
      await service.rows(`UPDATE department SET name = '旧名' WHERE id = 'YS-CGJ'`);
      expect(await seedTenant(database(), 'ys', MONDAY)).toEqual({ departments: 1, people: 0, routing: 0 });
      expect(await service.eventTypes('YS-CGJ')).toHaveLength(2);
      expect(await service.eventTypes('YS-SFJ')).toHaveLength(1);
    });

    it('leaves a row alone that a ruling made', async () => {
      await service.rows(
        `UPDATE routing_row SET lead_department_id = 'YS-ZJJ', precedent_of = $1
         WHERE subdistrict_id = 'ys' AND category_code = 'C1'`,
        randomUUID(),
      );
      expect(await seedTenant(database(), 'ys', MONDAY)).toMatchObject({ routing: 0 });
    });
  });

  describe('the directory', () => {
    const liaison = () => service.staff('liaisonOfficer');

    it('lists the departments to whoever works with them, page by page', async () => {
      const { body } = await liaison().get('/api/departments?limit=100');
      expect(DepartmentPage.safeParse(body).error).toBeUndefined();
      expect(body.items).toHaveLength(22);
      const worker = service.as('zx-worker-01', { role: 'communityWorker', communityIds: ['ZX01'] });
      const first = await worker.get('/api/departments?limit=20');
      const second = await worker.get(`/api/departments?limit=20&cursor=${first.body.nextCursor}`);
      expect([...first.body.items, ...second.body.items]).toEqual(body.items);
      expect((await service.staff('auditor').get('/api/departments')).status).toBe(403);
      expect((await liaison().get('/api/departments?name=x')).status).toBe(422);
    });

    it('shows one by id or code with the load the reader may see, and its people to itself and the leadership', async () => {
      const task = new TaskDecisions({ departmentId: 'ZX-SWJ' });
      for (const decision of [task.dispatched(), task.rung('yellowCard')]) await recorder.recordTaskDecision(decision);
      const own = await service.person('handler', 'swj').get('/api/departments/SWJ');
      expect(own.body).toMatchObject({ id: 'ZX-SWJ', name: '税务局', openTasks: 1, cards: { yellow: 1, red: 0 } });
      expect(own.body.handlers.map(({ id }: { id: string }) => id).toSorted()).toEqual([
        'zx-deputyhead-swj',
        'zx-handler-swj',
        'zx-head-swj',
      ]);
      const foreign = await service.person('handler', 'cgj').get('/api/departments/ZX-SWJ');
      expect(foreign.body).toMatchObject({ openTasks: 0, cards: { yellow: 0, red: 0 } });
      expect(foreign.body).not.toHaveProperty('handlers');
      expect((await service.staff('groupLeader').get('/api/departments/ZX-SWJ')).body.handlers).toHaveLength(3);
      expect((await liaison().get('/api/departments/YS-SWJ')).status).toBe(404);
    });

    it('[S37] suggests who leads and who supports, with the load and the reason in words', async () => {
      const { body } = await liaison().get('/api/routing-table?categoryCode=C3');
      expect(RoutingSuggestionPage.safeParse(body).error).toBeUndefined();
      expect(body.items).toMatchObject([{ categoryCode: 'C3', lead: { code: 'ZJJ', name: '住建局', openTasks: 0 } }]);
      expect(body.items[0].supporting.map(({ code }: { code: string }) => code)).toEqual(['ZRJ', 'SCJ', 'CZJ', 'GDG']);
      expect(body.items[0].reason).toContain('加装电梯由住建局牵头');
      const english = await liaison().get('/api/routing-table?categoryCode=C3', { 'accept-language': 'en' });
      expect(english.body.items[0].reason).toMatch(/^Housing leads lifts/);
    });

    it('gives the whole table of 15 rows, refuses an unknown category and a handler', async () => {
      expect((await service.person('head', 'cgj').get('/api/routing-table')).body.items).toHaveLength(15);
      const unknown = await liaison().get('/api/routing-table?categoryCode=Z9');
      expect([unknown.status, unknown.body.code]).toEqual([422, 'unknownCategory']);
      const handler = await service.person('handler', 'cgj').get('/api/routing-table');
      expect([handler.status, handler.body.code]).toEqual([403, 'roleNotAllowed']);
    });

    it('changes a row when one person proposes and another approves, and nothing that somebody else has moved meanwhile', async () => {
      const path = '/api/routing-table/D2/proposals';
      const { lead, version } = (await liaison().get('/api/routing-table?categoryCode=D2')).body.items[0];
      const body = { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD'], reason: '三次裁定都归城管局' };
      const seen = { 'if-match': `"${version}"` };
      expect((await service.person('head', 'cgj').post(path, body, seen)).status).toBe(403);
      const stale = await liaison().post(path, body, { 'if-match': `"${version + 7}"` });
      expect([stale.status, stale.body.code]).toEqual([412, 'preconditionFailed']);
      const unknown = await liaison().post(path, { ...body, supportingDepartmentIds: ['ZX-NONE'] }, seen);
      expect([unknown.status, unknown.body.errors[0].field]).toEqual([422, 'supportingDepartmentIds.0']);
      const twice = await liaison().post(path, { ...body, supportingDepartmentIds: ['ZX-CGJ'] }, seen);
      expect([twice.status, twice.body.errors[0].field]).toEqual([422, 'supportingDepartmentIds']);

      const proposed = await liaison().post(path, body, seen);
      expect(proposed).toMatchObject({ status: 201, body: { state: 'PROPOSED', basedOn: version, mayDecide: false } });
      expect((await service.staff('admin').post(path, body, seen)).body.code).toBe('routingProposed');
      expect((await liaison().get('/api/routing-table?categoryCode=D2')).body.items[0].lead).toEqual(lead);
      const decision = `/api/routing-table/proposals/${proposed.body.id}/decision`;
      expect((await liaison().post(decision, { verdict: 'approve' })).status).toBe(403);
      expect((await service.staff('deputyLeader').post(decision, { verdict: 'reject' })).status).toBe(422);
      const waiting = await service.staff('deputyLeader').get('/api/routing-table/proposals?state=PROPOSED');
      expect(waiting.body.items).toMatchObject([{ id: proposed.body.id, mayDecide: true, lead: { name: '城管局' } }]);

      const told = (await service.eventTypes('D2')).length;
      const approved = await service.staff('deputyLeader').post(decision, { verdict: 'approve' });
      expect(approved).toMatchObject({ status: 200, body: { state: 'APPROVED', decidedBy: 'zx-deputyleader' } });
      expect((await liaison().get('/api/routing-table?categoryCode=D2')).body.items[0]).toMatchObject({
        ...{ lead: { code: 'CGJ' }, supporting: [{ code: 'XFD' }], reason: body.reason, version: version + 1 },
      });
      expect((await service.eventTypes('D2')).slice(told)).toEqual(['routing.changed.v1']);
      expect(await kinds(proposed.body.id)).toEqual(['routingProposed', 'routingApproved']);
      const again = await service.staff('deputyLeader').post(decision, { verdict: 'approve' });
      expect([again.status, again.body.code]).toEqual([409, 'alreadyAnswered']);
      // A platform that starts again leaves it alone.
      expect(await seedTenant(service.app.get<DepartmentsDatabase>(TenantDatabase), 'zx', MONDAY)).toMatchObject({
        routing: 0,
      });
    });

    it('does not put a proposal into force over a ruling that came meanwhile', async () => {
      const path = '/api/routing-table/D1/proposals';
      const body = { leadDepartmentId: 'ZX-XFD', supportingDepartmentIds: [], reason: '由消防牵头' };
      const { id } = (await service.staff('admin').post(path, body)).body;
      await service.rows(
        `UPDATE routing_row SET version = version + 1 WHERE subdistrict_id = 'zx' AND category_code = 'D1'`,
      );
      const decision = `/api/routing-table/proposals/${id}/decision`;
      const late = await service.staff('groupLeader').post(decision, { verdict: 'approve' });
      expect([late.status, late.body.code]).toEqual([409, 'proposalOutdated']);
      const rejected = await service.staff('groupLeader').post(decision, { verdict: 'reject', reason: '已有裁定' });
      expect(rejected.body).toMatchObject({ state: 'REJECTED', decisionReason: '已有裁定', mayDecide: false });
    });

    it('describes every route with its answers and refusals', async () => {
      const document = (await (await fetch(`${service.origin}/openapi.json`)).json()) as OpenApi;
      expect(Object.keys(document.paths)).toEqual(
        expect.arrayContaining([
          '/api/cards',
          '/api/cards/{id}/withdrawal',
          '/api/department-tasks',
          '/api/department-tasks/{id}',
          '/api/department-tasks/{id}/acknowledgement',
          '/api/department-tasks/{id}/appeal',
          '/api/department-tasks/{id}/appeal-ruling',
          '/api/department-tasks/{id}/assignee',
          '/api/department-tasks/{id}/dispute-ruling',
          '/api/department-tasks/{id}/extension-request',
          '/api/department-tasks/{id}/extension-ruling',
          '/api/department-tasks/{id}/feedback',
          '/api/department-tasks/{id}/idle-flags',
          '/api/department-tasks/{id}/interim-actions',
          '/api/department-tasks/{id}/pause',
          '/api/department-tasks/{id}/return-request',
          '/api/department-tasks/{id}/return-ruling',
          '/api/department-tasks/{id}/site-meeting',
          '/api/department-tasks/{id}/statements',
          '/api/department-tasks/{id}/timeline',
          '/api/department-tasks/{id}/waivers',
          '/api/departments',
          '/api/departments/handlers/{id}/absences',
          '/api/departments/handlers/{id}/hand-over',
          '/api/departments/{id}',
          '/api/interviews',
          '/api/interviews/{id}/record',
          '/api/orders',
          '/api/orders/{id}/answer',
          '/api/orders/{id}/closure',
          '/api/routing-table',
          '/api/routing-table/proposals',
          '/api/routing-table/proposals/{id}/decision',
          '/api/routing-table/{categoryCode}/proposals',
        ]),
      );
      const { post } = document.paths['/api/department-tasks/{id}/feedback']!;
      expect(Object.keys(post!.responses)).toEqual(
        expect.arrayContaining(['200', '401', '403', '404', '409', '422', '503']),
      );
      expect(JSON.stringify(post)).toContain('#/components/schemas/SubmitFeedback');
    });
  });

  it('is ready without Kafka and Temporal and says that they are away', async () => {
    const answer = await fetch(`${service.origin}/health/ready`);
    const { dependencies } = (await answer.json()) as { dependencies: Record<string, { status: string }> };
    expect(answer.status).toBe(200);
    expect(dependencies).toMatchObject({
      database: { status: 'up' },
      kafka: { status: 'down' },
      temporal: { status: 'down' },
    });
  });

  it('hides a tenant’s rows from another even from a statement that forgets to ask', async () => {
    const task = new TaskDecisions();
    await recorder.recordTaskDecision(task.dispatched());
    const database = service.app.get<DepartmentsDatabase>(TenantDatabase);
    expect(await database.forTenant('zx').departmentTask.count({ where: { id: task.taskId } })).toBe(1);
    expect(await database.forTenant('ys').departmentTask.count({ where: { id: task.taskId } })).toBe(0);
  });
});
