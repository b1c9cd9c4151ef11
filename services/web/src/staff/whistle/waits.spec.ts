import { describe, expect, it } from '@jest/globals';
import { waitsOf, type UnitWaits } from './waits.js';

const clock = (step: 'acknowledge' | 'feedback', dueAt: string) => ({
  ...{ step, startedAt: '2026-11-28T14:06:00.000Z', dueAt, provisional: false, paused: false, daysOffBetween: 1 },
});
const rung = (at: string) => ({ rung: 1, kind: 'reminder' as const, at });
const unit = (step: 'acknowledge' | 'feedback', id: string) => ({ step, kind: 'department' as const, id });
const FEEDBACK = '2026-12-04T10:00:00.000Z';
const matter = {
  ...{ waitingFor: [unit('feedback', 'ZX-CGJ'), unit('feedback', 'ZX-XFD')], since: '2026-11-28T14:06:00.000Z' },
  ...{ dueAt: FEEDBACK, nextRung: undefined, deadlines: [clock('feedback', FEEDBACK)] },
};
const taskOf = (id: string, step: 'acknowledge' | 'feedback', dueAt: string, rungAt: string): UnitWaits => ({
  ...{ department: { id }, waitingFor: [unit(step, id)], since: '2026-11-28T14:07:00.000Z', dueAt },
  ...{ nextRung: rung(rungAt), deadlines: [clock(step, dueAt)] },
});
const begun = taskOf('ZX-CGJ', 'feedback', FEEDBACK, '2026-12-02T10:00:00.000Z');
const unseen = taskOf('ZX-XFD', 'acknowledge', '2026-11-30T10:00:00.000Z', '2026-11-30T04:00:00.000Z');

describe('who a matter waits for', () => {
  it('is each unit with the step it owes now, under the nearest clock', () => {
    const waits = waitsOf(matter, [begun, unseen]);
    expect(waits.waitingFor).toEqual([unit('feedback', 'ZX-CGJ'), unit('acknowledge', 'ZX-XFD')]);
    expect(waits).toMatchObject({ since: matter.since, dueAt: unseen.dueAt, nextRung: unseen.nextRung });
    expect(waits.deadlines.find(({ dueAt }) => dueAt === waits.dueAt)?.step).toBe('acknowledge');
  });

  it('is what the matter says of units whose tasks the reader may not see, or that owe nothing', () => {
    expect(waitsOf(matter, []).waitingFor).toEqual(matter.waitingFor);
    expect(waitsOf(matter, [unseen]).waitingFor).toEqual([unit('feedback', 'ZX-CGJ'), unit('acknowledge', 'ZX-XFD')]);
    const done = { ...begun, waitingFor: [], dueAt: undefined, nextRung: undefined, deadlines: [] };
    expect(waitsOf(matter, [done])).toEqual(waitsOf(matter, []));
  });

  it('is whoever must rule where a unit has sent its task back', () => {
    const ruling = { step: 'returnRuling', kind: 'role', id: 'liaisonOfficer' } as const;
    const back: UnitWaits = { ...begun, waitingFor: [ruling] };
    expect(waitsOf(matter, [back]).waitingFor).toEqual([ruling, unit('feedback', 'ZX-XFD')]);
    const both = waitsOf(matter, [back, { ...unseen, waitingFor: [ruling] }]);
    expect(both.waitingFor).toEqual([ruling]);
  });

  it('is the same as before while no unit is waited for', () => {
    const verifying = { ...matter, waitingFor: [{ step: 'verify', kind: 'member', id: 'ZX-M01' }] as const };
    expect(waitsOf({ ...verifying, waitingFor: [...verifying.waitingFor] }, [unseen]).dueAt).toBe(FEEDBACK);
  });
});
