import type { ActorRef } from '@hsl/contracts/roles';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';

/** By then the request that wrote it has long been answered. */
const DRAFT_LIFE_MS = 86_400_000;

/** What somebody wrote with a step of a task, stored before the step is taken; the decision makes it final. */
@Injectable()
export class TaskNotes {
  constructor(@Inject(TenantDatabase) private readonly database: DepartmentsDatabase) {}

  /** @param id of the request: a repeat has the same */
  async keep(
    id: string,
    { id: taskId, subdistrictId }: { id: string; subdistrictId: string },
    { kind, body, by, final = false }: { kind: string; body: object; by: ActorRef; final?: boolean },
  ): Promise<void> {
    await this.database.forTenant(subdistrictId).taskNote.createMany({
      data: [{ id, subdistrictId, taskId, kind, body, final, createdBy: by.userId, createdRole: by.role }],
      skipDuplicates: true,
    });
  }

  /** Removes, in all tenants, what refused steps left a day ago. @returns how many */
  async sweep(now: number): Promise<number> {
    const { count } = await this.database.system.taskNote.deleteMany({
      where: { final: false, createdAt: { lt: new Date(now - DRAFT_LIFE_MS) } },
    });
    return count;
  }
}
