import type { PageFound, Place } from '@hsl/contracts/reconciliation';
import { taskWorkflowId } from '@hsl/contracts/workflow-ids';
import { OpenRows, type OpenRowOfMatter, type WantedIds } from '@hsl/temporal/open-rows';
import { pageOfParts, type Comparison } from '@hsl/temporal/reconciled-parts';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { taskQuery } from '@hsl/workflows/department-task/department-task.messages';
import type { ReconciliationActivities } from '@hsl/workflows/reconciliation/reconciliation.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { Prisma } from '../generated/prisma/client.js';
import { LostTasks } from './lost-tasks.js';
import { OPEN, TaskCensus } from './task-census.js';

const SELECT = { id: true, whistleId: true, state: true, version: true } as const satisfies Prisma.DepartmentTaskSelect;

/** Compares open tasks with their running workflows (domain 4.6), repairs what is safe, reports the rest, and has a census told. */
@Injectable()
export class TaskReconciler implements ReconciliationActivities {
  private readonly parts: { rows: OpenRows<OpenRowOfMatter>; census: Comparison };

  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    temporal: TemporalClient,
    census: TaskCensus,
    lost: LostTasks,
  ) {
    const rows = new OpenRows<OpenRowOfMatter>(temporal, {
      ...{ kind: 'task', query: taskQuery.name },
      open: (subdistrictId, id, take) => this.open(subdistrictId, id, take),
      beginAgain: (row, finding) => lost.beginAgain(row, finding),
    });
    this.parts = { rows, census };
  }

  async reconcileSubdistricts(): Promise<string[]> {
    const found = await this.database.system.department.findMany({
      distinct: ['subdistrictId'],
      select: { subdistrictId: true },
      orderBy: { subdistrictId: 'asc' },
    });
    return found.map(({ subdistrictId }) => subdistrictId);
  }

  reconcilePage(page: { subdistrictId: string; place: Place }): Promise<PageFound> {
    return pageOfParts(this.parts, page);
  }

  private async open(subdistrictId: string, id: WantedIds, take: number): Promise<OpenRowOfMatter[]> {
    const where = { AND: [{ state: { in: OPEN } }, { id }] };
    const rows = await this.database
      .forTenant(subdistrictId)
      .departmentTask.findMany({ where, orderBy: { id: 'asc' }, take, select: SELECT });
    return rows.map((row) => ({ ...row, workflowId: taskWorkflowId(row.whistleId, row.id) }));
  }
}
