import { describe, expect, it } from '@jest/globals';
import { monthBounds } from './month.js';

const shown = (month: string) => {
  const { from, to } = monthBounds(month);
  return [from, to].map((at) => new Date(at).toISOString());
};

describe('a month by Shanghai’s calendar', () => {
  it('begins and ends at midnight in Shanghai', () => {
    expect(shown('2026-11')).toEqual(['2026-10-31T16:00:00.000Z', '2026-11-30T16:00:00.000Z']);
    expect(shown('2026-12')).toEqual(['2026-11-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z']);
  });

  it('refuses what is no month', () => {
    expect(() => monthBounds('2026-13')).toThrow(RangeError);
  });
});
