import type { ActorRef } from '@hsl/contracts/roles';
import type { RecordSiteVisit } from '@hsl/contracts/schemas/site-visits';
import { modelColumns, queryRows } from '@hsl/database/model-rows';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import { Prisma, type TaskNote } from '../generated/prisma/client.js';
import type { TaskRow } from '../tasks/task.repository.js';

const KIND = 'siteVisit';
/** A bound against a mistake. */
const MOST = 100;

/** One statement: the visit, its line of history (version 0: no decision of the workflow), and its files made final. */
const RECORD = `WITH visit AS (
    INSERT INTO task_note (id, subdistrict_id, task_id, kind, body, final, created_by, created_role)
    VALUES ($1, $2, $3, '${KIND}', $4::jsonb, true, $5, $6)
    ON CONFLICT (id) DO NOTHING RETURNING id, subdistrict_id, task_id, created_at
  ), line AS (
    INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details)
    SELECT subdistrict_id, task_id::text, 0, 'visited/' || id, 'siteVisited', $5, $6, created_at, '{}' FROM visit
  )
  UPDATE stored_file AS f SET attached_at = visit.created_at FROM visit
  WHERE f.id = ANY ($7::uuid[]) AND f.matter = 'departmentTask' AND f.matter_id = visit.task_id::text
    AND f.stored_at IS NOT NULL AND f.attached_at IS NULL`;
const VISITS = `SELECT ${modelColumns(Prisma.TaskNoteScalarFieldEnum, 'n')} FROM task_note n
  WHERE n.task_id = $1 AND n.subdistrict_id = $2 AND n.kind = '${KIND}' AND n.final
  ORDER BY n.created_at DESC, n.id LIMIT ${MOST}`;

@Injectable()
export class SiteVisitsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: DepartmentsDatabase) {}

  /** @param id of the request: a repeat has the same and adds nothing */
  async record(id: string, task: TaskRow, body: RecordSiteVisit, by: ActorRef): Promise<void> {
    const { subdistrictId, id: taskId } = task;
    const values = [id, subdistrictId, taskId, JSON.stringify(body), by.userId, by.role, body.fileIds];
    await queryRows(this.database.pool(subdistrictId), RECORD, values);
  }

  /** Latest first. */
  list({ id, subdistrictId }: TaskRow): Promise<TaskNote[]> {
    return queryRows<TaskNote>(this.database.pool(subdistrictId), VISITS, [id, subdistrictId]);
  }
}
