import type { WhistleState } from '@hsl/contracts/states';
import type { DemoCase, Expected } from './cases.js';
import type { RungTold } from './rungs.js';

/** How a case ended. */
export interface Outcome {
  case: string;
  number?: string;
  state?: WhistleState;
  /** Of the last line of its history. ISO 8601. */
  endedAt?: string;
  ok: boolean;
  /** Yellow and red ones, in the order of their time. */
  cards: RungTold[];
  reminders: RungTold[];
  /** Why it did not end as expected. */
  error?: string;
}

const isSame = (told: RungTold, wanted: Expected['departmentRungs'][number]): boolean =>
  told.departmentId !== undefined && told.kind === wanted.kind && told.step === wanted.step;

/** Rungs that a case expects and its history does not tell of (yet). */
export const missingRungs = ({ departmentRungs }: Expected, told: readonly RungTold[]): string[] =>
  departmentRungs
    .filter((wanted) => !told.some((rung) => isSame(rung, wanted)))
    .map(({ kind, step }) => `${step} ${kind}`);

/** Compares what happened with what the case expects. */
export function outcomeOf(
  { name, expected, isDisturbed }: DemoCase,
  number: string,
  state: WhistleState,
  told: readonly RungTold[],
): Outcome {
  const cards = told.filter(({ kind }) => kind !== 'reminder');
  const reminders = told.filter(({ kind }) => kind === 'reminder');
  const isPunctual = expected.departmentRungs.length === 0 && !isDisturbed;
  const unwanted = isPunctual ? cards.filter(({ departmentId }) => departmentId !== undefined) : [];
  const faults = [
    ...(state === expected.state ? [] : [`应为 ${expected.state}，实为 ${state}`]),
    ...missingRungs(expected, told).map((rung) => `缺 ${rung}`),
    ...unwanted.map(({ departmentId, kind, step }) => `${departmentId} 不应有 ${kind}（${step}）`),
  ];
  const error = faults.length === 0 ? {} : { error: faults.join('；') };
  return { case: name, number, state, ok: faults.length === 0, cards, reminders, ...error };
}
