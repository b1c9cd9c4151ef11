import type { RuleSetContent } from './rule-set.js';
import { isGroup } from './rule-set-completion.js';

/** One rule that differs between two versions; `path` is dotted, `grades.G3.verify`. */
export interface RuleChange {
  path: string;
  before: unknown;
  after: unknown;
}

/** What changes from one version of the rules to another, in the order in which the rules stand (S102). */
export const changesOf = (before: RuleSetContent, after: RuleSetContent): RuleChange[] => [
  ...changesIn('', before, after),
];

function* changesIn(path: string, before: unknown, after: unknown): Generator<RuleChange> {
  // Most proposals touch one rule of hundreds, and a list compares a hundred: what is written the same is passed over whole.
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  if (isGroup(before) && isGroup(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      yield* changesIn(path === '' ? name : `${path}.${name}`, before[name], after[name]);
    }
  } else if (!isSame(before, after)) {
    yield { path, before, after };
  }
}

/** Whether they are the same rule, whatever the order in which a database keeps its fields. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isStructure(one) || !isStructure(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]));
}

const isStructure = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
