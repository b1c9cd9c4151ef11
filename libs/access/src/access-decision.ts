import type { ProblemCode } from '@hsl/contracts/problem-codes';
import { rowsBy } from './abilities-table.js';
import type { ActorAbility, Facing, HeldRow } from './actor-ability.js';
import type { ConditionUse } from './ability-row.js';
import { kept } from './kept.js';
import { conditionHolds, verdictOf, type Verdict } from './row-verdict.js';
import type { Facts, Grant } from './target.js';

/** The caller of `authorize` did not say whether a relation holds. */
export class MissingFactError extends Error {
  constructor(action: string, fact: string) {
    super(`${action} asks for the relation ${fact}, which was not stated`);
    this.name = 'MissingFactError';
  }
}

export type Decision = { grant: Grant } | { code: ProblemCode; rule?: string } | { missingFact: string };

/** Actions by resource: `whistle` → `whistle.blow`, `whistle.read`, … */
const ACTIONS_BY_RESOURCE = new Map(
  [...rowsBy('resource')].map(([resource, rows]) => [resource, [...new Set(rows.map((row) => row.action))]]),
);

/**
 * Deny first. 403 outright for a role that has no business with this sort of object at all; 404 if the object is out of
 * every reading scope; then the best of the rows that reach it.
 * @throws Error for an action the table does not know
 */
export function decide(
  { ability, rowsReaching }: Facing,
  action: string,
  facts: Facts,
  without: readonly ConditionUse['kind'][] = [],
): Decision {
  const knowing = knowingActions(action);
  if (!knowing.some((name) => ability.rowsFor(name).some((held) => isOfUse(held, action))))
    return { code: 'roleNotAllowed' };
  const known = knowing.some((name) => rowsReaching(name).some((held) => letsKnow(held, action, ability, facts)));
  if (!known) return { code: 'notFound' };
  const reaching = rowsReaching(action);
  if (reaching.length === 0) return { code: 'roleNotAllowed' };
  const verdicts = reaching.map((held) => ({ held, verdict: verdictOf(held.row, ability.actor, facts, without) }));
  const granted = verdicts.filter(({ verdict }) => verdict.granted).map(({ held }) => held);
  return granted.length > 0 ? { grant: grantOf(widest(granted)) } : refusalOf(verdicts.map(({ verdict }) => verdict));
}

const KNOWING = new Map<string, readonly string[]>();

/** Whoever may read an object, or may do this very act to it, may know that it is there. */
const knowingActions = (action: string): readonly string[] => kept(KNOWING, action, () => readingsOf(action));

/** @throws Error for an action the table does not know */
function readingsOf(action: string): readonly string[] {
  const resource = action.split('.')[0] ?? '';
  const actions = ACTIONS_BY_RESOURCE.get(resource) ?? [];
  if (!actions.includes(action)) throw new Error(`no such action in the abilities table: ${action}`);
  const reading = actions.filter((name) => name.startsWith(`${resource}.read`));
  return reading.length === 0 ? actions : [...new Set([...reading, action])];
}

/** That some objects of a sort are public tells nothing of this one, unless the act itself is open to everybody. */
const isOfUse = ({ row }: HeldRow, action: string): boolean => row.scope !== 'public' || row.action === action;

/** Relations whose absence hides the object (not referred, wrong tracking code) count before everything else. */
const letsKnow = (held: HeldRow, action: string, ability: ActorAbility, facts: Facts): boolean =>
  isOfUse(held, action) &&
  held.row.conditions.every((use) => use.denial !== 'notFound' || conditionHolds(use, ability.actor, facts) === true);

/** Rights add up: of several rows the one that narrows least. */
const widest = (rows: HeldRow[]): HeldRow =>
  rows.reduce((best, held) => (narrowing(held) < narrowing(best) ? held : best));

const narrowing = ({ row }: HeldRow): number =>
  row.conditions.filter((use) => use.kind === 'view').length * 100 +
  row.conditions.filter((use) => use.kind === 'moment').length;

function grantOf({ row }: HeldRow): Grant {
  return {
    role: row.role,
    scope: row.scope,
    views: row.conditions.filter((use) => use.kind === 'view').map((use) => use.name),
    moments: row.conditions.filter((use) => use.kind === 'moment'),
    source: row.source,
  };
}

/** The refusal of the row that came furthest; a fault of the caller before all of them. */
function refusalOf(verdicts: Verdict[]): Decision {
  let best: { code: ProblemCode; rule: string; step: number } | undefined;
  for (const verdict of verdicts) {
    if ('missingFact' in verdict) return { missingFact: verdict.missingFact };
    if (!verdict.granted && (best === undefined || verdict.step > best.step)) best = verdict;
  }
  return best ?? { code: 'roleNotAllowed' };
}
