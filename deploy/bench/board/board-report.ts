import { percentile, rounded } from '../statistics.js';

/** Milliseconds of each look, by what was looked at. */
export interface Looks {
  matters: number;
  board: readonly number[];
  figures: readonly number[];
  naive: readonly number[];
}

const p95 = (values: readonly number[]): number => percentile(values, 95);
const MILLION = 1_000_000;

/** 95 of 100 looks at each size, and how they compare. The million is named only where it was measured. */
export function boardReport(looks: readonly Looks[]): Record<string, unknown> {
  const [first, last] = [looks[0], looks.at(-1)];
  if (!first || !last) throw new RangeError('nothing was measured');
  const suffix = last.matters === MILLION ? 'At1M' : 'AtLargest';
  const over = last.matters === MILLION ? '1Mover10k' : 'LargestOver10k';
  return {
    sizes: looks.map(({ matters, board, figures, naive }) => ({
      matters,
      boardP95Ms: rounded(p95(board)),
      figuresP95Ms: rounded(p95(figures)),
      naiveP95Ms: rounded(p95(naive)),
    })),
    [`speedup${suffix}`]: rounded(p95(last.naive) / p95(last.board)),
    [`growth${over}`]: rounded(p95(last.board) / p95(first.board)),
    [`figuresSpeedup${suffix}`]: rounded(p95(last.naive) / p95(last.figures)),
    [`figuresGrowth${over}`]: rounded(p95(last.figures) / p95(first.figures)),
    baseline: 'one GROUP BY over the table of matters, straight to the database; board and figures through the gateway',
  };
}
