import type { ActorRef } from '@hsl/contracts/roles';
import type { SubmitFeedback } from '@hsl/contracts/schemas/department-tasks';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { TaskRow } from '../tasks/task.repository.js';

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
   * @returns whether a decision has made it final already
   */
  async keep(id: string, task: TaskRow, body: SubmitFeedback, by: ActorRef): Promise<{ final: boolean }> {
    const { subdistrictId, id: taskId, round } = task;
    const { summary, measures, evidence, contactedResident } = body;
    const prisma = this.database.forTenant(subdistrictId);
    const { count } = await prisma.feedback.createMany({
      data: [
        {
          ...{ id, subdistrictId, taskId, round, summary, measures, evidence, contactedResident },
          ...{ submittedBy: by.userId, submittedRole: by.role },
        },
      ],
      skipDuplicates: true,
    });
    if (count === 1) return { final: false };
    const kept = await prisma.feedback.findUnique({ where: { id }, select: { finalAt: true } });
    return { final: kept?.finalAt != null };
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
