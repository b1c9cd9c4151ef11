import { describe, expect, it } from '@jest/globals';
import { before, MOST_PERIODS, stepsIn, yearBefore } from './periods.js';

const period = (from: string, to: string): { from: string; to: string } => ({ from, to });

describe('periods that a figure is set beside [I25]', () => {
  it.each([
    ['a month beside the month before', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['a quarter beside the quarter before', '2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
    ['a week beside the week before', '2026-11-23', '2026-11-29', '2026-11-16', '2026-11-22'],
    ['other days beside as many days before', '2026-11-10', '2026-11-12', '2026-11-07', '2026-11-09'],
  ])('%s', (_what, from, to, wantedFrom, wantedTo) => {
    expect(before(period(from, to))).toEqual(period(wantedFrom, wantedTo));
  });

  it('a year before, with the last of February for a day that was not', () => {
    expect(yearBefore(period('2024-02-29', '2024-03-10'))).toEqual(period('2023-02-28', '2023-03-10'));
    expect(yearBefore(period('2025-02-01', '2025-02-28'))).toEqual(period('2024-02-01', '2024-02-29'));
  });

  it('a series has whole steps, oldest first, and a bounded number of them', () => {
    expect(stepsIn(period('2026-09-15', '2026-11-02'), 'month').map(({ from }) => from)).toEqual([
      ...['2026-09-01', '2026-10-01', '2026-11-01'],
    ]);
    expect(stepsIn(period('2000-01-01', '2026-11-02'), 'day')).toHaveLength(MOST_PERIODS);
  });
});
