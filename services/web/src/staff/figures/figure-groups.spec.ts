import type { FigureAnswer } from '@hsl/contracts/schemas/figures';
import { describe, expect, it } from '@jest/globals';
import { groupFigures } from './figure-groups.js';

const figure = (id: string, indicator: string): FigureAnswer => ({ id, indicator }) as FigureAnswer;

describe('figures under their headings', () => {
  it('keep their order, and an indicator that is new comes last', () => {
    const figures = [
      figure('I16.accept', 'I16'),
      figure('I99', 'I99'),
      figure('I1', 'I1'),
      figure('I9', 'I9'),
      figure('I16.whole', 'I16'),
    ];
    expect(groupFigures(figures).map((one) => [one.group, ...one.figures.map(({ id }) => id)])).toEqual([
      ['prompt', 'I1'],
      ['durations', 'I16.accept', 'I16.whole'],
      ['proposals', 'I9'],
      ['other', 'I99'],
    ]);
  });
});
