import { describe, expect, it } from '@jest/globals';
import type { Decision } from './decision.js';
import { decisionSql } from './decision-sql.js';
import { cte } from './sql-fragment.js';
import { asInstant, asJson } from './sql-values.js';

const decision: Decision = {
  table: 'whistle',
  id: 'w-1',
  subdistrictId: 'zx',
  expectedVersion: 3,
  patch: { state: 'ACCEPTED' },
  decisionId: 'd-1',
  at: 0,
  timeline: [],
  events: [],
  source: 'whistles',
};

describe('the statement of a decision', () => {
  it('carries every value as a parameter and no value in its text', () => {
    const hostile = "'); DROP TABLE whistle; --";
    const { text, values } = decisionSql({
      ...decision,
      id: hostile,
      decisionId: hostile,
      patch: { state: hostile },
      timeline: [{ kind: hostile, details: { note: hostile } }],
    });
    expect(text).not.toContain('DROP');
    expect(values.filter((value) => value === hostile)).toHaveLength(3);
    expect(Math.max(...[...text.matchAll(/\$(\d+)/g)].map(([, index]) => Number(index)))).toBe(values.length);
  });

  it('leaves undefined alone, empties null, and tells SQL arrays from JSON', () => {
    const { text, values } = decisionSql({
      ...decision,
      patch: { a: undefined, b: null, c: ['x'], d: asJson(['x']), e: asInstant(1_000) },
    });
    expect(text).not.toContain('"a" =');
    expect(values.slice(1, 5)).toEqual([null, ['x'], '["x"]', new Date(1_000)]);
  });

  it.each([
    ['a column that is no identifier', { ...decision, patch: { 'state = 1, version': 'x' } }],
    ['a column that the statement keeps itself', { ...decision, patch: { version: 7 } }],
    ['a table that is no identifier', { ...decision, table: 'whistle; --' }],
  ])('refuses %s', (_name, wrong) => {
    expect(() => decisionSql(wrong)).toThrow(RangeError);
  });

  it('numbers the parameters of further steps after its own', () => {
    const also = [cte('more')`INSERT INTO more SELECT decided.id, ${7}::int, ${'x'}::text FROM decided`];
    const { text, values } = decisionSql({ ...decision, also });
    expect(values.slice(-2)).toEqual([7, 'x']);
    expect(text).toContain(`$${values.length - 1}::int, $${values.length}::text`);
  });

  it('is the same text for the same shape, so that PostgreSQL keeps its plan', () => {
    const one = decisionSql({ ...decision, timeline: [{ kind: 'a' }] });
    const two = decisionSql({ ...decision, id: 'w-2', timeline: [{ kind: 'b' }, { kind: 'c' }] });
    expect(two.text).toBe(one.text);
  });
});

describe('a further step', () => {
  it('must depend on the decision', () => {
    expect(() => cte('more')`INSERT INTO more VALUES (${1})`).toThrow(/decided/);
  });

  it('must have a plain name', () => {
    expect(() => cte('a b')`SELECT 1 FROM decided`).toThrow(RangeError);
  });
});
