import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { isOpeningTime } from '@hsl/domain/working-time';
import { describe, expect, it } from '@jest/globals';
import { pastMatters } from './past-matters.js';
import { PERIOD } from './period.js';
import { pastSessions } from './past-sessions.js';
import { pastProposals } from './past-proposals.js';

const CATEGORIES = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3', 'C1', 'C2', 'C3', 'D1', 'D2', 'E1', 'E2', 'F1', 'F2'];
const departmentIds = Array.from({ length: 22 }, (_, index) => `ZX-D${String(index).padStart(2, '0')}`);
const routes = CATEGORIES.map((categoryCode, index) => ({ categoryCode, leadDepartmentId: departmentIds[index % 4]! }));
const units = { routes, departmentIds };

/** In order, while people are at work, and within the period. */
function expectDated(at: object): void {
  const instants = Object.values(at) as number[];
  expect(instants.toSorted((a, b) => a - b)).toEqual(instants);
  for (const instant of instants) {
    expect(isOpeningTime(instant, CHINA_CALENDAR)).toBe(true);
    const date = dateOf(dayOf(instant));
    expect([date >= PERIOD.from, date <= PERIOD.to]).toEqual([true, true]);
  }
}

describe('the records of the period', () => {
  const matters = pastMatters(units);
  const proposals = pastProposals(units);
  const sessions = pastSessions();

  it('are the same ones every time', () => {
    expect([pastMatters(units), pastProposals(units), pastSessions()]).toEqual([matters, proposals, sessions]);
  });

  it('are dated as people work', () => {
    for (const { at } of [...matters, ...proposals, ...sessions]) expectDated(at);
  });

  it('give every category, community and department a part, and no matter so many units that it needs a session', () => {
    expect(new Set(matters.map(({ categoryCode }) => categoryCode)).size).toBe(CATEGORIES.length);
    expect(new Set(matters.map(({ communityId }) => communityId)).size).toBe(14);
    expect(new Set(matters.flatMap((one) => one.departmentIds))).toEqual(new Set(departmentIds));
    for (const matter of matters) {
      expect(matter.departmentIds.length).toBeLessThan(3);
      expect(matter.people.handlers).toHaveLength(matter.departmentIds.length);
      expect(matter.people.observer).not.toBe(matter.people.liaisonOfficer);
    }
  });
});
