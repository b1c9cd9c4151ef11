import { Dispute, DisputePage, RulingPage } from '@hsl/contracts/schemas/approvals';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DepartmentsService, type Answer, type Caller } from './departments-service.js';
import { dispatch, termsWith } from './dispatched-whistle.js';

const RETURN = { reasonCode: 'notOurDuty', toDepartmentId: 'ZX-XFD', legalBasis: '《消防法》第五十三条' };
const DAY_MS = 86_400_000;

interface Asked {
  kind: string;
  reason?: string;
  task: { id: string };
  action: { name: string; allowed: boolean };
}

describe('what waits for somebody’s word', () => {
  let service: DepartmentsService;
  let people: Record<'handler' | 'gdg' | 'head' | 'xfd' | 'other' | 'liaison' | 'deputy' | 'group', Caller>;
  beforeAll(async () => {
    service = await DepartmentsService.start(['postgres', 'temporal']);
    people = {
      ...{ handler: service.person('handler', 'cgj'), gdg: service.person('handler', 'gdg') },
      ...{ head: service.person('head', 'cgj'), xfd: service.person('head', 'xfd') },
      other: service.person('head', 'zjj'),
      ...{ liaison: service.staff('liaisonOfficer'), deputy: service.staff('deputyLeader') },
      group: service.staff('groupLeader'),
    };
  }, 120_000);
  afterAll(() => service.stop(), 60_000);

  const post = async (by: Caller, id: string | undefined, step: string, body: object): Promise<Answer> => {
    const answer = await by.post(`/api/department-tasks/${id}/${step}`, body);
    expect([step, answer.status]).toEqual([step, 200]);
    return answer;
  };
  const askedOf = async (by: Caller, ids: readonly (string | undefined)[], query = ''): Promise<Asked[]> => {
    const { status, body } = await by.get(`/api/rulings?limit=50${query}`);
    expect(status).toBe(200);
    expect(RulingPage.safeParse(body).error).toBeUndefined();
    return body.items.filter(({ task }: Asked) => ids.includes(task.id));
  };
  const kindsFor = async (by: Caller, ids: readonly (string | undefined)[]) =>
    (await askedOf(by, ids)).map(({ kind }) => kind).toSorted();

  it('is listed for whoever may give it, with who asks and why', async () => {
    const { tasks } = await dispatch(service, ['cgj', 'gdg']);
    const { cgj, gdg } = tasks;
    const ids = [cgj, gdg];
    await post(people.handler, cgj, 'acknowledgement', {});
    await post(people.gdg, gdg, 'return-request', RETURN);
    const [row] = await service.rows('SELECT feedback_due_at AS due FROM department_task WHERE id = $1', cgj);
    const newDueAt = new Date((row!['due'] as Date).getTime() + DAY_MS).toISOString();
    await post(people.handler, cgj, 'extension-request', { newDueAt, reason: '材料待批' });
    await post(people.handler, cgj, 'idle-flags', { supportingTaskId: gdg, reason: '三天没有动作' });
    const asked = await askedOf(people.liaison, ids);
    const of = (kind: string) => asked.find((one) => one.kind === kind);
    expect(of('return')).toMatchObject({
      ...{ reasonCode: 'notOurDuty', legalBasis: RETURN.legalBasis, askedRole: 'handler' },
      ...{ toDepartment: { id: 'ZX-XFD' }, dueAt: expect.any(String) },
      action: { name: 'departmentTask.ruleReturn', allowed: true },
    });
    expect(of('extension')).toMatchObject({ newDueAt, reason: '材料待批', action: { allowed: true } });
    expect(of('pause')).toMatchObject({ reason: '三天没有动作', action: { name: 'departmentTask.agreePause' } });
    expect(await askedOf(people.liaison, ids, '&kind=extension')).toHaveLength(1);
    for (const who of [people.deputy, people.group, people.handler]) expect(await askedOf(who, ids)).toEqual([]);
    await post(people.liaison, cgj, 'extension-ruling', { approve: true });
    await post(people.liaison, cgj, 'pause', { reason: '等供电公司' });
    expect(await kindsFor(people.liaison, ids)).toEqual(['return']);
  });

  it('is a dispute with its units, bases, site meeting and rulings, for its parties and those who rule', async () => {
    const terms = termsWith();
    const { tasks } = await dispatch(service, ['cgj'], {
      ...terms,
      thresholds: { ...terms.thresholds, unitsTried: 1 },
    });
    const id = tasks['cgj'];
    await post(people.handler, id, 'return-request', RETURN);
    await post(people.handler, id, 'interim-actions', { action: '先设围挡' });
    expect(await kindsFor(people.liaison, [id])).toEqual(['siteMeeting']);
    await post(people.liaison, id, 'site-meeting', { findings: '以围墙为界', attended: ['城管局', '消防'] });
    await post(people.xfd, id, 'statements', { position: '不属消防' });
    expect(await kindsFor(people.deputy, [id])).toEqual(['dispute']);
    await post(people.deputy, id, 'dispute-ruling', { toDepartmentId: 'ZX-XFD', reason: '消防监管范围' });
    await post(people.xfd, id, 'appeal', { reason: '不服' });
    expect([await kindsFor(people.deputy, [id]), await kindsFor(people.group, [id])]).toEqual([[], ['appeal']]);

    const listed = async (by: Caller, query = '') => {
      const { body } = await by.get(`/api/disputes?limit=50${query}`);
      expect(DisputePage.safeParse(body).error).toBeUndefined();
      return body.items.map((task: { id: string }) => task.id);
    };
    for (const who of [people.deputy, people.group, people.head, people.xfd]) expect(await listed(who)).toContain(id);
    expect(await listed(people.other)).not.toContain(id);
    expect((await people.handler.get('/api/disputes')).status).toBe(403);
    expect((await people.other.get(`/api/disputes/${id}`)).status).toBe(404);

    const { body } = await people.xfd.get(`/api/disputes/${id}`);
    expect(Dispute.safeParse(body).error).toBeUndefined();
    expect(body).toMatchObject({
      ...{ phase: 'appealed', toDepartment: { id: 'ZX-XFD' }, appeal: { role: 'head', reason: '不服' } },
      returns: [{ department: { id: 'ZX-CGJ' }, legalBasis: RETURN.legalBasis, toDepartment: { id: 'ZX-XFD' } }],
      siteMeeting: { findings: '以围墙为界', attended: ['城管局', '消防'] },
      ...{ interim: [{ action: '先设围挡' }], statements: [{ position: '不属消防' }] },
      rulings: [{ kind: 'disputeRuling', toDepartment: { id: 'ZX-XFD' }, reason: '消防监管范围' }],
    });
    await post(people.group, id, 'appeal-ruling', { toDepartmentId: 'ZX-XFD', reason: '维持裁定' });
    const settled = (await people.deputy.get(`/api/disputes/${id}`)).body;
    expect(settled.phase).toBeUndefined();
    expect(settled.precedent).toMatchObject({ categoryCode: 'C1', lead: { id: 'ZX-XFD' }, isThis: true });
    expect(await listed(people.deputy, '&open=false')).toContain(id);
    expect(await listed(people.deputy)).not.toContain(id);
  });
});
