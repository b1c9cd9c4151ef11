import type { RuleSetBody } from '@hsl/contracts/schemas/rules';
import type { Limit } from '@hsl/domain/limit';
import { isGroup } from '@hsl/domain/rule-set-completion';

/** Rules are read and changed one group at a time; a group is the first part of their path. */
export const RULE_GROUPS = ['G1', 'G2', 'G3', 'G4', 'steps', 'thresholds', 'proposals', 'departmentScore'] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/** A rule as it stands: a limit, a number, days of look-backs, or null where something is not allowed. */
export type RuleValue = Limit | number | readonly number[] | null;

export interface Rule {
  /** Dotted, as the service names changes: `grades.G3.verify`. */
  path: string;
  value: RuleValue;
}

const rootOf = (group: RuleGroup): string => (group.startsWith('G') ? `grades.${group}` : group);

/** The rules of a group, in their order. */
export function rulesIn(content: RuleSetBody, group: RuleGroup): Rule[] {
  const root = rootOf(group);
  const node = root.split('.').reduce<unknown>((at, name) => (isGroup(at) ? at[name] : undefined), content);
  return [...leavesOf(root, node)];
}

function* leavesOf(path: string, node: unknown): Generator<Rule> {
  if (!isGroup(node)) yield { path, value: node as RuleValue };
  else for (const [name, below] of Object.entries(node)) yield* leavesOf(`${path}.${name}`, below);
}

/** A copy with these rules changed. */
export function withRules(content: RuleSetBody, changes: Readonly<Record<string, RuleValue>>): RuleSetBody {
  const copy = structuredClone(content);
  for (const [path, value] of Object.entries(changes)) {
    const names = path.split('.');
    const last = names.pop()!;
    const parent = names.reduce<unknown>((at, name) => (isGroup(at) ? at[name] : undefined), copy);
    if (isGroup(parent)) parent[last] = value;
  }
  return copy;
}

/** Whether two rules say the same, whatever the order of their fields. */
export const isSameRule = (one: RuleValue, other: RuleValue): boolean => textOf(one) === textOf(other);

const textOf = (value: RuleValue): string =>
  isLimit(value)
    ? [value.kind, value.amount, value.kind === 'natural' ? value.unit : ''].join(' ')
    : JSON.stringify(value);

export const isLimit = (value: unknown): value is Limit =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'kind' in value;
