import { DEFAULT_RULE_SET, type RuleSetContent } from './rule-set.js';

type Node = Record<string, unknown>;

/** A group of rules, as opposed to a rule: a limit, a list, a number, or null where something is not allowed. */
export const isGroup = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('kind' in value);

/**
 * A stored version as today's code reads it: rules that did not exist when it was approved are those of
 * DEFAULT_RULE_SET, rules that no longer exist are left out. What a version does say, also "not allowed" (null), stands.
 */
export const completeRuleSet = (content: unknown): RuleSetContent =>
  filled(DEFAULT_RULE_SET, content) as RuleSetContent;

function filled(byDefault: unknown, said: unknown): unknown {
  if (said === undefined) return byDefault;
  if (!isGroup(byDefault) || !isGroup(said)) return said;
  return Object.fromEntries(Object.entries(byDefault).map(([name, value]) => [name, filled(value, said[name])]));
}
