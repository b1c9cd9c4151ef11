import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiFaults } from '@hsl/deploy/checks/api-faults';
import type { CategoryTree } from '@hsl/contracts/schemas/topics';
import { standingTopicId } from '../src/seed/standing-topics.js';
import { AnswerSweep } from '../src/topics/answer-sweep.js';
import { Caller, TopicsService } from './topics-service.js';

let topics: TopicsService;
let member: Caller;
let worker: Caller;
let liaison: Caller;
let handler: Caller;

const PROPOSAL = {
  ...{ title: '楼道堆物清理', problem: '多个楼道堆放旧家具，影响通行和消防。' },
  ...{ scale: 'keyMinor', tier: 'neighbourhood', categoryCode: 'B2', communityIds: ['ZX01'] },
};
const PARKING = standingTopicId('zx', 'parking');
const countOf = async (table: string): Promise<unknown> =>
  (await topics.rows(`SELECT count(*)::int AS n FROM ${table}`))[0]?.['n'];

beforeAll(async () => {
  // Without Kafka: everything below works all the same.
  topics = await TopicsService.start(['postgres']);
  for (const [id, name] of [
    ['ZX01', '聂寨'],
    ['ZX02', '颐苑'],
    ['ZX03', '汇丰'],
  ] as const)
    await topics.know(id, name);
  member = topics.as({ userId: 'zx-member-01', posts: [{ role: 'member', memberId: 'ZX-M01' }] });
  worker = topics.as({ userId: 'zx-worker-01', posts: [{ role: 'communityWorker', communityIds: ['ZX01'] }] });
  liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
  handler = topics.as({ userId: 'zx-handler-cgj', posts: [{ role: 'handler', departmentId: 'ZX-CGJ' }] });
}, 60_000);

afterAll(async () => {
  await topics?.stop();
});

describe('the service without Kafka', () => {
  it('is ready and says what is away', async () => {
    const { status, body } = await new Caller(topics.origin).get('/health/ready');
    expect(status).toBe(200);
    expect(body.dependencies).toMatchObject({ database: { status: 'up' }, kafka: { status: 'down', required: false } });
  });

  it('describes its routes', async () => {
    const { body } = await new Caller(topics.origin).get('/openapi.json');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        '/api/categories',
        '/api/deliberations',
        '/api/deliberations/{id}',
        '/api/deliberations/{id}/outcome',
        '/api/proposals',
        '/api/proposals/{id}',
        '/api/proposals/{id}/filing',
        '/api/proposals/{id}/assignment',
        '/api/proposals/{id}/meeting',
        '/api/proposals/{id}/meeting-confirmation',
        '/api/proposals/{id}/reply',
        '/api/proposals/{id}/supplement',
        '/api/proposals/{id}/rating',
        '/api/proposals/{id}/closing',
        '/api/proposals/{id}/withdrawal',
        '/api/topics',
        '/api/topics/{id}',
      ]),
    );
    expect(body.components.schemas).toHaveProperty('ProposeTopic');
    expect(apiFaults(body)).toEqual([]);
  });
});

