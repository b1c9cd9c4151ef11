import type { ActorRef } from '@hsl/contracts/roles';
import type { DisputeStatement } from '@hsl/contracts/schemas/department-tasks';
import type { StateInDispute } from '@hsl/contracts/schemas/task-steps';
import type { DisputePhase } from '@hsl/contracts/task-progress';
import { modelColumns, queryRows } from '@hsl/database/model-rows';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { DepartmentRef } from '../directory/department-book.js';
import { Prisma, type TaskNote } from '../generated/prisma/client.js';
import type { TaskRow } from './task.repository.js';

/** While somebody is still to rule; between the ruling and an appeal there is nothing to be heard for. */
export const OPEN_TO_STATEMENTS: readonly DisputePhase[] = ['siteMeeting', 'ruling', 'appealed'];

const KIND = 'disputeStatement';
/** Some parties, some statements each: a bound against a mistake. */
const MOST = 100;

/**
 * Only while the dispute is open, as one statement with its line of history, so that no ruling comes in between. The line
 * has version 0: it belongs to no decision of the workflow.
 */
const STATE = `WITH disputed AS (
    SELECT id, subdistrict_id FROM department_task
    WHERE id = $2 AND subdistrict_id = $3 AND state = 'DISPUTED' AND progress->'dispute'->>'phase' = ANY ($4) FOR SHARE
  ), stated AS (
    INSERT INTO task_note (id, subdistrict_id, task_id, kind, body, final, created_by, created_role)
    SELECT $1, subdistrict_id, id, '${KIND}', $5::jsonb, true, $6, $7 FROM disputed
    ON CONFLICT (id) DO NOTHING RETURNING task_id, created_at
  ), line AS (
    INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details)
    SELECT d.subdistrict_id, d.id::text, 0, 'stated/' || $1, 'stated', $6, $7, stated.created_at,
      jsonb_strip_nulls(jsonb_build_object('departmentId', $8::text))
    FROM disputed d JOIN stated ON stated.task_id = d.id
  )
  SELECT id FROM disputed`;
const STATED = `SELECT ${modelColumns(Prisma.TaskNoteScalarFieldEnum, 'n')} FROM task_note n
  WHERE n.task_id = $1 AND n.subdistrict_id = $2 AND n.kind = '${KIND}' AND n.final
  ORDER BY n.created_at, n.id LIMIT ${MOST}`;

type Body = StateInDispute & { departmentId?: string };

/** What parties, member and community say in a dispute over responsibility (domain 4.5), for those who rule. */
@Injectable()
export class DisputeStatements {
  constructor(@Inject(TenantDatabase) private readonly database: DepartmentsDatabase) {}

  /**
   * @param id of the request: a repeat has the same and adds nothing
   * @throws ProblemError notInDispute; wrongState between the ruling and an appeal; both with the state
   */
  async keep(id: string, task: TaskRow, body: Body, by: ActorRef): Promise<void> {
    const { subdistrictId, state } = task;
    const said = JSON.stringify(body);
    const values = [
      id,
      task.id,
      subdistrictId,
      OPEN_TO_STATEMENTS,
      said,
      by.userId,
      by.role,
      body.departmentId ?? null,
    ];
    const disputed = await queryRows(this.database.pool(subdistrictId), STATE, values);
    if (disputed.length > 0) return;
    throw new ProblemError(state === 'DISPUTED' ? 'wrongState' : 'notInDispute', { state });
  }

  /** Oldest first. */
  async of({ id, subdistrictId }: TaskRow, named: (id: string) => DepartmentRef): Promise<DisputeStatement[]> {
    const rows = await queryRows<TaskNote>(this.database.pool(subdistrictId), STATED, [id, subdistrictId]);
    return rows.map((row) => {
      const { departmentId, position, legalBasis } = row.body as unknown as Body;
      const department = departmentId === undefined ? {} : { department: named(departmentId) };
      return {
        ...{ id: row.id, ...department, role: row.createdRole, position, legalBasis },
        statedAt: row.createdAt.toISOString(),
      };
    });
  }
}
