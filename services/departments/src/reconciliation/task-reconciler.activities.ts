import { taskWorkflowId } from '@hsl/contracts/workflow-ids';
import { OpenRows, type OpenRow } from '@hsl/temporal/open-rows';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { taskQuery } from '@hsl/workflows/department-task/department-task.messages';
import type {
  PageFound,
  Place,
  ReconciliationActivities,
} from '@hsl/workflows/reconciliation/reconciliation.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { Prisma } from '../generated/prisma/client.js';
import { LostTasks } from './lost-tasks.js';
import { OPEN, TaskCensus } from './task-census.js';

/** Compares open tasks with their running workflows (domain 4.6), repairs what is safe, reports the rest, and has a census told. */
@Injectable()
export class TaskReconciler implements ReconciliationActivities {
  private readonly rows: OpenRows;

  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    temporal: TemporalClient,
    private readonly census: TaskCensus,
    lost: LostTasks,
  ) {
    this.rows = new OpenRows(temporal, {
      ...{ kind: 'task', query: taskQuery.name },
      page: (subdistrictId, after, limit) => this.open(subdistrictId, after ? { id: { gt: after } } : {}, limit),
      again: (subdistrictId, ids) => this.open(subdistrictId, { id: { in: ids } }, ids.length),
      repair: (row, finding) => lost.beginAgain(row, finding),
    });
  }

  async reconcileSubdistricts(): Promise<string[]> {
    const found = await this.database.system.department.findMany({
      distinct: ['subdistrictId'],
      select: { subdistrictId: true },
      orderBy: { subdistrictId: 'asc' },
    });
    return found.map(({ subdistrictId }) => subdistrictId);
  }

  async reconcilePage({ subdistrictId, place }: { subdistrictId: string; place: Place }): Promise<PageFound> {
    if (place.part === 'census') return this.census.tell(subdistrictId, place.after);
    const { after, ...found } = await this.rows.compare(subdistrictId, place.after);
    return { ...found, next: after === undefined ? { part: 'census' } : { part: 'rows', after } };
  }

  private async open(subdistrictId: string, where: Prisma.DepartmentTaskWhereInput, take: number): Promise<OpenRow[]> {
    const rows = await this.database.forTenant(subdistrictId).departmentTask.findMany({
      where: { AND: [{ state: { in: OPEN } }, where] },
      orderBy: { id: 'asc' },
      take,
      select: { id: true, whistleId: true, state: true, version: true },
    });
    return rows.map((row) => ({ ...row, workflowId: taskWorkflowId(row.whistleId, row.id) }));
  }
}
