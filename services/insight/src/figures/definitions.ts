import { DIMENSIONS } from '../facts/fact.js';
import type { FigureDefinition } from './figure-definition.js';
import { COURSE_ROWS, WHOLE_ROWS } from './course-figure-rows.js';
import { ENDED_OTHERWISE, type FigureRow } from './figure-row.js';
import { PROPOSAL_ROWS, RESPONSE_ROWS } from './figure-rows.js';

/** A place is what households live in; nothing else has any. */
const CUTS_OF_HOUSEHOLDS = ['community'] as const;

const definitionOf = ([
  id,
  unit,
  basis,
  name,
  numerator,
  denominator,
  exclusions = ENDED_OTHERWISE,
]: FigureRow): FigureDefinition => ({
  ...{ id, indicator: id.split('.')[0]!, name, numerator, denominator, exclusions, version: 1, unit, basis },
  cuts: basis.is === 'perHouseholds' ? CUTS_OF_HOUSEHOLDS : DIMENSIONS,
});

/** Every figure of domain 5.1 that the events carry, in its order. */
export const FIGURES: readonly FigureDefinition[] = [
  ...RESPONSE_ROWS,
  ...PROPOSAL_ROWS,
  ...COURSE_ROWS,
  ...WHOLE_ROWS,
].map(definitionOf);

export const figureById = (id: string): FigureDefinition | undefined => FIGURES.find((figure) => figure.id === id);
