import { randomUUID } from 'node:crypto';
import { PublicCommunities } from '@hsl/contracts/schemas/public-reading';
import { TrackedMatter } from '@hsl/contracts/schemas/tracking';
import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import { apiFaults, type ApiDocument } from '@hsl/deploy/checks/api-faults';
import { readContactKeys } from '@hsl/platform/contact-keys';
import { sealProof } from '@hsl/platform/sender-proof';
import { newTrackingCode, trackingHashOf } from '@hsl/platform/tracking-code';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { eventOf } from '@hsl/testing/facts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReporterErasureConsumer } from '../src/reporter-data/reporter-erasure.consumer.js';
import { TrackingConsumer } from '../src/tracking/tracking.consumer.js';
import { openHarness, postOf, worker, type Answer, type Caller, type Harness } from './harness.js';

const FACTS = '三号楼王大爷家门口停满电动车';
const BODY = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX01', place: '东门', facts: FACTS };
const FIRST = { phone: '13800001234', channel: 'phone' };
const CONTENT = { satisfaction: 'satisfied', solved: 'yes' };

describe('a resident with a tracking code', () => {
  let harness: Harness;
  let wang: Caller;
  let liaison: Caller;
  let member: Caller;
  beforeAll(async () => {
    harness = await openHarness();
    wang = harness.as('zx-worker-01', worker());
    liaison = harness.as('zx-liaison1', postOf('liaisonOfficer'));
    member = harness.as('zx-member-01', postOf('member', { memberId: 'ZX-M01', communityIds: ['ZX01'] }));
    await harness.pool.query(`UPDATE known_reference SET facts = '{"name":"城管局"}' WHERE id = 'ZX-CGJ'`);
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  const blow = async (reporters: object[] = [{ channel: 'other' }]): Promise<{ id: string; trackingCode: string }> =>
    (await wang.post('/api/whistles', { ...BODY, reporters })).body;
  /** A submission became this whistle. @returns the sender's code */
  const linked = async (whistleId: string): Promise<string> => {
    const code = newTrackingCode();
    const event = eventOf('submission.answered.v1', {
      ...{ submissionId: randomUUID(), communityId: 'ZX01', channel: 'qrSubmission', state: 'WHISTLE', version: 2 },
      ...{ dueAt: Date.now(), at: Date.now(), answeredBy: 'zx-liaison1', whistleId },
      senderHash: trackingHashOf(code),
    });
    for (let time = 1; time <= 2; time += 1)
      await harness.app.get(TrackingConsumer, { strict: false }).onAnswered(event);
    return code;
  };
  const anyone = async (path: string, sent?: RequestInit): Promise<Answer> => {
    const answer = await fetch(`${await harness.app.getUrl()}/api/whistles/track/${path}`, sent);
    return { status: answer.status, body: await answer.json(), headers: {} };
  };
  const says = (path: string, body: object, key: string = randomUUID()): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return anyone(path, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  const tracked = async (code: string): Promise<TrackedMatter> => TrackedMatter.parse((await anyone(code)).body);
  const come = async (id: string, state: string): Promise<void> => {
    const end = Date.now() + 10_000;
    while ((await wang.get(`/api/whistles/${id}`)).body.state !== state) {
      if (Date.now() > end) throw new Error(`never ${state}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const checkedIn = async (id: string): Promise<void> => {
    expect((await liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G3' })).status).toBe(200);
    const handle = harness.app.get(TemporalClient).workflow.getHandle(whistleWorkflowId(id));
    await handle.signal('checkedIn', { memberId: 'ZX-M01', substituted: false });
    await come(id, 'CHECKED_IN');
  };
  /** Settled by the community, seen by the member and another worker; now the residents are asked. */
  const toRevisit = async (id: string): Promise<void> => {
    await checkedIn(id);
    const evidence = [{ kind: 'after', note: '现场已清' }];
    const second = harness.as('zx-worker-1b', worker());
    for (const [who, path, body] of [
      [wang, 'self-resolution', { summary: '清了', evidence }],
      [member, 'verification', { verdict: 'pass' }],
      [second, 'verification', { verdict: 'pass' }],
    ] as const) {
      const { status, body: answer } = await who.post(`/api/whistles/${id}/${path}`, body);
      expect([path, status, answer.code]).toEqual([path, 200, undefined]);
    }
    await come(id, 'REVISITING');
  };

  it('reads who has the matter and until when, and no word, number, grade or name of it', async () => {
    const { id, trackingCode } = await blow([FIRST]);
    const code = await linked(id);
    expect(await tracked(code)).toMatchObject({
      ...{ words: '街道正在看，看完就定由谁来办。', overdue: false, dueAt: expect.any(String) },
      steps: [{ name: 'received', status: 'now' }, { name: 'accepted' }, ...Array(4).fill({ status: 'next' })],
    });
    await checkedIn(id);
    await liaison.post(`/api/whistles/${id}/dispatch`, { leadDepartmentId: 'ZX-CGJ' });
    const { body } = await anyone(code.toLowerCase().replaceAll('-', ''));
    expect(body).toMatchObject({ words: '城管局牵头，正在办理。', lead: '城管局', supporting: [] });
    for (const secret of ['王大爷', '13800001234', 'ZX-20', 'G3', 'zx-', 'ZX-M01']) {
      expect(JSON.stringify(body)).not.toContain(secret);
    }
    expect((await tracked(trackingCode)).words).toBe('城管局牵头，正在办理。');
  });

  it('who proved the phone reads what was written down with it, and is forgotten once that is granted', async () => {
    const mine = { name: '王某', phone: '13800005555', channel: 'phone' };
    const { id } = await blow([mine, FIRST]);
    const code = newTrackingCode();
    const proof = sealProof(
      {
        ...{ subdistrictId: 'zx', submissionId: randomUUID(), senderHash: trackingHashOf(code) },
        ...{ phone: '138-0000-5555', until: Date.now() + 60_000 },
      },
      readContactKeys({}),
    );
    const at = `${await harness.app.getUrl()}/api/reporter-data`;
    const ask = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${at}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    };
    const told = JSON.stringify((await ask('exports', { proof })).body);
    expect(told).toContain('13800005555');
    expect(told).not.toContain(FIRST.phone);
    expect((await ask('exports', { proof: 'made.up' })).body['code']).toBe('senderNotProven');
    const requestId = randomUUID();
    expect((await ask('erasure-marks', { id: requestId })).status).toBe(401);
    expect((await ask('erasure-marks', { id: requestId, proof })).body).toMatchObject({ marked: 1 });
    const kept = async () =>
      (await harness.pool.query('SELECT name, phone, channel FROM reporter WHERE whistle_id = $1 ORDER BY phone', [id]))
        .rows;
    expect(await kept()).toHaveLength(2);
    const granted = eventOf('personalData.erased.v1', {
      ...{ requestId, subject: 'resident', submissionIds: [], at: Date.now() },
    });
    for (let time = 1; time <= 2; time += 1)
      await harness.app.get(ReporterErasureConsumer, { strict: false }).onErased(granted);
    expect(await kept()).toEqual([
      { name: null, phone: FIRST.phone, channel: 'phone' },
      { name: null, phone: null, channel: 'phone' },
    ]);
    const { body } = await wang.get(`/api/whistles/${id}/timeline`);
    expect(JSON.stringify(body).match(/居民联系方式已按本人要求删除/g)).toHaveLength(1);
  });

  it('hears that a code is mistyped or nobody’s', async () => {
    const code = newTrackingCode();
    expect((await anyone(code)).body.code).toBe('notFound');
    expect((await anyone(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`)).body.code).toBe('trackingCodeTypo');
  });

  it('[4.2 satisfied] says once that it is solved, which concludes the matter, and asks again within thirty days', async () => {
    const { id, trackingCode } = await blow();
    const code = await linked(id);
    expect((await says(`${code}/rating`, CONTENT)).body.code).toBe('wrongState');
    await toRevisit(id);
    expect((await tracked(code)).rating).toEqual({ open: true, given: false });
    const byOtherCode = await says(`${trackingCode}/rating`, CONTENT);
    expect([byOtherCode.status, byOtherCode.body.code]).toEqual([403, 'roleNotAllowed']);
    const key = randomUUID();
    const first = await says(`${code}/rating`, CONTENT, key);
    expect([first.status, first.body.outcome, first.body.words]).toEqual([200, 'resolved', '办好了。']);
    expect((await says(`${code}/rating`, CONTENT, key)).status).toBe(200);
    const second = await says(`${code}/rating`, { ...CONTENT, solved: 'no' });
    expect([second.status, second.body.code]).toEqual([409, 'alreadyAnswered']);
    const { rows } = await harness.pool.query('SELECT satisfaction, revisited_by FROM reporter WHERE whistle_id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ satisfaction: 'satisfied', revisited_by: 'sender' }]);
    expect((await tracked(code)).reopening).toEqual({ open: true, until: expect.any(String) });
    expect((await tracked(trackingCode)).reopening.open).toBe(false);
    const again = await says(`${code}/reopening`, { reason: '才过一周，车又停满了。' });
    expect([again.status, again.body.code]).toEqual([200, undefined]);
    await come(id, 'CHECKED_IN');
    expect((await tracked(code)).outcome).toBeUndefined();
  });

  it('[4.5 duplicate] of two the first content one is heard, and the matter waits for the other', async () => {
    const { id } = await blow([FIRST, { channel: 'other' }]);
    const code = await linked(id);
    await toRevisit(id);
    expect((await says(`${code}/rating`, CONTENT)).body.rating).toEqual({ open: false, given: true });
    const { rows } = await harness.pool.query('SELECT phone, satisfaction FROM reporter WHERE whistle_id = $1', [id]);
    expect(rows.find(({ phone }) => phone === null).satisfaction).toBe('satisfied');
    expect((await wang.get(`/api/whistles/${id}`)).body.state).toBe('REVISITING');
  });

  it('chooses a community without signing in', async () => {
    const answer = await fetch(`${await harness.app.getUrl()}/api/communities/public`);
    const { items } = PublicCommunities.parse(await answer.json());
    expect(items).toContainEqual({ id: 'ZX01', subdistrictId: 'zx', name: expect.any(String) });
  });

  it('is described in the API, with what it answers and refuses', async () => {
    const { paths, components } = (await wang.get('/openapi.json')).body as ApiDocument;
    const own = Object.entries(paths).filter(([path]) => path.includes('/track/'));
    expect(own).toHaveLength(3);
    expect(apiFaults({ paths: Object.fromEntries(own), components })).toEqual([]);
  });
});
