import { describe, expect, it } from '@jest/globals';
import { halfBefore } from './halves.js';

describe('half years', () => {
  it('are those of Asia/Shanghai', () => {
    expect(halfBefore(Date.parse('2026-06-30T15:59:59Z'), 0)).toBe('2026H1');
    expect(halfBefore(Date.parse('2026-06-30T16:00:00Z'), 0)).toBe('2026H2');
  });

  it('go back over the turn of a year, also from a long month', () => {
    expect(halfBefore(Date.parse('2026-03-31T04:00:00Z'), 1)).toBe('2025H2');
    expect(halfBefore(Date.parse('2026-12-31T04:00:00Z'), 2)).toBe('2025H2');
  });
});