describe('categories', () => {
  it('are six classes and fifteen items, none of them an emergency by itself [S37]', async () => {
    const { status, body } = await worker.get('/api/categories');
    expect(status).toBe(200);
    expect((body as CategoryTree).classes.map(({ code, items }) => `${code}${items.length}`)).toEqual([
      'A3',
      'B3',
      'C3',
      'D2',
      'E2',
      'F2',
    ]);
    expect(body.items).toHaveLength(15);
    expect(new Set(body.items.map((item: { defaultGrade: string }) => item.defaultGrade))).toEqual(
      new Set(['G3', 'G4']),
    );
    expect(body.items.find((item: { code: string }) => item.code === 'C3')).toEqual({
      ...{ code: 'C3', classCode: 'C', name: '加装电梯与无障碍', nameEn: expect.any(String), active: true },
      ...{ defaultGrade: 'G4', skills: ['elevator', 'engineering', 'mediation'], version: 1 },
    });
  });

  it('are changed by administrators, who are not overruled by the shipped table', async () => {
    const admin = topics.as({ userId: 'zx-admin', posts: [{ role: 'admin' }] });
    expect((await worker.patch('/api/categories/F1', { active: false })).body.code).toBe('roleNotAllowed');
    expect((await admin.patch('/api/categories/X9', { active: false })).status).toBe(404);
    expect((await admin.patch('/api/categories/F1', { defaultGrade: 'G1' })).status).toBe(422);
    const { status, body } = await admin.patch(
      '/api/categories/F1',
      { active: false, name: '改过的' },
      { 'if-match': '"1"' },
    );
    expect([status, body.active, body.name, body.version]).toEqual([200, false, '改过的', 2]);
    expect((await admin.patch('/api/categories/F1', { active: true }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await admin.patch('/api/categories/F1', { active: false })).body.code).toBe('unchanged');
    expect(await topics.seed('zx')).toEqual({ categories: 0, topics: 0, venues: 0, templates: 0 });
    const [told] = await topics.rows(
      `SELECT envelope FROM outbox_event WHERE subject = 'zx/F1' ORDER BY position DESC LIMIT 1`,
    );
    expect(told?.['envelope']).toMatchObject({ sequence: 2, data: { code: 'F1', active: false, name: '改过的' } });
    const lines = await topics.rows(`SELECT kind, actor_id FROM timeline_entry WHERE aggregate_id = 'zx/F1'`);
    expect(lines).toEqual([{ kind: 'categoryChanged', actor_id: 'zx-admin' }]);
  });

  it('are for everybody who signed in, for a key with the right to enter whistles, for nobody else', async () => {
    const key = { userId: 'key-1', keyId: 'key-1', posts: [{ role: 'partnerKey' as const, communityIds: ['ZX01'] }] };
    expect(
      (await topics.as({ userId: 'zx-resident', posts: [{ role: 'resident' }] }).get('/api/categories')).status,
    ).toBe(200);
    expect((await topics.as({ ...key, keyScopes: ['whistles.write'] }).get('/api/categories')).status).toBe(200);
    const refused = await topics.as({ ...key, keyScopes: ['reports.read'] }).get('/api/categories');
    expect(refused).toMatchObject({ status: 403, body: { code: 'keyScopeMissing' } });
    expect((await new Caller(topics.origin).get('/api/categories')).status).toBe(401);
  });

  it('refuse filters they do not have', async () => {
    const { status, body } = await worker.get('/api/categories?class=A');
    expect([status, body.errors[0]]).toEqual([422, expect.objectContaining({ field: 'class', code: 'unknownField' })]);
  });
});

describe('a proposal', () => {
  it('of a member is a topic, with its history and its event, in one statement [S108]', async () => {
    const { status, body } = await member.post('/api/topics', PROPOSAL);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...PROPOSAL,
      ...{ source: 'member', state: 'PROPOSED', phase: 'selection', published: false, version: 1 },
      ...{ proposedBy: 'zx-member-01', openChildren: 0, serverNow: expect.any(String) },
    });
    const [event] = await topics.rows('SELECT envelope FROM outbox_event WHERE subject = $1', body.id);
    expect(event?.['envelope']).toMatchObject({
      ...{ type: 'topic.proposed.v1', source: '/hsl/topics', subdistrictid: 'zx', sequence: 100 },
      data: { topicId: body.id, categoryCode: 'B2', communityIds: ['ZX01'] },
    });
    const history = await topics.rows(
      'SELECT kind, actor_id, actor_role FROM timeline_entry WHERE aggregate_id = $1',
      body.id,
    );
    expect(history).toEqual([{ kind: 'proposed', actor_id: 'zx-member-01', actor_role: 'member' }]);
    expect((await member.get(`/api/topics/${body.id}`)).body).toMatchObject({ ...PROPOSAL, children: [] });
  });

  it('of a community’s staff brings what residents ask for [S107]', async () => {
    expect(await worker.post('/api/topics', PROPOSAL)).toMatchObject({ status: 201, body: { source: 'resident' } });
  });

  it('with the same key and body is answered the same, with another body refused, and stored once', async () => {
    const headers = { 'Idempotency-Key': 'once-only' };
    const before = await countOf('topic');
    const first = await member.post('/api/topics', PROPOSAL, headers);
    const second = await member.post('/api/topics', PROPOSAL, headers);
    expect([second.status, second.body.id]).toEqual([201, first.body.id]);
    const other = await member.post('/api/topics', { ...PROPOSAL, title: '别的' }, headers);
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotencyKeyReused' } });
    expect(await countOf('topic')).toBe(Number(before) + 1);
    // Somebody else may choose the same key.
    expect((await worker.post('/api/topics', PROPOSAL, headers)).body.id).not.toBe(first.body.id);
  });

  it('is remembered by its key for a month', async () => {
    await member.post('/api/topics', PROPOSAL, { 'Idempotency-Key': 'long-ago' });
    await member.post('/api/topics', PROPOSAL, { 'Idempotency-Key': 'lately' });
    await topics.rows(`UPDATE idempotent_request SET created_at = now() - interval '31 days' WHERE key = 'long-ago'`);
    expect(await topics.app.get(AnswerSweep).run()).toBe(1);
    expect(await topics.rows(`SELECT key FROM idempotent_request WHERE key IN ('long-ago', 'lately')`)).toEqual([
      { key: 'lately' },
    ]);
  });

  it.each([
    ['no title', { title: undefined }, 'validationFailed', 'title'],
    ['a title of blanks', { title: '   ' }, 'validationFailed', 'title'],
    ['too long a problem', { problem: '长'.repeat(2001) }, 'validationFailed', 'problem'],
    ['a state of the caller’s', { state: 'PLANNED' }, 'validationFailed', 'state'],
    ['another proposer', { proposedBy: 'zx-member-02' }, 'validationFailed', 'proposedBy'],
    ['another subdistrict', { subdistrictId: 'ys' }, 'validationFailed', 'subdistrictId'],
    ['no community', { communityIds: [] }, 'validationFailed', 'communityIds'],
    ['a community twice', { communityIds: ['ZX01', 'ZX01'] }, 'validationFailed', 'communityIds'],
    ['an unknown tier', { tier: 'middle' }, 'validationFailed', 'tier'],
    ['an unknown category', { categoryCode: 'Z9' }, 'unknownCategory', 'categoryCode'],
    ['an unknown community', { communityIds: ['ZX01', 'ZX99'] }, 'unknownCommunity', 'communityIds.1'],
    ['a community of another subdistrict', { communityIds: ['YS01'] }, 'unknownCommunity', 'communityIds.0'],
  ])('with %s is refused by name, and nothing is written', async (_what, change, code, field) => {
    const before = await countOf('topic');
    const { status, body } = await member.post('/api/topics', { ...PROPOSAL, ...change });
    expect([status, body.code, body.errors[0].field]).toEqual([422, code, field]);
    expect(await countOf('topic')).toBe(before);
  });

  it('with too long a key is refused', async () => {
    const { status, body } = await member.post('/api/topics', PROPOSAL, { 'Idempotency-Key': 'k'.repeat(129) });
    expect([status, body.errors[0].field]).toEqual([422, 'Idempotency-Key']);
  });

  it('for a community that is not the worker’s does not exist, also beside the own one', async () => {
    for (const communityIds of [['ZX02'], ['ZX01', 'ZX02']]) {
      const { status, body } = await worker.post('/api/topics', { ...PROPOSAL, communityIds });
      expect([status, body.code]).toEqual([404, 'notFound']);
    }
  });

  it.each(['handler', 'liaisonOfficer', 'deputyLeader', 'admin', 'resident'] as const)(
    'of a %s is refused',
    async (role) => {
      const caller = topics.as({ userId: 'zx-x', posts: [{ role, departmentId: 'ZX-CGJ' }] });
      const { status, body } = await caller.post('/api/topics', PROPOSAL);
      expect([status, body.code]).toEqual([403, 'roleNotAllowed']);
    },
  );
});

