import { kindsOf, type FigureDefinition } from './figure-definition.js';
import { figureById } from './definitions.js';

/** How many facts of a kind there are, how many of them score, and what they score together. */
export interface KindCount {
  n: number;
  hits: number;
  score: number;
  median?: number;
  p90?: number;
}

/** What has been counted for one period and one cut. */
export interface Counted {
  kinds: ReadonlyMap<string, KindCount>;
  /** Of the places asked about. */
  households: number;
}

export interface FigureValue {
  /** Null where it rests on nothing. */
  value: number | null;
  /** How many cases it rests on: of a weighted one, those of its smallest part. */
  n: number;
  numerator: number | null;
  denominator: number | null;
}

/** Fewer cases than this are a small sample (I26). */
export const SMALL_SAMPLE = 5;

const NONE: KindCount = { n: 0, hits: 0, score: 0 };
const rounded = (value: number): number => Math.round(value * 100) / 100;
const over = (top: number, bottom: number, times: number): number | null =>
  bottom === 0 ? null : rounded((top * times) / bottom);

/** The figure out of what was counted. Percentages are 0 to 100, rounded to two decimals. */
export function valueOf(figure: FigureDefinition, counted: Counted): FigureValue {
  const { basis } = figure;
  if (basis.is === 'weighted') return weighted(basis.parts, counted);
  const count = (kind: string): KindCount => counted.kinds.get(kind) ?? NONE;
  const { n, score, median, p90 } = count(basis.of);
  switch (basis.is) {
    case 'share':
      return { value: over(score, n, 100), n, numerator: rounded(score), denominator: n };
    case 'sum':
      return { value: rounded(score), n, numerator: rounded(score), denominator: null };
    case 'rate': {
      const below = count(basis.over).n;
      return { value: over(score, below, basis.per), n: below, numerator: rounded(score), denominator: below };
    }
    case 'perHouseholds': {
      const { households } = counted;
      return { value: over(n, households, basis.per), n, numerator: n, denominator: households };
    }
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
