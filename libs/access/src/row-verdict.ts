import type { ProblemCode } from '@hsl/contracts/problem-codes';
import type { AbilityRow, ConditionUse } from './ability-row.js';
import type { Actor } from './actor.js';
import type { Facts } from './target.js';

/** What one row says: granted, refused by a condition, or asked for a relation the caller did not tell. */
export type Verdict =
  | { granted: true }
  | { granted: false; code: ProblemCode; rule: string; step: number }
  | { granted: false; missingFact: string };

/** A refusal further on in this order tells that more of the conditions held. */
const ORDER: readonly ConditionUse['kind'][] = ['relation', 'duty', 'moment'];

/**
 * Checks the conditions of a row in the order in which they may be told: relations, duties of the request, moments.
 * A moment nobody stated is left to the workflow's validator.
 */
export function verdictOf(
  row: AbilityRow,
  actor: Actor,
  facts: Facts,
  without: readonly ConditionUse['kind'][] = [],
): Verdict {
  for (const [step, kind] of ORDER.entries()) {
    if (without.includes(kind)) continue;
    for (const use of row.conditions) {
      if (use.kind !== kind) continue;
      const holds = conditionHolds(use, actor, facts);
      if (holds === undefined && kind === 'relation') return { granted: false, missingFact: use.name };
      if (holds === true || (holds === undefined && kind === 'moment')) continue;
      return { granted: false, code: use.denial ?? 'roleNotAllowed', rule: use.name, step };
    }
  }
  return { granted: true };
}

/** True, false, or undefined if the caller did not tell. */
export function conditionHolds(use: ConditionUse, actor: Actor, facts: Facts): boolean | undefined {
  if (use.name === 'keyScope') return use.values.some((scope) => actor.keyScopes?.includes(scope));
  const fact = facts[use.name];
  if (fact === undefined) return undefined;
  const listed = use.values.includes(String(fact));
  const limit = Number(use.values[0]);
  switch (use.operator) {
    case undefined:
      return fact === true;
    case '=':
      return listed;
    case '!=':
      return !listed;
    case '<':
      return Number(fact) < limit;
    case '<=':
      return Number(fact) <= limit;
    case '>':
      return Number(fact) > limit;
    case '>=':
      return Number(fact) >= limit;
  }
}