describe('the list of topics', () => {
  const idsOf = async (caller: Caller, query = ''): Promise<string[]> => {
    const { status, body } = await caller.get(`/api/topics?limit=100${query}`);
    expect(status).toBe(200);
    return body.items.map(({ id }: { id: string }) => id);
  };

  it('is newest first, in pages that neither overlap nor leave anything out', async () => {
    const all = await idsOf(liaison);
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await liaison.get(`/api/topics?limit=2${cursor}`);
      paged.push(...body.items.map(({ id }: { id: string }) => id));
      if (!body.nextCursor) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(paged).toEqual(all);
    expect(all.at(-1)).toBe([PARKING, standingTopicId('zx', 'elevator')].toSorted()[0]);
  });

  it('can be cut down', async () => {
    expect(await idsOf(liaison, '&category=C1')).toEqual([PARKING]);
    expect(await idsOf(liaison, '&community=ZX04&phase=solving')).toHaveLength(2);
    expect(await idsOf(liaison, '&state=PLANNED&source=member')).toEqual([standingTopicId('zx', 'elevator')]);
    expect(new Set([...(await idsOf(member, '&mine=true')), ...(await idsOf(member, '&mine=false'))])).toEqual(
      new Set(await idsOf(member)),
    );
    expect((await idsOf(member, '&mine=true')).length).toBeGreaterThan(0);
  });

  it('shows a worker the own community’s, a department what is public, another subdistrict its own', async () => {
    const { body } = await member.post('/api/topics', { ...PROPOSAL, communityIds: ['ZX02', 'ZX03'] });
    expect(await idsOf(worker)).not.toContain(body.id);
    expect(await idsOf(worker)).toContain(PARKING);
    expect((await idsOf(handler)).toSorted()).toEqual([PARKING, standingTopicId('zx', 'elevator')].toSorted());
    const stranger = topics.as({ userId: 'ys-liaison1', subdistrictId: 'ys', posts: [{ role: 'liaisonOfficer' }] });
    expect(await idsOf(stranger)).toHaveLength(2);
    expect(await idsOf(stranger)).not.toContain(PARKING);
    expect((await worker.get(`/api/topics/${body.id}`)).status).toBe(404);
    expect((await handler.get(`/api/topics/${body.id}`)).status).toBe(404);
    expect((await handler.get(`/api/topics/${PARKING}`)).status).toBe(200);
  });

  it.each([
    ['state=ASLEEP', 'state'],
    ['sort=title', 'sort'],
    ['limit=0', 'limit'],
    ['cursor=eyJ4IjoxfQ', 'cursor'],
  ])('refuses %s, naming the field', async (query, field) => {
    const { status, body } = await liaison.get(`/api/topics?${query}`);
    expect([status, body.errors[0].field]).toEqual([422, field]);
  });
});

