import { modelColumns, queryRows } from '@hsl/database/model-rows';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import { Prisma, type TaskNote } from '../generated/prisma/client.js';

/** Some notes each of the tasks of one page: a bound against a mistake. */
const MOST = 2_000;
const WRITTEN = `SELECT ${modelColumns(Prisma.TaskNoteScalarFieldEnum, 'n')} FROM task_note n
  WHERE n.task_id = ANY ($1::uuid[]) AND n.subdistrict_id = $2 AND n.kind = ANY ($3) AND n.final
  ORDER BY n.created_at, n.id LIMIT ${MOST}`;

/** What people wrote with the steps of tasks, for whoever is to judge them. */
@Injectable()
export class WrittenNotes {
  constructor(@Inject(TenantDatabase) private readonly database: DepartmentsDatabase) {}

  /** Oldest first. */
  of(subdistrictId: string, taskIds: readonly string[], kinds: readonly string[]): Promise<TaskNote[]> {
    if (taskIds.length === 0) return Promise.resolve([]);
    return queryRows<TaskNote>(this.database.pool(subdistrictId), WRITTEN, [[...taskIds], subdistrictId, [...kinds]]);
  }
}
