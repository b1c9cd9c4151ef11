import type { ActorRef } from '@hsl/contracts/roles';
import type { SubmitFeedback } from '@hsl/contracts/schemas/department-tasks';
import { queryRows } from '@hsl/database/model-rows';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { TaskRow } from '../tasks/task.repository.js';

const KEEP = `INSERT INTO feedback (id, subdistrict_id, task_id, round, summary, measures, evidence, contacted_resident,
    submitted_by, submitted_role)
  VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10)
  ON CONFLICT (id) DO NOTHING RETURNING false AS final, round`;
const KEPT = 'SELECT final_at IS NOT NULL AS final, round FROM feedback WHERE id = $1 AND subdistrict_id = $2';

export interface KeptFeedback {
  final: boolean;
  round: number;
}

/** By then the request that wrote it has long been answered. */
const DRAFT_LIFE_MS = 86_400_000;

/**
 * What a department wrote, stored before the step is taken; the decision makes it final. Words never travel through a
 * workflow.
 */
@Injectable()
export class FeedbackDrafts {
  constructor(@Inject(TenantDatabase) private readonly database: DepartmentsDatabase) {}

  /**
   * @param id of the request: a repeat has the same
   * @returns whether a decision has made it final already, and of which round
   */
  async keep(id: string, task: TaskRow, body: SubmitFeedback, by: ActorRef): Promise<KeptFeedback> {
    const { subdistrictId, id: taskId, round } = task;
    const { summary, measures, evidence, contactedResident } = body;
    const pool = this.database.pool(subdistrictId);
    const [kept] = await queryRows<KeptFeedback>(pool, KEEP, [
      ...[id, subdistrictId, taskId, round, summary, measures ?? null, JSON.stringify(evidence)],
      ...[contactedResident ?? null, by.userId, by.role],
    ]);
    if (kept) return kept;
    const [stored] = await queryRows<KeptFeedback>(pool, KEPT, [id, subdistrictId]);
    return stored ?? { final: false, round };
  }

  /**
   * Removes, in all tenants, what refused steps left a day ago.
   * @param now milliseconds since the epoch
   * @returns how many
   */
  async sweep(now: number): Promise<number> {
    const { count } = await this.database.system.feedback.deleteMany({
      where: { finalAt: null, createdAt: { lt: new Date(now - DRAFT_LIFE_MS) } },
    });
    return count;
  }
}
