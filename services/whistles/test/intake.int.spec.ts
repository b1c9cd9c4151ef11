import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const BODY = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX01', place: '东门', facts: '电动车占道' };

describe('blowing a whistle', () => {
  let harness: Harness;
  let wang: Caller;
  beforeAll(async () => {
    harness = await openHarness(['postgres']);
    wang = harness.as('zx-worker-01', worker());
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  const count = async (table: string) =>
    Number((await harness.pool.query(`SELECT count(*) FROM ${table}`)).rows[0].count);
  const refused = async (body: object, caller = wang) => {
    const before = [await count('whistle'), await count('outbox_event')];
    const answer = await caller.post('/api/whistles', body);
    expect([await count('whistle'), await count('outbox_event')]).toEqual(before);
    return answer;
  };

  it('[S103] [S117] stores row, history and event with Temporal and Kafka both away, and answers 201', async () => {
    const { status, body } = await wang.post('/api/whistles', BODY);
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'BLOWN', version: 1, number: expect.stringMatching(/^ZX-\d{4}-\d{6}$/) });
    expect(body.trackingCode).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const { rows } = await harness.pool.query('SELECT kind, actor_id FROM timeline_entry WHERE aggregate_id = $1', [
      body.id,
    ]);
    expect(rows).toEqual([{ kind: 'blown', actor_id: 'zx-worker-01' }]);
    const outbox = await harness.pool.query('SELECT envelope FROM outbox_event WHERE subject = $1', [body.id]);
    expect(outbox.rows[0].envelope).toMatchObject({ type: 'whistle.blown.v1', subdistrictid: 'zx', sequence: 100 });
    expect(JSON.stringify(outbox.rows[0].envelope)).not.toContain('电动车');
  });

  it('[I17] keeps and tells the visit that found it', async () => {
    const origin = { origin: 'visit', originId: '0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11' };
    const { body } = await wang.post('/api/whistles', { ...BODY, ...origin });
    expect((await wang.get(`/api/whistles/${body.id}`)).body).toMatchObject(origin);
    const { rows } = await harness.pool.query('SELECT envelope FROM outbox_event WHERE subject = $1', [body.id]);
    expect(rows[0].envelope.data).toMatchObject(origin);
    const loose = await refused({ ...BODY, originId: origin.originId });
    expect([loose.status, loose.body.errors[0].field]).toEqual([422, 'origin']);
  });

  it('tells from which submission it was blown, and nothing of its sender', async () => {
    const submissionId = '0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11';
    const reporters = [{ channel: 'qr', phone: '13800006789' }];
    const { body } = await wang.post('/api/whistles', { ...BODY, submissionId, reporters });
    const { rows } = await harness.pool.query('SELECT envelope FROM outbox_event WHERE subject = $1', [body.id]);
    expect(rows[0].envelope.data).toMatchObject({ submissionId });
    expect(JSON.stringify(rows[0].envelope)).not.toContain('13800006789');
    expect((await refused({ ...BODY, submissionId: '7' })).body.errors[0].field).toBe('submissionId');
  });

  it('counts numbers up within the year', async () => {
    const first = (await wang.post('/api/whistles', BODY)).body.number as string;
    const second = (await wang.post('/api/whistles', BODY)).body.number as string;
    expect(Number(second.slice(-6))).toBe(Number(first.slice(-6)) + 1);
  });

  it('gives every one of many whistles at once its own number', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => wang.post('/api/whistles', BODY)));
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(40);
  });

  it('answers the same for a repeated key, and refuses the key with another body', async () => {
    const key = { 'idempotency-key': 'k-1' };
    const first = await wang.post('/api/whistles', BODY, key);
    const before = await count('whistle');
    const again = await wang.post('/api/whistles', BODY, key);
    expect([again.status, again.body.id, again.body.number]).toEqual([201, first.body.id, first.body.number]);
    const other = await wang.post('/api/whistles', { ...BODY, facts: '别的事' }, key);
    expect([other.status, other.body.code]).toEqual([409, 'idempotencyKeyReused']);
    expect(await count('whistle')).toBe(before);
  });

  it.each([
    ['unknown category', { ...BODY, categoryCode: 'Z9' }, 422, 'unknownCategory', 'categoryCode'],
    ['an estate of another community', { ...BODY, estateId: 'ZX-E01' }, 422, 'unknownEstate', 'estateId'],
    ['an unknown topic', { ...BODY, topicId: '0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11' }, 422, 'unknownTopic', 'topicId'],
    [
      'an unknown department',
      { ...BODY, wantedDepartmentIds: ['ZX-CGJ', 'ZX-NIX'] },
      422,
      'unknownDepartment',
      'wantedDepartmentIds.1',
    ],
    ['missing facts', { ...BODY, facts: undefined }, 422, 'validationFailed', 'facts'],
    ['facts over the limit', { ...BODY, facts: '长'.repeat(2001) }, 422, 'validationFailed', 'facts'],
    ['neither estate nor place', { ...BODY, place: undefined }, 422, 'validationFailed', 'place'],
    ['a state of the caller’s own', { ...BODY, state: 'CONCLUDED' }, 422, 'validationFailed', 'state'],
    ['a tenant of the caller’s own', { ...BODY, subdistrictId: 'ys' }, 422, 'validationFailed', 'subdistrictId'],
  ])('refuses %s, naming the field, and stores nothing', async (_what, body, status, code, field) => {
    const answer = await refused(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it('refuses a foreign community as if it did not exist, and a role that blows no whistles', async () => {
    expect((await refused({ ...BODY, communityId: 'ZX02' })).status).toBe(404);
    const liaison = harness.as('zx-liaison1', postOf('liaisonOfficer'));
    const answer = await refused(BODY, liaison);
    expect([answer.status, answer.body.code]).toEqual([403, 'roleNotAllowed']);
  });

  it('refuses malformed JSON and two megabytes of it', async () => {
    const malformed = await wang.post('/api/whistles', '{"kind":');
    expect([malformed.status, malformed.body.code]).toEqual([400, 'malformedJson']);
    const large = await wang.post('/api/whistles', { ...BODY, facts: 'x'.repeat(2_000_000) });
    expect([large.status, large.body.code]).toEqual([413, 'bodyTooLarge']);
  });

  it('asks an API key for its Idempotency-Key, and lets it blow for a worker it names', async () => {
    const post = postOf('partnerKey', { communityIds: ['ZX01'] });
    const key = harness.as('key-1', post, { keyId: '1', keyScopes: ['whistles.write', 'whistles.read'] });
    expect((await key.post('/api/whistles', BODY)).body.code).toBe('idempotencyKeyMissing');
    const body = { ...BODY, onBehalfOf: 'zx-worker-01' };
    const { status, body: blown } = await key.post('/api/whistles', body, { 'idempotency-key': 'k-2' });
    expect(status).toBe(201);
    const { rows } = await harness.pool.query('SELECT blown_by, blown_by_key FROM whistle WHERE id = $1', [blown.id]);
    expect(rows).toEqual([{ blown_by: 'zx-worker-01', blown_by_key: 'key-1' }]);
    expect((await key.get(`/api/whistles/${blown.id}`)).body).toMatchObject({ id: blown.id });
    expect((await key.get('/api/whistles')).body.items.map(({ id }: { id: string }) => id)).toContain(blown.id);
    const weak = harness.as('key-2', post, { keyId: '2', keyScopes: ['whistles.read'] });
    expect((await refused(body, weak)).body.code).toBe('keyScopeMissing');
  });

  it('shows a worker the own community only: foreign whistles are not there, in lists and by id', async () => {
    const { body } = await wang.post('/api/whistles', BODY);
    const li = harness.as('zx-worker-02', worker('ZX02'));
    expect((await li.get('/api/whistles')).body.items).toEqual([]);
    const foreign = await li.get(`/api/whistles/${body.id}`);
    const unknown = await li.get('/api/whistles/0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11');
    expect([foreign.status, foreign.body.code]).toEqual([unknown.status, unknown.body.code]);
    expect((await wang.get(`/api/whistles/${body.number}`)).body.id).toBe(body.id);
  });

  it('pages through the list without leaving out or doubling one', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await wang.get(`/api/whistles?limit=7${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...body.items.map((item: { id: string }) => item.id));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(seen).toHaveLength(await count('whistle'));
    expect(new Set(seen).size).toBe(seen.length);
    expect((await wang.get('/api/whistles?colour=red')).status).toBe(422);
  });

  it('answers 503 and changes nothing when Temporal is away and somebody acts', async () => {
    const { body } = await wang.post('/api/whistles', BODY);
    const liaison = harness.as('zx-liaison1', postOf('liaisonOfficer'));
    const answer = await liaison.post(`/api/whistles/${body.id}/acceptance`, { grade: 'G3' });
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([503, 'temporalUnavailable', '5']);
    expect((await liaison.get(`/api/whistles/${body.id}`)).body.state).toBe('BLOWN');
  }, 30_000);
});
