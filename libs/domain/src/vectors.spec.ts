import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CHINA_CALENDAR } from './calendar-china.js';
import { checkVectors } from './vectors-check.js';

const fixture = (name: string): Record<string, unknown[]> =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8')) as Record<string, unknown[]>;

const mismatches = (document: unknown) =>
  checkVectors(document, CHINA_CALENDAR).filter(({ expected, got }) => expected !== got);

const one = (list: string, entry: object) => ({ [list]: [entry] });
const rule = { kind: 'workingDays', amount: 1 };

describe('deadline and ladder vectors', () => {
  it.each([
    ['deadlines', { cases: 120, between: 40, days: 114, refusals: 7 }],
    ['ladders', { ladders: 60 }],
  ])('the calculator agrees with every independent case of %s', (name, counts) => {
    const document = fixture(name);
    for (const [list, count] of Object.entries(counts)) expect(document[list]).toHaveLength(count);
    expect(mismatches(document)).toEqual([]);
  });

  it('a wrong expectation is reported with its id and both values', () => {
    const entry = { id: 'x-1', start: '2021-09-30T16:00:00+08:00', rule, deadline: '2021-10-09T18:00:00+08:00' };
    expect(mismatches(one('cases', entry))).toEqual([
      { id: 'x-1', expected: '2021-10-09T18:00:00+08:00', got: '2021-10-08T18:00:00+08:00' },
    ]);
  });

  it('instants are compared, not their notation', () => {
    const entry = { id: 'utc', start: '2021-09-30T08:00:00Z', rule, deadline: '2021-10-08T10:00:00Z' };
    expect(mismatches(one('cases', entry))).toEqual([]);
  });

  it('a refusal that was expected but not given is a mismatch, and the other way round', () => {
    const known = { id: 'r', start: '2021-09-30T16:00:00+08:00', rule, error: 'calendarUnknown' };
    const unknown = { id: 'c', start: '2030-01-01T16:00:00+08:00', rule, deadline: '2030-01-02T18:00:00+08:00' };
    expect(mismatches({ refusals: [known], cases: [unknown] }).map(({ id, got }) => `${id} ${got}`)).toEqual([
      'r 2021-10-08T18:00:00+08:00',
      'c error calendarUnknown',
    ]);
  });

  it.each([
    ['no object', [], 'no entry'],
    ['no list', { title: 'x' }, 'no entry'],
    ['a list that is none', { cases: {} }, 'cases is not a list'],
    ['an entry that is no object', { cases: ['x'] }, 'cases[0] is not an object'],
    ['a missing field', one('cases', { start: '2021-09-30T16:00:00+08:00', rule }), 'cases[0].deadline is not a text'],
    ['an instant without offset', one('cases', { start: '2021-09-30T16:00:00', rule }), 'cases[0].start'],
    ['a day that does not exist', one('days', { date: '2021-02-30', workingDay: true }), 'days[0].date'],
    ['a limit of nothing', one('cases', { start: '2021-09-30T16:00:00Z', rule: { ...rule, amount: 0 } }), 'amount'],
    ['an unknown kind', one('cases', { start: '2021-09-30T16:00:00Z', rule: { ...rule, kind: 'weeks' } }), '"weeks"'],
    ['too few rungs', one('ladders', { start: '2021-09-30T16:00:00Z', rule, rungs: [] }), 'ladders[0].rungs'],
    ['a day without a flag', one('days', { date: '2021-02-28' }), 'days[0] expects none'],
  ])('%s is named as malformed', (_what, document, message) => {
    expect(() => checkVectors(document, CHINA_CALENDAR)).toThrow(message);
  });
});
