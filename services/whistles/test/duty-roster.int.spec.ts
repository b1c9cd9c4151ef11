import { fromIso } from '@hsl/contracts/instants';
import { Clock } from '@hsl/platform/clock';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const BODY = { kind: 'hardProblem', communityId: 'ZX01', place: '东门', facts: '水管爆裂' };
const shift = (day: string, userId: string, from: string, to: string) => ({ day, userId, from, to });
const QUERY = '/api/duty-roster?from=2026-11-26&to=2026-11-28';
const NIGHTS = [
  shift('2026-11-26', 'zx-liaison1', '18:00', '08:30'),
  shift('2026-11-27', 'zx-liaison2', '18:00', '08:30'),
  shift('2026-11-28', 'zx-liaison3', '08:30', '18:00'),
];

describe('the duty roster', () => {
  let harness: Harness;
  let people: Record<'wang' | 'liaison' | 'deputy' | 'group' | 'admin', Caller>;
  beforeAll(async () => {
    harness = await openHarness();
    await harness.pool.query(
      `INSERT INTO known_reference (subdistrict_id, kind, id, facts)
       VALUES ('zx', 'category', 'D2', '{"defaultGrade":"G2"}')`,
    );
    people = {
      wang: harness.as('zx-worker-01', worker()),
      liaison: harness.as('zx-liaison1', postOf('liaisonOfficer')),
      deputy: harness.as('zx-deputy-leader1', postOf('deputyLeader')),
      group: harness.as('zx-group-leader', postOf('groupLeader')),
      admin: harness.as('zx-admin', postOf('admin')),
    };
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  const at = async <T>(text: string, work: () => Promise<T>): Promise<T> => {
    const now = jest.spyOn(harness.app.get(Clock), 'now').mockReturnValue(fromIso(`2026-11-${text}:00+08:00`));
    try {
      return await work();
    } finally {
      now.mockRestore();
    }
  };
  const rungFor = async (text: string, body: object): Promise<string | undefined> => {
    const blown = await at(text, () => people.wang.post('/api/whistles', { ...BODY, ...body }));
    expect(blown.status).toBe(201);
    const { rows } = await harness.pool.query(
      `SELECT envelope -> 'data' ->> 'dutyUserId' AS rung FROM outbox_event WHERE subject = $1`,
      [blown.body.id],
    );
    return rows[0].rung ?? undefined;
  };

  it('is kept by liaison officers and deputy leaders, and read by the leaders too', async () => {
    const kept = await people.liaison.put(QUERY, { shifts: NIGHTS });
    expect([kept.status, kept.body.shifts.length]).toEqual([200, 3]);
    expect(kept.body.shifts[0]).toEqual({
      ...NIGHTS[0],
      ...{ fromAt: '2026-11-26T10:00:00.000Z', toAt: '2026-11-27T00:30:00.000Z' },
    });
    const seen = await at('27T03:00', () => people.group.get(QUERY));
    expect([seen.body.shifts, seen.body.onDutyNow]).toEqual([kept.body.shifts, 'zx-liaison1']);
    expect((await people.group.put(QUERY, { shifts: [] })).body.code).toBe('roleNotAllowed');
    expect((await people.admin.get(QUERY)).body.code).toBe('roleNotAllowed');
    const { rows } = await harness.pool.query(
      `SELECT actor_id, details FROM timeline_entry WHERE kind = 'dutyRosterReplaced'`,
    );
    expect(rows).toMatchObject([{ actor_id: 'zx-liaison1', details: { shifts: NIGHTS } }]);
  });

  it('changes on the days that are named and on no other', async () => {
    const stand = shift('2026-11-28', 'zx-liaison2', '08:30', '20:00');
    const day = '/api/duty-roster?from=2026-11-28&to=2026-11-28';
    expect((await people.deputy.put(day, { shifts: [stand] })).body.shifts).toMatchObject([stand]);
    expect((await people.liaison.get(QUERY)).body.shifts).toMatchObject([NIGHTS[0], NIGHTS[1], stand]);
    await people.deputy.put(day, { shifts: [NIGHTS[2]] });
  });

  it.each<[string, object, string]>([
    ['a day that is not asked for', shift('2026-11-29', 'zx-liaison1', '18:00', '08:30'), 'shifts.0.day'],
    ['a person who is no liaison officer', shift('2026-11-28', 'zx-worker-01', '08:30', '18:00'), 'shifts.0.userId'],
    ['a shift that overlaps the night before', shift('2026-11-28', 'zx-liaison1', '08:00', '18:00'), 'shifts.0'],
    ['no time of day', { ...NIGHTS[2], from: '25:00' }, 'shifts.0.from'],
  ])('refuses %s', async (_what, one, field) => {
    const { status, body } = await people.liaison.put('/api/duty-roster?from=2026-11-28&to=2026-11-28', {
      shifts: [one],
    });
    expect([status, body.errors[0].field]).toEqual([422, field]);
    expect((await people.liaison.get(QUERY)).body.shifts).toHaveLength(3);
  });

  it.each<[string, string, object, string | undefined]>([
    ['an urgent whistle at night', '26T23:00', { categoryCode: 'D2' }, 'zx-liaison1'],
    ['an urgent whistle after midnight', '28T02:00', { categoryCode: 'D2' }, 'zx-liaison2'],
    ['an urgent whistle on a Saturday', '28T10:00', { categoryCode: 'D2' }, 'zx-liaison3'],
    ['an emergency whose grade is not set yet', '26T23:00', { categoryCode: 'C1', kind: 'emergency' }, 'zx-liaison1'],
    ['an urgent whistle in working hours', '27T10:00', { categoryCode: 'D2' }, undefined],
    ['an ordinary whistle at night', '26T23:00', { categoryCode: 'C1' }, undefined],
    ['an urgent whistle in a gap of the roster', '28T20:00', { categoryCode: 'D2' }, undefined],
  ])('%s rings who is on duty', async (_what, when, body, who) => {
    expect(await rungFor(when, body)).toBe(who);
  });
});
