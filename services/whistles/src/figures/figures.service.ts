import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { ScopeFilter } from '@hsl/access/target';
import type { FiguresQuery, WhistleFigures } from '@hsl/contracts/schemas/whistle-figures';
import { queryRows } from '@hsl/database/model-rows';
import { DAY_MS, dateOf, dayOf, instantOn, parseDay } from '@hsl/domain/calendar-day';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';

/** Counts come as text, being bigints. */
interface Row {
  isTotal: boolean;
  communityId: string | null;
  tier: string | null;
  matters: string;
  beneficiaries: string;
  withBeneficiaries: string;
  withBacklog: string;
  oldest: number | null;
  median: number | null;
}

/** What never was a matter of its own, or is none any more, reaches nobody. */
const NOT_COUNTED = ['MERGED', 'WITHDRAWN', 'NOT_ACCEPTED'];
const FIGURES = `WITH matter AS (
    SELECT w.community_id, w.tier, w.beneficiary_count,
      (coalesce(w.concluded_at AT TIME ZONE 'Asia/Shanghai', $7::date::timestamp))::date - w.backlog_since AS age
    FROM whistle w
    WHERE w.subdistrict_id = $1 AND w.blown_at >= $2 AND w.blown_at < $3 AND w.state <> ALL ($8::text[])
      AND ($4::boolean OR w.community_id = ANY ($5::text[]) OR w.department_ids && $6::text[])
      AND ($9::text IS NULL OR w.community_id = $9)
  )
  SELECT grouping(community_id) = 1 AS "isTotal", community_id AS "communityId", tier, count(*) AS matters,
    coalesce(sum(beneficiary_count), 0) AS beneficiaries, count(beneficiary_count) AS "withBeneficiaries",
    count(age) AS "withBacklog", max(age) AS oldest, percentile_cont(0.5) WITHIN GROUP (ORDER BY age) AS median
  FROM matter GROUP BY GROUPING SETS ((community_id, tier), ())
  ORDER BY community_id, tier`;

/** Beneficiaries and age of the backlog, summed over the matters the caller may report on (S82). */
@Injectable()
export class FiguresService {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError roleNotAllowed for who makes no reports */
  async of(actor: Actor, { from, to, communityId }: FiguresQuery): Promise<WhistleFigures> {
    const scopes = this.access.scopes(actor, 'report.generate');
    if (scopes.length === 0) throw new ProblemError('roleNotAllowed');
    const today = dateOf(dayOf(this.clock.now()));
    const rows = await queryRows<Row>(this.database.pool(actor.subdistrictId), FIGURES, [
      ...[actor.subdistrictId, startOf(from), new Date(startOf(to).getTime() + DAY_MS), ...reachOf(scopes)],
      ...[today, NOT_COUNTED, communityId ?? null],
    ]);
    const total = rows.find(({ isTotal }) => isTotal);
    if (!total) throw new Error('a sum over nothing has a row too');
    return {
      ...{ from, to, total: figuresOf(total) },
      groups: rows.filter(({ isTotal }) => !isTotal).map(groupOf),
    };
  }
}

const startOf = (day: string): Date => new Date(instantOn(parseDay(day), 0));

/** Whether all matters count, and else of which communities and of which departments. */
function reachOf(scopes: readonly ScopeFilter[]): [boolean, string[], string[]] {
  const isAll = scopes.some(({ communityIds, departmentIds }) => !communityIds && !departmentIds);
  return [
    isAll,
    scopes.flatMap(({ communityIds }) => communityIds ?? []),
    scopes.flatMap(({ departmentIds }) => departmentIds ?? []),
  ];
}

const figuresOf = (row: Row): WhistleFigures['total'] => ({
  ...{ matters: Number(row.matters), beneficiaries: Number(row.beneficiaries) },
  ...{ withBeneficiaries: Number(row.withBeneficiaries), withBacklog: Number(row.withBacklog) },
  ...{ oldestBacklogDays: row.oldest ?? undefined, medianBacklogDays: row.median ?? undefined },
});

const groupOf = (row: Row): WhistleFigures['groups'][number] => ({
  communityId: row.communityId ?? '',
  tier: (row.tier ?? undefined) as WhistleFigures['groups'][number]['tier'],
  ...figuresOf(row),
});
