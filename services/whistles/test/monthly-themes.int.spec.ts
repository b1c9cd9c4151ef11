import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const BODY = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX04', estateId: 'ZX-E02', facts: '飞线充电' };
const MONTH = '2026-03';

describe('themes of a month', () => {
  let harness: Harness;
  let wang: Caller;
  let people: Record<'liaison' | 'deputy' | 'both', Caller>;
  beforeAll(async () => {
    harness = await openHarness(['postgres']);
    wang = harness.as('zx-worker-04', worker('ZX04'));
    people = {
      liaison: harness.as('zx-liaison1', postOf('liaisonOfficer')),
      deputy: harness.as('zx-deputy-leader1', postOf('deputyLeader')),
      both: harness.as('zx-liaison1', postOf('groupLeader')),
    };
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  const repeatAt = async (at: string, extra: object = {}, state = 'BLOWN') => {
    const { body } = await wang.post('/api/whistles', { ...BODY, ...extra });
    await harness.pool.query(
      `UPDATE whistle SET repeat_of = gen_random_uuid(), blown_at = $2, state = $3 WHERE id = $1`,
      [body.id, at, state],
    );
    return body.number as string;
  };
  const candidates = async (month: string) =>
    (await people.liaison.get(`/api/monthly-themes/candidates?month=${month}`)).body.items;
  const propose = (body: object = {}, key?: string) =>
    people.liaison.post(
      '/api/monthly-themes',
      { month: MONTH, categoryCode: 'C1', reason: '三件重复', ...body },
      key ? { 'idempotency-key': key } : {},
    );

  it('makes a category a candidate with its third repeat in a Shanghai month', async () => {
    const numbers = [await repeatAt('2026-02-28T16:00:00Z'), await repeatAt('2026-03-15T02:00:00Z')];
    await repeatAt('2026-02-28T15:59:59Z');
    await repeatAt('2026-03-31T16:00:00Z');
    await repeatAt('2026-03-10T02:00:00Z', { categoryCode: 'C3' });
    await repeatAt('2026-03-10T02:00:00Z', {}, 'WITHDRAWN');
    expect(await candidates(MONTH)).toEqual([]);
    numbers.push(await repeatAt('2026-03-31T15:59:59Z'));
    const [candidate, ...others] = await candidates(MONTH);
    expect(others).toEqual([]);
    expect(candidate).toMatchObject({ categoryCode: 'C1', repeats: 3, communityIds: ['ZX04'] });
    expect(candidate.whistles.map(({ number }: { number: string }) => number)).toEqual(numbers.toReversed());
  });

  it('is proposed by a liaison officer once, and approved by somebody else, which is told as a fact', async () => {
    const { status, body } = await propose({}, 'k-1');
    expect([status, body.state, body.repeats]).toEqual([201, 'PROPOSED', 3]);
    expect((await propose({}, 'k-1')).body.id).toBe(body.id);
    expect((await propose({ reason: '再提' })).body.code).toBe('themeAlreadyProposed');
    expect((await candidates(MONTH))[0].themeId).toBe(body.id);
    const path = `/api/monthly-themes/${body.id}/approval`;
    const own = await people.both.post(path, { approve: true });
    expect([own.status, own.body.code]).toEqual([403, 'separationOfDuties']);
    expect((await people.liaison.post(path, { approve: true })).body.code).toBe('roleNotAllowed');
    const key = { 'idempotency-key': 'k-2' };
    const ruled = await people.deputy.post(path, { approve: true }, key);
    expect([ruled.status, ruled.body.state, ruled.body.ruledBy]).toEqual([200, 'APPROVED', 'zx-deputy-leader1']);
    expect((await people.deputy.post(path, { approve: true }, key)).status).toBe(200);
    const late = await people.deputy.post(path, { approve: false, reason: '不再需要' });
    expect([late.status, late.body.code, late.body.state]).toEqual([409, 'wrongState', 'APPROVED']);
    const { rows } = await harness.pool.query(
      `SELECT envelope FROM outbox_event WHERE subject = $1 ORDER BY position`,
      [body.id],
    );
    expect(rows.map(({ envelope }) => [envelope.type, envelope.data.month, envelope.data.categoryCode])).toEqual([
      ['monthlyTheme.proposed.v1', MONTH, 'C1'],
      ['monthlyTheme.approved.v1', MONTH, 'C1'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('三件重复');
  });

  it('is refused with a reason only, which stays here, and may be proposed again', async () => {
    const first = (await propose({ month: '2026-04' })).body;
    const path = `/api/monthly-themes/${first.id}/approval`;
    expect((await people.deputy.post(path, { approve: false })).status).toBe(422);
    const refused = await people.deputy.post(path, { approve: false, reason: '本月已有主题' });
    expect([refused.body.state, refused.body.rulingReason]).toEqual(['REFUSED', '本月已有主题']);
    expect((await propose({ month: '2026-04', reason: '补充了情况' })).status).toBe(201);
    const { rows } = await harness.pool.query(
      `SELECT envelope FROM outbox_event WHERE subject = $1 ORDER BY position`,
      [first.id],
    );
    expect(rows.map(({ envelope }) => envelope.type)).toEqual(['monthlyTheme.proposed.v1', 'monthlyTheme.refused.v1']);
    expect(JSON.stringify(rows)).not.toContain('本月已有主题');
    const { body } = await people.deputy.get('/api/monthly-themes?month=2026-04');
    expect(body.items.map(({ state }: { state: string }) => state)).toEqual(['PROPOSED', 'REFUSED']);
  });

  it('lets one of two rulings at once take effect', async () => {
    const { id } = (await propose({ month: '2026-05' })).body;
    const answers = await Promise.all(
      [true, false].map((approve) =>
        people.deputy.post(`/api/monthly-themes/${id}/approval`, { approve, reason: '研究决定' }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  it('is nothing for a worker, and takes real months and categories only', async () => {
    const answers = await Promise.all([
      wang.get(`/api/monthly-themes/candidates?month=${MONTH}`),
      wang.get('/api/monthly-themes'),
      wang.post('/api/monthly-themes', { month: MONTH, categoryCode: 'C1', reason: 'x' }),
      people.deputy.get(`/api/monthly-themes/candidates?month=${MONTH}`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect((await people.liaison.get('/api/monthly-themes/candidates?month=2026-13')).status).toBe(422);
    expect((await propose({ categoryCode: 'Z9' })).body.code).toBe('unknownCategory');
    const unknown = await people.deputy.post('/api/monthly-themes/nothing/approval', { approve: true });
    expect(unknown.body.code).toBe('notFound');
  });
});
