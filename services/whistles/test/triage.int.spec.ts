import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const BODY = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX01', place: '东门', facts: '电动车占道' };
const REPORTER = { name: '王秀英', phone: '13800001234', channel: 'phone' };

describe('before a whistle is under way', () => {
  let harness: Harness;
  let people: Record<'wang' | 'head' | 'liaison' | 'deputy' | 'otherDeputy' | 'group', Caller>;
  beforeAll(async () => {
    harness = await openHarness();
    people = {
      wang: harness.as('zx-worker-01', worker()),
      head: harness.as('zx-head-01', postOf('communityHead', { communityIds: ['ZX01'] })),
      liaison: harness.as('zx-liaison1', postOf('liaisonOfficer')),
      deputy: harness.as('zx-deputy-leader1', postOf('deputyLeader')),
      otherDeputy: harness.as('zx-deputy-leader2', postOf('deputyLeader')),
      group: harness.as('zx-group-leader', postOf('groupLeader')),
    };
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  const blow = async (extra: object = {}) => {
    const { status, body } = await people.wang.post('/api/whistles', { ...BODY, ...extra });
    expect(status).toBe(201);
    return body.id as string;
  };
  const post = async (who: keyof typeof people, id: string, path: string, body: object = {}) => {
    const answer = await people[who].post(`/api/whistles/${id}/${path}`, body);
    return [answer.status, answer.body.state ?? answer.body.code, answer.body.code ?? ''] as const;
  };
  const read = async (id: string) => (await people.liaison.get(`/api/whistles/${id}`)).body;
  const kinds = async (id: string) =>
    (await people.liaison.get(`/api/whistles/${id}/timeline`)).body.items.map((item: { kind: string }) => item.kind);

  it('[4.2 sendBack] asks for more, takes what is added, and waits to be accepted again', async () => {
    const id = await blow();
    expect(await post('liaison', id, 'send-back', { missing: '哪几栋楼' })).toEqual([200, 'NEEDS_INFO', '']);
    const waiting = await read(id);
    expect(waiting.waitingFor).toEqual([{ step: 'resubmit', kind: 'role', id: 'communityWorker' }]);
    expect(await post('liaison', id, 'acceptance', { grade: 'G3' })).toEqual([409, 'NEEDS_INFO', 'wrongState']);
    expect(await post('wang', id, 'resubmission', { added: '3、4 号楼' })).toEqual([200, 'BLOWN', '']);
    const again = await read(id);
    expect(again.contents.map((one: { kind: string }) => one.kind)).toEqual(['sendBack', 'resubmission']);
    expect(again.waitingFor[0].step).toBe('accept');
  });

  it('[4.2 decline] needs a second person, and gives the community one objection that somebody else rules on', async () => {
    const id = await blow();
    const decline = { reasonCode: 'inCourt', referral: '区法院', reason: '正在审理' };
    expect((await post('liaison', id, 'decline', decline))[0]).toBe(200);
    expect(await post('liaison', id, 'acceptance', { grade: 'G3' })).toEqual([409, 'BLOWN', 'declineProposed']);
    expect((await post('liaison', id, 'decline/ruling', { approve: true }))[2]).toBe('roleNotAllowed');
    expect(await post('deputy', id, 'decline/ruling', { approve: true })).toEqual([200, 'NOT_ACCEPTED', '']);
    expect((await read(id)).outcome).toBe('notAccepted');
    expect(await post('wang', id, 'objection', { reason: '与诉讼无关' })).toEqual([200, 'NOT_ACCEPTED', '']);
    expect((await post('wang', id, 'objection', { reason: '再说一次' }))[2]).toBe('objectionClosed');
    expect((await post('deputy', id, 'objection/ruling', { approve: true }))[2]).toBe('separationOfDuties');
    expect(await post('otherDeputy', id, 'objection/ruling', { approve: true })).toEqual([200, 'BLOWN', '']);
    expect(await kinds(id)).toEqual(['blown', 'declineProposed', 'declined', 'objected', 'objectionRuled']);
  });

  it('keeps a whistle waiting to be accepted when the deputy leader does not follow the proposal', async () => {
    const id = await blow();
    await post('liaison', id, 'decline', { reasonCode: 'notOurs', referral: '邻街道', reason: '不在辖区' });
    expect((await post('deputy', id, 'decline/ruling', { approve: false }))[2]).toBe('validationFailed');
    const ruled = await post('deputy', id, 'decline/ruling', { approve: false, reason: '在辖区内' });
    expect(ruled).toEqual([200, 'BLOWN', '']);
    expect((await post('liaison', id, 'acceptance', { grade: 'G3' }))[1]).toBe('ASSIGNING');
  });

  it('[4.2 blow] takes a yellow whistle only with the head’s countersign, an emergency also before it', async () => {
    const id = await blow({ level: 'yellow' });
    expect((await read(id)).waitingFor.map(({ step }: { step: string }) => step)).toEqual(['countersign', 'accept']);
    expect((await post('liaison', id, 'acceptance', { grade: 'G3', level: 'yellow' }))[2]).toBe('countersignMissing');
    expect((await post('wang', id, 'countersign'))[2]).toBe('roleNotAllowed');
    expect(await post('head', id, 'countersign')).toEqual([200, 'BLOWN', '']);
    expect((await post('head', id, 'countersign'))[2]).toBe('alreadyAnswered');
    expect((await post('liaison', id, 'acceptance', { grade: 'G3', level: 'yellow' }))[0]).toBe(200);
    const urgent = await blow({ level: 'red', kind: 'emergency' });
    expect((await post('liaison', urgent, 'acceptance', { grade: 'G1', level: 'red' }))[0]).toBe(200);
    const steps = (await read(urgent)).deadlines.map(({ step }: { step: string }) => step);
    expect(steps).toContain('countersign');
    expect((await post('head', urgent, 'countersign'))[0]).toBe(200);
  });

  it('[S77] gives each of the four grades its own way and its own time until the resident hears', async () => {
    const grades = ['G1', 'G2', 'G3', 'G4'];
    const seen: { grade: string; state: string; contactWithinMs: number }[] = [];
    for (const grade of grades) {
      const id = await blow({ reporters: [REPORTER] });
      expect((await post('liaison', id, 'acceptance', { grade }))[0]).toBe(200);
      const { state, grade: given, deadlines } = await read(id);
      const contact = deadlines.find(({ step }: { step: string }) => step === 'firstContact');
      const contactWithinMs = Date.parse(contact.dueAt) - Date.parse(contact.startedAt);
      seen.push({ grade: given, state, contactWithinMs });
    }
    expect(seen.map(({ grade }) => grade)).toEqual(grades);
    expect(seen.map(({ state }) => state)).toEqual(['COORDINATING', 'COORDINATING', 'ASSIGNING', 'ASSIGNING']);
    const [g1, g2, g3, g4] = seen.map((one) => one.contactWithinMs) as [number, number, number, number];
    // Two hours and a day by the wall clock; one and two working days, which depend on the hour and the weekday.
    expect([g1, g2]).toEqual([2 * 3_600_000, 24 * 3_600_000]);
    expect(g3).toBeLessThan(g4);
  });

  it('[4.2 routeAtOnce] sends an emergency to the units of the routing table at once, which may be corrected', async () => {
    const id = await blow({ kind: 'emergency' });
    expect(await post('liaison', id, 'acceptance', { grade: 'G1' })).toEqual([200, 'COORDINATING', '']);
    const routed = await read(id);
    expect([routed.leadDepartmentId, routed.departmentIds]).toEqual(['ZX-CGJ', ['ZX-CGJ', 'ZX-XFD']]);
    const units = { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-GDG'], reason: '是供电线路' };
    expect((await post('liaison', id, 'units', units))[0]).toBe(200);
    const corrected = await read(id);
    expect(corrected.departmentIds).toEqual(['ZX-CGJ', 'ZX-GDG']);
    expect(corrected.progress.tasks[0].taskId).toBe(routed.progress.tasks[0].taskId);
    expect((await post('liaison', id, 'units', units))[2]).toBe('unchanged');
  });

  it('[4.2 withdraw] lets the head withdraw with the resident’s consent, and after a red card only with approval', async () => {
    const id = await blow({ reporters: [REPORTER] });
    expect((await post('wang', id, 'withdrawal', { reason: '已自行解决' }))[2]).toBe('roleNotAllowed');
    expect((await post('head', id, 'withdrawal', { reason: '已自行解决' }))[2]).toBe('validationFailed');
    const consented = { reason: '已自行解决', consent: { channel: 'phone' } };
    expect(await post('head', id, 'withdrawal', consented)).toEqual([200, 'WITHDRAWN', '']);
    expect((await post('head', id, 'withdrawal', consented))[2]).toBe('wrongState');
    expect((await read(id)).outcome).toBe('withdrawn');

    const carded = await blow();
    await harness.pool.query('UPDATE whistle SET red_carded_at = now() WHERE id = $1', [carded]);
    expect(await post('head', carded, 'withdrawal', { reason: '不办了' })).toEqual([200, 'BLOWN', '']);
    expect((await post('deputy', carded, 'withdrawal/ruling', { approve: false, reason: '须办完' }))[1]).toBe('BLOWN');
    await post('head', carded, 'withdrawal', { reason: '不办了' });
    expect(await post('deputy', carded, 'withdrawal/ruling', { approve: true })).toEqual([200, 'WITHDRAWN', '']);
  });

  it('[4.2 merge] [4.5 duplicate] lets the master take the higher grade and all reporters, five make a group matter', async () => {
    const master = await blow({ reporters: [REPORTER, REPORTER, REPORTER, REPORTER] });
    const twin = await blow({ reporters: [REPORTER], kind: 'emergency' });
    await post('liaison', master, 'acceptance', { grade: 'G4' });
    expect((await post('liaison', twin, 'merge', { masterId: twin, reason: '同一件' }))[2]).toBe('isMaster');
    await post('liaison', twin, 'acceptance', { grade: 'G3' });
    expect(await post('liaison', twin, 'merge', { masterId: master, reason: '同一件' })).toEqual([200, 'MERGED', '']);
    expect(await read(twin)).toMatchObject({ outcome: 'merged', masterId: master });
    const grown = await eventually(
      () => read(master),
      (row) => row.progress.absorbedIds.length === 1,
    );
    expect(grown).toMatchObject({ grade: 'G3', level: 'yellow', progress: { reporterCount: 5, absorbedIds: [twin] } });
    const late = await blow();
    expect((await post('liaison', late, 'merge', { masterId: twin, reason: '同一件' }))[2]).toBe('isMaster');
  });

  it('raises grade and level by the liaison officer, lowers them by the deputy leader only, and moves the deadlines', async () => {
    const id = await blow();
    await post('liaison', id, 'acceptance', { grade: 'G4' });
    const before = await read(id);
    expect((await post('liaison', id, 'grade', { grade: 'G3', reason: '涉及老人' }))[0]).toBe(200);
    expect((await post('liaison', id, 'grade', { grade: 'G3', reason: '再来' }))[2]).toBe('unchanged');
    expect((await post('liaison', id, 'grade', { grade: 'G4', reason: '不急了' }))[2]).toBe('roleNotAllowed');
    expect((await post('deputy', id, 'grade', { grade: 'G4', level: 'red', reason: '牵涉多' }))[2]).toBe(
      'roleNotAllowed',
    );
    expect((await post('deputy', id, 'grade', { grade: 'G4', reason: '不急了' }))[0]).toBe(200);
    const after = await read(id);
    expect([after.grade, after.deadlines]).toEqual(['G4', before.deadlines]);
  });

  it('never shows name or phone of a reporter, and keeps them in their own columns only', async () => {
    const id = await blow({ reporters: [REPORTER] });
    const seen = JSON.stringify([await read(id), await kinds(id)]);
    expect(seen).not.toMatch(/王秀英|13800001234/);
    const { rows } = await harness.pool.query(
      `SELECT (SELECT count(*)::int FROM reporter WHERE whistle_id = $1 AND phone = $2) AS kept,
         (SELECT count(*)::int FROM outbox_event WHERE envelope::text LIKE '%13800001234%') AS leaked`,
      [id, REPORTER.phone],
    );
    expect(rows).toEqual([{ kept: 1, leaked: 0 }]);
  });

  it('[4.3 G3 firstContact] starts the clock of the first contact with the acceptance, and stops it once', async () => {
    const id = await blow({ reporters: [REPORTER] });
    expect((await post('wang', id, 'contacts', { channel: 'phone' }))[2]).toBe('wrongState');
    await post('liaison', id, 'acceptance', { grade: 'G3' });
    const steps = async () => (await read(id)).deadlines.map(({ step }: { step: string }) => step);
    expect(await steps()).toEqual(['checkIn', 'firstContact']);
    expect((await post('wang', id, 'contacts', { channel: 'phone', note: '已说明' }))[0]).toBe(200);
    expect(await steps()).toEqual(['checkIn']);
    expect((await post('wang', id, 'contacts', { channel: 'phone' }))[2]).toBe('alreadyAnswered');
  });
});

async function eventually<T>(look: () => Promise<T>, isThere: (seen: T) => boolean): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const seen = await look();
    if (isThere(seen) || Date.now() > end) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
