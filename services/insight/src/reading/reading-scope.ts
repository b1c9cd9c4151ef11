import type { ScopeFilter } from '@hsl/access/target';
import type { Parameters } from '@hsl/database/sql-fragment';

/** Which matters somebody reads: all of the subdistrict, or those of these communities and these departments. */
export interface ReadingScope {
  subdistrictId: string;
  whole: boolean;
  communityIds: string[];
  departmentIds: string[];
  /** Of all these only what this member checked in on. */
  memberId?: string;
}

/**
 * The union of the ways in. Closed here are the district's (nothing is released before bulletins exist) and those by
 * person (events do not say who entered a matter).
 */
export function readingScopeOf(subdistrictId: string, filters: readonly ScopeFilter[]): ReadingScope {
  const open = filters.filter(
    (filter) =>
      filter.subdistrictId === subdistrictId &&
      filter.userId === undefined &&
      filter.memberIds === undefined &&
      !filter.views.includes('released'),
  );
  const ids = (of: (filter: ScopeFilter) => string[] | undefined): string[] =>
    [...new Set(open.flatMap((filter) => of(filter) ?? []))].toSorted();
  return {
    subdistrictId,
    whole: open.some(({ communityIds, departmentIds }) => communityIds === undefined && departmentIds === undefined),
    communityIds: ids((filter) => filter.communityIds),
    departmentIds: ids((filter) => filter.departmentIds),
  };
}

/** What the caller asks of the matters anyway; said again where it finds a department's matters by a smaller index. */
export type AskedAnyway = 'is_open' | 'is_carded';

/** SQL condition on `matter m`; the tenant is always part of it, row-level security only stands behind. */
export function withinScope(scope: ReadingScope, parameters: Parameters, asked?: AskedAnyway): string {
  const { subdistrictId, whole, communityIds, departmentIds } = scope;
  const isEmpty = !whole && communityIds.length === 0 && departmentIds.length === 0;
  if (isEmpty) return 'FALSE';
  const tenant = `m.subdistrict_id = ${parameters.add(subdistrictId)}${enteredBy(scope, parameters, asked)}`;
  if (whole) return tenant;
  const ways = [
    ...(communityIds.length > 0 ? [`m.community_id = ANY (${parameters.add(communityIds)}::text[])`] : []),
    ...(departmentIds.length > 0 ? [involvedIn(departmentIds, parameters, asked)] : []),
  ];
  return `${tenant} AND (${ways.join(' OR ')})`;
}

function enteredBy({ memberId }: ReadingScope, parameters: Parameters, asked: AskedAnyway | undefined): string {
  if (memberId === undefined) return '';
  return ` AND EXISTS (SELECT FROM member_involvement e WHERE e.subdistrict_id = m.subdistrict_id
    AND e.whistle_id = m.whistle_id AND e.member_id = ${parameters.add(memberId)}${asked === 'is_open' ? ' AND e.is_open' : ''})`;
}

const involvedIn = (departmentIds: string[], parameters: Parameters, asked: AskedAnyway | undefined): string =>
  `EXISTS (SELECT FROM involvement i WHERE i.subdistrict_id = m.subdistrict_id AND i.whistle_id = m.whistle_id
    AND i.department_id = ANY (${parameters.add(departmentIds)}::text[])${asked === undefined ? '' : ` AND i.${asked}`})`;
