import { randomUUID } from 'node:crypto';
import { DepartmentTaskDetails } from '@hsl/contracts/schemas/department-tasks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DepartmentsService, type Answer, type Caller } from './departments-service.js';
import { dispatch, termsWith } from './dispatched-whistle.js';

const RETURN = { reasonCode: 'notOurDuty', toDepartmentId: 'ZX-XFD', legalBasis: '《消防法》第五十三条' };
const POSITION = '楼道内充电属消防监管，我局只管公共道路';

describe('what is said in a dispute over responsibility', () => {
  let service: DepartmentsService;
  let people: Record<
    'handler' | 'cgj' | 'xfd' | 'gdg' | 'worker' | 'elsewhere' | 'liaison' | 'deputy' | 'group',
    Caller
  >;
  beforeAll(async () => {
    service = await DepartmentsService.start(['postgres', 'temporal']);
    const worker = (community: string) =>
      service.as('zx-worker', { role: 'communityWorker', communityIds: [community] });
    people = {
      ...{ handler: service.person('handler', 'cgj'), cgj: service.person('deputyHead', 'cgj') },
      ...{ xfd: service.person('head', 'xfd'), gdg: service.person('head', 'gdg') },
      ...{ worker: worker('ZX01'), elsewhere: worker('ZX02') },
      ...{ liaison: service.staff('liaisonOfficer'), deputy: service.staff('deputyLeader') },
      group: service.staff('groupLeader'),
    };
  }, 120_000);
  afterAll(() => service.stop(), 60_000);

  const said = ({ status, body }: Answer) => [status, body.code ?? body.state];
  const post = (by: Caller, id: string, step: string, body: object, headers = {}) =>
    by.post(`/api/department-tasks/${id}/${step}`, body, headers);
  const state = (by: Caller, id: string, position = POSITION, headers = {}) =>
    post(by, id, 'statements', { position }, headers);
  const read = async (by: Caller, id: string) => (await by.get(`/api/department-tasks/${id}`)).body;

  /** One unit that says "not mine" is enough of a dispute under these terms. */
  async function disputed(): Promise<string> {
    const terms = termsWith();
    const { tasks } = await dispatch(service, ['cgj'], {
      ...terms,
      thresholds: { ...terms.thresholds, unitsTried: 1 },
    });
    expect(said(await post(people.handler, tasks['cgj']!, 'return-request', RETURN))).toEqual([200, 'DISPUTED']);
    return tasks['cgj']!;
  }

  it('is stated by both parties and the community, and read by who rules', async () => {
    const id = await disputed();
    const basis = { position: POSITION, legalBasis: '部门职责清单第 12 项' };
    const first = await post(people.cgj, id, 'statements', basis);
    expect(said(first)).toEqual([200, 'DISPUTED']);
    expect(DepartmentTaskDetails.safeParse(first.body).error).toBeUndefined();
    expect(said(await state(people.xfd, id, '充电设施未报消防验收，应先由城管处置'))).toEqual([200, 'DISPUTED']);
    expect(said(await state(people.worker, id, '居民等了两周'))).toEqual([200, 'DISPUTED']);

    const seen = await read(people.deputy, id);
    expect(seen.dispute).toMatchObject({ phase: 'siteMeeting', toDepartment: { id: 'ZX-XFD' } });
    expect(seen.statements).toEqual([
      expect.objectContaining({ ...basis, role: 'deputyHead', department: expect.objectContaining({ id: 'ZX-CGJ' }) }),
      expect.objectContaining({ role: 'head', department: expect.objectContaining({ code: 'XFD' }) }),
      expect.objectContaining({ role: 'communityWorker', position: '居民等了两周' }),
    ]);
    expect(seen.statements[2]).not.toHaveProperty('department');
    expect((await read(people.handler, id)).statements).toEqual([]);
    const { body } = await people.deputy.get(`/api/department-tasks/${id}/timeline`);
    const lines = body.items.filter(({ kind }: { kind: string }) => kind === 'stated');
    expect(lines.map(({ details }: { details: object }) => details)).toEqual([
      { departmentId: 'ZX-CGJ' },
      { departmentId: 'ZX-XFD' },
      {},
    ]);
    expect(JSON.stringify(body)).not.toContain(POSITION);
    const events = await service.rows('SELECT envelope::text FROM outbox_event WHERE subject = $1', id);
    expect(JSON.stringify(events)).not.toContain(POSITION);
  });

  it('is stated once however often it is sent', async () => {
    const id = await disputed();
    const key = { 'idempotency-key': randomUUID() };
    const [one, other] = [await state(people.cgj, id, POSITION, key), await state(people.cgj, id, POSITION, key)];
    expect([one.status, other.status]).toEqual([200, 200]);
    expect((await read(people.deputy, id)).statements).toHaveLength(1);
  });

  it('is for parties and those beside the matter, who find it among their actions', async () => {
    const id = await disputed();
    const stateAction = (actions: { name: string; allowed: boolean }[]) =>
      actions.find(({ name }) => name === 'dispute.state');
    expect(stateAction((await read(people.xfd, id)).actions)).toMatchObject({ allowed: true });
    expect((await state(people.gdg, id)).status).toBe(404);
    expect((await state(people.elsewhere, id)).status).toBe(404);
    for (const who of [people.handler, people.liaison, people.deputy]) {
      expect(said(await state(who, id))).toEqual([403, 'roleNotAllowed']);
    }
    expect(said(await post(people.cgj, id, 'statements', { position: '' }))).toEqual([422, 'validationFailed']);
    expect((await read(people.deputy, id)).statements).toEqual([]);
  });

  it('is refused where nothing is disputed, and between the ruling and an appeal', async () => {
    const { tasks } = await dispatch(service, ['cgj']);
    const calm = await state(people.cgj, tasks['cgj']!);
    expect([...said(calm), calm.body.state]).toEqual([409, 'notInDispute', 'DISPATCHED']);

    const id = await disputed();
    const meeting = { findings: '充电点在楼道内', attended: ['城管', '消防'] };
    expect(said(await post(people.liaison, id, 'site-meeting', meeting))).toEqual([200, 'DISPUTED']);
    expect((await state(people.cgj, id)).status).toBe(200);
    const ruling = { toDepartmentId: 'ZX-XFD', reason: '消防监管范围' };
    expect((await post(people.deputy, id, 'dispute-ruling', ruling)).status).toBe(200);
    const late = await state(people.xfd, id);
    expect([...said(late), late.body.state]).toEqual([409, 'wrongState', 'DISPUTED']);
    expect((await post(people.xfd, id, 'appeal', { reason: '不服' })).status).toBe(200);
    expect((await state(people.xfd, id, '补充：现场已移交')).status).toBe(200);
    expect((await read(people.group, id)).statements).toHaveLength(2);
  });
});
