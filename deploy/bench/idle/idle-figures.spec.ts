import { describe, expect, it } from '@jest/globals';
import { figuresBetween, medianFigures, sumOf } from './idle-figures.js';

const figures = (mb: number, cpuPercent: number) => ({ processes: 1, mb, cpuPercent });

describe('what a program held and used', () => {
  it('is the memory it has at the end, and its share of one core meanwhile', () => {
    const before = { processes: 3, pssKb: 102_400, cpuSeconds: 10 };
    const after = { processes: 4, pssKb: 204_800, cpuSeconds: 11.5 };
    expect(figuresBetween(before, after, 30)).toEqual({ processes: 4, mb: 200, cpuPercent: 5 });
  });

  it('is the median of several measurements, figure by figure', () => {
    expect(medianFigures([figures(100, 9), figures(130.04, 1), figures(120, 2)])).toEqual(figures(120, 2));
  });

  it('adds up', () => {
    expect(sumOf([figures(100, 9), figures(20, 1)])).toEqual({ processes: 2, mb: 120, cpuPercent: 10 });
    expect(sumOf([])).toEqual({ processes: 0, mb: 0, cpuPercent: 0 });
  });
});