describe('one topic', () => {
  it('that is unknown, another subdistrict’s or no id at all: the same answer', async () => {
    const ids = ['0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11', standingTopicId('ys', 'parking'), 'no-id'];
    const answers = await Promise.all(ids.map((id) => liaison.get(`/api/topics/${id}`)));
    for (const { status, body } of answers)
      expect([status, body.code, body.detail]).toEqual([404, 'notFound', answers[0]?.body.detail]);
  });
});

describe('the seed', () => {
  it('changes nothing the second time', async () => {
    const before = await countOf('outbox_event');
    expect(await topics.seed('zx')).toEqual({ categories: 0, topics: 0, venues: 0, templates: 0 });
    expect(await countOf('outbox_event')).toBe(before);
  });

  it('has announced every category and topic of both subdistricts', async () => {
    const announced = await topics.rows(
      `SELECT envelope->>'type' AS type, count(DISTINCT subject)::int AS n FROM outbox_event
       WHERE envelope->>'type' = 'category.changed.v1' OR subject = ANY ($1) GROUP BY 1 ORDER BY 1`,
      ['zx', 'ys'].flatMap((tenant) => [standingTopicId(tenant, 'parking'), standingTopicId(tenant, 'elevator')]),
    );
    expect(announced).toEqual([
      { type: 'category.changed.v1', n: 30 },
      { type: 'topic.proposed.v1', n: 4 },
    ]);
    const [parking] = await topics.rows('SELECT category_code, community_ids FROM topic WHERE id = $1', PARKING);
    expect(parking).toEqual({ category_code: 'C1', community_ids: ['ZX01', 'ZX02', 'ZX03', 'ZX04'] });
  });

  it('brings back what differs, and announces that only', async () => {
    await topics.rows(`UPDATE category SET default_grade = 'G4' WHERE subdistrict_id = 'zx' AND code = 'A1'`);
    expect(await topics.seed('zx')).toEqual({ categories: 1, topics: 0, venues: 0, templates: 0 });
    const [event] = await topics.rows(
      `SELECT envelope FROM outbox_event WHERE subject = 'zx/A1' ORDER BY position DESC LIMIT 1`,
    );
    expect(event?.['envelope']).toMatchObject({ sequence: 2, data: { code: 'A1', defaultGrade: 'G3', active: true } });
  });
});

