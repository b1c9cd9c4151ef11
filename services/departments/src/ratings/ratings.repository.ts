import type { Instant } from '@hsl/contracts/instants';
import type { ActorRef } from '@hsl/contracts/roles';
import { announce } from '@hsl/database/announce';
import { envelopeOf, MOST_EVENTS } from '@hsl/database/event-envelope';
import { nameUuid } from '@hsl/platform/name-uuid';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { TaskNote } from '../generated/prisma/client.js';
import type { TaskRow } from '../tasks/task.repository.js';

/** The last word stands, each word leaves its line of history (version 0: no decision of the workflow). */
const KEEP = `WITH rating AS (
    INSERT INTO task_note AS n (id, subdistrict_id, task_id, kind, body, final, created_by, created_role, created_at)
    VALUES ($1, $2, $3, 'communityRating', $4::jsonb, true, $5, $6, $7)
    ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body, created_by = EXCLUDED.created_by,
      created_role = EXCLUDED.created_role, created_at = EXCLUDED.created_at
    RETURNING n.id, n.subdistrict_id, n.task_id, n.created_at, n.body
  )
  INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details)
  SELECT subdistrict_id, task_id::text, 0, 'rated/' || id || '/' || $8::text, 'rated', $5, $6, created_at, body
  FROM rating`;

const idOf = ({ id }: TaskRow): string => nameUuid('communityRating', id);

@Injectable()
export class RatingsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: DepartmentsDatabase) {}

  async keep(task: TaskRow, score: number, by: ActorRef, at: Instant): Promise<void> {
    const { id: taskId, subdistrictId, whistleId, number, communityId, departmentId, version } = task;
    const data = { taskId, whistleId, number, communityId, departmentId, score, at };
    const values = [idOf(task), subdistrictId, taskId, JSON.stringify({ score }), by.userId, by.role, new Date(at), at];
    await this.database.transaction(subdistrictId, async (db) => {
      await db.query(KEEP, values);
      const event = { type: 'task.rated.v1', subject: taskId, data } as const;
      const sequence = version * MOST_EVENTS + MOST_EVENTS - 1;
      await announce(db, [envelopeOf(event, { source: 'departments', subdistrictId, at, sequence })]);
    });
  }

  async find(task: TaskRow): Promise<TaskNote | null> {
    return this.database.forTenant(task.subdistrictId).taskNote.findUnique({ where: { id: idOf(task) } });
  }
}
