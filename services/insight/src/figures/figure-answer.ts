import { SMALL_SAMPLE } from '@hsl/contracts/small-sample';
import type { FigureAnswer } from '@hsl/contracts/schemas/figures';
import { sideOf, casesOn } from './figure-cases.js';
import { kindsOf, partsOf, type FigureDefinition, type Words } from './figure-definition.js';
import { valueOf, type Counted, type FigureValue } from './figure-value.js';

export const wordsOf = ([zh, en]: Words): { zh: string; en: string } => ({ zh, en });

export type Measured = FigureValue & { smallSample: boolean };

/** A sample is small where there is one: of nothing there is nothing to say. */
export function measured(figure: FigureDefinition, counted: Counted): Measured {
  const value = valueOf(figure, counted);
  return { ...value, smallSample: value.n < SMALL_SAMPLE };
}

/** The figure of a period, beside the one before and that of a year before. `query` is the period and cut asked for. */
export function figureAnswer(
  figure: FigureDefinition,
  [counted, previous, yearBefore]: readonly [Counted, Counted, Counted],
  query: string,
): FigureAnswer {
  const { id, indicator, name, unit, version } = figure;
  const now = measured(figure, counted);
  const beside = (then: Counted): FigureAnswer['previous'] => {
    const { value } = valueOf(figure, then);
    const isBoth = value !== null && now.value !== null;
    return { value, difference: isBoth ? Math.round((now.value! - value) * 100) / 100 : null };
  };
  return {
    ...{ id, indicator, name: wordsOf(name), unit, version, ...now },
    ...(kindsOf(figure).length === 0 ? { parts: partsOf(figure) } : { cases: behind(figure, counted, query) }),
    ...{ previous: beside(previous), yearBefore: beside(yearBefore) },
  };
}

function behind(figure: FigureDefinition, counted: Counted, query: string): FigureAnswer['cases'] {
  const path = (part: string): string => `/api/figures/${figure.id}/cases?part=${part}&${query}`;
  const side = (part: 'numerator' | 'denominator'): { n: number; query: string } => {
    const found = sideOf(figure, part);
    return { n: found ? casesOn(found, counted) : 0, query: path(part) };
  };
  return { numerator: side('numerator'), denominator: side('denominator'), excluded: path('excluded') };
}
