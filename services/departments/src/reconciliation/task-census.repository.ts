import type { TaskFact } from '@hsl/contracts/events/task-events';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import { rulingOf, type InQuestion } from '../recording/task-ruling.js';

/** Which tasks a census counts: those in these states, and those decided on since; none decided on after `quiet`. */
export interface Counted {
  open: readonly string[];
  since: Date;
  quiet: Date;
  /** The last task of the page before. */
  after?: string;
  limit: number;
}

interface CountedRow extends Omit<TaskFact, 'acknowledgeDueAt' | 'feedbackDueAt' | 'nextRung' | 'ruling' | 'at'> {
  acknowledgeDueAt: Date;
  feedbackDueAt: Date;
  nextRung: TaskFact['nextRung'] | null;
  progress: InQuestion['progress'];
  deadlines: InQuestion['deadlines'];
  at: Date;
}

/** When a task was decided on stands in its history. */
const COUNTED = `SELECT t.id AS "taskId", t.whistle_id AS "whistleId", t.number, t.community_id AS "communityId",
    t.department_id AS "departmentId", t.role, t.round, t.state, t.version,
    t.acknowledge_due_at AS "acknowledgeDueAt", t.feedback_due_at AS "feedbackDueAt", t.next_rung AS "nextRung",
    t.progress, t.deadlines, last.at
  FROM department_task t CROSS JOIN LATERAL (
    SELECT e.at FROM timeline_entry e WHERE e.aggregate_id = t.id::text ORDER BY e.position DESC LIMIT 1) last
  WHERE t.subdistrict_id = $1 AND last.at < $4 AND (t.state = ANY ($2::text[]) OR last.at > $3)
    AND ($5::uuid IS NULL OR t.id > $5::uuid)
  ORDER BY t.id LIMIT $6`;

/** Tasks as their rows have them, in the words of their events. */
@Injectable()
export class TaskCensusRepository {
  constructor(@Inject(TenantDatabase) private readonly database: DepartmentsDatabase) {}

  async counted(subdistrictId: string, { open, since, quiet, after, limit }: Counted): Promise<TaskFact[]> {
    const { rows } = await this.database.pool(subdistrictId).query<CountedRow>({
      name: 'counted_tasks',
      text: COUNTED,
      values: [subdistrictId, open, since, quiet, after ?? null, limit],
    });
    return rows.map(({ acknowledgeDueAt, feedbackDueAt, nextRung, progress, deadlines, at, ...row }) => ({
      ...row,
      acknowledgeDueAt: acknowledgeDueAt.getTime(),
      feedbackDueAt: feedbackDueAt.getTime(),
      nextRung: nextRung ?? undefined,
      ruling: rulingOf({ state: row.state, progress, deadlines }),
      at: at.getTime(),
    }));
  }
}
