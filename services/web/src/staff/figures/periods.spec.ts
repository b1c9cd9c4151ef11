import { describe, expect, it } from '@jest/globals';
import { periodOf } from './periods.js';

describe('a period', () => {
  it('is one of the place: the month has begun in Shanghai when it has not in UTC', () => {
    const newYearThere = Date.UTC(2025, 11, 31, 16, 30);
    expect(periodOf('month', newYearThere)).toEqual({ from: '2026-01-01', to: '2026-01-31' });
    expect(periodOf('lastMonth', newYearThere)).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  });

  it('ends with its last day', () => {
    const inMay = Date.UTC(2024, 4, 10);
    expect(periodOf('quarter', inMay)).toEqual({ from: '2024-04-01', to: '2024-06-30' });
    expect(periodOf('year', inMay)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
    expect(periodOf('month', Date.UTC(2024, 1, 10))).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  });
});
