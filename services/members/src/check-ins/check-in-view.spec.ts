import { describe, expect, it } from '@jest/globals';
import { checkInView, legalityOf } from './check-in-view.js';
import type { CheckInRow } from './check-ins.repository.js';

const ASKED = Date.UTC(2026, 10, 23, 1);
const DUE = ASKED + 57 * 3_600_000;
const nothingKnown = { communities: new Map(), categories: new Map(), departments: new Map() };

const row = (differs: Partial<CheckInRow> = {}): CheckInRow => ({
  ...{
    id: 'c1',
    subdistrictId: 'zx',
    whistleId: 'w1',
    number: 'ZX-2026-000123',
    communityId: 'ZX03',
    categoryCode: 'C1',
  },
  ...{ memberId: 'ZX-M05', round: 1, state: 'REQUESTED', pickReason: {}, decisionNo: 1, closedAt: null },
  ...{ requestedAt: new Date(ASKED), dueAt: new Date(DUE), remindedAt: null, answeredAt: null },
  ...{ reasonCode: null, contentId: null, content: null },
  deadline: { step: 'checkIn', startedAt: ASKED, dueAt: DUE, provisional: false, paused: false, daysOffBetween: 0 },
  member: { id: 'ZX-M05', name: '许淑兰', sector: '教育', isFictional: true },
  ...differs,
});

describe('a check-in as it is shown', () => {
  it('waits for its member since it was asked, under the id while the name of the place has not arrived', () => {
    const view = checkInView(row(), [], nothingKnown);
    expect(view).toMatchObject({
      ...{ since: '2026-11-23T01:00:00.000Z', waitingFor: [{ step: 'checkIn', kind: 'member', id: 'ZX-M05' }] },
      deadlines: [{ startedAt: '2026-11-23T01:00:00.000Z', dueAt: '2026-11-25T10:00:00.000Z', doneAt: undefined }],
    });
    expect(view.communityName).toBeUndefined();
  });

  it('names expiry as the next rung once the reminder has gone out', () => {
    expect(checkInView(row({ remindedAt: new Date(ASKED + 1) }), [], nothingKnown).nextRung).toEqual({
      ...{ rung: 3, kind: 'redCard', at: '2026-11-25T10:00:00.000Z' },
    });
  });

  it('waits for nobody and has no rung left after the answer; its clock says when that was', () => {
    const answeredAt = new Date(ASKED + 60_000);
    const view = checkInView(row({ state: 'CONFIRMED', answeredAt, remindedAt: answeredAt }), [], nothingKnown);
    expect([view.waitingFor, view.since, view.nextRung]).toEqual([[], undefined, undefined]);
    expect(view.deadlines[0]?.doneAt).toBe('2026-11-23T01:01:00.000Z');
  });

  it('may be answered once, until its deadline', () => {
    expect(legalityOf(row(), 'zh-CN')['checkIn.decline']).toEqual({ legal: true, until: DUE });
    expect(legalityOf(row({ state: 'MISSED' }), 'en')['checkIn.confirm']).toEqual({
      ...{ legal: false, reasonCode: 'alreadyAnswered', reason: 'This step has been taken already.' },
    });
  });
});
