import {
  LookBackPage,
  RevisitCall,
  RevisitCallEnded,
  RevisitCalls,
  RevisitRecord,
} from '@hsl/contracts/schemas/follow-ups';
import { ReferralPage } from '@hsl/contracts/schemas/referrals';
import { apiFaults, type ApiDocument } from '@hsl/deploy/checks/api-faults';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const BODY = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX01', place: '东门', facts: '电动车占道' };
const PHONE = '13800001234';

describe('what is asked and looked at afterwards', () => {
  let harness: Harness;
  let people: Record<'wang' | 'colleague' | 'elsewhere' | 'liaison' | 'member' | 'handler', Caller>;
  beforeAll(async () => {
    harness = await openHarness();
    await harness.pool.query(`UPDATE known_reference SET facts = '{"name":"城管局"}' WHERE id = 'ZX-CGJ'`);
    const member = postOf('member', { memberId: 'ZX-M01', communityIds: ['ZX01'] });
    people = {
      ...{ wang: harness.as('zx-worker-01', worker()), colleague: harness.as('zx-worker-01b', worker()) },
      elsewhere: harness.as('zx-worker-02', postOf('communityWorker', { communityIds: ['ZX02'] })),
      ...{ liaison: harness.as('zx-liaison1', postOf('liaisonOfficer')), member: harness.as('zx-member-01', member) },
      handler: harness.as('zx-handler-cgj', postOf('handler', { departmentId: 'ZX-CGJ' })),
    };
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  const blow = async (): Promise<string> =>
    (await people.wang.post('/api/whistles', { ...BODY, reporters: [{ phone: PHONE, channel: 'phone' }] })).body.id;
  /** As its decisions would have left it. */
  const set = (id: string, state: string) =>
    harness.pool.query('UPDATE whistle SET state = $2, waiting_since = now() WHERE id = $1', [id, state]);

  it('says whom to call and how often it was tried, the phone masked; each look at it is on record', async () => {
    const id = await blow();
    await set(id, 'REVISITING');
    const attempt = { channel: 'phone', note: '无人接听' };
    expect((await people.liaison.post(`/api/whistles/${id}/revisit-attempts`, attempt)).body.attempts).toBe(1);
    const { body } = await people.liaison.get(`/api/whistles/${id}/revisits`);
    expect(RevisitRecord.safeParse(body).error).toBeUndefined();
    expect(body).toMatchObject({
      ...{ attemptsNeeded: 3, attempts: [attempt], reporters: [{ channel: 'phone', maskedPhone: '138****1234' }] },
      contact: { allowed: true },
    });
    expect(JSON.stringify(body)).not.toContain(PHONE);
    const contact = `/api/whistles/${id}/reporters/${body.reporters[0].id}/contact`;
    expect((await people.liaison.post(contact, {})).status).toBe(422);
    expect((await people.liaison.post(contact, { purpose: 'callBack' })).body.phone).toBe(PHONE);
    expect((await people.member.post(contact, { purpose: 'callBack' })).status).toBe(404);
    await harness.pool.query(`UPDATE whistle SET member_ids = '{ZX-M01}' WHERE id = $1`, [id]);
    // A member at work on it learns a phone only where the resident consents, which nobody has recorded.
    expect((await people.member.post(contact, { purpose: 'callBack' })).status).toBe(403);
    expect((await people.handler.post(contact, { purpose: 'callBack' })).status).toBe(404);
    const { body: timeline } = await people.liaison.get(`/api/whistles/${id}/timeline`);
    const looks = timeline.items.filter(({ kind }: { kind: string }) => kind === 'contactRead');
    expect(looks).toHaveLength(1);
    expect(JSON.stringify(timeline)).not.toContain(PHONE);
    // Who entered the matter does not ask its residents.
    expect((await people.wang.get(`/api/whistles/${id}/revisits`)).status).toBe(403);
    expect((await people.elsewhere.get(`/api/whistles/${id}/revisits`)).status).toBe(404);
  });

  it('lets one person call at a time: others hear the name, until it is over or has run out', async () => {
    const id = await blow();
    const call = `/api/whistles/${id}/revisit-call`;
    const other = harness.as('zx-liaison2', postOf('liaisonOfficer'), { name: '王敏' });
    expect((await other.put(call, {})).body.code).toBe('wrongState');
    await set(id, 'REVISITING');
    // Of two at the same instant one has it.
    const both = await Promise.all([people.liaison, other].map((who) => who.put(call, {})));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    await people.liaison.delete(call);
    const taken = await other.put(call, {});
    expect(RevisitCall.parse(taken.body)).toMatchObject({ whistleId: id, heldBy: '王敏', mine: true });
    const listed = RevisitCalls.parse((await people.liaison.get('/api/whistles/revisit-calls')).body).items;
    expect(listed).toMatchObject([{ whistleId: id, heldBy: '王敏', mine: false }]);
    expect((await people.elsewhere.get('/api/whistles/revisit-calls')).body.items).toEqual([]);
    expect((await people.handler.get('/api/whistles/revisit-calls')).body.code).toBe('roleNotAllowed');

    const { reporters } = (await people.liaison.get(`/api/whistles/${id}/revisits`)).body;
    const refusals = [
      await people.liaison.put(call, {}),
      await people.liaison.post(`/api/whistles/${id}/revisits`, { satisfaction: 'satisfied', solved: 'yes' }),
      await people.liaison.post(`/api/whistles/${id}/revisit-attempts`, { channel: 'phone' }),
      await people.liaison.post(`/api/whistles/${id}/reporters/${reporters[0].id}/contact`, { purpose: 'callBack' }),
    ];
    for (const { status, body } of refusals)
      expect([status, body.code, body.heldBy]).toEqual([409, 'revisitCallTaken', '王敏']);
    // Nobody hangs up for somebody else.
    expect(RevisitCallEnded.safeParse((await people.liaison.delete(call)).body).error).toBeUndefined();
    expect((await people.liaison.put(call, {})).status).toBe(409);
    const attempt = { channel: 'phone', note: '无人接听' };
    expect((await other.post(`/api/whistles/${id}/revisit-attempts`, attempt)).body.attempts).toBe(1);

    await harness.pool.query('UPDATE revisit_call SET until = now() WHERE whistle_id = $1', [id]);
    expect((await people.liaison.put(call, {})).body).toMatchObject({ heldBy: 'zx-liaison1', mine: true });
    await people.liaison.delete(call);
    expect((await other.get('/api/whistles/revisit-calls')).body.items).toEqual([]);
    const { paths, components } = (await other.get('/openapi.json')).body as ApiDocument;
    const own = Object.entries(paths).filter(([path]) => /\/revisit-calls?$/.test(path));
    expect(own).toHaveLength(2);
    expect(apiFaults({ paths: Object.fromEntries(own), components })).toEqual([]);
  });

  it('lists look-backs by their day, with what may be done about each', async () => {
    const id = await blow();
    await set(id, 'LOOKING_BACK');
    const plan = `INSERT INTO look_back (whistle_id, sequence, subdistrict_id, due_at, state)
      VALUES ($1, 1, 'zx', now() - interval '1 day', 'SCHEDULED'), ($1, 2, 'zx', now() + interval '30 days', 'SCHEDULED')`;
    await harness.pool.query(plan, [id]);
    const listed = async (by: Caller, query = '') => {
      const { status, body } = await by.get(`/api/look-backs${query}`);
      expect(status).toBe(200);
      expect(LookBackPage.safeParse(body).error).toBeUndefined();
      return body;
    };
    const all = (await listed(people.colleague)).items;
    expect(all).toMatchObject([
      { whistleId: id, sequence: 1, facts: BODY.facts, action: { name: 'lookBack.report', allowed: true } },
      { whistleId: id, sequence: 2, action: { allowed: false, reasonCode: 'lookBackNotDue' } },
    ]);
    const sequences = (body: { items: { sequence: number }[] }) => body.items.map(({ sequence }) => sequence);
    expect(sequences(await listed(people.liaison, '?due=true'))).toEqual([1]);
    const first = await listed(people.liaison, '?limit=1');
    expect(sequences(await listed(people.liaison, `?limit=1&cursor=${first.nextCursor}`))).toEqual([2]);
    expect((await listed(people.liaison, '?state=STABLE')).items).toEqual([]);
    expect((await listed(people.elsewhere)).items).toEqual([]);
    // Who entered it does not say whether it holds.
    expect((await listed(people.wang)).items[0].action).toMatchObject({ allowed: false });
  });

  it('lists to heads and handlers the look-backs of what their unit handled, for others to report', async () => {
    const [ours, theirs] = [await blow(), await blow()];
    for (const [id, unit] of [
      [ours, 'ZX-CGJ'],
      [theirs, 'ZX-XFD'],
    ]) {
      await set(id!, 'LOOKING_BACK');
      await harness.pool.query('UPDATE whistle SET department_ids = ARRAY[$2] WHERE id = $1', [id, unit]);
      await harness.pool.query(
        `INSERT INTO look_back (whistle_id, sequence, subdistrict_id, due_at, state) VALUES ($1, 1, 'zx', now(), 'SCHEDULED')`,
        [id],
      );
    }
    for (const role of ['handler', 'deputyHead', 'head'] as const) {
      const listed = await harness
        .as(`zx-${role}-cgj`, postOf(role, { departmentId: 'ZX-CGJ' }))
        .get('/api/look-backs');
      expect(listed.body.items).toMatchObject([{ whistleId: ours, action: { allowed: false } }]);
    }
    const elsewhere = harness.as('zx-handler-gdg', postOf('handler', { departmentId: 'ZX-GDG' }));
    expect((await elsewhere.get('/api/look-backs')).body.items).toEqual([]);
  });

  it('is read and answered once by the district where a step was so late that it went up there', async () => {
    const [id, quiet] = [await blow(), await blow()];
    const district = harness.as('zx-district', postOf('districtCommittee'));
    const leader = harness.as('zx-leader', postOf('groupLeader'));
    const dueAt = Date.parse('2026-11-20T10:00:00.000Z');
    // As the decisions of the matter, and the events of a department, leave it (history.consumer.ts).
    const line = `INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, at, details)
      VALUES ('zx', $1, 0, $2, $2, now(), $3)`;
    await harness.pool.query(line, [id, 'escalatedSupervision', { step: 'verify', rung: 6, dueAt }]);
    const late = { step: 'feedback', departmentId: 'ZX-CGJ', rung: 6, dueAt };
    await harness.pool.query(line, [id, 'supervision.escalated.v1', late]);
    const listed = async (by: Caller, query = '') => ReferralPage.parse((await by.get(`/api/referrals${query}`)).body);
    const { items } = await listed(district);
    expect(items).toMatchObject([
      {
        ...{ whistleId: id, step: 'feedback', departmentId: 'ZX-CGJ', departmentName: '城管局' },
        dueAt: new Date(dueAt).toISOString(),
      },
      { whistleId: id, step: 'verify', facts: BODY.facts, actions: [{ name: 'matter.answerReferral', allowed: true }] },
    ]);
    const { nextCursor } = await listed(leader, '?limit=1');
    expect((await listed(leader, `?limit=1&cursor=${nextCursor}`)).items).toMatchObject([{ step: 'verify' }]);
    expect((await listed(people.elsewhere)).items).toEqual([]);
    expect((await listed(people.colleague)).items).toHaveLength(2);
    // What was referred may be opened by the district, and nothing else.
    expect((await district.get(`/api/whistles/${id}`)).status).toBe(200);
    expect((await district.get(`/api/whistles/${quiet}`)).status).toBe(404);

    const path = `/api/referrals/${items[0]!.id}/answer`;
    const said = { answer: '区督查室已约谈该单位。' };
    expect((await leader.post(path, said)).status).toBe(403);
    for (let time = 1; time <= 2; time += 1) {
      expect(await district.post(path, said)).toMatchObject({
        ...{ status: 200, body: { answer: { text: said.answer }, actions: [{ allowed: false }] } },
      });
    }
    // Answered twice, told once.
    const { rows: told } = await harness.pool.query(
      `SELECT envelope -> 'data' AS data FROM outbox_event WHERE envelope ->> 'type' = 'referral.answered.v1'`,
    );
    expect(told).toEqual([
      {
        data: expect.objectContaining({
          whistleId: id,
          step: 'feedback',
          departmentId: 'ZX-CGJ',
          answeredBy: 'zx-district',
        }),
      },
    ]);
    expect((await district.post(path, { answer: '另说' })).body.code).toBe('alreadyAnswered');
    expect((await district.post('/api/referrals/0/answer', said)).status).toBe(404);
    expect((await listed(leader, '?answered=true')).items.map(({ step }) => step)).toEqual(['feedback']);
    expect((await listed(leader, '?answered=false')).items.map(({ step }) => step)).toEqual(['verify']);
    const { body } = await leader.get(`/api/whistles/${id}/timeline`);
    expect(body.items.filter(({ kind }: { kind: string }) => kind === 'referralAnswered')).toHaveLength(1);
    const { paths, components } = (await leader.get('/openapi.json')).body as ApiDocument;
    const own = Object.entries(paths).filter(([one]) => /referrals|redaction|look$/.test(one));
    expect([own.length, apiFaults({ paths: Object.fromEntries(own), components })]).toEqual([4, []]);
  });
});
