import { describe, expect, it } from '@jest/globals';
import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import { heldBack } from './held-rows.js';

const at = Date.UTC(2026, 10, 27, 8);
const row = (number: string, minutes: number, what: Partial<Pick<LiveMatter, 'kind' | 'grade'>> = {}) => ({
  ...({
    number,
    kind: 'hardProblem',
    grade: 'G3',
    since: new Date(at + minutes * 60_000).toISOString(),
    ...what,
  } as const),
});
const numbers = (...rows: ReturnType<typeof row>[]) => {
  const { rows: shown, held } = heldBack(rows, { at, numbers: new Set(['seen']) });
  return [shown.map(({ number }) => number), held];
};

describe('a queue that is being read', () => {
  it('lets emergencies in at once and on top, however little time others have left', () => {
    expect(numbers(row('late', -60), row('gas', 1, { kind: 'emergency' }), row('fire', 2, { grade: 'G1' }))).toEqual([
      ['gas', 'fire', 'late'],
      0,
    ]);
  });

  it('holds back what came since, but not what had stood there or was only loaded later', () => {
    expect(numbers(row('new', 1), row('seen', 2), row('next page', -5))).toEqual([['seen', 'next page'], 1]);
  });

  it('lets all in where nothing stands: nothing can jump', () => {
    expect(numbers(row('new', 1))).toEqual([['new'], 0]);
  });
});
