import type { ScopeFilter } from '@hsl/access/target';
import type { DepartmentRatings } from '@hsl/contracts/schemas/task-ratings';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';

/** Ratings shown of each department. */
const LATEST = 5;

/**
 * $2: in the whole subdistrict; $3, $4: else of these communities, of these departments; $5: of this department only. Totals
 * are few, a row for each department and community that rated it; the latest are the first of an index, of each community
 * where not all may be seen.
 */
const PAGE = `WITH page AS (
    SELECT department_id, sum(n)::int AS n, round(sum(score)::numeric / sum(n), 2)::float8 AS average,
      $2::boolean OR department_id = ANY($4::text[]) AS whole
    FROM department_rating_total
    WHERE subdistrict_id = $1 AND ($2::boolean OR community_id = ANY($3::text[]) OR department_id = ANY($4::text[]))
      AND ($5::text IS NULL OR department_id = $5) AND ($6::text IS NULL OR department_id > $6)
    GROUP BY department_id ORDER BY department_id LIMIT $8
  )
  SELECT department_id AS "departmentId", n, average, (
    SELECT json_agg(json_build_object('taskId', t.id, 'number', t.number, 'communityId', t.community_id,
        'score', (note.body->>'score')::int, 'role', note.created_role, 'ratedAt', note.created_at)
      ORDER BY latest.rated_at DESC, latest.note_id)
    FROM (
      (SELECT r.note_id, r.rated_at FROM department_rating r
        WHERE page.whole AND r.subdistrict_id = $1 AND r.department_id = page.department_id
        ORDER BY r.rated_at DESC, r.note_id LIMIT $7)
      UNION ALL
      SELECT own.note_id, own.rated_at FROM (SELECT DISTINCT unnest($3::text[]) AS id) AS community, LATERAL (
        SELECT r.note_id, r.rated_at FROM department_rating r
        WHERE NOT page.whole AND r.subdistrict_id = $1 AND r.department_id = page.department_id AND r.community_id = community.id
        ORDER BY r.rated_at DESC, r.note_id LIMIT $7) AS own
      ORDER BY rated_at DESC, note_id LIMIT $7
    ) AS latest JOIN task_note note ON note.id = latest.note_id JOIN department_task t ON t.id = note.task_id
  ) AS latest
  FROM page ORDER BY department_id`;

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
