import { randomUUID } from 'node:crypto';
import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import type { WhistleDecision } from '@hsl/workflows/whistle/whistle.activities';
import { whistleProgress } from '@hsl/testing/facts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WhistleRecorder } from '../src/recording/whistle-recorder.js';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const BODY = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX01', place: '东门', facts: '电动车占道' };

describe('steps of a whistle', () => {
  let harness: Harness;
  let wang: Caller;
  let liaison: Caller;
  beforeAll(async () => {
    harness = await openHarness();
    wang = harness.as('zx-worker-01', worker());
    liaison = harness.as('zx-liaison1', postOf('liaisonOfficer'));
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  const blow = async () => (await wang.post('/api/whistles', BODY)).body.id as string;
  const rows = async (sql: string, id: string) => (await harness.pool.query(sql, [id])).rows;
  const checkedIn = async (id: string) => {
    await liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G3' });
    const handle = harness.app.get(TemporalClient).workflow.getHandle(whistleWorkflowId(id));
    await handle.signal('checkedIn', { memberId: 'ZX-M01', substituted: false });
    const { body } = await eventually(
      () => wang.get(`/api/whistles/${id}`),
      ({ body }) => body.state === 'CHECKED_IN',
    );
    return body;
  };

  it('[4.2 accept] accepts at once through the workflow and shows the clock of the members', async () => {
    const id = await blow();
    const { status, body } = await liaison.post(`/api/whistles/${id}/acceptance`, {
      grade: 'G3',
      tier: 'heartWarming',
    });
    expect([status, body.state, body.version]).toEqual([200, 'ASSIGNING', 2]);
    const shown = (await liaison.get(`/api/whistles/${id}`)).body;
    expect(shown).toMatchObject({
      grade: 'G3',
      tier: 'heartWarming',
      track: 'immediate',
      waitingFor: [{ step: 'checkIn' }],
    });
    expect(shown.deadlines[0]).toMatchObject({ step: 'checkIn', paused: false });
    expect(shown.serverNow).toMatch(/^\d{4}-/);
    const events = await rows(
      `SELECT envelope->>'type' AS type FROM outbox_event WHERE subject = $1 ORDER BY position`,
      id,
    );
    expect(events.map(({ type }) => type)).toEqual(['whistle.blown.v1', 'whistle.accepted.v1']);
  });

  it('shows the clock of the dispatch from the check-in on, and stops it by the dispatch', async () => {
    const id = await blow();
    const shown = await checkedIn(id);
    const clock = shown.deadlines.find(({ step }: { step: string }) => step === 'dispatch');
    expect(clock).toMatchObject({ startedAt: shown.since, provisional: false, rungs: expect.any(Array) });
    expect(clock.rungs).toHaveLength(6);
    expect(shown.waitingFor).toEqual([expect.objectContaining({ step: 'dispatch', id: 'liaisonOfficer' })]);
    await liaison.post(`/api/whistles/${id}/dispatch`, { leadDepartmentId: 'ZX-CGJ' });
    const steps = (await liaison.get(`/api/whistles/${id}`)).body.deadlines.map(({ step }: { step: string }) => step);
    expect(steps).toContain('feedback');
    expect(steps).not.toContain('dispatch');
  });

  it('refuses the wrong role with 403, the wrong moment with 409 and its state, and changes nothing', async () => {
    const id = await blow();
    const byWorker = await wang.post(`/api/whistles/${id}/acceptance`, { grade: 'G3' });
    expect([byWorker.status, byWorker.body.code]).toEqual([403, 'roleNotAllowed']);
    const early = await liaison.post(`/api/whistles/${id}/dispatch`, { leadDepartmentId: 'ZX-CGJ' });
    expect([early.status, early.body.code, early.body.state]).toEqual([409, 'wrongState', 'BLOWN']);
    expect((await liaison.get(`/api/whistles/${id}`)).body.version).toBe(1);
  });

  it('takes a step once however often its key is sent, and tells the second liaison officer the new state', async () => {
    const id = await blow();
    const key = { 'idempotency-key': 'accept-1' };
    const first = await liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G3' }, key);
    const again = await liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G3' }, key);
    expect(again.body).toMatchObject({ state: first.body.state, version: first.body.version });
    const other = harness.as('zx-liaison2', postOf('liaisonOfficer'));
    const late = await other.post(`/api/whistles/${id}/acceptance`, { grade: 'G2' }, key);
    expect([late.status, late.body.code, late.body.state]).toEqual([409, 'wrongState', 'ASSIGNING']);
  });

  it('says what each reader may do now, why not, and until when', async () => {
    const id = await blow();
    const actions = async (caller: Caller) =>
      Object.fromEntries(
        (await caller.get(`/api/whistles/${id}`)).body.actions.map((one: { name: string }) => [one.name, one]),
      );
    const forLiaison = await actions(liaison);
    expect(forLiaison['whistle.accept']).toMatchObject({ allowed: true, until: expect.any(String) });
    expect(forLiaison['whistle.dispatch']).toMatchObject({ allowed: false, reasonCode: 'wrongState' });
    expect((await actions(wang))['whistle.accept']).toMatchObject({ allowed: false, reasonCode: 'roleNotAllowed' });
  });

  it('[S119] asks the running workflow for the process, which agrees with the row', async () => {
    const id = await blow();
    await liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G3' });
    const { status, body } = await liaison.get(`/api/whistles/${id}/process`);
    expect([status, body.state, body.matchesRow, body.waitingFor[0].step]).toEqual([200, 'ASSIGNING', true, 'checkIn']);
  });

  it('[4.2 dispatch] refuses unknown and doubled departments, then dispatches and keeps the brief', async () => {
    const { id } = await checkedIn(await blow());
    const dispatch = (body: object) => liaison.post(`/api/whistles/${id}/dispatch`, body);
    const unknown = await dispatch({ leadDepartmentId: 'ZX-NIX' });
    expect([unknown.body.code, unknown.body.errors[0].field]).toEqual(['unknownDepartment', 'leadDepartmentId']);
    const doubled = await dispatch({ leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-CGJ'] });
    expect([doubled.status, doubled.body.code]).toEqual([422, 'duplicateDepartment']);
    const done = await dispatch({ leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD'], brief: '装停车架' });
    expect([done.status, done.body.state]).toEqual([200, 'COORDINATING']);
    const shown = (await liaison.get(`/api/whistles/${id}`)).body;
    expect([shown.leadDepartmentId, shown.departmentIds]).toEqual(['ZX-CGJ', ['ZX-CGJ', 'ZX-XFD']]);
    expect(shown.contents).toMatchObject([{ kind: 'brief', body: { brief: '装停车架' } }]);
    const drafts = await rows('SELECT final FROM step_content WHERE whistle_id = $1 ORDER BY created_at', id);
    expect(drafts.filter(({ final }) => final)).toHaveLength(1);
  });

  it('records a decision once: a repeat changes nothing, another decision of that version is refused', async () => {
    const id = await blow();
    const recorder = harness.app.get(WhistleRecorder, { strict: false });
    const decision: WhistleDecision = {
      ...{ whistleId: id, subdistrictId: 'zx', version: 2, at: Date.now(), from: 'BLOWN' },
      by: { userId: 'system', role: 'system' },
      fact: { type: 'accepted', auto: true },
      after: {
        ...{ state: 'ASSIGNING', grade: 'G3', level: 'blue', ruleSetVersion: 1, waitingFor: [], deadlines: [] },
        progress: whistleProgress(),
      },
    };
    await recorder.recordWhistleDecision(decision);
    await recorder.recordWhistleDecision(decision);
    expect(await rows('SELECT kind FROM timeline_entry WHERE aggregate_id = $1 ORDER BY position', id)).toEqual([
      { kind: 'blown' },
      { kind: 'accepted' },
    ]);
    await expect(recorder.recordWhistleDecision({ ...decision, version: 5 })).rejects.toMatchObject({
      name: 'VersionConflict',
    });
    await expect(recorder.recordWhistleDecision({ ...decision, whistleId: randomUUID() })).rejects.toMatchObject({
      type: 'WhistleGone',
    });
  });

  it('tells the history page by page, each line once', async () => {
    const id = await blow();
    await liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G3' });
    // Lines of one instant stand in the order in which they were written.
    await harness.pool.query(
      `INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, at, details)
       SELECT 'zx', $1, 2, 'd' || n, 'task.acknowledged.v1', '2099-01-01T00:00:00Z', '{}' FROM generate_series(1, 3) AS n`,
      [id],
    );
    const path = `/api/whistles/${id}/timeline`;
    const whole = (await wang.get(path)).body;
    expect([whole.items.length, whole.nextCursor]).toEqual([5, undefined]);
    const seen: string[] = [];
    let query = '?limit=2';
    while (query !== '') {
      const { body } = await wang.get(path + query);
      seen.push(...body.items.map((item: { id: string }) => item.id));
      query = body.nextCursor ? `?limit=2&cursor=${body.nextCursor}` : '';
    }
    expect(seen).toEqual(whole.items.map((item: { id: string }) => item.id));
    expect((await wang.get(`${path}?cursor=nonsense`)).status).toBe(422);
    expect((await wang.get(`${path}?limit=501`)).status).toBe(422);
  });

  it('tells the history in the language of the reader', async () => {
    const id = await blow();
    const zh = (await wang.get(`/api/whistles/${id}/timeline`)).body;
    const en = (await wang.get(`/api/whistles/${id}/timeline`, { 'accept-language': 'en' })).body;
    expect([zh.items[0].text, en.items[0].text]).toEqual(['社区吹哨', 'The community blew the whistle']);
    const handler = harness.as('zx-handler-cgj', postOf('handler', { departmentId: 'ZX-CGJ' }));
    expect((await handler.get(`/api/whistles/${id}/timeline`)).status).toBe(404);
  });
});

async function eventually<T>(look: () => Promise<T>, isThere: (seen: T) => boolean, timeoutMs = 10_000): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (isThere(seen)) return seen;
    if (Date.now() > end) throw new Error(`not there in ${timeoutMs} ms: ${JSON.stringify(seen).slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
