import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DepartmentTaskDetails, DepartmentTaskPage } from '@hsl/contracts/schemas/department-tasks';
import { taskWorkflowId } from '@hsl/contracts/workflow-ids';
import { createKafka } from '@hsl/kafka/kafka-client';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { eventOf, whistleSnapshot } from '@hsl/testing/facts';
import { acknowledgeUpdate } from '@hsl/workflows/department-task/department-task.messages';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WhistleNewsConsumer } from '../src/consumers/whistle-news.consumer.js';
import { TaskRecorder } from '../src/recording/task-recorder.activities.js';
import { LeftoverSweeper } from '../src/steps/leftover-sweeper.js';
import { HANDLER, TaskDecisions } from './decisions.js';
import { DepartmentsService, eventually, type Answer, type Caller } from './departments-service.js';
import { dispatch, rework, termsWith } from './dispatched-whistle.js';

const WORDS = { summary: '已划设停放区 3 处。', evidence: [{ kind: 'after', note: '东门照片' }] };

describe('tasks of departments', () => {
  let service: DepartmentsService;
  let cgj: Caller;
  let xfd: Caller;
  let liaison: Caller;
  beforeAll(async () => {
    service = await DepartmentsService.start(['postgres', 'temporal', 'kafka']);
    cgj = service.person('handler', 'cgj');
    xfd = service.person('handler', 'xfd');
    liaison = service.staff('liaisonOfficer');
  }, 120_000);
  afterAll(() => service.stop(), 60_000);

  const path = (id: string | undefined, rest = '') => `/api/department-tasks/${id}${rest}`;
  const acknowledge = (by: Caller, id: string | undefined, headers = {}) =>
    by.post(path(id, '/acknowledgement'), {}, headers);
  const feedBack = (by: Caller, id: string | undefined, body: object = WORDS, headers = {}) =>
    by.post(path(id, '/feedback'), body, headers);
  const said = ({ status, body }: Answer) => [status, body.code, body.state ?? body.rule];
  const actionsOf = (answer: Answer) =>
    Object.fromEntries(answer.body.actions.map((one: { name: string }) => [one.name, one]));

  describe('acknowledging', () => {
    it('[S118] takes the step through the workflow and answers the new state', async () => {
      const { tasks } = await dispatch(service, ['cgj']);
      const { status, body } = await acknowledge(cgj, tasks['cgj']);
      expect([status, body.state, body.version, body.acknowledgeOnTime]).toEqual([200, 'ACKNOWLEDGED', 2, true]);
      expect(DepartmentTaskDetails.safeParse(body).error).toBeUndefined();
      expect(body).toMatchObject({
        department: { id: 'ZX-CGJ', code: 'CGJ', name: '城管局' },
        waitingFor: [{ step: 'feedback', kind: 'department', id: 'ZX-CGJ' }],
        nextRung: { rung: 1, kind: 'reminder' },
        deadlines: [
          { step: 'acknowledge', doneAt: body.acknowledgedAt },
          { step: 'feedback', paused: false },
        ],
      });
      expect(Date.parse(body.serverNow)).toBeGreaterThan(Date.now() - 60_000);
    });

    it('[S43] has its deadlines from the dispatch on, every task', async () => {
      const { tasks } = await dispatch(service, ['cgj', 'xfd']);
      const { items } = DepartmentTaskPage.parse((await liaison.get('/api/department-tasks?limit=100')).body);
      expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.values(tasks)));
      for (const { dispatchedAt, acknowledgeDueAt, feedbackDueAt } of items) {
        expect(Date.parse(acknowledgeDueAt)).toBeGreaterThan(Date.parse(dispatchedAt));
        expect(Date.parse(feedbackDueAt)).toBeGreaterThan(Date.parse(acknowledgeDueAt));
      }
    });

    it('lets the deputy head and the head do it as well, and nobody twice', async () => {
      const { tasks } = await dispatch(service, ['cgj', 'xfd']);
      expect((await acknowledge(service.person('deputyHead', 'cgj'), tasks['cgj'])).status).toBe(200);
      expect((await acknowledge(service.person('head', 'xfd'), tasks['xfd'])).status).toBe(200);
      expect(said(await acknowledge(cgj, tasks['cgj']))).toEqual([409, 'alreadyAnswered', 'ACKNOWLEDGED']);
    });

    it('shows a foreign task to no department: 404, the same as for an id that does not exist', async () => {
      const { tasks } = await dispatch(service, ['cgj']);
      const foreign = await acknowledge(xfd, tasks['cgj']);
      const unknown = await acknowledge(xfd, randomUUID());
      expect([foreign.status, unknown.status]).toEqual([404, 404]);
      const { instance: _a, ...one } = foreign.body;
      const { instance: _b, ...other } = unknown.body;
      expect(one).toEqual(other);
      expect((await acknowledge(xfd, 'no-uuid')).status).toBe(404);
    });

    it('refuses who may read but not act with 403, and changes nothing', async () => {
      const { tasks } = await dispatch(service, ['cgj']);
      expect(said(await acknowledge(liaison, tasks['cgj']))).toEqual([403, 'roleNotAllowed', undefined]);
      const worker = service.as('zx-worker-01', { role: 'communityWorker', communityIds: ['ZX01'] });
      expect((await acknowledge(worker, tasks['cgj'])).status).toBe(403);
      const stranger = service.as('zx-worker-02', { role: 'communityWorker', communityIds: ['ZX02'] });
      expect((await acknowledge(stranger, tasks['cgj'])).status).toBe(404);
      expect((await liaison.get(path(tasks['cgj']))).body).toMatchObject({ state: 'DISPATCHED', version: 1 });
    });

    it('belongs to one tenant: the namesake of another subdistrict finds nothing', async () => {
      const { tasks } = await dispatch(service, ['cgj']);
      const namesake = service.as('ys-handler-cgj', { role: 'handler', departmentId: 'ZX-CGJ' }, 'ys');
      expect((await acknowledge(namesake, tasks['cgj'])).status).toBe(404);
    });

    it('is answered the same again under the same key, and refuses the key for anything else', async () => {
      const { tasks } = await dispatch(service, ['cgj', 'xfd']);
      const key = { 'idempotency-key': randomUUID() };
      const first = await acknowledge(cgj, tasks['cgj'], key);
      const again = await acknowledge(cgj, tasks['cgj'], key);
      expect([again.status, again.body.version]).toEqual([200, first.body.version]);
      expect(said(await feedBack(cgj, tasks['cgj'], WORDS, key))).toEqual([409, 'idempotencyKeyReused', undefined]);
      // Another person's key of the same text is another key.
      expect((await acknowledge(xfd, tasks['xfd'], key)).status).toBe(200);
    });

    it('takes no body but an empty one', async () => {
      const { tasks } = await dispatch(service, ['cgj']);
      const { status, body } = await cgj.post(path(tasks['cgj'], '/acknowledgement'), { state: 'VERIFIED' });
      expect([status, body.errors]).toMatchObject([422, [{ field: 'state', code: 'unknownField' }]]);
    });
  });

  describe('feeding back', () => {
    it('[S118] keeps the words with their evidence and says that verification is next', async () => {
      const { tasks } = await dispatch(service, ['cgj']);
      await acknowledge(cgj, tasks['cgj']);
      const body = { ...WORDS, measures: '每周巡查。', contactedResident: true };
      const answer = await feedBack(cgj, tasks['cgj'], body);
      expect(answer.body).toMatchObject({
        ...{ state: 'FEEDBACK_SUBMITTED', version: 3, feedbackOnTime: true, overdue: false },
        feedback: [{ ...body, round: 1, onTime: true, submittedRole: 'handler' }],
        waitingFor: [{ step: 'verify', kind: 'role', id: 'communityWorker' }],
      });
      expect(answer.body.dueAt).toBeUndefined();
      expect(said(await feedBack(cgj, tasks['cgj']))).toEqual([409, 'alreadyAnswered', 'FEEDBACK_SUBMITTED']);
      expect(said(await acknowledge(cgj, tasks['cgj']))).toEqual([409, 'alreadyAnswered', 'FEEDBACK_SUBMITTED']);
    });

    it('refuses it before the acknowledgement, with the state, and shows the words to nobody', async () => {
      const { tasks } = await dispatch(service, ['cgj']);
      expect(said(await feedBack(cgj, tasks['cgj']))).toEqual([409, 'wrongState', 'DISPATCHED']);
      expect((await cgj.get(path(tasks['cgj']))).body.feedback).toEqual([]);
    });

    it('names every field that needs mending', async () => {
      const { tasks } = await dispatch(service, ['cgj']);
      const body = { summary: ' ', evidence: [{ kind: 'video', note: 'x' }], number: 'ZX-1', contactedResident: 'yes' };
      const { status, body: problem } = await feedBack(cgj, tasks['cgj'], body);
      expect(status).toBe(422);
      expect(problem.errors.map(({ field, code }: { field: string; code: string }) => [field, code])).toEqual([
        ['summary', 'tooSmall'],
        ['evidence.0.kind', 'notAllowed'],
        ['contactedResident', 'wrongType'],
        ['number', 'unknownField'],
      ]);
      expect((await feedBack(cgj, tasks['cgj'], {})).body.errors).toMatchObject([
        { field: 'summary', code: 'required' },
      ]);
    });

    it('asks a supporting unit for evidence, and the lead for the supporting units', async () => {
      const { tasks } = await dispatch(service, ['cgj', 'xfd']);
      await acknowledge(cgj, tasks['cgj']);
      await acknowledge(xfd, tasks['xfd']);
      expect(said(await feedBack(xfd, tasks['xfd'], { summary: '已检查' }))).toEqual([
        422,
        'evidenceMissing',
        'evidenceGiven',
      ]);
      const early = await feedBack(cgj, tasks['cgj'], { summary: '全部完成' });
      expect(said(early)).toEqual([409, 'wrongState', 'ACKNOWLEDGED']);
      expect(early.body.rule).toBe('supportingDone');
      const open = actionsOf(await cgj.get(path(tasks['cgj'])))['departmentTask.integrateFeedback'];
      expect(open).toMatchObject({
        allowed: false,
        reasonCode: 'supportingOpen',
        reason: expect.stringContaining('消防救援大队'),
      });
      expect((await feedBack(xfd, tasks['xfd'])).status).toBe(200);
      expect((await feedBack(cgj, tasks['cgj'], { summary: '全部完成' })).status).toBe(200);
    });

    it('takes effect once under one key, whatever answer was lost', async () => {
      const { tasks } = await dispatch(service, ['cgj']);
      await acknowledge(cgj, tasks['cgj']);
      const key = { 'idempotency-key': 'feedback-1' };
      const first = await feedBack(cgj, tasks['cgj'], WORDS, key);
      await service.rows(`DELETE FROM idempotent_request WHERE key = 'feedback-1'`);
      const again = await feedBack(cgj, tasks['cgj'], WORDS, key);
      expect([again.status, again.body.version, again.body.feedback]).toEqual([200, 3, first.body.feedback]);
      const other = await feedBack(cgj, tasks['cgj'], { summary: '别的话' }, key);
      expect(said(other)).toEqual([409, 'idempotencyKeyReused', undefined]);
    });

    it('[4.5 dissatisfied, 1st time] after a dissatisfied resident takes the head’s word only', async () => {
      const whistle = await dispatch(service, ['cgj']);
      const { whistleId, tasks } = whistle;
      await acknowledge(cgj, tasks['cgj']);
      await feedBack(cgj, tasks['cgj']);
      const news = service.app.get(WhistleNewsConsumer);
      const snapshot = whistleSnapshot({ whistleId, at: Date.now() + 1000 });
      await news.onVerified(eventOf('whistle.verified.v1', snapshot));
      expect((await cgj.get(path(tasks['cgj']))).body).toMatchObject({ state: 'VERIFIED', waitingFor: [], version: 3 });
      await news.onRevisited(
        eventOf('revisit.done.v1', {
          ...snapshot,
          satisfaction: 'dissatisfied',
          solved: 'partly',
          dissatisfiedCount: 1,
        }),
      );
      await rework(service, whistle, 'cgj');
      const shown = await cgj.get(path(tasks['cgj']));
      expect(shown.body).toMatchObject({
        state: 'IN_PROGRESS',
        round: 2,
        version: 4,
        waitingFor: [{ step: 'feedback' }],
      });
      expect(actionsOf(shown)['departmentTask.integrateFeedback']).toMatchObject({ reasonCode: 'headMustSign' });
      expect(said(await feedBack(cgj, tasks['cgj']))).toEqual([409, 'wrongState', 'IN_PROGRESS']);
      const { status, body } = await feedBack(service.person('head', 'cgj'), tasks['cgj']);
      expect([status, body.version, body.feedback.length, body.round]).toEqual([200, 5, 2, 2]);
    });

    it('forgets the words of a refused step after a day, and no others', async () => {
      const { tasks } = await dispatch(service, ['cgj']);
      await feedBack(cgj, tasks['cgj'], { summary: '太早了' });
      await acknowledge(cgj, tasks['cgj']);
      await feedBack(cgj, tasks['cgj'], { summary: '正好' });
      const words = async () =>
        (await service.rows('SELECT summary FROM feedback WHERE task_id = $1 ORDER BY 1', tasks['cgj'])).map(
          (row) => row['summary'],
        );
      await service.app.get(LeftoverSweeper).run();
      expect(await words()).toEqual(['太早了', '正好'].toSorted());
      await service.rows(
        `UPDATE feedback SET created_at = now() - interval '25 hours' WHERE task_id = $1`,
        tasks['cgj'],
      );
      await service.app.get(LeftoverSweeper).run();
      expect(await words()).toEqual(['正好']);
    });
  });

  /** It leaves the row of a decision that its workflow has never heard of (decision 0008). */
  describe('after a worker died between a row and its history', () => {
    async function dispatchedTo(code: string, ...supporting: string[]) {
      const { whistleId, tasks } = await dispatch(service, ['cgj', ...supporting]);
      const taskId = tasks[code]!;
      const dead = new TaskDecisions({ taskId, whistleId, departmentId: `ZX-${code.toUpperCase()}` }, Date.now());
      dead.dispatched();
      return {
        taskId,
        dead,
        workflow: service.app.get(TemporalClient).workflow.getHandle(taskWorkflowId(whistleId, taskId)),
      };
    }
    const recorder = () => service.app.get(TaskRecorder);

    it('nobody is refused for what only the workflow does not know yet', async () => {
      const { taskId, dead, workflow } = await dispatchedTo('cgj');
      await recorder().recordTaskDecision(dead.acknowledged(Date.now()));
      const answer = feedBack(cgj, taskId);
      await sleep(700);
      // To the next worker the server gives the same step again.
      await workflow.executeUpdate(acknowledgeUpdate, { args: [{ by: HANDLER }] });
      expect((await answer).body).toMatchObject({ state: 'FEEDBACK_SUBMITTED', version: 3 });
    });

    it('whoever got no answer and repeats the feedback tells the workflow, so that no clock takes it back', async () => {
      const { taskId, dead, workflow } = await dispatchedTo('xfd', 'xfd');
      const key = { 'idempotency-key': randomUUID() };
      expect((await feedBack(xfd, taskId, WORDS, key)).status).toBe(409);
      const [draft] = await service.rows('SELECT id FROM feedback WHERE task_id = $1', taskId);
      await acknowledge(xfd, taskId);
      dead.acknowledged();
      const by = { ...HANDLER, userId: 'zx-handler-xfd' };
      await recorder().recordTaskDecision({
        ...dead.fedBack(String(draft!['id']), Date.now()),
        by,
        role: 'supporting',
      });
      expect((await feedBack(xfd, taskId, WORDS, key)).body).toMatchObject({ state: 'FEEDBACK_SUBMITTED', version: 3 });
      expect(await workflow.result()).toMatchObject({ outcome: 'fedBack', version: 3 });
    });
  });

  describe('reading', () => {
    it('lists the own department’s tasks, most urgent first, page by page', async () => {
      const { tasks } = await dispatch(service, ['jtj']);
      const done = (await dispatch(service, ['jtj'])).tasks;
      const urgent = await dispatch(
        service,
        ['jtj'],
        termsWith({ acknowledge: { kind: 'natural', amount: 1, unit: 'hours' } }),
      );
      const jtj = service.person('handler', 'jtj');
      await acknowledge(jtj, done['jtj']);
      await feedBack(jtj, done['jtj']);
      const first = await jtj.get('/api/department-tasks?mine=true&limit=2');
      expect(DepartmentTaskPage.safeParse(first.body).error).toBeUndefined();
      const second = await jtj.get(`/api/department-tasks?mine=true&limit=2&cursor=${first.body.nextCursor}`);
      const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);
      expect(ids).toEqual([urgent.tasks['jtj'], tasks['jtj'], done['jtj']]);
      expect(second.body.nextCursor).toBeUndefined();
    });

    it('filters by state, role, whistle and lateness, within the reader’s scope only', async () => {
      const { whistleId, tasks } = await dispatch(service, ['mzj', 'wjw']);
      const idsOf = async (by: Caller, query: string) => {
        const { body } = await by.get(`/api/department-tasks?whistleId=${whistleId}&${query}`);
        return body.items.map(({ id }: { id: string }) => id).toSorted();
      };
      const both = [tasks['mzj'], tasks['wjw']].toSorted();
      expect(await idsOf(liaison, 'limit=20')).toEqual(both);
      expect(await idsOf(liaison, 'role=supporting')).toEqual([tasks['wjw']]);
      expect(await idsOf(liaison, 'departmentId=ZX-MZJ&state=DISPATCHED')).toEqual([tasks['mzj']]);
      expect(await idsOf(liaison, 'state=VERIFIED')).toEqual([]);
      expect(await idsOf(liaison, 'overdue=true')).toEqual([]);
      expect(await idsOf(liaison, 'overdue=false')).toEqual(both);
      await service.rows(`UPDATE department_task SET due_at = now() - interval '1 hour' WHERE id = $1`, tasks['mzj']);
      expect(await idsOf(liaison, 'overdue=true')).toEqual([tasks['mzj']]);
      expect(await idsOf(service.person('handler', 'mzj'), 'departmentId=ZX-WJW')).toEqual([]);
      expect(await idsOf(xfd, 'limit=20')).toEqual([]);
      const worker = service.as('zx-worker-02', { role: 'communityWorker', communityIds: ['ZX02'] });
      expect(await idsOf(worker, 'limit=20')).toEqual([]);
    });

    it('refuses filters there are none of, a broken cursor and a role without any business here', async () => {
      const unknown = await liaison.get('/api/department-tasks?sort=number&overdue=maybe');
      expect([unknown.status, unknown.body.errors.map(({ field }: { field: string }) => field).toSorted()]).toEqual([
        422,
        ['overdue', 'sort'],
      ]);
      const cursor = await liaison.get('/api/department-tasks?cursor=nonsense');
      expect([cursor.status, cursor.body.errors]).toMatchObject([422, [{ field: 'cursor' }]]);
      expect(said(await service.staff('admin').get('/api/department-tasks'))).toEqual([
        403,
        'roleNotAllowed',
        undefined,
      ]);
      expect((await service.staff('districtCommittee').get('/api/department-tasks')).body.items).toEqual([]);
    });

    it('shows the lead every unit, a supporting unit only the lead, a member who checked in all', async () => {
      const { whistleId, tasks } = await dispatch(service, ['cgj', 'xfd', 'gdg']);
      const others = async (by: Caller, code: string) => {
        const { body } = await by.get(path(tasks[code]));
        return body.others?.map(({ department }: { department: { code: string } }) => department.code);
      };
      expect((await others(cgj, 'cgj')).toSorted()).toEqual(['GDG', 'XFD']);
      expect(await others(xfd, 'xfd')).toEqual(['CGJ']);
      const member = service.as('zx-member-05', { role: 'member', memberId: 'ZX-M05', communityIds: ['ZX03'] });
      expect((await member.get(path(tasks['xfd']))).status).toBe(404);
      const snapshot = whistleSnapshot({ whistleId, memberIds: ['ZX-M05'] });
      await service.app.get(WhistleNewsConsumer).onUnits(eventOf('whistle.dispatched.v1', snapshot));
      expect(await others(member, 'xfd')).toEqual(['CGJ', 'GDG']);
      const listed = await member.get('/api/department-tasks');
      expect(listed.body.items.map(({ whistleId: id }: { whistleId: string }) => id)).toEqual([
        whistleId,
        whistleId,
        whistleId,
      ]);
      expect((await member.get(path(tasks['xfd']))).body.cards).toEqual([]);
    });

    it('says what each reader may do, why not, and tells it in English when asked', async () => {
      const { tasks } = await dispatch(service, ['cgj']);
      const mine = actionsOf(await cgj.get(path(tasks['cgj'])));
      expect(mine['departmentTask.acknowledge']).toMatchObject({ allowed: true, until: expect.any(String) });
      expect(mine['departmentTask.integrateFeedback']).toMatchObject({
        allowed: false,
        reasonCode: 'acknowledgeFirst',
        reason: '请先签收。',
      });
      const theirs = actionsOf(await liaison.get(path(tasks['cgj']), { 'accept-language': 'en' }));
      expect(theirs['departmentTask.acknowledge']).toMatchObject({
        allowed: false,
        reason: 'Your role may not take this step.',
      });
    });

    it('[S56] tells the history of a task in words of the reader’s language', async () => {
      const { tasks } = await dispatch(service, ['cgj']);
      await acknowledge(cgj, tasks['cgj']);
      const { body } = await cgj.get(path(tasks['cgj'], '/timeline?limit=1'));
      expect(body.items).toMatchObject([
        { kind: 'dispatched', toState: 'DISPATCHED', text: expect.stringMatching(/^已派单，.+前签收，.+前反馈。$/) },
      ]);
      const rest = await cgj.get(path(tasks['cgj'], `/timeline?cursor=${body.nextCursor}`), {
        'accept-language': 'en',
      });
      expect(rest.body.items).toMatchObject([
        {
          kind: 'acknowledged',
          fromState: 'DISPATCHED',
          actor: { id: 'zx-handler-cgj', role: 'handler' },
          text: 'Acknowledged (on time).',
        },
      ]);
      expect((await xfd.get(path(tasks['cgj'], '/timeline'))).status).toBe(404);
    });

    it('asks everybody for a credential', async () => {
      for (const route of ['/api/department-tasks', '/api/departments', '/api/cards', '/api/routing-table']) {
        expect((await fetch(service.origin + route)).status).toBe(401);
      }
    });
  });

  describe('cards', () => {
    it('[4.4 rung 2] [4.4 rung 3] are issued by the clock and shown to whom they concern', async () => {
      const terms = termsWith({ acknowledge: { kind: 'natural', amount: 15, unit: 'minutes' }, timeScale: 1000 });
      const { whistleId, tasks } = await dispatch(service, ['wgl'], terms);
      const wgl = service.person('handler', 'wgl');
      const cards = () => wgl.get(`/api/cards?whistleId=${whistleId}`);
      const { body } = await eventually(cards, (answer) => answer.body.items.length === 2);
      expect(body.items).toMatchObject([
        { kind: 'red', step: 'acknowledge', round: 1, taskId: tasks['wgl'], department: { name: '文广旅局' } },
        { kind: 'yellow', step: 'acknowledge', number: 'ZX-2026-000123' },
      ]);
      const shown = await wgl.get(path(tasks['wgl']));
      expect(shown.body).toMatchObject({ overdue: true, cards: [{ kind: 'red' }, { kind: 'yellow' }] });
      expect((await liaison.get(`/api/cards?departmentId=ZX-WGL&kind=red`)).body.items).toHaveLength(1);
      expect((await cgj.get(`/api/cards?departmentId=ZX-WGL`)).body.items).toEqual([]);
      const paged = await liaison.get(`/api/cards?whistleId=${whistleId}&limit=1`);
      const next = await liaison.get(`/api/cards?whistleId=${whistleId}&limit=1&cursor=${paged.body.nextCursor}`);
      expect([paged.body.items[0].kind, next.body.items[0].kind, next.body.nextCursor]).toEqual([
        'red',
        'yellow',
        undefined,
      ]);
      const timeline = await wgl.get(path(tasks['wgl'], '/timeline'));
      expect(timeline.body.items.map(({ kind }: { kind: string }) => kind)).toEqual([
        'dispatched',
        'reminded',
        'yellowCard',
        'redCard',
      ]);
      expect((await acknowledge(wgl, tasks['wgl'])).body).toMatchObject({ acknowledgeOnTime: false });
    });

    it('are no business of a community worker’s, and take no unknown filter', async () => {
      const worker = service.as('zx-worker-01', { role: 'communityWorker', communityIds: ['ZX01'] });
      expect(said(await worker.get('/api/cards'))).toEqual([403, 'roleNotAllowed', undefined]);
      expect((await liaison.get('/api/cards?kind=green')).body.errors).toMatchObject([
        { field: 'kind', code: 'notAllowed' },
      ]);
    });
  });

  it('publishes its departments and tasks, and learns categories from their owner, each once', async () => {
    await dispatch(service, ['cgj']);
    const left = () => service.rows('SELECT 1 FROM outbox_event');
    expect(await eventually(left, (rows) => rows.length === 0)).toEqual([]);

    const data = { code: 'C1', classCode: 'C', name: '停放', defaultGrade: 'G3', skills: [], active: true } as const;
    const envelope = { source: '/hsl/topics', subject: 'zx/C1', sequence: 1 };
    const first = eventOf('category.changed.v1', { ...data, skills: [] }, envelope);
    const changed = { ...data, skills: [], name: '非机动车停放充电' };
    const renamed = eventOf('category.changed.v1', changed, { ...envelope, sequence: 2 });
    const producer = createKafka('departments-spec', service.kafka).producer();
    await producer.connect();
    const messages = [first, renamed, first].map((event) => ({ key: event.subject, value: JSON.stringify(event) }));
    await producer.send({ topic: 'hsl.topics', messages });
    await producer.disconnect();
    const known = () => service.rows('SELECT code, name FROM known_category');
    const rows = await eventually(known, ([row]) => row?.['name'] === renamed.data.name);
    expect(rows).toEqual([{ code: 'C1', name: '非机动车停放充电' }]);
    const { body } = await liaison.get('/api/routing-table?categoryCode=C1');
    expect(body.items).toMatchObject([{ categoryName: '非机动车停放充电' }]);
  });

  it('answers 503 and changes nothing while Temporal is away, and works again when it is back', async () => {
    const { tasks } = await dispatch(service, ['cgj']);
    await service.stack.stopServer('temporal');
    const away = await acknowledge(cgj, tasks['cgj']);
    expect([away.status, away.body.code, away.headers.get('retry-after')]).toEqual([503, 'temporalUnavailable', '5']);
    expect((await cgj.get(path(tasks['cgj']))).body).toMatchObject({ state: 'DISPATCHED', version: 1 });
    await service.stack.startServer('temporal');
    const back = await eventually(
      () => acknowledge(cgj, tasks['cgj']),
      ({ status }) => status === 200,
    );
    expect(back.body.state).toBe('ACKNOWLEDGED');
  }, 90_000);
});
