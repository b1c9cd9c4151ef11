import type { ScopeFilter } from '@hsl/access/target';
import type { DepartmentRatings } from '@hsl/contracts/schemas/task-ratings';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';

/** Ratings shown of each department. */
const LATEST = 5;

/** $2: in the whole subdistrict; $3, $4: else of these communities, of these departments; $5: of this department only. */
const PAGE = `WITH rating AS (
    SELECT t.department_id, t.community_id, t.number, t.id AS task_id, (n.body->>'score')::int AS score,
      n.created_role, n.created_at,
      row_number() OVER (PARTITION BY t.department_id ORDER BY n.created_at DESC, n.id) AS nth
    FROM task_note n JOIN department_task t ON t.id = n.task_id AND t.subdistrict_id = n.subdistrict_id
    WHERE n.subdistrict_id = $1 AND n.kind = 'communityRating' AND n.final
      AND ($2::boolean OR t.community_id = ANY($3::text[]) OR t.department_id = ANY($4::text[]))
      AND ($5::text IS NULL OR t.department_id = $5) AND ($6::text IS NULL OR t.department_id > $6)
  )
  SELECT department_id AS "departmentId", count(*)::int AS n, round(avg(score), 2)::float8 AS average,
    json_agg(json_build_object('taskId', task_id, 'number', number, 'communityId', community_id, 'score', score,
      'role', created_role, 'ratedAt', created_at) ORDER BY nth) FILTER (WHERE nth <= $7) AS latest
  FROM rating GROUP BY department_id ORDER BY department_id LIMIT $8`;

type Latest = DepartmentRatings['latest'][number] & { role: string };
export interface RatedDepartment extends Omit<DepartmentRatings, 'smallSample' | 'latest'> {
  latest: Latest[];
}

@Injectable()
export class DepartmentRatingsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: DepartmentsDatabase) {}

  /** One row more than the limit, by id of the department. @param after id of the last one that was shown */
  page(
    subdistrictId: string,
    scopes: readonly ScopeFilter[],
    { departmentId, after, limit }: { departmentId?: string; after?: string; limit: number },
  ): Promise<RatedDepartment[]> {
    const isWhole = scopes.some(({ communityIds, departmentIds }) => !communityIds && !departmentIds);
    const communities = scopes.flatMap(({ communityIds = [] }) => communityIds);
    const departments = scopes.flatMap(({ departmentIds = [] }) => departmentIds);
    return this.database.query<RatedDepartment>(subdistrictId, PAGE, [
      ...[subdistrictId, isWhole, communities, departments],
      ...[departmentId ?? null, after ?? null, LATEST, limit + 1],
    ]);
  }
}
