import { beyond } from '@hsl/database/list-position';
import { modelColumns, queryRows } from '@hsl/database/model-rows';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import { Prisma, type DepartmentTask as TaskRow, type KnownWhistle } from '../generated/prisma/client.js';
import { UUID } from '../uuid.js';
import type { ListPosition, RuledPosition } from './task-list-position.js';
import { stretchesAfter, TASK_ORDER } from './task-list-position.js';

export type { TaskRow };

/** The other units of a whistle, and what its events have said that rights ask for. */
export interface Surroundings {
  siblings: TaskRow[];
  memberIds: string[];
  dissatisfiedCount: number;
}

/** Departments per whistle, times the whistles of a page: far above what there is. */
const MOST_SIBLINGS = 5_000;

const COLUMNS = modelColumns(Prisma.DepartmentTaskScalarFieldEnum, 't');
/** Each step on a task and each look at it begins with these, so they do without Prisma. */
const TASK = `SELECT ${COLUMNS} FROM department_task t WHERE t.id = $1 AND t.subdistrict_id = $2`;
const SIBLINGS = `SELECT ${COLUMNS} FROM department_task t
  WHERE t.whistle_id = ANY($1::uuid[]) AND t.subdistrict_id = $2
  ORDER BY t.role, t.department_id LIMIT ${MOST_SIBLINGS}`;
const KNOWN = `SELECT ${modelColumns(Prisma.KnownWhistleScalarFieldEnum, 'k')} FROM known_whistle k
  WHERE k.id = ANY($1::uuid[]) AND k.subdistrict_id = $2`;

/** Reads tasks as a tenant; who may see which is in the `where` that the scopes make. */
@Injectable()
export class TaskRepository {
  constructor(@Inject(TenantDatabase) private readonly database: DepartmentsDatabase) {}

  async find(subdistrictId: string, id: string): Promise<TaskRow | undefined> {
    if (!UUID.test(id)) return undefined;
    return (await queryRows<TaskRow>(this.database.pool(subdistrictId), TASK, [id, subdistrictId]))[0];
  }

  /** One row more than the limit; what is owed first, overdue before all, then what is done, newest first. */
  async list(
    subdistrictId: string,
    where: Prisma.DepartmentTaskWhereInput,
    limit: number,
    after: ListPosition | undefined,
  ): Promise<TaskRow[]> {
    const rows: TaskRow[] = [];
    for (const stretch of stretchesAfter(after)) {
      const take = limit + 1 - rows.length;
      if (take === 0) break;
      const found = { where: { subdistrictId, AND: [where, stretch] }, orderBy: [...TASK_ORDER], take };
      rows.push(...(await this.database.forTenant(subdistrictId).departmentTask.findMany(found)));
    }
    return rows;
  }

  /** Tasks about which a dispute was ruled on, the latest ruling first; one row more than the limit. */
  ruled(
    subdistrictId: string,
    where: Prisma.DepartmentTaskWhereInput,
    limit: number,
    after: RuledPosition | undefined,
  ): Promise<TaskRow[]> {
    return this.database.forTenant(subdistrictId).departmentTask.findMany({
      where: { subdistrictId, ruledAt: { not: null }, AND: [where, beyond('ruledAt', after)] },
      orderBy: [{ ruledAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }

  /** Per whistle, all its tasks and what is known of it. */
  async surroundings(subdistrictId: string, whistleIds: readonly string[]): Promise<Map<string, Surroundings>> {
    const pool = this.database.pool(subdistrictId);
    const ids = [...new Set(whistleIds)];
    const [tasks, known] = await Promise.all([
      queryRows<TaskRow>(pool, SIBLINGS, [ids, subdistrictId]),
      queryRows<KnownWhistle>(pool, KNOWN, [ids, subdistrictId]),
    ]);
    return new Map(
      ids.map((id) => {
        const facts = known.find((row) => row.id === id);
        const siblings = tasks.filter((task) => task.whistleId === id);
        return [id, { siblings, memberIds: facts?.memberIds ?? [], dissatisfiedCount: facts?.dissatisfiedCount ?? 0 }];
      }),
    );
  }
}
