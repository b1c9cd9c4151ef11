import { describe, expect, it } from '@jest/globals';
import type { CheckInDecision, CheckInFact } from '@hsl/workflows/check-in/check-in.activities';
import { decisionOf } from './check-in-decision.js';
import type { AffectedCheckIn, NewCheckIn } from './check-in-rows.js';

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
const ask = { round: 1, count: 2, dueAt: DUE, deadline } as const;

const decision = (fact: CheckInFact, differs: Partial<CheckInDecision> = {}): CheckInDecision => ({
  whistleId: 'w1',
  number: 'ZX-2026-000123',
  subdistrictId: 'zx',
  communityId: 'ZX03',
  categoryCode: 'C1',
  decisionNo: 2,
  at: AT,
  by: { userId: 'system', role: 'system' },
  fact,
  ...differs,
});
const silent: AffectedCheckIn = { checkInId: 'c1', memberId: 'ZX-M05', round: 1, state: 'REQUESTED', dueAt: DUE };
const asked: NewCheckIn = {
  ...{ checkInId: 'c9', memberId: 'ZX-M09', round: 1, dueAt: DUE, deadline },
  reason: { postedHere: false, skillsMatched: [], openLoad: 0, rank: 1 },
};
const kinds = (made: ReturnType<typeof decisionOf>): string[] => made.events.map(({ type }) => type);

describe('what a decision of the check-in writes', () => {
  it('begins the process with the first decision and goes one version on with each later one', () => {
    const first = decisionOf(decision({ type: 'requested', ask }, { decisionNo: 1 }), [], [asked]);
    expect(first).toMatchObject({ insert: true, patch: { number: 'ZX-2026-000123', community_id: 'ZX03' } });
    expect(decisionOf(decision({ type: 'missed', checkInIds: ['c1'] }), [silent], [])).toMatchObject({
      expectedVersion: 1,
      decisionId: expect.stringContaining('w1/check-in#2/missed/'),
      supersedesForgotten: true,
    });
  });

  it('remembers who came first, and only the first', () => {
    const confirmed = { type: 'confirmed', checkInId: 'c1', memberId: 'ZX-M05' } as const;
    expect(decisionOf(decision({ ...confirmed, first: true }), [silent], []).patch).toMatchObject({
      checked_in_by: 'ZX-M05',
    });
    expect(decisionOf(decision({ ...confirmed, first: false }), [silent], []).patch).toEqual({});
  });

  it('[4.5 member declines] tells of the refusal with its reason and of the next member asked', () => {
    const fact = { type: 'declined', checkInId: 'c1', reasonCode: 'absence', contentId: 'n1', ask } as const;
    const made = decisionOf(decision(fact, { by: { userId: 'zx-member-05', role: 'member' } }), [silent], [asked]);
    expect(made.events).toMatchObject([
      { type: 'checkIn.declined.v1', subject: 'c1', data: { memberId: 'ZX-M05', reasonCode: 'absence' } },
      { type: 'checkIn.requested.v1', subject: 'c9', data: { memberId: 'ZX-M09', round: 1 } },
    ]);
    expect(made.timeline).toMatchObject([
      { kind: 'checkIn.declined', fromState: 'REQUESTED', toState: 'DECLINED', actorId: 'zx-member-05' },
      { kind: 'checkIn.requested', toState: 'REQUESTED' },
    ]);
    expect(made.also?.map(({ name }) => name)).toEqual(['asked', 'answered', 'finalised']);
  });

  it('[4.4 rung 1] a reminder changes no state and is told as the first rung of the step', () => {
    const made = decisionOf(decision({ type: 'reminded', checkInIds: ['c1'], dueAt: DUE }), [silent], []);
    expect(made.events).toMatchObject([
      { type: 'step.reminded.v1', subject: 'c1', data: { step: 'checkIn', memberId: 'ZX-M05', rung: 1, dueAt: DUE } },
    ]);
    expect(made.timeline).toMatchObject([{ fromState: 'REQUESTED', toState: 'REQUESTED' }]);
  });

  it('[4.5 no member checks in] names each member the liaison officer stands in for', () => {
    const replaced = [silent, { ...silent, checkInId: 'c2', memberId: 'ZX-M06' }];
    const made = decisionOf(decision({ type: 'substituted' }), replaced, []);
    expect(kinds(made)).toEqual(['checkIn.substituted.v1', 'checkIn.substituted.v1']);
    expect(made.patch).toHaveProperty('checked_in_at');
    expect(made.patch).not.toHaveProperty('checked_in_by');
  });

  it('keeps a line in the history even when nobody could be asked', () => {
    const made = decisionOf(decision({ type: 'requested', ask }, { decisionNo: 1 }), [], []);
    expect(made.timeline).toMatchObject([{ kind: 'checkIn.requested', details: {} }]);
    expect(made.events).toEqual([]);
  });

  it('carries no word that a person wrote', () => {
    const fact = { type: 'confirmed', checkInId: 'c1', memberId: 'ZX-M05', first: true, contentId: 'n1' } as const;
    const { events, timeline } = decisionOf(decision(fact), [silent], []);
    expect(Object.keys(events[0]!.data).toSorted()).toEqual(
      ['at', 'checkInId', 'communityId', 'dueAt', 'memberId', 'number', 'round', 'whistleId'].toSorted(),
    );
    expect(timeline[0]!.details).toEqual({ checkInId: 'c1', memberId: 'ZX-M05', round: 1 });
  });
});
