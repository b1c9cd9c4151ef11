import { Injectable, Logger } from '@nestjs/common';
import { toIso, type Instant } from '@hsl/contracts/instants';
import { PROBLEMS, type ProblemCode } from '@hsl/contracts/problem-codes';
import type { ActionView } from '@hsl/contracts/process-view';
import type { Locale } from '@hsl/platform/locale';
import { ProblemError } from '@hsl/platform/problem.error';
import { decide, MissingFactError } from './access-decision.js';
import { abilityOf, ANONYMOUS } from './actor-ability.js';
import type { Actor } from './actor.js';
import { conditionHolds } from './row-verdict.js';
import { filterOf } from './scope-conditions.js';
import type { Facts, Grant, ScopeFilter, Target } from './target.js';

/** Whether the moment is right, as the transition table or the running workflow says it, by action name. */
export type Legality = Readonly<
  Record<string, { legal: boolean; until?: Instant; reasonCode?: string; reason?: string } | undefined>
>;

/** Who may do what to which object; the rows are in data/abilities.csv, the answers in docs/abilities.md. */
@Injectable()
export class AccessService {
  private readonly logger = new Logger(AccessService.name);

  /**
   * Grants an act or refuses it in the order 401, 404, 403, 422, 409, so that a refusal tells no more than the actor
   * may read. Moments are decided only as far as `facts` states them.
   * @param facts every relation the rows of the action ask for, from the owner's rows; duties from the request
   * @throws ProblemError with the code and the rule that refused
   * @throws MissingFactError if a relation was not told: a fault of the caller, answered as 500, nothing granted
   */
  authorize(actor: Actor | undefined, action: string, target: Target, facts: Facts = {}): Grant {
    const decision = decide(abilityOf(actor ?? ANONYMOUS).facing(target), action, facts);
    if ('grant' in decision) return decision.grant;
    if ('missingFact' in decision) throw new MissingFactError(action, decision.missingFact);
    if (!actor) throw new ProblemError('notAuthenticated');
    // Of what may not be known, not even the rule that hides it is told.
    if (decision.code === 'notFound') throw new ProblemError('notFound');
    throw new ProblemError(decision.code, { rule: decision.rule, ...stateOf(decision.code, target, facts) });
  }

  /**
   * Whether the actor reads the trail of matters and persons, which is the auditor's: keepers of the platform read no more
   * of it than the entries of the administration (S14).
   */
  readsMatterTrail(actor: Actor): boolean {
    return this.scopes(actor, 'audit.read').some(({ views }) => !views.includes('administrationEntries'));
  }

  /** @throws ProblemError roleNotAllowed for who does not read the trail of matters and persons */
  authorizeMatterTrail(actor: Actor): void {
    if (!this.readsMatterTrail(actor)) throw new ProblemError('roleNotAllowed');
  }

  /**
   * The ways into a list. Rows whose relations the query cannot apply are left out, so that a list never shows more
   * than the single object would.
   * @param applicable relations the caller's query applies itself, e.g. `referredToDistrict`
   */
  scopes(actor: Actor | undefined, action: string, applicable: readonly string[] = []): ScopeFilter[] {
    const ability = abilityOf(actor ?? ANONYMOUS);
    return ability.rowsFor(action).flatMap(({ row, post }) => {
      const relations = row.conditions.filter((use) => use.kind === 'relation' && use.name !== 'keyScope');
      const keyScopeMissing = row.conditions.some(
        (use) => use.name === 'keyScope' && conditionHolds(use, ability.actor, {}) !== true,
      );
      if (keyScopeMissing || relations.some((use) => !applicable.includes(use.name))) return [];
      return [
        {
          ...filterOf(row.scope, ability.actor, post),
          role: row.role,
          views: row.conditions.filter((use) => use.kind === 'view').map((use) => use.name),
          relations: relations.map((use) => use.name),
        },
      ];
    });
  }

  /**
   * What the actor may do to an object now, for the buttons of a page. Duties (a reason to be written) do not close an
   * action; the moment does, with its reason.
   */
  actions(
    actor: Actor,
    names: readonly string[],
    target: Target,
    facts: Facts = {},
    legality: Legality = {},
    locale: Locale = 'zh-CN',
  ): ActionView[] {
    const facing = abilityOf(actor).facing(target);
    return names.map((name) => {
      const decision = decide(facing, name, facts, ['duty']);
      if ('missingFact' in decision) {
        this.logger.error(new MissingFactError(name, decision.missingFact));
        return closed(name, 'internalError', locale);
      }
      if ('code' in decision) return closed(name, decision.code, locale);
      const moment = legality[name];
      const until = moment?.until === undefined ? {} : { until: toIso(moment.until) };
      if (moment === undefined || moment.legal) return { name, allowed: true, ...until };
      const view = closed(name, 'wrongState', locale);
      return { ...view, reason: moment.reason ?? view.reason, reasonCode: moment.reasonCode ?? view.reasonCode };
    });
  }
}

/** A 409 says where the object is: as the owner named it with the target, or with the moments it stated. */
function stateOf(code: ProblemCode, { state }: Target, facts: Facts): { state?: string } {
  if (PROBLEMS[code].status !== 409) return {};
  return { state: state ?? (facts['state'] === undefined ? undefined : String(facts['state'])) };
}

const closed = (name: string, code: ProblemCode, locale: Locale): ActionView => ({
  name,
  allowed: false,
  reason: locale === 'en' ? PROBLEMS[code].en : PROBLEMS[code].zh,
  reasonCode: code,
});
