import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { ScopeFilter } from '@hsl/access/target';
import type { Parameters } from '@hsl/database/sql-fragment';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { readingScopeOf } from '../reading/reading-scope.js';
import type { ReportDefinition } from './report-definition.js';
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

  /**
   * How much the caller's reports tell of.
   * @throws ProblemError roleNotAllowed
   */
  generating(actor: Actor): ReportScope {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'report.generate', { subdistrictId, subdistrictWide: true });
    return scopeOf(actor, this.access.scopes(actor, 'report.generate'));
  }

  /** @throws ProblemError roleNotAllowed */
  reading(actor: Actor): ReportReading {
    const { subdistrictId, userId } = actor;
    this.access.authorize(actor, 'report.read', { subdistrictId, subdistrictWide: true });
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

  /** @throws ProblemError roleNotAllowed, separationOfDuties for one's own report */
  release(actor: Actor, requestedBy: string): void {
    const target = { subdistrictId: actor.subdistrictId, subdistrictWide: true };
    this.access.authorize(actor, 'report.release', target, { notGenerator: requestedBy !== actor.userId });
  }
}

/** The district reads across subdistricts, here that of its token. */
function scopeOf({ subdistrictId }: Actor, filters: readonly ScopeFilter[]): ReportScope {
  return readingScopeOf(
    subdistrictId,
    filters.map((filter) => ({ ...filter, subdistrictId: filter.subdistrictId ?? subdistrictId })),
  );
}

/** @throws ProblemError roleNotAllowed for an overview asked for by somebody who sees a part only */
export function demandWhole({ isWholeOnly }: ReportDefinition, { whole }: ReportScope): void {
  if (isWholeOnly && !whole) throw new ProblemError('roleNotAllowed');
}

const isNothing = ({ whole, communityIds, departmentIds }: ReportScope): boolean =>
  !whole && communityIds.length === 0 && departmentIds.length === 0;

/** SQL on `report r`: what the reader may see. */
export function visibleTo({ userId, all, released, own }: ReportReading, parameters: Parameters): string {
  const add = parameters.add.bind(parameters);
  const ids = ({ communityIds, departmentIds }: ReportScope) => ({
    communities: `${add(communityIds)}::text[]`,
    departments: `${add(departmentIds)}::text[]`,
  });
  const inside = (scope: ReportScope): string => {
    if (scope.whole) return 'TRUE';
    if (isNothing(scope)) return 'FALSE';
    const { communities, departments } = ids(scope);
    return `(NOT r.is_whole AND r.community_ids <@ ${communities} AND r.department_ids <@ ${departments})`;
  };
  const touching = (scope: ReportScope): string => {
    if (scope.whole) return 'TRUE';
    if (isNothing(scope)) return 'FALSE';
    const { communities, departments } = ids(scope);
    return `(r.is_whole OR r.community_ids && ${communities} OR r.department_ids && ${departments})`;
  };
  return `r.subdistrict_id = ${add(all.subdistrictId)} AND (${inside(all)}
    OR (r.released_at IS NOT NULL AND ${touching(released)})
    OR (r.requested_by = ${add(userId)} AND ${inside(own)}))`;
}
