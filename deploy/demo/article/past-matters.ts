import { nameUuid } from '@hsl/platform/name-uuid';
import type { PastMatter } from '@hsl/contracts/past-matter';
import { diceOf } from './dice.js';
import { PERIOD, TENANT } from './period.js';
import type { Units } from './units.js';
import { atHour, later, workingDays } from './working-days.js';

/** 63 matters were resolved in it (domain 6). */
const MATTERS = 63;
const SEED = 20_211_019;
const COMMUNITIES = 14;
const LIAISON_BOUNDS = [6, 11];
const TIERS = ['topPriority', 'heartWarming', 'neighbourhood'] as const;
/** The road of a matter takes at most so many working days. */
const LONGEST_ROAD = 12;

/** The resolved matters of the period: each category and each department has its part, the same ones every time. */
export function pastMatters({ routes, departmentIds }: Units): PastMatter[] {
  const dice = diceOf(SEED);
  const days = workingDays(PERIOD.from, PERIOD.to);
  const lastStart = days.length - 1 - LONGEST_ROAD;
  return Array.from({ length: MATTERS }, (_, index) => {
    const route = routes[index % routes.length]!;
    // Every department has had a part, beside those that lead by the routing table.
    const helper = departmentIds[index % departmentIds.length]!;
    const units = [...new Set([route.leadDepartmentId, helper])];
    const start = days[Math.floor((index * lastStart) / (MATTERS - 1))]!;
    return {
      ...{ whistleId: nameUuid('past', TENANT, `matter ${index}`), subdistrictId: TENANT },
      ...placed(index),
      ...{ categoryCode: route.categoryCode, grade: 'G3', tier: TIERS[index % TIERS.length]!, track: 'immediate' },
      households: 3 + Math.floor(dice() * 15),
      departmentIds: units,
      satisfaction: dice() < 0.8 ? 'satisfied' : 'basic',
      people: { ...peopleOf(index), handlers: units.map(handlerOf) },
      at: instantsFrom(start, dice),
    };
  });
}

const placed = (index: number) => ({ communityId: `ZX${two((index % COMMUNITIES) + 1)}` });
const two = (n: number): string => String(n).padStart(2, '0');
const handlerOf = (departmentId: string): string =>
  `${TENANT}-handler-${departmentId.slice('ZX-'.length).toLowerCase()}`;

/** The officer of the area handles it; the next one looks back on it. */
function peopleOf(index: number): Omit<PastMatter['people'], 'handlers'> {
  const community = (index % COMMUNITIES) + 1;
  const area = LIAISON_BOUNDS.filter((first) => community >= first).length;
  return {
    worker: `${TENANT}-worker-${two(community)}`,
    liaisonOfficer: `${TENANT}-liaison${area + 1}`,
    observer: `${TENANT}-liaison${((area + 1) % 3) + 1}`,
  };
}

/** Everybody in time: acknowledged within the day, fed back within five working days (domain 4.3 G3). */
function instantsFrom(day: number, dice: () => number): PastMatter['at'] {
  const dispatched = later(day, 2);
  const fedBack = later(dispatched, 2 + Math.floor(dice() * 3));
  return {
    blown: atHour(day, 10),
    accepted: atHour(day, 15),
    checkedIn: atHour(later(day, 1), 10),
    dispatched: atHour(dispatched, 9),
    acknowledged: atHour(dispatched, 15),
    fedBack: atHour(fedBack, 16),
    verified: atHour(later(fedBack, 1 + Math.floor(dice() * 2)), 11),
    revisited: atHour(later(fedBack, 3 + Math.floor(dice() * 2)), 16),
  };
}