describe('texts to begin with', () => {
  const at = '/api/text-templates';
  const NEW = { use: 'answer', title: '路灯已报修', text: '您反映的{地点}路灯，{单位}已报修。', categoryCode: 'D2' };

  it('are there from the beginning, and are changed by liaison officers and administrators, each for whoever saw the last version', async () => {
    const admin = topics.as({ userId: 'zx-admin', posts: [{ role: 'admin' }] });
    const elsewhere = topics.as({ userId: 'ys-admin', subdistrictId: 'ys', posts: [{ role: 'admin' }] });
    const shipped = (await worker.get(`${at}?use=blow`)).body;
    expect([shipped.mayChange, shipped.items.map(({ title }: { title: string }) => title).toSorted()]).toEqual([
      false,
      ['社区办不了的事', '飞线充电'].toSorted(),
    ]);
    for (const other of [worker, member, handler]) expect((await other.post(at, NEW)).body.code).toBe('roleNotAllowed');
    const added = await liaison.post(at, NEW);
    expect([added.status, added.body]).toMatchObject([201, { ...NEW, active: true, version: 1 }]);
    expect((await admin.post(at, NEW)).body.code).toBe('templateExists');
    expect((await admin.post(at, { ...NEW, title: '另一个', categoryCode: 'X9' })).body.code).toBe('unknownCategory');
    expect((await admin.post(at, { ...NEW, title: '另一个', text: '长'.repeat(2001) })).status).toBe(422);
    const one = `${at}/${added.body.id}`;
    const changed = await admin.patch(one, { active: false, categoryCode: null }, { 'if-match': '"1"' });
    expect(changed.body).toMatchObject({ active: false, version: 2, text: NEW.text });
    expect(changed.body).not.toHaveProperty('categoryCode');
    expect((await liaison.patch(one, { text: '旧的' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await liaison.patch(one, { active: false })).body.code).toBe('unchanged');
    expect((await elsewhere.patch(one, { active: true })).status).toBe(404);
    const titles = async (who: Caller) =>
      (await who.get(`${at}?use=answer`)).body.items.map(({ title }: { title: string }) => title);
    // What is not in use is offered to nobody, and is there for whoever may use it again.
    expect(await titles(handler)).not.toContain(NEW.title);
    expect(await titles(liaison)).toContain(NEW.title);
    expect(
      await topics.rows(`SELECT actor_id, version FROM timeline_entry WHERE aggregate_id = $1`, added.body.id),
    ).toEqual([
      { actor_id: 'zx-liaison1', version: 1 },
      { actor_id: 'zx-admin', version: 2 },
    ]);
  });

  it('are a hundred at most, also for many at once', async () => {
    const admin = topics.as({ userId: 'ys-admin', subdistrictId: 'ys', posts: [{ role: 'admin' }] });
    const [{ count }] = (await topics.rows(
      `INSERT INTO text_template (id, subdistrict_id, use, title, text, changed_by, changed_at)
       SELECT gen_random_uuid(), 'ys', 'blow', 'n' || n, 'x', 'spec', now()
       FROM generate_series(1, 99 - (SELECT count(*)::int FROM text_template WHERE subdistrict_id = 'ys')) n
       RETURNING (SELECT count(*)::int FROM text_template) AS count`,
    )) as [{ count: number }];
    expect(count).toBeGreaterThan(0);
    const many = await Promise.all(
      [1, 2, 3].map((n) => admin.post(at, { use: 'answer', title: `第${n}个`, text: '好' })),
    );
    expect(many.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  });
});
