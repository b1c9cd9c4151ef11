import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { ScopeFilter } from '@hsl/access/target';
import type { ActionView } from '@hsl/contracts/process-view';
import type { Parameters } from '@hsl/database/sql-fragment';
import type { Locale } from '@hsl/platform/locale';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { readingScopeOf } from '../reading/reading-scope.js';
import { REPORTS } from './definitions/all-reports.js';
import type { ReportDefinition } from './report-definition.js';
import type { ReportRow } from './report-row.js';
import type { ReportScope } from './report-scope.js';

/** Who reads which reports: everything of a scope, what was released, and what one had made oneself. */
export interface ReportReading {
  userId: string;
  /** Reports of these are read as they are. */
  all: ReportScope;
  /** Of these once released. */
  released: ReportScope;
  /** Own ones, as long as one may still have them made. */
  own: ReportScope;
}

/** The rights of domain 5.2, from the table of abilities. */
@Injectable()
export class ReportAccess {
  constructor(private readonly access: AccessService) {}

  /** What the caller may have made. @throws ProblemError roleNotAllowed if nothing at all */
  kinds(actor: Actor): ReportDefinition[] {
    this.demand(actor, 'report.generate');
    return Object.values(REPORTS).filter((definition) => this.scopeFor(actor, definition) !== undefined);
  }

  /**
   * How much a report of the caller tells of.
   * @throws ProblemError roleNotAllowed; also for an overview asked for by somebody who sees a part only
   */
  generating(actor: Actor, definition: ReportDefinition): ReportScope {
    this.demand(actor, 'report.generate');
    const scope = this.scopeFor(actor, definition);
    if (scope === undefined) throw new ProblemError('roleNotAllowed');
    return scope;
  }

  private scopeFor(actor: Actor, { isWholeOnly, ability }: ReportDefinition): ReportScope | undefined {
    const scope = scopeOf(actor, this.access.scopes(actor, ability ?? 'report.generate'));
    return isNothing(scope) || (isWholeOnly && !scope.whole) ? undefined : scope;
  }

  private demand(actor: Actor, action: string): void {
    this.access.authorize(actor, action, { subdistrictId: actor.subdistrictId, subdistrictWide: true });
  }

  /** @throws ProblemError notFound: published reports are everybody's, so that there is nobody without business here */
  reading(actor: Actor): ReportReading {
    const { userId } = actor;
    this.demand(actor, 'report.read');
    const filters = this.access.scopes(actor, 'report.read').filter(({ views }) => !views.includes('publishedOnly'));
    const isReleased = ({ views }: ScopeFilter): boolean => views.includes('released');
    return {
      userId,
      all: scopeOf(
        actor,
        filters.filter((filter) => !isReleased(filter)),
      ),
      released: scopeOf(
        actor,
        filters.filter(isReleased).map((filter) => ({ ...filter, views: [] })),
      ),
      own: scopeOf(actor, this.access.scopes(actor, 'report.generate')),
    };
  }

  /** Reading is not carrying away. @throws ProblemError roleNotAllowed */
  export(actor: Actor): void {
    this.demand(actor, 'report.export');
  }

  /** @throws ProblemError roleNotAllowed, separationOfDuties for one's own report */
  release(actor: Actor, { requested_by }: ReportRow): void {
    const target = { subdistrictId: actor.subdistrictId, subdistrictWide: true };
    this.access.authorize(actor, 'report.release', target, { notGenerator: requested_by !== actor.userId });
  }

  /** What may be done with a report now, for the buttons of a page. */
  actions(actor: Actor, row: ReportRow, locale: Locale): ActionView[] {
    const target = { subdistrictId: actor.subdistrictId, subdistrictWide: true };
    const hasFile = row.file_key !== null;
    const legality = {
      'report.export': { legal: hasFile },
      'report.release': { legal: hasFile && row.released_at === null },
    };
    const facts = { notGenerator: row.requested_by !== actor.userId };
    return this.access.actions(actor, Object.keys(legality), target, facts, legality, locale);
  }
}

/** The district reads across subdistricts, here that of its token. */
function scopeOf({ subdistrictId }: Actor, filters: readonly ScopeFilter[]): ReportScope {
  return readingScopeOf(
    subdistrictId,
    filters.map((filter) => ({ ...filter, subdistrictId: filter.subdistrictId ?? subdistrictId })),
  );
}

const isNothing = ({ whole, communityIds, departmentIds }: ReportScope): boolean =>
  !whole && communityIds.length === 0 && departmentIds.length === 0;

/** SQL on `report r`: the ways in which the reader may see one, each narrow enough for an index of its own. */
export function waysToSee({ userId, all, released, own }: ReportReading, parameters: Parameters): string[] {
  const add = parameters.add.bind(parameters);
  const tenant = `r.subdistrict_id = ${add(all.subdistrictId)}`;
  if (all.whole) return [tenant];
  const ids = ({ communityIds, departmentIds }: ReportScope) => ({
    communities: `${add(communityIds)}::text[]`,
    departments: `${add(departmentIds)}::text[]`,
  });
  const inside = (scope: ReportScope): string => {
    if (scope.whole) return 'TRUE';
    const { communities, departments } = ids(scope);
    return `NOT r.is_whole AND r.community_ids <@ ${communities} AND r.department_ids <@ ${departments}`;
  };
  const touching = (scope: ReportScope): string => {
    if (scope.whole) return 'TRUE';
    const { communities, departments } = ids(scope);
    return `(r.is_whole OR r.community_ids && ${communities} OR r.department_ids && ${departments})`;
  };
  return [
    ...(isNothing(all) ? [] : [`${tenant} AND ${inside(all)}`]),
    ...(isNothing(released) ? [] : [`${tenant} AND r.released_at IS NOT NULL AND ${touching(released)}`]),
    ...(isNothing(own) ? [] : [`${tenant} AND r.requested_by = ${add(userId)} AND ${inside(own)}`]),
  ];
}
