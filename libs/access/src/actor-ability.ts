import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import type { Post } from '@hsl/contracts/roles';
import { ABILITIES, rowsBy } from './abilities-table.js';
import type { AbilityRow, Scope } from './ability-row.js';
import type { Actor } from './actor.js';
import { kept } from './kept.js';
import { plainTarget, reachOf } from './scope-conditions.js';
import type { Target } from './target.js';

/** A row of the table as one post of the actor holds it. */
export interface HeldRow {
  row: AbilityRow;
  post: Post;
}

type HeldRule = RawRuleOf<MongoAbility> & HeldRow;
type Rule = ReturnType<MongoAbility['rulesFor']>[number];

const SUBJECT = 'target';

/** Without sign-in: the public rows and nothing else. */
const PUBLIC_POST: Post = { role: 'resident' };

const ROWS_BY_ROLE = rowsBy('role');
const PUBLIC_ROWS = ABILITIES.filter((row) => row.scope === 'public');

/** What one actor may do where: the rows of its posts as CASL rules, their scopes as conditions on the target. */
export class ActorAbility {
  private readonly ability: MongoAbility;
  private readonly rows = new Map<string, HeldRow[]>();

  constructor(readonly actor: Actor) {
    this.ability = createMongoAbility(rulesOf(actor, heldRows(actor)));
  }

  /** Rows for the action, whatever they reach. */
  rowsFor(action: string): HeldRow[] {
    return kept(this.rows, action, () => distinct(this.ability.rulesFor(action, SUBJECT)));
  }

  /** What reaches a target, for as many questions about it as there are: each scope is looked at once. */
  facing(target: Target): Facing {
    const plain = plainTarget(target);
    const met = new Map<unknown, boolean>();
    const rows = new Map<string, HeldRow[]>();
    const isMet = (rule: Rule) => kept(met, rule.conditions, () => rule.matchesConditions(plain));
    return {
      ability: this,
      rowsReaching: (action) =>
        kept(rows, action, () => distinct(this.ability.rulesFor(action, SUBJECT).filter(isMet))),
    };
  }
}

/** An actor in front of a target. */
export interface Facing {
  ability: ActorAbility;
  /** Rows for the action whose scope holds the target. */
  rowsReaching: (action: string) => HeldRow[];
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
const distinct = (rules: readonly Rule[]): HeldRow[] =>
  rules
    .map(({ origin }) => origin as HeldRule)
    .toReversed()
    .filter(
      (rule, index, inOrder) =>
        inOrder.findIndex((other) => other.row === rule.row && other.post === rule.post) === index,
    );

/** One rule for each way in which a row's scope can be met; those of one post and scope share their conditions. */
function rulesOf(actor: Actor, rows: readonly HeldRow[]): HeldRule[] {
  const reaches = new Map<Post, Map<Scope, ReturnType<typeof reachOf>>>();
  return rows.flatMap((held) => {
    const ofPost = kept(reaches, held.post, () => new Map<Scope, ReturnType<typeof reachOf>>());
    const queries = kept(ofPost, held.row.scope, () => reachOf(held.row.scope, actor, held.post));
    const rule = { action: held.row.action, subject: SUBJECT, ...held } as HeldRule;
    return queries.length === 0 ? [rule] : queries.map((conditions) => ({ ...rule, conditions }));
  });
}

/** Abilities kept at once; building one costs a fraction of a millisecond, a request asks several times. */
const MOST_KEPT = 1_000;
const abilities = new Map<string, ActorAbility>();

/** The ability of an actor, kept by what it depends on, so that a changed post or key scope is a new one. */
export function abilityOf(actor: Actor): ActorAbility {
  const key = JSON.stringify([actor.userId, actor.subdistrictId, actor.posts, actor.keyScopes]);
  return kept(abilities, key, () => {
    const oldest = abilities.keys().next();
    if (abilities.size >= MOST_KEPT && !oldest.done) abilities.delete(oldest.value);
    return new ActorAbility(actor);
  });
}

/** Nobody signed in. */
export const ANONYMOUS: Actor = { userId: 'anonymous', subdistrictId: '', posts: [] };
