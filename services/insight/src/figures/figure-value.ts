import { kindsOf, type FigureDefinition } from './figure-definition.js';
import { figureById } from './definitions.js';

/** How many facts of a kind there are, how many of them score, and what they score together. */
export interface KindCount {
  n: number;
  hits: number;
  score: number;
  median?: number;
  p90?: number;
  /** How many different ones there are among them. */
  departments?: number;
  communities?: number;
  /** The sum of all scores until the end of the period, however long ago. */
  standing?: number;
}

/** What has been counted for one period and one cut. */
export interface Counted {
  kinds: ReadonlyMap<string, KindCount>;
  /** Of the places asked about. */
  households: number;
  /** How many communities these places are. */
  communities: number;
}

export interface FigureValue {
  /** Null where it rests on nothing. */
  value: number | null;
  /** How many cases it rests on: of a weighted one, those of its smallest part. */
  n: number;
  numerator: number | null;
  denominator: number | null;
}

export const NOTHING_COUNTED: Counted = { kinds: new Map(), households: 0, communities: 0 };

/** Fewer cases than this are a small sample (I26). */
export const SMALL_SAMPLE = 5;

const NONE: KindCount = { n: 0, hits: 0, score: 0 };
const rounded = (value: number): number => Math.round(value * 100) / 100;
const over = (top: number, bottom: number, times: number): number | null =>
  bottom === 0 ? null : rounded((top * times) / bottom);

const counting = (value: number, n: number): FigureValue => ({ value, n, numerator: value, denominator: null });
const shareOf = (some: number, all: number): FigureValue => ({
  ...{ value: over(some, all, 100), n: all, numerator: some, denominator: all },
});

/** The figure out of what was counted. Percentages are 0 to 100, rounded to two decimals. */
export function valueOf(figure: FigureDefinition, counted: Counted): FigureValue {
  const { basis } = figure;
  if (basis.is === 'weighted') return weighted(basis.parts, counted);
  const count = (kind: string): KindCount => counted.kinds.get(kind) ?? NONE;
  const { n, score, median, p90, departments, communities, standing } = count(basis.of);
  switch (basis.is) {
    case 'share':
      return { value: over(score, n, 100), n, numerator: rounded(score), denominator: n };
    case 'sum':
      return counting(rounded(score), n);
    case 'rate': {
      const below = count(basis.over).n;
      return { value: over(score, below, basis.per), n: below, numerator: rounded(score), denominator: below };
    }
    case 'perHouseholds': {
      const { households } = counted;
      return { value: over(n, households, basis.per), n, numerator: n, denominator: households };
    }
    case 'distinct':
      return counting((basis.by === 'department' ? departments : communities) ?? 0, n);
    case 'coverage':
      return shareOf(communities ?? 0, counted.communities);
    case 'withoutGap':
      return shareOf(Math.max(0, counted.communities - (standing ?? 0)), counted.communities);
    case 'quantile':
      return { value: (basis.q === 0.5 ? median : p90) ?? null, n, numerator: null, denominator: n };
  }
}

/** Exact until it is rounded once: parts are weighed before they are rounded. */
function weighted(parts: readonly (readonly [string, number])[], counted: Counted): FigureValue {
  const counts = parts.map(([id, weight]) => {
    const [kind] = kindsOf(figureById(id)!);
    const { n, score } = counted.kinds.get(kind!) ?? NONE;
    return { n, points: n === 0 ? null : (100 * weight * score) / n };
  });
  const isKnown = counts.every(({ points }) => points !== null);
  const value = isKnown ? rounded(counts.reduce((sum, { points }) => sum + (points ?? 0), 0)) : null;
  return { value, n: Math.min(...counts.map(({ n }) => n)), numerator: null, denominator: null };
}
