import type { FactKind } from '../facts/fact.js';
import type { CasePart } from './figure-cases.repository.js';
import type { Basis, FigureDefinition } from './figure-definition.js';
import type { Counted } from './figure-value.js';

/** Which facts stand on one side of a figure: all counted ones of a kind, those that score, or those left out. */
export interface Side {
  kind: FactKind;
  part: CasePart;
}

/** Where it matters that there is one, not what it scores. */
const COUNTS_EACH: readonly Basis['is'][] = ['perHouseholds', 'quantile', 'distinct', 'coverage', 'withoutGap'];

/** Undefined for a figure made of others: its parts have sides of their own. */
export function sideOf({ basis }: FigureDefinition, part: CasePart): Side | undefined {
  if (basis.is === 'weighted' || basis.is === 'ruled') return undefined;
  if (basis.is === 'rate' && part === 'denominator') return { kind: basis.over, part };
  // Where cases are counted whatever they score, each stands in the numerator.
  const countsEach = COUNTS_EACH.includes(basis.is);
  return { kind: basis.of, part: countsEach && part === 'numerator' ? 'denominator' : part };
}

/** How many cases stand on that side. */
export function casesOn({ kind, part }: Side, counted: Counted): number {
  const count = counted.kinds.get(kind);
  return (part === 'numerator' ? count?.hits : count?.n) ?? 0;
}
