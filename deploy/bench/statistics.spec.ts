import { describe, expect, it } from '@jest/globals';
import { median, percentile, rounded } from './statistics.js';

describe('the median', () => {
  it('is the middle value, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it('lies between the two middle values of an even number', () => {
    expect(median([1, 2, 3, 10])).toBe(2.5);
  });

  it('does not exist for nothing', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it('is the value that so many percent do not exceed', () => {
    expect([50, 99, 100].map((percent) => percentile(hundred, percent))).toEqual([50, 99, 100]);
  });

  it('is the largest of few values, and never a value that was not measured', () => {
    expect(percentile([3, 1, 2], 99)).toBe(3);
    expect(percentile([3, 1, 2], 0)).toBe(1);
  });

  it('sorts by number, not by text', () => {
    expect(percentile([10, 9, 100], 50)).toBe(10);
  });

  it('refuses what is no percentage', () => {
    expect(() => percentile([1], 101)).toThrow(RangeError);
    expect(() => percentile([1], Number.NaN)).toThrow(RangeError);
  });
});

it('a figure is printed without digits that mean nothing', () => {
  expect([rounded(2.34567), rounded(2.34567, 1), rounded(7)]).toEqual([2.35, 2.3, 7]);
});
