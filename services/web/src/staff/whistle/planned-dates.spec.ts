import type { Step } from '@hsl/contracts/steps';
import { describe, expect, it } from '@jest/globals';
import { plannedFor } from './planned-dates.js';

const DUE = '2026-11-30T10:00:00.000Z';
const clock = (step: Step, more: object = {}) => ({
  ...{ step, startedAt: '2026-11-27T01:00:00.000Z', dueAt: DUE, provisional: false, paused: false, daysOffBetween: 2 },
  ...more,
});
const lookBack = (sequence: number, dueAt: string, state: 'SCHEDULED' | 'STABLE' = 'SCHEDULED') => ({
  ...{ sequence, dueAt, state },
});

describe('when a station ahead begins', () => {
  it.each([
    ['accept', 'ACCEPTED'],
    ['checkIn', 'CHECKED_IN'],
    ['deliberate', 'DELIBERATING'],
    ['dispatch', 'COORDINATING'],
    ['feedback', 'VERIFYING'],
    ['verify', 'REVISITING'],
    ['revisit', 'CONCLUDED'],
  ] as const)('is at the latest when the clock of %s runs out: %s', (step, station) => {
    expect(plannedFor(station, { deadlines: [clock(step)], lookBacks: [] })).toEqual({
      ...{ at: DUE, kind: 'latest', isProvisional: false },
    });
  });

  it('is not known while the clock before it has not begun, is done or stands still', () => {
    const deadlines = [clock('feedback'), clock('verify', { doneAt: DUE }), clock('revisit', { paused: true })];
    for (const station of ['REVISITING', 'CONCLUDED', 'LOOKING_BACK', 'ARCHIVED'] as const) {
      expect(plannedFor(station, { deadlines, lookBacks: [] })).toBeUndefined();
    }
  });

  it('is the last of several clocks of the step, and provisional as that one is', () => {
    const later = '2027-01-05T10:00:00.000Z';
    const deadlines = [clock('feedback', { dueAt: later, provisional: true }), clock('feedback')];
    expect(plannedFor('VERIFYING', { deadlines, lookBacks: [] })).toMatchObject({ at: later, isProvisional: true });
  });

  it('is the day of the first look-back that is still to come', () => {
    const [done, next, last] = ['2026-12-04T10:00:00.000Z', '2026-12-27T10:00:00.000Z', '2027-02-27T10:00:00.000Z'];
    const lookBacks = [lookBack(3, last), lookBack(1, done, 'STABLE'), lookBack(2, next)];
    expect(plannedFor('LOOKING_BACK', { deadlines: [], lookBacks })).toMatchObject({ at: next, kind: 'from' });
  });
});
