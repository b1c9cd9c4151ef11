import { GRADES, type Grade } from '@hsl/contracts/grades';
import type { Instant } from '@hsl/contracts/instants';
import type { RuleTrialStep } from '@hsl/contracts/schemas/rules';
import type { WhistleState } from '@hsl/contracts/states';
import { deadlineOrProvisional } from '@hsl/domain/deadline';
import type { Calendar, Limit } from '@hsl/domain/limit';
import type { RuleSetContent } from '@hsl/domain/rule-set';
import { compress } from '@hsl/domain/step-clock';

/** The limit that runs while a whistle stands in a state: those whose beginning and end its owner's trail knows. */
const LIMIT_OF_STATE = {
  BLOWN: 'accept',
  ASSIGNING: 'checkIn',
  COORDINATING: 'feedback',
  VERIFYING: 'verify',
  REVISITING: 'revisit',
} as const satisfies Partial<Record<WhistleState, string>>;

export type TriedState = keyof typeof LIMIT_OF_STATE;
export const TRIED_STATES = Object.keys(LIMIT_OF_STATE) as TriedState[];

/** One stay of one whistle in one state; without an end it stands there still. */
export interface Stay {
  state: TriedState;
  grade: Grade;
  from: Instant;
  to: Instant | undefined;
}

/**
 * How many of these steps would have been late by the rules before and by the rules after, for each limit that differs
 * (S102). By the calendar known now; extensions and pauses are left out of both counts, so that only the rule differs.
 */
export function trialOf(
  stays: readonly Stay[],
  rules: { before: RuleSetContent; after: RuleSetContent },
  { calendar, now }: { calendar: Calendar; now: Instant },
): RuleTrialStep[] {
  const { before, after } = rules;
  return GRADES.flatMap((grade) =>
    TRIED_STATES.flatMap((state) => {
      const name = LIMIT_OF_STATE[state];
      const [old, proposed] = [before.grades[grade][name], after.grades[grade][name]];
      if (isSame(old, proposed)) return [];
      const ours = stays.filter((stay) => stay.grade === grade && stay.state === state);
      const late = (limit: Limit, { timeScale }: RuleSetContent): number =>
        ours.filter(({ from, to = now }) => {
          const { dueAt } = deadlineOrProvisional(from, limit, calendar);
          return to > compress(from, dueAt, timeScale);
        }).length;
      const counts = { steps: ours.length, lateBefore: late(old, before), lateAfter: late(proposed, after) };
      return [{ path: `grades.${grade}.${name}`, ...counts }];
    }),
  );
}

const isSame = (one: Limit, other: Limit): boolean =>
  one.kind === other.kind && one.amount === other.amount && unitOf(one) === unitOf(other);

const unitOf = (limit: Limit): string => (limit.kind === 'natural' ? limit.unit : '');
