import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import type { Post } from '@hsl/contracts/roles';
import { ABILITIES, rowsBy } from './abilities-table.js';
import type { AbilityRow } from './ability-row.js';
import type { Actor } from './actor.js';
import { plainTarget, reachOf } from './scope-conditions.js';
import type { Target } from './target.js';

/** A row of the table as one post of the actor holds it. */
export interface HeldRow {
  row: AbilityRow;
  post: Post;
}

type HeldRule = RawRuleOf<MongoAbility> & HeldRow;

const SUBJECT = 'target';

/** Without sign-in: the public rows and nothing else. */
const PUBLIC_POST: Post = { role: 'resident' };

const ROWS_BY_ROLE = rowsBy('role');
const PUBLIC_ROWS = ABILITIES.filter((row) => row.scope === 'public');

/** What one actor may do where: the rows of its posts as CASL rules, their scopes as conditions on the target. */
export class ActorAbility {
  private readonly ability: MongoAbility;

  constructor(readonly actor: Actor) {
    this.ability = createMongoAbility(heldRows(actor).flatMap((held) => rulesOf(actor, held)));
  }

  /** Rows for the action, whatever they reach. */
  rowsFor(action: string): HeldRow[] {
    return distinct(this.ability.rulesFor(action, SUBJECT).map((rule) => rule.origin as HeldRule));
  }

  /** Rows for the action whose scope holds the target. */
  rowsReaching(action: string, target: Target): HeldRow[] {
    const plain = plainTarget(target);
    const rules = this.ability.rulesFor(action, SUBJECT).filter((rule) => rule.matchesConditions(plain));
    return distinct(rules.map((rule) => rule.origin as HeldRule));
  }
}

/** Rights of several posts add up; every signed-in person also has the public rows, keys do not. */
function heldRows(actor: Actor): HeldRow[] {
  const own = actor.posts.flatMap((post) => (ROWS_BY_ROLE.get(post.role) ?? []).map((row) => ({ row, post })));
  const isKey = actor.posts.some((post) => post.role === 'partnerKey');
  const open = isKey ? [] : PUBLIC_ROWS.map((row) => ({ row, post: PUBLIC_POST }));
  const held = isKey
    ? own.filter(({ row }) => row.role === 'partnerKey')
    : own.filter(({ row }) => row.scope !== 'public');
  return [...held, ...open];
}

/** CASL gives the last rule first; the table is read from the top. A row met in two ways is one row. */
const distinct = (rules: HeldRule[]): HeldRow[] =>
  rules
    .toReversed()
    .filter(
      (rule, index, inOrder) =>
        inOrder.findIndex((other) => other.row === rule.row && other.post === rule.post) === index,
    );

/** One rule for each way in which the row's scope can be met. */
function rulesOf(actor: Actor, held: HeldRow): HeldRule[] {
  const rule = { action: held.row.action, subject: SUBJECT, ...held } as HeldRule;
  const queries = reachOf(held.row.scope, actor, held.post);
  return queries.length === 0 ? [rule] : queries.map((conditions) => ({ ...rule, conditions }));
}

/** Abilities kept at once; building one costs a fraction of a millisecond, a request asks several times. */
const MOST_KEPT = 1_000;
const kept = new Map<string, ActorAbility>();

/** The ability of an actor, kept by what it depends on, so that a changed post or key scope is a new one. */
export function abilityOf(actor: Actor): ActorAbility {
  const key = JSON.stringify([actor.userId, actor.subdistrictId, actor.posts, actor.keyScopes]);
  const found = kept.get(key);
  if (found) return found;
  const oldest = kept.keys().next();
  if (kept.size >= MOST_KEPT && !oldest.done) kept.delete(oldest.value);
  const ability = new ActorAbility(actor);
  kept.set(key, ability);
  return ability;
}

/** Nobody signed in. */
export const ANONYMOUS: Actor = { userId: 'anonymous', subdistrictId: '', posts: [] };
