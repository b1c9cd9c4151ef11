import { WhistleAnswer } from '@hsl/contracts/schemas/whistle-view';
import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const BODY = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX01', place: '东门', facts: '电动车占道' };
const ADVICE = { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD'], note: '消防须一同到场' };

describe('a member’s advice on the dispatch', () => {
  let harness: Harness;
  let people: Record<'wang' | 'liaison' | 'member' | 'other', Caller>;
  beforeAll(async () => {
    harness = await openHarness();
    people = {
      ...{ wang: harness.as('zx-worker-01', worker()), liaison: harness.as('zx-liaison1', postOf('liaisonOfficer')) },
      member: harness.as('ys-1', postOf('member', { memberId: 'ZX-M01' })),
      other: harness.as('ys-2', postOf('member', { memberId: 'ZX-M02' })),
    };
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  const read = async (id: string, who = people.liaison) => (await who.get(`/api/whistles/${id}`)).body;
  const assigning = async () => {
    const { id } = (await people.wang.post('/api/whistles', BODY)).body;
    await people.liaison.post(`/api/whistles/${id}/acceptance`, { grade: 'G3' });
    return id as string;
  };
  const checkedIn = async () => {
    const id = await assigning();
    const handle = harness.app.get(TemporalClient).workflow.getHandle(whistleWorkflowId(id));
    await handle.signal('checkedIn', { memberId: 'ZX-M01', substituted: false });
    const end = Date.now() + 10_000;
    while ((await read(id)).state !== 'CHECKED_IN') {
      if (Date.now() > end) throw new Error('nobody is there');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return id;
  };
  const advise = (id: string, body: object = ADVICE, who = people.member, key?: string) =>
    who.post(`/api/whistles/${id}/dispatch-advice`, body, key ? { 'idempotency-key': key } : {});

  it('is kept with the matter and shown to the liaison officer, the latest word of each member', async () => {
    const id = await checkedIn();
    const { version } = await read(id);
    const first = await advise(id, { leadDepartmentId: 'ZX-GDG' });
    expect([first.status, first.body]).toEqual([200, expect.objectContaining({ id, state: 'CHECKED_IN', version })]);
    for (let sent = 0; sent < 2; sent += 1) expect((await advise(id, ADVICE, people.member, 'a-1')).status).toBe(200);

    const view = await read(id);
    expect(WhistleAnswer.strict().safeParse(view).error).toBeUndefined();
    expect(view.dispatchAdvice).toEqual([{ ...ADVICE, memberId: 'ZX-M01', advisedAt: expect.any(String) }]);
    expect(view.contents.map(({ kind }: { kind: string }) => kind)).toEqual(['dispatchAdvice', 'dispatchAdvice']);
    const { body } = await people.liaison.get(`/api/whistles/${id}/timeline`);
    const lines = body.items.filter(({ kind }: { kind: string }) => kind === 'dispatchAdvised');
    expect(lines.map(({ text }: { text: string }) => text)).toEqual([
      '委员 ZX-M01 建议派单：ZX-GDG',
      '委员 ZX-M01 建议派单：ZX-CGJ、ZX-XFD',
    ]);
    expect(JSON.stringify(body)).not.toContain(ADVICE.note);

    const dispatch = { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-XFD'] };
    const dispatched = await people.liaison.post(`/api/whistles/${id}/dispatch`, dispatch);
    expect([dispatched.status, dispatched.body.state]).toEqual([200, 'COORDINATING']);
    const late = await advise(id);
    expect([late.status, late.body.code, late.body.state]).toEqual([409, 'wrongState', 'COORDINATING']);
  });

  it('is for the member who is there only, and not before', async () => {
    const early = await assigning();
    expect([403, 404, 409]).toContain((await advise(early)).status);
    const id = await checkedIn();
    const offer = (await read(id, people.member)).actions.find(
      ({ name }: { name: string }) => name === 'whistle.adviseDispatch',
    );
    expect(offer.allowed).toBe(true);
    for (const who of [people.liaison, people.wang]) {
      const { status, body } = await advise(id, ADVICE, who);
      expect([status, body.code]).toEqual([403, 'roleNotAllowed']);
    }
    expect([403, 404]).toContain((await advise(id, ADVICE, people.other)).status);
    const { rows } = await harness.pool.query('SELECT 1 FROM step_content WHERE whistle_id = ANY ($1)', [[id, early]]);
    expect(rows).toEqual([]);
  });

  it('names departments that exist, each once', async () => {
    const id = await checkedIn();
    const unknown = await advise(id, { leadDepartmentId: 'ZX-NIX' });
    expect([unknown.status, unknown.body.code, unknown.body.errors[0].field]).toEqual([
      ...[422, 'unknownDepartment', 'leadDepartmentId'],
    ]);
    for (const [supportingDepartmentIds, field] of [
      [['ZX-CGJ'], 'supportingDepartmentIds.0'],
      [['ZX-XFD', 'ZX-XFD'], 'supportingDepartmentIds.1'],
    ]) {
      const { status, body } = await advise(id, { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds });
      expect([status, body.code, body.errors[0].field]).toEqual([422, 'duplicateDepartment', field]);
    }
    expect((await read(id)).dispatchAdvice).toEqual([]);
  });
});
