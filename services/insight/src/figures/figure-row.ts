import type { Basis, FigureDefinition, Words } from './figure-definition.js';

/** One line of the table of figures. */
export type FigureRow = readonly [
  id: string,
  unit: FigureDefinition['unit'],
  basis: Basis,
  name: Words,
  numerator: Words,
  denominator: Words,
  exclusions?: Words,
];

export const ENDED_OTHERWISE: Words = [
  '不含已并案、已撤回、不予受理的',
  'Without merged, withdrawn and not accepted ones',
];
export const NOTHING: Words = ['无', 'None'];
export const STOPPED: Words = [
  '不含已并案、已撤回、不予受理、已退回或停办、挂账的',
  'Without merged, withdrawn, not accepted, returned, stopped and ledgered ones',
];
export const share = (of: Extract<Basis, { is: 'share' }>['of']): Basis => ({ is: 'share', of });
export const TASKS: Words = ['派出的任务', 'Tasks dispatched'];
export const ACCEPTED: Words = ['期内受理的哨', 'Whistles accepted in the period'];
export const VALID: Words = ['有效回访', 'Valid revisits'];
