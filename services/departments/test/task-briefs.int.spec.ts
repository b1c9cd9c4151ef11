import { TaskBrief } from '@hsl/contracts/schemas/task-briefs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DepartmentsService, type Answer, type Caller } from './departments-service.js';
import { dispatch, type DispatchedWhistle } from './dispatched-whistle.js';

describe('task briefs', () => {
  let service: DepartmentsService;
  let tasks: DispatchedWhistle['tasks'];
  let handler: Caller;
  let head: Caller;
  let deputyLeader: Caller;
  beforeAll(async () => {
    service = await DepartmentsService.start(['postgres', 'temporal']);
    handler = service.person('handler', 'zjj');
    head = service.person('head', 'zjj');
    deputyLeader = service.staff('deputyLeader');
  }, 120_000);
  afterAll(() => service?.stop(), 60_000);
  beforeEach(async () => {
    ({ tasks } = await dispatch(service, ['zjj', 'cgj']));
    await service.rows(`UPDATE department_task SET state = 'IN_PROGRESS' WHERE id = ANY ($1)`, Object.values(tasks));
  });

  const BRIEF = {
    ...{ goal: '年底前办成 480 户不动产登记', owner: '分管副局长', dueOn: '2026-12-31' },
    measures: ['逐户核对购房资料', '补办竣工验收备案'],
  };
  const said = ({ status, body }: Answer) => [status, body.code];
  const path = (code = 'zjj') => `/api/department-tasks/${tasks[code]}/brief`;
  const sign = (by: Caller, version: number) => by.post(`${path()}/signatures`, { version });

  it('[S61] name goal, measures, owner and signatures, and stay as they are once both have signed', async () => {
    const { status, body } = await handler.put(path(), BRIEF);
    expect([status, TaskBrief.safeParse(body).error]).toEqual([200, undefined]);
    expect(body).toMatchObject({ ...BRIEF, state: 'DRAFT', version: 1, writtenBy: 'zx-handler-zjj', signatures: {} });
    expect((await sign(head, 1)).body).toMatchObject({ state: 'DRAFT', signatures: { head: { by: 'zx-head-zjj' } } });
    // The text is the same as the deputy leader read before the head signed.
    const signed = (await sign(deputyLeader, 1)).body;
    expect(signed).toMatchObject({
      ...{ ...BRIEF, state: 'SIGNED' },
      signatures: { head: { by: 'zx-head-zjj' }, deputyLeader: { by: 'zx-deputyleader' } },
    });
    expect(said(await handler.put(path(), { ...BRIEF, goal: '少办一些' }))).toEqual([409, 'briefSigned']);
    expect(said(await sign(head, signed.version))).toEqual([409, 'alreadyAnswered']);
    expect((await head.get(path())).body).toMatchObject({ ...BRIEF, signatures: signed.signatures });
    const { items } = (await handler.get(`/api/department-tasks/${tasks['zjj']}/timeline`)).body;
    const kinds = items.map(({ kind }: { kind: string }) => kind).filter((kind: string) => kind.startsWith('brief'));
    expect(kinds).toEqual(['briefWritten', 'briefSigned', 'briefSigned']);
  });

  it('written anew lose the signature under the other text, and are signed as they were read', async () => {
    await handler.put(path(), BRIEF);
    await sign(head, 1);
    const again = (await handler.put(path(), { ...BRIEF, goal: '办成 500 户' })).body;
    expect(again).toMatchObject({ goal: '办成 500 户', signatures: {} });
    expect(again.signatures.head).toBeUndefined();
    expect(said(await sign(deputyLeader, 1))).toEqual([409, 'briefChanged']);
    expect((await sign(deputyLeader, again.version)).status).toBe(200);
  });

  it('are the lead’s, written by its people while they work on it, and signed by no one else', async () => {
    expect(said(await service.person('handler', 'cgj').put(path('cgj'), BRIEF))).toEqual([403, 'roleNotAllowed']);
    expect(said(await service.person('handler', 'cgj').put(path(), BRIEF))).toEqual([404, 'notFound']);
    expect(said(await service.staff('liaisonOfficer').put(path(), BRIEF))).toEqual([403, 'roleNotAllowed']);
    expect(said(await handler.get(path()))).toEqual([404, 'notFound']);
    expect(said(await handler.put(path(), { ...BRIEF, measures: [] }))).toEqual([422, 'validationFailed']);
    await handler.put(path(), BRIEF);
    expect(said(await sign(handler, 1))).toEqual([403, 'roleNotAllowed']);
    expect(said(await sign(service.staff('groupLeader'), 1))).toEqual([403, 'roleNotAllowed']);
    await service.rows(`UPDATE department_task SET state = 'VERIFIED' WHERE id = $1`, tasks['zjj']);
    expect(said(await handler.put(path(), BRIEF))).toEqual([409, 'wrongState']);
  });
});
