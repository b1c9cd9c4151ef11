import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const ESTATE = 'ZX-E02';
const BODY = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX04' };
const REPORTER = { name: '王秀英', phone: '13800001234', channel: 'phone' };
const FACTS = '2号楼楼道里电动车充电，从楼上拉电线下来';
const SAME_FACTS = '居民在2栋楼梯间给电瓶车充电，飞线很危险';
const OTHER_FACTS = '绿化带没人浇水，草都枯了';

describe('whistles that may be the same matter', () => {
  let harness: Harness;
  let wang: Caller;
  let li: Caller;
  let liaison: Caller;
  beforeAll(async () => {
    harness = await openHarness(['postgres']);
    wang = harness.as('zx-worker-04', worker('ZX04'));
    li = harness.as('zx-worker-05', worker('ZX05'));
    liaison = harness.as('zx-liaison1', postOf('liaisonOfficer'));
  }, 120_000);
  afterAll(() => harness.close(), 60_000);
  beforeEach(() => harness.pool.query('DELETE FROM reporter').then(() => harness.pool.query('DELETE FROM whistle')));

  const blow = async (extra: object, who = wang) => {
    const { status, body } = await who.post('/api/whistles', { ...BODY, ...extra });
    expect(status).toBe(201);
    return body.id as string;
  };
  /** As if it had been blown, and concluded, so many days ago. */
  const age = (id: string, days: number, concludedDaysAgo?: number) =>
    harness.pool.query(
      `UPDATE whistle SET blown_at = now() - $2 * interval '1 day', state = CASE WHEN $3::int IS NULL THEN state
         ELSE 'LOOKING_BACK' END, concluded_at = now() - $3::int * interval '1 day' WHERE id = $1`,
      [id, days, concludedDaysAgo ?? null],
    );
  const to = async (id: string, who = liaison) => (await who.get(`/api/whistles/${id}/similar`)).body.items;
  const ids = (items: { id: string }[]) => items.map(({ id }) => id);

  it('[4.5 duplicate] shows category and estate for thirty days and similar texts beyond, each with score and reasons', async () => {
    const alike = await blow({ estateId: ESTATE, facts: SAME_FACTS });
    const near = await blow({ estateId: ESTATE, facts: OTHER_FACTS });
    const old = await blow({ estateId: ESTATE, facts: OTHER_FACTS });
    const oldAlike = await blow({ estateId: ESTATE, facts: SAME_FACTS });
    await Promise.all([age(old, 31), age(oldAlike, 120)]);
    const id = await blow({ estateId: ESTATE, facts: FACTS });
    const items = await to(id);
    expect(ids(items)).toEqual([alike, oldAlike, near]);
    expect(items[0]).toMatchObject({ kind: 'duplicate', reasons: ['sameCategoryAndEstate', 'similarText'] });
    expect(items[0]).toMatchObject({ state: 'BLOWN', number: expect.stringMatching(/^ZX-/), facts: SAME_FACTS });
    expect(items[1].reasons).toEqual(['similarText']);
    expect(items[1].score).toBeGreaterThanOrEqual(0.8);
    expect(items[2].reasons).toEqual(['sameCategoryAndEstate']);
    const { rows } = await harness.pool.query(`SELECT DISTINCT state FROM whistle`);
    expect(rows).toEqual([{ state: 'BLOWN' }]);
  });

  it('calls a concluded matter a repeat, not a duplicate, for ninety days', async () => {
    const recent = await blow({ estateId: ESTATE, facts: SAME_FACTS });
    const longAgo = await blow({ estateId: ESTATE, facts: SAME_FACTS });
    await Promise.all([age(recent, 150, 89), age(longAgo, 150, 91)]);
    const items = await to(await blow({ estateId: ESTATE, facts: FACTS }));
    expect(ids(items)).toEqual([recent]);
    expect(items[0]).toMatchObject({ kind: 'repeat', reasons: ['sameCategoryAndEstate', 'similarText'] });
    expect(items[0].concludedAt).toMatch(/^\d{4}-/);
  });

  it('leaves out merged, refused and withdrawn ones, and what the whistle is linked to already', async () => {
    const states = ['MERGED', 'NOT_ACCEPTED', 'WITHDRAWN'];
    for (const state of states) {
      const id = await blow({ estateId: ESTATE, facts: FACTS });
      await harness.pool.query('UPDATE whistle SET state = $2 WHERE id = $1', [id, state]);
    }
    const repeated = await blow({ estateId: ESTATE, facts: FACTS });
    await age(repeated, 60, 20);
    const id = await blow({ estateId: ESTATE, facts: FACTS });
    expect(ids(await to(id))).toEqual([repeated]);
    await harness.pool.query('UPDATE whistle SET repeat_of = $2 WHERE id = $1', [id, repeated]);
    expect(await to(id)).toEqual([]);
  });

  it('answers for a draft before it is blown, stores nothing, and refuses names that do not exist', async () => {
    const open = await blow({ estateId: ESTATE, facts: SAME_FACTS });
    const draft = { categoryCode: 'C1', communityId: 'ZX04', estateId: ESTATE, facts: FACTS };
    const before = (await harness.pool.query('SELECT count(*) FROM whistle')).rows;
    const { status, body } = await wang.post('/api/whistles/similar', draft);
    expect([status, ids(body.items)]).toEqual([200, [open]]);
    expect((await harness.pool.query('SELECT count(*) FROM whistle')).rows).toEqual(before);
    expect(ids((await wang.post('/api/whistles/similar', { ...draft, facts: undefined })).body.items)).toEqual([open]);
    const unknown = await wang.post('/api/whistles/similar', { ...draft, categoryCode: 'Z9' });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'unknownCategory']);
    expect((await wang.post('/api/whistles/similar', { ...draft, blownBy: 'x' })).status).toBe(422);
  });

  it('shows at most ten, the likeliest first', async () => {
    for (let at = 0; at < 12; at += 1) await blow({ estateId: ESTATE, facts: at % 2 ? SAME_FACTS : OTHER_FACTS });
    const items = await to(await blow({ estateId: ESTATE, facts: FACTS }));
    expect(items).toHaveLength(10);
    const scores = items.map(({ score }: { score: number }) => score);
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
    expect(scores.slice(0, 6).every((score: number) => score >= 0.8)).toBe(true);
  });

  it('shows a worker the own community only, a liaison officer also the next one along a street', async () => {
    const street = { place: '建设街与中兴路路口', facts: '路口电动车占道停放' };
    const there = await blow({ ...street, communityId: 'ZX05' }, li);
    const here = await blow(street);
    expect(ids(await to(here))).toEqual([there]);
    expect(await to(here, wang)).toEqual([]);
    const draft = { categoryCode: 'C1', communityId: 'ZX04', ...street };
    expect(ids((await wang.post('/api/whistles/similar', draft)).body.items)).toEqual([here]);
  });

  it('answers as if there were nothing for a foreign whistle, and refuses roles that do not look for duplicates', async () => {
    const id = await blow({ estateId: ESTATE, facts: FACTS });
    const foreign = await li.get(`/api/whistles/${id}/similar`);
    const unknown = await li.get('/api/whistles/0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11/similar');
    expect([foreign.status, foreign.body.code]).toEqual([404, 'notFound']);
    expect(unknown.body.code).toBe('notFound');
    const draft = { categoryCode: 'C1', communityId: 'ZX04', estateId: ESTATE, facts: FACTS };
    expect((await li.post('/api/whistles/similar', draft)).status).toBe(404);
    const handler = harness.as('zx-cgj-handler', postOf('handler', { departmentId: 'ZX-CGJ' }));
    expect((await handler.get(`/api/whistles/${id}/similar`)).body.code).toMatch(/roleNotAllowed|notFound/);
    expect(
      (await harness.as('ys-1', postOf('member', { memberId: 'ZX-M01' })).get(`/api/whistles/${id}/similar`)).status,
    ).toBe(403);
  });

  it('[4.5 duplicate] lays two side by side: how alike, what a merge would do, and who said that they are not the same', async () => {
    const one = await blow({ estateId: ESTATE, facts: FACTS, reporters: [REPORTER] });
    const other = await blow({ estateId: ESTATE, facts: SAME_FACTS });
    const owed = { step: 'feedback', startedAt: Date.now(), dueAt: Date.now() + 3_600_000, provisional: false };
    await harness.pool.query(`UPDATE whistle SET grade = 'G2' WHERE id = $1`, [one]);
    await harness.pool.query('UPDATE whistle SET deadlines = $2 WHERE id = $1', [other, JSON.stringify([owed])]);
    const path = `/api/whistles/${one}/comparison/${other}`;
    const { status, body } = await liaison.get(path);
    expect([status, body.reasons]).toEqual([200, ['sameCategoryAndEstate', 'similarText']]);
    expect(body.score).toBeGreaterThanOrEqual(0.8);
    expect(body.merged).toMatchObject({ grade: 'G2', reporterCount: 1, dueAt: expect.stringMatching(/Z$/) });
    expect(body.distinct).toBeUndefined();
    expect((await wang.put(`${path}/distinction`, {})).body.code).toBe('roleNotAllowed');
    expect((await li.get(path)).status).toBe(404);
    expect((await liaison.get(`/api/whistles/${one}/comparison/${one}`)).body.code).toBe('isMaster');
    const said = await liaison.put(`${path}/distinction`, {});
    expect(said.body.distinct).toMatchObject({ saidBy: 'zx-liaison1' });
    expect((await liaison.put(`/api/whistles/${other}/comparison/${one}/distinction`, {})).body.distinct).toEqual(
      said.body.distinct,
    );
    expect(ids(await to(one))).toEqual([]);
    expect(ids(await to(other))).toEqual([]);
  });

  it('is found by an estate, by what is open, and by a word of it', async () => {
    const here = await blow({ estateId: ESTATE, facts: FACTS });
    const ended = await blow({ estateId: ESTATE, facts: SAME_FACTS });
    await age(ended, 10, 5);
    await harness.pool.query(`UPDATE whistle SET state = 'ARCHIVED' WHERE id = $1`, [ended]);
    const elsewhere = await blow({ place: '西门', facts: OTHER_FACTS });
    const found = async (query: string) => ids((await liaison.get(`/api/whistles?${query}`)).body.items);
    expect(await found(`estate=${ESTATE}&open=true`)).toEqual([here]);
    expect(await found(`estate=${ESTATE}&open=false`)).toEqual([ended]);
    expect(await found(`q=${encodeURIComponent('绿化带')}`)).toEqual([elsewhere]);
    expect(await found(`q=${encodeURIComponent('西门')}&open=true`)).toEqual([elsewhere]);
  });

  it('never shows who blew it, its tracking code or its reporters', async () => {
    const twin = await blow({ estateId: ESTATE, facts: SAME_FACTS, reporters: [REPORTER] });
    const { rows } = await harness.pool.query('SELECT tracking_code, blown_by FROM whistle WHERE id = $1', [twin]);
    const shown = JSON.stringify(await to(await blow({ estateId: ESTATE, facts: FACTS })));
    expect(shown).toContain(twin);
    for (const secret of [REPORTER.name, REPORTER.phone, rows[0].tracking_code, rows[0].blown_by]) {
      expect(shown).not.toContain(secret);
    }
  });
});
