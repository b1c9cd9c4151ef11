import { describe, expect, it } from '@jest/globals';
import { boardReport } from './board-report.js';

const looks = (matters: number, board: number, figures: number, naive: number) => ({
  ...{ matters, board: [board], figures: [figures], naive: [naive] },
});

describe('the report of board and figures', () => {
  it('compares with the naive query at a million, and with ten thousand', () => {
    expect(boardReport([looks(10_000, 10, 20, 5), looks(1_000_000, 15, 30, 300)])).toMatchObject({
      ...{ speedupAt1M: 20, growth1Mover10k: 1.5, figuresSpeedupAt1M: 10, figuresGrowth1Mover10k: 1.5 },
    });
  });

  it('does not speak of a million where there was none', () => {
    const report = boardReport([looks(10_000, 10, 20, 5), looks(100_000, 15, 30, 300)]);
    expect(report).toMatchObject({ speedupAtLargest: 20 });
    expect(report).not.toHaveProperty('speedupAt1M');
  });
});
