import { DEFAULT_RULE_SET, type DepartmentScoreWeights } from '@hsl/domain/rule-set';
import type { FigureDefinition, RuledPart } from './figure-definition.js';
import { figureById } from './definitions.js';

/** How many facts of a kind there are, how many of them score, and what they score together. */
export interface KindCount {
  n: number;
  hits: number;
  score: number;
  median?: number;
  p90?: number;
  /** How many different keys there are among them, of the dimension that the figure counts. */
  distinct?: number;
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
  /** Of a department's score, as the rules in force at the end of the period say. */
  weights: DepartmentScoreWeights;
}

export interface FigureValue {
  /** Null where it rests on nothing. */
  value: number | null;
  /** How many cases it rests on: of a weighted one, those of its smallest part. */
  n: number;
  numerator: number | null;
  denominator: number | null;
}

export const NOTHING_COUNTED: Counted = {
  ...{ kinds: new Map(), households: 0, communities: 0, weights: DEFAULT_RULE_SET.departmentScore },
};

export const NONE: KindCount = { n: 0, hits: 0, score: 0 };
const rounded = (value: number): number => Math.round(value * 100) / 100;
const over = (top: number, bottom: number, times: number): number | null =>
  bottom === 0 ? null : (top * times) / bottom;

const counting = (value: number, n: number): FigureValue => ({ value, n, numerator: value, denominator: null });
const shareOf = (some: number, all: number): FigureValue => ({
  ...{ value: over(some, all, 100), n: all, numerator: some, denominator: all },
});

/** The figure out of what was counted. Percentages are 0 to 100, rounded to two decimals. */
export function valueOf(figure: FigureDefinition, counted: Counted): FigureValue {
  const { value, n, numerator, denominator } = exactly(figure, counted);
  return {
    ...{ value: value === null ? null : rounded(value), n },
    ...{ numerator: numerator === null ? null : rounded(numerator), denominator },
  };
}

/** Before it is rounded: what is made of others is rounded once, at its own end. */
function exactly({ basis }: FigureDefinition, counted: Counted): FigureValue {
  if (basis.is === 'weighted') {
    return together(basis.parts.map(([id, weight]) => ({ ...exactly(figureById(id)!, counted), weight })));
  }
  if (basis.is === 'ruled') return together(basis.parts.map((part) => ruledPart(part, counted)));
  const count = (kind: string): KindCount => counted.kinds.get(kind) ?? NONE;
  const { n, score, median, p90, distinct = 0, standing = 0 } = count(basis.of);
  switch (basis.is) {
    case 'share':
      return { value: over(score, n, 100), n, numerator: score, denominator: n };
    case 'sum':
      return counting(score, n);
    case 'mean':
      return { value: over(score, n, 1), n, numerator: score, denominator: n };
    case 'rate': {
      const below = count(basis.over).n;
      return { value: over(score, below, basis.per), n: below, numerator: score, denominator: below };
    }
    case 'perHouseholds': {
      const { households } = counted;
      return { value: over(n, households, basis.per), n, numerator: n, denominator: households };
    }
    case 'distinct':
      return counting(distinct, n);
    case 'coverage':
      return shareOf(distinct, counted.communities);
    case 'withoutGap':
      return shareOf(Math.max(0, counted.communities - standing), counted.communities);
    case 'quantile':
      return { value: (basis.q === 0.5 ? median : p90) ?? null, n, numerator: null, denominator: n };
  }
}

type Part = FigureValue & { weight: number };

/** A part weighs as the rules in force say. */
function ruledPart({ id, weight, points }: RuledPart, counted: Counted): Part {
  const part = exactly(figureById(id)!, counted);
  return { ...part, value: part.value === null ? null : points(part.value), weight: counted.weights[weight] / 100 };
}

/** Without one of its parts there is no whole; what weighs nothing is none. */
function together(all: readonly Part[]): FigureValue {
  const parts = all.filter(({ weight }) => weight > 0);
  const isKnown = parts.every(({ value }) => value !== null);
  const value = isKnown ? parts.reduce((sum, part) => sum + part.weight * (part.value ?? 0), 0) : null;
  return { value, n: Math.min(...parts.map(({ n }) => n)), numerator: null, denominator: null };
}
