import { describe, expect, it } from '@jest/globals';
import { DEPARTMENT_TABLE } from './department-table.js';
import { peopleOf } from './people.js';
import { ROUTING_SEED_TABLE } from './routing-seed-table.js';

/** Units of the worked cases, lead first (domain 6: K1 to K5, K9). */
const CASES: [string, ...string[]][] = [
  ['E1', 'ZJJ', 'SFJ', 'XFJ', 'ZRJ', 'BDC', 'SWJ', 'CZJ', 'XFD', 'CGJ', 'GAJ', 'SQB'],
  ['B1', 'ZJJ', 'SQB', 'CGJ'],
  ['C3', 'ZJJ', 'ZRJ', 'SCJ', 'CZJ', 'GDG'],
  ['C1', 'CGJ', 'XFD', 'GDG'],
  ['A1', 'MZJ', 'WJW', 'XFD'],
  ['F2', 'SWUJ', 'SCJ', 'CGJ'],
];

describe('the routing table of the seed', () => {
  it('[S37] has one row for each of the 15 categories', () => {
    const codes = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3', 'C1', 'C2', 'C3', 'D1', 'D2', 'E1', 'E2', 'F1', 'F2'];
    expect(ROUTING_SEED_TABLE.map((row) => row.categoryCode)).toEqual(codes);
  });

  it.each(CASES)('routes %s as the worked case of the article does', (categoryCode, ...units) => {
    const row = ROUTING_SEED_TABLE.find((one) => one.categoryCode === categoryCode)!;
    expect([row.lead, ...row.supporting]).toEqual(units);
  });

  it('names no unit twice in a row and gives a reason in both languages', () => {
    for (const { categoryCode, lead, supporting, reason, reasonEn } of ROUTING_SEED_TABLE) {
      expect([categoryCode, new Set([lead, ...supporting]).size]).toEqual([categoryCode, supporting.length + 1]);
      expect(reason.length > 10 && reasonEn.length > 10).toBe(true);
    }
  });
});

describe('the people of the seed', () => {
  it('are three per department, with a name and an account of their own', () => {
    const people = peopleOf('zx');
    expect(people).toHaveLength(3 * DEPARTMENT_TABLE.length);
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
    expect(people.filter(({ departmentId }) => departmentId === 'ZX-CGJ').map(({ id, post }) => [id, post])).toEqual([
      ['zx-handler-cgj', 'handler'],
      ['zx-deputyhead-cgj', 'deputyHead'],
      ['zx-head-cgj', 'head'],
    ]);
  });
});
