import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { DepartmentTask as TaskRow, Prisma } from '../generated/prisma/client.js';
import { UUID } from '../uuid.js';
import type { ListPosition } from './task-list-position.js';
import { positionWhere, TASK_ORDER } from './task-list-position.js';

export type { TaskRow };

/** The other units of a whistle, and what its events have said that rights ask for. */
export interface Surroundings {
  siblings: TaskRow[];
  memberIds: string[];
  dissatisfiedCount: number;
}

/** Departments per whistle, times the whistles of a page: far above what there is. */
const MOST_SIBLINGS = 5_000;
/** Whistles of one member whose tasks a list may reach. */
const MOST_WHISTLES = 2_000;

/** Reads tasks as a tenant; who may see which is in the `where` that the scopes make. */
@Injectable()
export class TaskRepository {
  constructor(@Inject(TenantDatabase) private readonly database: DepartmentsDatabase) {}

  async find(subdistrictId: string, id: string): Promise<TaskRow | undefined> {
    if (!UUID.test(id)) return undefined;
    return (await this.database.forTenant(subdistrictId).departmentTask.findUnique({ where: { id } })) ?? undefined;
  }

  /** One row more than the limit; what is owed first, overdue before all, then what is done, newest first. */
  list(
    subdistrictId: string,
    where: Prisma.DepartmentTaskWhereInput,
    limit: number,
    after: ListPosition | undefined,
  ): Promise<TaskRow[]> {
    return this.database.forTenant(subdistrictId).departmentTask.findMany({
      where: { AND: [where, positionWhere(after)] },
      orderBy: TASK_ORDER,
      take: limit + 1,
    });
  }

  /** Per whistle, all its tasks and what is known of it. */
  async surroundings(subdistrictId: string, whistleIds: readonly string[]): Promise<Map<string, Surroundings>> {
    const prisma = this.database.forTenant(subdistrictId);
    const ids = [...new Set(whistleIds)];
    const [tasks, known] = await Promise.all([
      prisma.departmentTask.findMany({
        where: { whistleId: { in: ids } },
        orderBy: [{ role: 'asc' }, { departmentId: 'asc' }],
        take: MOST_SIBLINGS,
      }),
      prisma.knownWhistle.findMany({ where: { id: { in: ids } }, take: ids.length }),
    ]);
    return new Map(
      ids.map((id) => {
        const facts = known.find((row) => row.id === id);
        const siblings = tasks.filter((task) => task.whistleId === id);
        return [id, { siblings, memberIds: facts?.memberIds ?? [], dissatisfiedCount: facts?.dissatisfiedCount ?? 0 }];
      }),
    );
  }

  /** Whistles that one of these members checked in for. */
  async whistlesOfMembers(subdistrictId: string, memberIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.forTenant(subdistrictId).knownWhistle.findMany({
      where: { memberIds: { hasSome: [...memberIds] } },
      select: { id: true },
      take: MOST_WHISTLES,
    });
    return rows.map(({ id }) => id);
  }
}
