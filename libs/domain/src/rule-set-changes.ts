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
  if (!isGroup(before) || !isGroup(after)) {
    if (textOf(before) !== textOf(after)) yield { path, before, after };
    return;
  }
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    yield* changesIn(path === '' ? name : `${path}.${name}`, before[name], after[name]);
  }
}

/** The same text for the same rule, whatever the order in which a database keeps its fields. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  return `{${Object.entries(value)
    .map(([name, one]) => `${name}:${textOf(one)}`)
    .toSorted()
    .join()}}`;
}
