import type { DepartmentScoreWeights } from '@hsl/domain/rule-set';
import type { Dimension, FactKind } from '../facts/fact.js';

export type Words = readonly [zh: string, en: string];

/** What a figure is worked out from. */
export type Basis =
  /** Scores of a kind over how many there are. */
  | { is: 'share'; of: FactKind }
  /** Sum of scores. */
  | { is: 'sum'; of: FactKind }
  /** Scores of one kind, times `per`, over how many there are of another. */
  | { is: 'rate'; of: FactKind; over: FactKind; per: number }
  /** How many of a kind per so many households of the places asked about. */
  | { is: 'perHouseholds'; of: FactKind; per: number }
  | { is: 'quantile'; of: FactKind; q: 0.5 | 0.9 }
  /** How many different keys of a dimension there are among the facts of a kind. */
  | { is: 'distinct'; of: FactKind; by: 'department' | 'community' | 'member' }
  /** The same for communities, over how many there are. */
  | { is: 'coverage'; of: FactKind }
  /** Communities without an open gap at the end of the period, over how many there are. */
  | { is: 'withoutGap'; of: FactKind }
  /** Mean of scores. */
  | { is: 'mean'; of: FactKind }
  /** Other figures, each as points of 100, weighed as the rules in force say. */
  | { is: 'ruled'; parts: readonly RuledPart[] }
  /** Weighted sum of other figures' values. */
  | { is: 'weighted'; parts: readonly (readonly [id: string, weight: number])[] };

export interface RuledPart {
  id: string;
  weight: keyof DepartmentScoreWeights;
  /** Points from 0 to 100 out of its value. */
  points: (value: number) => number;
}

/** Ids of the figures that one is made of; none, if it rests on facts itself. */
export function partsOf({ basis }: FigureDefinition): string[] {
  if (basis.is === 'weighted') return basis.parts.map(([id]) => id);
  return basis.is === 'ruled' ? basis.parts.map(({ id }) => id) : [];
}

export const UNITS = ['percent', 'points', 'count', 'hours', 'perHundred', 'perThousandHouseholds'] as const;

/** One figure of domain 5.1. `version` rises when what it counts changes. */
export interface FigureDefinition {
  /** The indicator, and which figure of it where it has several. */
  id: string;
  indicator: string;
  name: Words;
  numerator: Words;
  denominator: Words;
  exclusions: Words;
  version: number;
  unit: (typeof UNITS)[number];
  cuts: readonly Dimension[];
  basis: Basis;
}

/** The kinds of facts it rests on itself; a weighted one rests on its parts. */
export function kindsOf({ basis }: FigureDefinition): FactKind[] {
  if (basis.is === 'weighted' || basis.is === 'ruled') return [];
  return basis.is === 'rate' ? [basis.of, basis.over] : [basis.of];
}
