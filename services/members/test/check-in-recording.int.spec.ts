import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CheckInDecision, CheckInFact } from '@hsl/workflows/check-in/check-in.activities';
import { CheckInRecorder } from '../src/check-ins/check-in-recorder.activities.js';
import { signalsOf, startMembers, startSilentWhistle, type MembersUnderTest } from './members-under-test.js';

/** Real servers, on a machine that may be busy. */
jest.setTimeout(60_000);

const AT = Date.UTC(2026, 10, 23, 1);
const DUE = AT + 3_600_000;
const deadline = {
  step: 'checkIn',
  startedAt: AT,
  dueAt: DUE,
  provisional: false,
  paused: false,
  daysOffBetween: 0,
} as const;
const ask = (count: number, round: 1 | 2 = 1) => ({ round, count, dueAt: DUE, deadline });

describe('recording what a check-in decides', () => {
  let members: MembersUnderTest;
  let recorder: CheckInRecorder;
  beforeAll(async () => {
    members = await startMembers(['postgres', 'temporal'], 'api');
    recorder = members.app.get(CheckInRecorder);
    await members.pool.query('DELETE FROM outbox_event');
  }, 60_000);
  afterAll(() => members.close());

  interface Whistle {
    whistleId: string;
    communityId: string;
    categoryCode: string;
    subdistrictId: string;
  }
  const whistle = (differs: Partial<Whistle> = {}): Whistle => ({
    ...{ whistleId: randomUUID(), communityId: 'ZX08', categoryCode: 'none', subdistrictId: 'zx' },
    ...differs,
  });
  const decision = (of: Whistle, decisionNo: number, fact: CheckInFact): CheckInDecision => ({
    ...{ ...of, number: 'ZX-2026-000123', decisionNo, at: AT, fact, by: { userId: 'system', role: 'system' as const } },
  });
  const record = (...args: Parameters<typeof decision>) => recorder.recordCheckInDecision(decision(...args));
  const requested = (count = 2): CheckInFact => ({ type: 'requested', ask: ask(count) });
  const rows = async (text: string, values: unknown[]) => (await members.pool.query(text, values)).rows;
  const checkIns = ({ whistleId }: Whistle) =>
    rows('SELECT * FROM check_in WHERE whistle_id = $1 ORDER BY requested_at, decision_no, id', [whistleId]);
  const events = async ({ whistleId }: Whistle) =>
    (
      await rows(`SELECT envelope FROM outbox_event WHERE envelope->'data'->>'whistleId' = $1 ORDER BY position`, [
        whistleId,
      ])
    ).map(({ envelope }) => envelope);
  const history = ({ whistleId }: Whistle) =>
    rows(
      'SELECT kind, from_state, to_state, actor_id, version FROM timeline_entry WHERE aggregate_id = $1 ORDER BY position',
      [whistleId],
    );
  const states = async (of: Whistle) =>
    Object.fromEntries((await checkIns(of)).map((row) => [row.member_id, row.state]));

  it('[4.2 assign] asks the two members posted to the community and stores why', async () => {
    const of = whistle();
    const asked = await record(of, 1, requested());
    expect(asked.map(({ memberId }) => memberId)).toEqual(['ZX-M15', 'ZX-M16']);
    const stored = await checkIns(of);
    expect(stored.map(({ id }) => String(id)).toSorted()).toEqual(asked.map(({ checkInId }) => checkInId).toSorted());
    expect(stored.find(({ member_id }) => member_id === 'ZX-M15')).toMatchObject({
      ...{ state: 'REQUESTED', round: 1, number: 'ZX-2026-000123', due_at: new Date(DUE), decision_no: 1 },
      pick_reason: { postedHere: true, skillsMatched: [], openLoad: 0, rank: 1 },
      deadline: { ...deadline, holderId: 'ZX-M15' },
    });
    expect(await events(of)).toMatchObject([
      { type: 'checkIn.requested.v1', subject: asked[0]!.checkInId, subdistrictid: 'zx', sequence: 100 },
      { type: 'checkIn.requested.v1', subject: asked[1]!.checkInId, sequence: 101 },
    ]);
    expect(await history(of)).toHaveLength(2);
  });

  it('answers a repeat with the same members in the same order and writes nothing', async () => {
    const of = whistle();
    const first = await record(of, 1, requested());
    const before = [await checkIns(of), await events(of), await history(of)];
    expect(await record(of, 1, requested())).toEqual(first);
    expect([await checkIns(of), await events(of), await history(of)]).toEqual(before);
  });

  it('lets two attempts of one decision at the same moment take effect once', async () => {
    const of = whistle();
    const [one, other] = await Promise.all([record(of, 1, requested()), record(of, 1, requested())]);
    expect(other).toEqual(one);
    expect(await checkIns(of)).toHaveLength(2);
  });

  it('lets many whistles of one community choose at the same moment', async () => {
    const all = Array.from({ length: 12 }, () => whistle({ communityId: 'ZX11' }));
    const asked = await Promise.all(all.map((of) => record(of, 1, requested())));
    expect(asked.every((two) => two.length === 2)).toBe(true);
  });

  it('writes the deadline that a loaded calendar has moved, of those who still owe an answer, and asks nobody', async () => {
    const of = whistle();
    const [first, second] = await record(of, 1, requested());
    const moved = { ...deadline, dueAt: DUE + 86_400_000, provisional: false, reminderAt: DUE };
    const rescheduled = [{ checkInIds: [second!.checkInId], deadline: moved }];
    await record(of, 2, { type: 'calendarLoaded', calendarVersion: 2, rescheduled });
    await record(of, 2, { type: 'calendarLoaded', calendarVersion: 2, rescheduled });
    const byId = Object.fromEntries((await checkIns(of)).map((row) => [row.id, row]));
    expect(byId[second!.checkInId]).toMatchObject({
      ...{ state: 'REQUESTED', due_at: new Date(moved.dueAt) },
      deadline: { ...moved, holderId: second!.memberId },
    });
    expect(byId[first!.checkInId]).toMatchObject({ due_at: new Date(DUE) });
    expect((await history(of)).map(({ kind }) => kind).slice(2)).toEqual(['checkIn.calendarLoaded']);
    expect(await events(of)).toHaveLength(2);
    await record(of, 3, { type: 'calendarLoaded', calendarVersion: 3, rescheduled: [] });
    expect((await history(of)).map(({ version }) => version)).toEqual([1, 1, 2, 3]);
  });

  it('refuses a decision that skips one, and writes nothing', async () => {
    const of = whistle();
    const [first] = await record(of, 1, requested());
    await expect(record(of, 3, { type: 'missed', checkInIds: [first!.checkInId] })).rejects.toThrow(
      'expected version 2',
    );
    expect(await states(of)).toEqual({ 'ZX-M15': 'REQUESTED', 'ZX-M16': 'REQUESTED' });
  });

  it('prefers wanted skill, then the lighter load, among members from elsewhere', async () => {
    await members.pool.query(`INSERT INTO known_category (subdistrict_id, code, name, skills, active)
      VALUES ('zx', 'C3', '加装电梯', '{elevator,law}', true)`);
    const chosen: string[] = [];
    for (let nth = 0; nth < 3; nth += 1) {
      const of = whistle({ communityId: 'ZX-nowhere', categoryCode: 'C3' });
      chosen.push((await record(of, 1, requested(1)))[0]!.memberId);
      expect((await checkIns(of))[0].pick_reason).toMatchObject({ postedHere: false, openLoad: 0 });
    }
    // Of the four who know law or elevators, M16 has been asked in the cases above.
    expect(chosen).toEqual(['ZX-M02', 'ZX-M08', 'ZX-M18']);
  });

  it('counts a check-in as load until its whistle is known to have ended', async () => {
    const of = whistle({ communityId: 'ZX12' });
    await record(of, 1, requested());
    const loadOf = async () => {
      const probe = whistle({ communityId: 'ZX12' });
      await record(probe, 1, requested(1));
      const [row] = await checkIns(probe);
      await members.pool.query('DELETE FROM check_in WHERE whistle_id = $1', [probe.whistleId]);
      return [row.member_id, row.pick_reason.openLoad];
    };
    expect(await loadOf()).toEqual(['ZX-M23', 1]);
    await members.pool.query(`INSERT INTO known_whistle VALUES ($1, 'zx', '{}', now())`, [of.whistleId]);
    expect(await loadOf()).toEqual(['ZX-M23', 0]);
  });

  it('asks nobody whose posting has ended first, and no one who is not active', async () => {
    await members.pool.query(`UPDATE area_assignment SET last_day = '2026-11-22' WHERE member_id = 'ZX-M19'`);
    await members.pool.query(`UPDATE member SET active = false WHERE id = 'ZX-M01'`);
    const [first, second] = await record(whistle({ communityId: 'ZX10' }), 1, requested());
    expect(first!.memberId).toBe('ZX-M20');
    expect(second!.memberId).not.toBe('ZX-M01');
  });

  it('never asks a member of another subdistrict', async () => {
    const of = whistle({ subdistrictId: 'ys', communityId: 'YS03' });
    const asked = await record(of, 1, requested(50));
    expect(asked).toHaveLength(24);
    expect(asked.every(({ memberId }) => memberId.startsWith('YS-'))).toBe(true);
  });

  it('[4.2 checkIn] the first to confirm is stored and told to the whistle; what was written becomes final', async () => {
    const of = whistle({ whistleId: await startSilentWhistle(members.app) });
    const [first, second] = await record(of, 1, requested());
    const contentId = randomUUID();
    await members.pool.query(
      `INSERT INTO answer_content (id, subdistrict_id, check_in_id, kind, body_hash, created_by) VALUES ($1, 'zx', $2, 'confirm', '', '')`,
      [contentId, first!.checkInId],
    );
    const confirmed = (one: typeof first, isFirst: boolean, content?: string): CheckInFact => ({
      ...{ type: 'confirmed', checkInId: one!.checkInId, memberId: one!.memberId, first: isFirst, contentId: content },
    });
    await record(of, 2, confirmed(first, true, contentId));
    await record(of, 2, confirmed(first, true, contentId));
    await record(of, 3, confirmed(second, false, randomUUID()));
    expect(await states(of)).toEqual({ [first!.memberId]: 'CONFIRMED', [second!.memberId]: 'CONFIRMED' });
    const told = { memberId: first!.memberId, substituted: false };
    expect(await signalsOf(members.app, of.whistleId)).toEqual([told, told]);
    expect((await events(of)).map(({ type, sequence }) => [type, sequence])).toEqual([
      ...[
        ['checkIn.requested.v1', 100],
        ['checkIn.requested.v1', 101],
      ],
      ...[
        ['checkIn.confirmed.v1', 200],
        ['checkIn.confirmed.v1', 300],
      ],
    ]);
    const [content] = await rows('SELECT final FROM answer_content WHERE id = $1', [contentId]);
    expect(content.final).toBe(true);
    const stored = await checkIns(of);
    expect(stored.map(({ content_id }) => String(content_id)).toSorted()).toEqual([contentId, 'null'].toSorted());
  });

  it('[4.5 member declines] stores the reason and asks the next member, none of those asked before', async () => {
    const of = whistle();
    const [first] = await record(of, 1, requested());
    const next = await record(of, 2, {
      type: 'declined',
      checkInId: first!.checkInId,
      reasonCode: 'absence',
      ask: ask(1),
    });
    expect(next).toHaveLength(1);
    expect(['ZX-M15', 'ZX-M16']).not.toContain(next[0]!.memberId);
    expect((await checkIns(of)).find(({ id }) => id === first!.checkInId)).toMatchObject({
      ...{ state: 'DECLINED', reason_code: 'absence', answered_at: new Date(AT) },
    });
    expect(await history(of)).toMatchObject([
      ...[{ kind: 'checkIn.requested' }, { kind: 'checkIn.requested' }],
      { kind: 'checkIn.declined', from_state: 'REQUESTED', to_state: 'DECLINED', version: 2 },
      { kind: 'checkIn.requested', to_state: 'REQUESTED' },
    ]);
  });

  it('[4.5 no member checks in] reminds, misses, asks two more, and lets the liaison officer stand in', async () => {
    const of = whistle({ whistleId: await startSilentWhistle(members.app) });
    const first = (await record(of, 1, requested())).map(({ checkInId }) => checkInId);
    await record(of, 2, { type: 'reminded', checkInIds: first, dueAt: DUE });
    expect((await checkIns(of)).every(({ reminded_at, state }) => reminded_at !== null && state === 'REQUESTED')).toBe(
      true,
    );
    const second = await record(of, 3, { type: 'missed', checkInIds: first, ask: ask(2, 2) });
    await record(of, 4, { type: 'missed', checkInIds: second.map(({ checkInId }) => checkInId) });
    await record(of, 5, { type: 'substituted' });
    const byRound = (await checkIns(of)).map(({ round, state }) => [round, state]);
    expect(byRound).toEqual([
      ...[
        [1, 'MISSED'],
        [1, 'MISSED'],
      ],
      ...[
        [2, 'SUBSTITUTED'],
        [2, 'SUBSTITUTED'],
      ],
    ]);
    expect(await signalsOf(members.app, of.whistleId)).toEqual([{ substituted: true }]);
    const types = (await events(of)).map(({ type }) => type);
    expect(types.filter((type) => type === 'step.reminded.v1')).toHaveLength(2);
    expect(types.slice(-2)).toEqual(['checkIn.substituted.v1', 'checkIn.substituted.v1']);
  });

  it('records an arrival for a whistle whose workflow is gone', async () => {
    const of = whistle();
    await record(of, 1, requested(0));
    await expect(record(of, 2, { type: 'substituted' })).resolves.toEqual([]);
  });
});
