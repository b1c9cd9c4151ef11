import { RUNG_KINDS, STEPS, type RungKind, type Step } from '@hsl/contracts/steps';
import type { TimelineEntry } from './api-answers.js';

/** A rung of the ladder as a history tells it. */
export interface RungTold {
  kind: RungKind;
  step: Step;
  /** Absent where no department was late. */
  departmentId?: string;
}

/** Events of the other services; the whistle's own rungs are told by their kind. */
const KIND_OF_EVENT: Readonly<Record<string, RungKind>> = {
  'step.reminded.v1': 'reminder',
  'card.yellow.v1': 'yellowCard',
  'card.red.v1': 'redCard',
};

/** Every reminder and card in a history, in its order. */
export function rungsOf(entries: readonly TimelineEntry[]): RungTold[] {
  return entries.flatMap(({ kind, details = {} }) => {
    const rung = KIND_OF_EVENT[kind] ?? RUNG_KINDS.find((known) => known === kind);
    const step = STEPS.find((known) => known === details['step']);
    if (!rung || !step) return [];
    const { departmentId } = details;
    return [{ kind: rung, step, ...(typeof departmentId === 'string' ? { departmentId } : {}) }];
  });
}
