import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Post } from '@hsl/contracts/roles';
import { checkInWorkflowId } from '@hsl/contracts/workflow-ids';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { termsFor } from '@hsl/domain/matter-terms';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import {
  eventually,
  signalsOf,
  startMembers,
  startSilentWhistle,
  type MembersUnderTest,
} from './members-under-test.js';

jest.setTimeout(60_000);

const memberPost = (n: string): Post => ({ role: 'member', memberId: `ZX-M${n}`, communityIds: [] });

describe('members who come unasked, and members who leave', () => {
  let members: MembersUnderTest;
  beforeAll(async () => {
    members = await startMembers(['postgres', 'temporal', 'kafka'], 'api,worker,relay');
  }, 90_000);
  afterAll(() => members.close());

  const rows = async (text: string, values: unknown[] = []) => (await members.pool.query(text, values)).rows;

  async function asked(): Promise<string> {
    const whistleId = await startSilentWhistle(members.app);
    const terms = termsFor({ version: 1, content: DEFAULT_RULE_SET }, 'G3', CHINA_CALENDAR);
    const matter = { whistleId, number: 'ZX-2026-000123', subdistrictId: 'zx', communityId: 'ZX03' };
    await members.app.get(TemporalClient).workflow.start('checkInWorkflow', {
      ...{ workflowId: checkInWorkflowId(whistleId), taskQueue: 'members' },
      args: [{ ...matter, categoryCode: 'C1', terms }],
    });
    await eventually(async () =>
      (await rows('SELECT 1 FROM check_in WHERE whistle_id = $1', [whistleId])).length === 2 ? true : undefined,
    );
    return whistleId;
  }

  it('[4.2 assign] lets a member who was not asked claim the matter, once, and tells the whistle', async () => {
    const whistleId = await asked();
    const m09 = members.as('zx-member-09', [memberPost('09')]);
    const key = { 'idempotency-key': 'claim' };
    const claimed = await m09.post('/api/check-ins/claims', { whistleId }, key);
    expect(claimed).toMatchObject({ status: 200, body: { state: 'CONFIRMED', member: { id: 'ZX-M09' } } });
    expect((await m09.post('/api/check-ins/claims', { whistleId }, key)).body['id']).toBe(claimed.body['id']);
    expect(await signalsOf(members.app, whistleId)).toEqual([{ memberId: 'ZX-M09', substituted: false }]);
    const late = members.as('zx-member-10', [memberPost('10')]);
    expect(await late.post('/api/check-ins/claims', { whistleId })).toMatchObject({ status: 409 });
    const worker = members.as('zx-worker-03', [{ role: 'communityWorker', communityIds: ['ZX03'] }]);
    expect((await worker.post('/api/check-ins/claims', { whistleId })).status).toBe(403);
    const foreign = members.as('ys-member-01', [{ role: 'member', memberId: 'YS-M01', communityIds: [] }], 'ys');
    expect((await foreign.post('/api/check-ins/claims', { whistleId })).status).toBe(404);
  });

  it('does not ask a member who is away, and passes on what waits for one who leaves today', async () => {
    const day = (offset: number): string =>
      new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
    const away = { firstDay: day(0), lastDay: day(3) };
    const path = '/api/members/ZX-M06/absences';
    const liaison = members.as('zx-liaison1', [{ role: 'liaisonOfficer' }]);
    const m06 = members.as('zx-member-06', [memberPost('06')]);
    const m07 = members.as('zx-member-07', [memberPost('07')]);
    const whistleId = await asked();
    expect((await m07.post(path, away)).status).toBe(403);
    expect(await liaison.post(path, away)).toMatchObject({ status: 422, body: { code: 'reasonMissing' } });
    const past = { firstDay: day(-3), lastDay: day(-1) };
    expect(await m06.post(path, past)).toMatchObject({ status: 422, body: { code: 'absenceInThePast' } });
    const later = await m06.post(path, { firstDay: day(10), lastDay: day(12) });
    expect([later.status, later.body['passedOn']]).toEqual([200, undefined]);
    const waiting = await rows(`SELECT 1 FROM check_in WHERE member_id = 'ZX-M06' AND state = 'REQUESTED'`);
    expect(await m06.post(path, away)).toMatchObject({ status: 200, body: { passedOn: waiting.length } });
    expect(await m06.post(path, away)).toMatchObject({ status: 200, body: { passedOn: 0 } });
    const now = await rows('SELECT member_id, state, reason_code FROM check_in WHERE whistle_id = $1', [whistleId]);
    expect(now.find((row) => row.member_id === 'ZX-M06')).toMatchObject({ state: 'DECLINED', reason_code: 'absence' });
    expect(now.filter(({ state }) => state === 'REQUESTED')).toHaveLength(2);
    const next = await asked();
    expect(await rows(`SELECT 1 FROM check_in WHERE whistle_id = $1 AND member_id = 'ZX-M06'`, [next])).toEqual([]);
    expect((await liaison.get(path)).body['items']).toHaveLength(2);
    await rows(`DELETE FROM member_absence WHERE member_id = 'ZX-M06'`);
  });

  it('[4.5 member or handler leaves office] hands every open request of a member to the next one', async () => {
    const whistleId = await asked();
    const [first] = await rows('SELECT member_id FROM check_in WHERE whistle_id = $1 ORDER BY member_id', [whistleId]);
    const memberId = first!['member_id'] as string;
    const path = `/api/members/${memberId}/departure`;
    const liaison = members.as('zx-liaison1', [{ role: 'liaisonOfficer' }]);
    const admin = members.as('zx-admin', [{ role: 'admin' }]);
    expect((await liaison.post(path)).status).toBe(403);
    const done = await admin.post(path);
    expect(done).toMatchObject({ status: 200, body: { id: memberId } });
    expect(done.body['passedOn']).toBeGreaterThan(0);
    const version = () => rows('SELECT version FROM member WHERE id = $1', [memberId]);
    const once = await version();
    // Who has left leaves no second time, and nothing is told again.
    expect(await admin.post(path)).toMatchObject({ status: 409, body: { code: 'wrongState', state: 'LEFT' } });
    expect(await version()).toEqual(once);
    const now = await rows('SELECT member_id, state FROM check_in WHERE whistle_id = $1', [whistleId]);
    expect(now.find((row) => row.member_id === memberId)).toMatchObject({ state: 'DECLINED' });
    expect(now.filter(({ state }) => state === 'REQUESTED')).toHaveLength(2);
    expect(await rows('SELECT 1 FROM area_assignment WHERE member_id = $1 AND last_day IS NULL', [memberId])).toEqual(
      [],
    );
    const next = await asked();
    expect(await rows('SELECT 1 FROM check_in WHERE whistle_id = $1 AND member_id = $2', [next, memberId])).toEqual([]);
  });
});
