import { WhistleFigures } from '@hsl/contracts/schemas/whistle-figures';
import { DAY_MS, dateOf, dayOf } from '@hsl/domain/calendar-day';
import { apiFaults, type ApiDocument } from '@hsl/deploy/checks/api-faults';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const BODY = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX01', place: '东门', facts: '办不了产权证' };
const TODAY = dateOf(dayOf(Date.now()));
const daysAgo = (days: number): string => dateOf(dayOf(Date.now() - days * DAY_MS));

describe('beneficiaries and backlog', () => {
  let harness: Harness;
  let wang: Caller;
  let liaison: Caller;
  beforeAll(async () => {
    harness = await openHarness();
    wang = harness.as('zx-worker-01', worker());
    liaison = harness.as('zx-liaison1', postOf('liaisonOfficer'));
  }, 120_000);
  afterAll(() => harness?.close(), 60_000);

  const blow = async (more: object, by = wang): Promise<string> => {
    const { status, body } = await by.post('/api/whistles', { ...BODY, ...more });
    expect(status).toBe(201);
    return body.id;
  };
  const read = async (id: string) => (await liaison.get(`/api/whistles/${id}`)).body;
  const figures = async (by: Caller, query = '') =>
    (await by.get(`/api/whistles/figures?from=${TODAY}&to=${TODAY}${query}`)).body;

  it('[S82] are recorded at the blow, corrected at the acceptance, and summed per community and tier', async () => {
    const first = await blow({ beneficiaryCount: 480, backlogSince: daysAgo(1825) });
    expect(await read(first)).toMatchObject({ beneficiaryCount: 480, backlogSince: daysAgo(1825) });
    const corrected = { beneficiaryCount: 500, backlogSince: daysAgo(1830) };
    const accepted = await liaison.post(`/api/whistles/${first}/acceptance`, {
      grade: 'G3',
      tier: 'topPriority',
      ...corrected,
    });
    expect(accepted.status).toBe(200);
    expect(await read(first)).toMatchObject({ ...corrected, tier: 'topPriority' });

    await blow({ beneficiaryCount: 20, backlogSince: daysAgo(10) });
    await blow({ backlogSince: daysAgo(30) });
    await blow({});
    const other = harness.as('zx-worker-02', worker('ZX02'));
    await blow({ communityId: 'ZX02', beneficiaryCount: 7 }, other);
    const withdrawn = await blow({ beneficiaryCount: 10_000 });
    await harness.pool.query(`UPDATE whistle SET state = 'WITHDRAWN' WHERE id = $1`, [withdrawn]);

    const sums = await figures(liaison);
    expect(WhistleFigures.safeParse(sums).error).toBeUndefined();
    expect(sums.total).toEqual({
      ...{ matters: 5, beneficiaries: 527, withBeneficiaries: 3, withBacklog: 3 },
      ...{ oldestBacklogDays: 1830, medianBacklogDays: 30 },
    });
    expect(sums.groups).toEqual([
      {
        ...{ communityId: 'ZX01', tier: 'topPriority', matters: 1, beneficiaries: 500, withBeneficiaries: 1 },
        ...{ withBacklog: 1, oldestBacklogDays: 1830, medianBacklogDays: 1830 },
      },
      {
        ...{ communityId: 'ZX01', matters: 3, beneficiaries: 20, withBeneficiaries: 1 },
        ...{ withBacklog: 2, oldestBacklogDays: 30, medianBacklogDays: 20 },
      },
      { communityId: 'ZX02', matters: 1, beneficiaries: 7, withBeneficiaries: 1, withBacklog: 0 },
    ]);
    // Who waited is not waiting any more: the age stands still at the conclusion.
    await harness.pool.query(`UPDATE whistle SET concluded_at = blown_at - interval '10 days' WHERE id = $1`, [first]);
    expect((await figures(liaison)).total.oldestBacklogDays).toBe(1820);
  }, 60_000);

  it('are summed within what the caller may report on, for a period', async () => {
    const head = harness.as('zx-head-02', { role: 'communityHead', communityIds: ['ZX02'] });
    expect((await figures(head)).groups.map(({ communityId }: { communityId: string }) => communityId)).toEqual([
      'ZX02',
    ]);
    expect((await figures(liaison, '&communityId=ZX02')).total.beneficiaries).toBe(7);
    const unit = harness.as('zx-head-cgj', { role: 'head', departmentId: 'ZX-CGJ' });
    expect((await figures(unit)).total).toMatchObject({ matters: 0, beneficiaries: 0 });
    expect((await wang.get(`/api/whistles/figures?from=${TODAY}&to=${TODAY}`)).status).toBe(403);
    const earlier = await liaison.get(`/api/whistles/figures?from=2021-01-01&to=${daysAgo(1)}`);
    expect(earlier.body).toMatchObject({ total: { matters: 0, beneficiaries: 0 }, groups: [] });
    expect((await liaison.get('/api/whistles/figures?from=2026-02-01&to=2026-01-01')).status).toBe(422);
  });

  it('and the exported register say in the API what they take, answer and refuse', async () => {
    const { body } = await liaison.get('/openapi.json');
    const own = ['/api/whistles/figures', '/api/ledger/export.csv'];
    const paths = Object.entries((body as ApiDocument).paths).filter(([path]) => own.includes(path));
    expect(paths).toHaveLength(own.length);
    expect(apiFaults({ ...(body as ApiDocument), paths: Object.fromEntries(paths) })).toEqual([]);
  });

  it('do not begin in the future', async () => {
    const tomorrow = { backlogSince: dateOf(dayOf(Date.now()) + 1) };
    const blown = await wang.post('/api/whistles', { ...BODY, ...tomorrow });
    expect([blown.status, blown.body.errors]).toMatchObject([422, [{ field: 'backlogSince', code: 'notYet' }]]);
    const id = await blow({});
    expect((await liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G3', ...tomorrow })).status).toBe(422);
    expect((await read(id)).state).toBe('BLOWN');
  });
});
