import { DIMENSIONS, type Dimension, type FactKind } from '../facts/fact.js';
import { kindsOf, partsOf, type Basis, type FigureDefinition } from './figure-definition.js';
import { COURSE_ROWS, WHISTLE_ROWS, WHOLE_ROWS } from './course-figure-rows.js';
import { ENDED_OTHERWISE, type FigureRow } from './figure-row.js';
import { PROPOSAL_ROWS, RESPONSE_ROWS } from './figure-rows.js';
import { HEADLINE_ROWS } from './headline-rows.js';
import { TALK_ROWS } from './talk-figure-rows.js';

/** Households live in a place, and places are what is covered: these figures can be cut by nothing else. */
const OF_PLACES: readonly Basis['is'][] = ['perHouseholds', 'coverage', 'withoutGap'];
const cutsOf = ({ is }: Basis): readonly Dimension[] => (OF_PLACES.includes(is) ? ['community'] : DIMENSIONS);

/** Figures that count something else than at first. */
const VERSIONS: Readonly<Record<string, number>> = { I17: 2, 'I19.participants': 2 };

const definitionOf = ([
  id,
  unit,
  basis,
  name,
  numerator,
  denominator,
  exclusions = ENDED_OTHERWISE,
]: FigureRow): FigureDefinition => ({
  ...{ id, indicator: id.split('.')[0]!, name, numerator, denominator, exclusions, unit, basis },
  ...{ version: VERSIONS[id] ?? 1, cuts: cutsOf(basis) },
});

/** Every figure of domain 5.1 that the events carry, in its order. */
export const FIGURES: readonly FigureDefinition[] = [
  ...RESPONSE_ROWS,
  ...PROPOSAL_ROWS,
  ...COURSE_ROWS,
  ...WHISTLE_ROWS,
  ...TALK_ROWS,
  ...WHOLE_ROWS,
  ...HEADLINE_ROWS,
].map(definitionOf);

/** Every kind of facts that some figures rest on, by themselves or by their parts. */
export function restsOn(figures: readonly FigureDefinition[]): FactKind[] {
  const parts = figures.flatMap((figure) => partsOf(figure).map((id) => figureById(id)!));
  return [...new Set([...figures.flatMap(kindsOf), ...(parts.length === 0 ? [] : restsOn(parts))])];
}

export const figureById = (id: string): FigureDefinition | undefined => FIGURES.find((figure) => figure.id === id);
