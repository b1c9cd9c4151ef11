import { describe, expect, it } from '@jest/globals';
import { bodyHashOf } from './idempotent-request.js';

describe('the hash of a body', () => {
  it('does not depend on the order of fields, nor on fields that are absent', () => {
    const hash = bodyHashOf({ a: 1, b: { c: [1, 2], d: 'x' } });
    expect(bodyHashOf({ b: { d: 'x', c: [1, 2], e: undefined }, a: 1 })).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('depends on every value, its type and the order of lists', () => {
    const bodies = [
      { a: 1 },
      { a: '1' },
      { a: null },
      { a: [1, 2] },
      { a: [2, 1] },
      { b: 1 },
      {},
      [],
      null,
      'a',
      { a: { a: 1 } },
    ];
    expect(new Set(bodies.map(bodyHashOf)).size).toBe(bodies.length);
  });
});
