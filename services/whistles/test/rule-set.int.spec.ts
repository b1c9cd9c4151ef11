import { DEFAULT_RULE_SET, type RuleSetContent } from '@hsl/domain/rule-set';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { seedDatabase } from '../src/seed/seed-database.js';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const BODY = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX01', place: '东门', facts: '电动车占道' };
const wd = (amount: number) => ({ kind: 'workingDays', amount }) as const;
const hours = (amount: number) => ({ kind: 'natural', amount, unit: 'hours' }) as const;

type Change = (content: RuleSetContent) => void;

describe('the rules of a subdistrict', () => {
  let harness: Harness;
  let people: Record<'wang' | 'liaison' | 'deputy' | 'otherDeputy' | 'group' | 'admin' | 'handler', Caller>;
  beforeAll(async () => {
    harness = await openHarness();
    people = {
      wang: harness.as('zx-worker-01', worker()),
      liaison: harness.as('zx-liaison1', postOf('liaisonOfficer')),
      deputy: harness.as('zx-deputy-leader1', postOf('deputyLeader')),
      otherDeputy: harness.as('zx-deputy-leader2', postOf('deputyLeader')),
      group: harness.as('zx-group-leader', postOf('groupLeader')),
      admin: harness.as('zx-admin', postOf('admin')),
      handler: harness.as('zx-handler-cgj', postOf('handler', { departmentId: 'ZX-CGJ' })),
    };
  }, 120_000);
  afterAll(() => harness.close(), 60_000);
  afterEach(async () => {
    await harness.pool.query(`DELETE FROM rule_set WHERE effective_from > now() + interval '1 hour'`);
  });

  const newestContent = async (): Promise<RuleSetContent> => {
    const { body } = await people.admin.get('/api/rule-set/versions?limit=1');
    return (await people.admin.get(`/api/rule-set/versions/${body.items[0].version}`)).body.content;
  };
  const changed = async (change: Change): Promise<RuleSetContent> => {
    const content = structuredClone(await newestContent());
    change(content);
    return content;
  };
  const propose = async (who: keyof typeof people, change: Change) =>
    people[who].post('/api/rule-set/proposals', { content: await changed(change), reason: '试点' });
  const approve = (who: keyof typeof people, id: string, effectiveFrom: number | string) =>
    people[who].post(`/api/rule-set/proposals/${id}/approval`, {
      effectiveFrom: typeof effectiveFrom === 'string' ? effectiveFrom : new Date(effectiveFrom).toISOString(),
    });
  const inAnHour = () => Date.now() + 7_200_000;
  const outbox = async (type: string) => {
    const { rows } = await harness.pool.query(
      `SELECT subject, envelope FROM outbox_event WHERE envelope ->> 'type' = $1 ORDER BY position`,
      [type],
    );
    return rows.map(({ subject, envelope }) => ({ subject, data: envelope.data }));
  };

  it('[S102] are changed by a proposal and another person’s approval, from a later instant on', async () => {
    const proposed = await propose('deputy', (content) => (content.grades.G3.feedback = wd(7)));
    expect(proposed.status).toBe(201);
    const { id } = proposed.body;
    const changes = [{ path: 'grades.G3.feedback', before: wd(5), after: wd(7) }];
    expect(proposed.body).toMatchObject({ state: 'PROPOSED', basedOn: 1, proposedBy: 'zx-deputy-leader1', changes });
    const own = await approve('deputy', id, inAnHour());
    expect([own.status, own.body.code, own.body.rule]).toEqual([403, 'separationOfDuties', 'notProposer']);
    for (const earlier of [Date.now() - 60_000, Date.now()]) {
      const past = await approve('group', id, earlier);
      expect([past.status, past.body.rule]).toEqual([422, 'effectiveLater']);
    }
    const at = inAnHour();
    const approved = await approve('group', id, at);
    expect([approved.status, approved.body.state, approved.body.version]).toEqual([200, 'APPROVED', 2]);
    expect((await people.wang.get('/api/rule-set')).body).toMatchObject({
      version: 1,
      grades: DEFAULT_RULE_SET.grades,
    });
    const { body: versions } = await people.handler.get('/api/rule-set/versions?limit=1');
    expect(versions.items).toMatchObject([{ version: 2, isInForce: false, approvedBy: 'zx-group-leader' }]);
    const older = await people.handler.get(`/api/rule-set/versions?limit=1&cursor=${versions.nextCursor}`);
    expect(older.body.items).toMatchObject([{ version: 1, isInForce: true }]);
    const { body: version } = await people.liaison.get('/api/rule-set/versions/2');
    expect(version).toMatchObject({
      proposedBy: 'zx-deputy-leader1',
      approvedBy: 'zx-group-leader',
      reason: '试点',
      changes,
    });
    expect(version.effectiveFrom).toBe(new Date(at).toISOString());
    for (const none of ['3', '99999999999', 'newest']) {
      expect((await people.liaison.get(`/api/rule-set/versions/${none}`)).status).toBe(404);
    }
    expect(await outbox('ruleSet.proposed.v1')).toMatchObject([
      { subject: 'zx', data: { proposalId: id, basedOn: 1 } },
    ]);
    expect(await outbox('ruleSet.changed.v1')).toEqual([
      {
        subject: 'zx',
        data: {
          ...{ proposalId: id, ruleSetVersion: 2, effectiveFrom: at, changed: ['grades.G3.feedback'] },
          ...{ proposedBy: 'zx-deputy-leader1', approvedBy: 'zx-group-leader' },
        },
      },
    ]);
  });

  it('are published to other services, each version once, also the seeded one', async () => {
    const { length: before } = (await outbox('ruleSet.published.v1')).filter(({ subject }) => subject === 'zx');
    const { body } = await propose('deputy', (content) => (content.proposals.reply = { kind: 'months', amount: 2 }));
    const at = inAnHour();
    const { body: approved } = await approve('group', body.id, at);
    const published = (await outbox('ruleSet.published.v1')).filter(({ subject }) => subject === 'zx');
    const versions = published.map(({ data }) => data.ruleSetVersion);
    // Other cases' versions were taken away again, and told of all the same.
    expect([versions[0], versions.length, versions.at(-1)]).toEqual([1, before + 1, approved.version]);
    expect(published[0]).toMatchObject({ data: { timeScale: 1, proposals: DEFAULT_RULE_SET.proposals } });
    expect(published.at(-1)?.data).toMatchObject({
      ...{ effectiveFrom: at, proposals: { ...DEFAULT_RULE_SET.proposals, reply: { kind: 'months', amount: 2 } } },
    });
    await seedDatabase();
    expect((await outbox('ruleSet.published.v1')).filter(({ subject }) => subject === 'zx')).toHaveLength(
      versions.length,
    );
  });

  it('[S14] leave a trail of who proposed and who approved what, from what to what', async () => {
    const { body } = await propose('liaison', (content) => (content.thresholds.membersAsked = 3));
    await approve('deputy', body.id, inAnHour());
    const { rows } = await harness.pool.query(
      'SELECT kind, actor_id, actor_role, details FROM timeline_entry WHERE aggregate_id = $1 ORDER BY position',
      [body.id],
    );
    const changes = [{ path: 'thresholds.membersAsked', before: 2, after: 3 }];
    expect(rows).toMatchObject([
      { kind: 'ruleSetProposed', actor_id: 'zx-liaison1', actor_role: 'liaisonOfficer', details: { changes } },
      { kind: 'ruleSetApproved', actor_id: 'zx-deputy-leader1', actor_role: 'deputyLeader', details: { changes } },
    ]);
  });

  it('can be rejected, with the reason, and are decided on once', async () => {
    const { body } = await propose('admin', (content) => (content.steps.appeal = wd(2)));
    expect((await people.group.post(`/api/rule-set/proposals/${body.id}/rejection`, {})).status).toBe(422);
    const rejected = await people.group.post(`/api/rule-set/proposals/${body.id}/rejection`, { reason: '太长' });
    expect([rejected.status, rejected.body.state, rejected.body.decisionReason]).toEqual([200, 'REJECTED', '太长']);
    const late = await approve('deputy', body.id, inAnHour());
    expect([late.status, late.body.code, late.body.state]).toEqual([409, 'alreadyAnswered', 'REJECTED']);
    const { body: page } = await people.liaison.get('/api/rule-set/proposals?state=REJECTED');
    expect(page.items).toMatchObject([{ id: body.id, proposedBy: 'zx-admin', decidedBy: 'zx-group-leader' }]);
    expect(await outbox('ruleSet.rejected.v1')).toMatchObject([{ data: { proposalId: body.id } }]);
  });

  it('are proposed by those who may, and approved by leaders only', async () => {
    expect((await propose('handler', (content) => (content.steps.appeal = wd(3)))).status).toBe(403);
    expect((await propose('group', (content) => (content.steps.appeal = wd(3)))).status).toBe(403);
    const { body } = await propose('deputy', (content) => (content.steps.appeal = wd(3)));
    for (const who of ['liaison', 'admin', 'wang'] as const) {
      expect((await approve(who, body.id, inAnHour())).body.code).toBe('roleNotAllowed');
    }
    expect(body.actions).toMatchObject([{ name: 'ruleSet.approve', allowed: false, reasonCode: 'separationOfDuties' }]);
    const seen = await people.otherDeputy.get(`/api/rule-set/proposals/${body.id}`);
    expect(seen.body.actions).toEqual([{ name: 'ruleSet.approve', allowed: true }]);
  });

  it('become one version when a proposal is approved twice at once, and when two proposals are', async () => {
    const before = (await people.admin.get('/api/rule-set/versions?limit=1')).body.items[0].version;
    const first = (await propose('deputy', (content) => (content.steps.appeal = wd(4)))).body.id;
    const second = (await propose('deputy', (content) => (content.steps.appeal = wd(5)))).body.id;
    const attempts = [approve('group', first, inAnHour()), approve('group', first, inAnHour())];
    const answers = await Promise.all([...attempts, approve('otherDeputy', second, inAnHour())]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409']);
    const { rows } = await harness.pool.query('SELECT version FROM rule_set WHERE version > $1', [before]);
    expect(rows).toEqual([{ version: before + 1 }]);
    const outdated = await approve('group', second, inAnHour());
    expect(['proposalOutdated', 'alreadyAnswered']).toContain(outdated.body.code);
  });

  it('take the same proposal with the same key once', async () => {
    const body = { content: await changed((content) => (content.steps.appeal = wd(6))) };
    const headers = { 'idempotency-key': 'once' };
    const answers = [];
    for (let time = 0; time < 2; time++) {
      answers.push(await people.liaison.post('/api/rule-set/proposals', body, headers));
    }
    expect(answers.map((one) => [one.status, one.body.id])).toEqual(Array(2).fill([201, answers[0]!.body.id]));
  });

  it.each<[string, Change, string]>([
    ['a limit of nothing', (content) => (content.grades.G3.verify = wd(0)), 'content.grades.G3.verify.amount'],
    ['half a day', (content) => (content.grades.G3.verify = wd(0.5)), 'content.grades.G3.verify.amount'],
    [
      'a check that takes longer than the work',
      (content) => (content.grades.G3.verify = wd(6)),
      'content.grades.G3.verify',
    ],
    [
      'an extension that is longer than the work',
      (content) => (content.grades.G2.extension = { times: 1, atMost: hours(73) }),
      'content.grades.G2.extension.atMost',
    ],
    [
      'look-backs out of order',
      (content) => (content.grades.G4.lookBackDays = [90, 30]),
      'content.grades.G4.lookBackDays',
    ],
    ['no grade G1', (content) => Reflect.deleteProperty(content.grades, 'G1'), 'content.grades.G1'],
    ['no limit for a step', (content) => Reflect.deleteProperty(content.steps, 'reopen'), 'content.steps.reopen'],
    ['a rule nobody knows', (content) => Object.assign(content.steps, { nap: wd(1) }), 'content.steps.nap'],
    ['nobody to be asked', (content) => (content.thresholds.membersAsked = 0), 'content.thresholds.membersAsked'],
    ['another time scale in real life', (content) => (content.timeScale = 60), 'content.timeScale'],
  ])('refuse nonsense: %s', async (_nonsense, change, field) => {
    const { status, body } = await propose('deputy', change);
    expect([status, body.code]).toEqual([422, 'validationFailed']);
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it('say beforehand what a proposal would change, and refuse one that changes nothing', async () => {
    const content = await changed((rules) => (rules.grades.G1.lookBackDays = [7, 14, 30]));
    const preview = await people.group.post('/api/rule-set/preview', { content });
    expect(preview.status).toBe(200);
    expect(preview.body.changes).toEqual([{ path: 'grades.G1.lookBackDays', before: [7, 30], after: [7, 14, 30] }]);
    const same = await propose('deputy', () => undefined);
    expect([same.status, same.body.code]).toEqual([409, 'unchanged']);
  });

  it('are tried on the last 90 days before they are proposed', async () => {
    const { body } = await people.wang.post('/api/whistles', BODY);
    await people.liaison.post(`/api/whistles/${body.id}/acceptance`, { grade: 'G3' });
    await harness.pool.query(
      `UPDATE timeline_entry SET at = at - interval '20 days' WHERE aggregate_id = $1 AND to_state = 'BLOWN'`,
      [body.id],
    );
    const content = await changed(({ grades }) => {
      grades.G3.accept = wd(60);
      grades.G3.feedback = wd(60);
      grades.G1.accept = hours(1);
    });
    const { body: preview } = await people.deputy.post('/api/rule-set/preview', { content });
    const { 'grades.G1.accept': G1, 'grades.G3.accept': G3 } = Object.fromEntries(
      preview.trial.steps.map(({ path, ...counts }: { path: string }) => [path, counts]),
    );
    expect(G1).toEqual({ steps: 0, lateBefore: 0, lateAfter: 0 });
    expect(G3).toEqual({ steps: expect.any(Number), lateBefore: 1, lateAfter: 0 });
    expect(G3.steps).toBeGreaterThan(0);
    expect(Date.now() - Date.parse(preview.trial.since)).toBeGreaterThan(89 * 86_400_000);
    expect((await people.handler.post('/api/rule-set/preview', { content })).status).toBe(200);
  });

  it('[S14] hold for what is accepted from their instant on; a matter keeps the version it came under', async () => {
    const blow = async () => (await people.wang.post('/api/whistles', BODY)).body.id as string;
    const accepted = async (id: string) => {
      expect((await people.liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G3' })).status).toBe(200);
      const { body } = await people.liaison.get(`/api/whistles/${id}`);
      const clock = body.deadlines.find(({ step }: { step: string }) => step === 'checkIn');
      return { version: body.ruleSetVersion, takes: Date.parse(clock.dueAt) - Date.parse(clock.startedAt) };
    };
    const { body } = await propose('deputy', (content) => (content.grades.G3.checkIn = hours(40)));
    const before = await blow();
    // Time enough to approve and accept before it on a busy machine.
    const at = Date.now() + 6_000;
    const { version } = (await approve('group', body.id, at)).body;
    const early = await accepted(before);
    expect(early.version).toBeLessThan(version);
    await new Promise((resolve) => setTimeout(resolve, at - Date.now()));
    expect((await people.wang.get('/api/rule-set')).body.version).toBe(version);
    const late = await accepted(await blow());
    expect(late).toEqual({ version, takes: 40 * 3_600_000 });
    expect(early.takes).not.toBe(late.takes);
    expect((await people.liaison.get(`/api/whistles/${before}`)).body.ruleSetVersion).toBe(early.version);
  });

  it('read a version approved before a rule existed as if it had the default', async () => {
    const {
      steps: { reopen: _later, ...steps },
      ...rest
    } = DEFAULT_RULE_SET;
    await harness.pool.query(
      `INSERT INTO rule_set (subdistrict_id, version, effective_from, content, approved_by)
       VALUES ('zx', 90, now() + interval '1 day', $1, 'old')`,
      [JSON.stringify({ ...rest, steps })],
    );
    const { body } = await people.liaison.get('/api/rule-set/versions/90');
    expect(body.content.steps.reopen).toEqual(DEFAULT_RULE_SET.steps.reopen);
  });
});
