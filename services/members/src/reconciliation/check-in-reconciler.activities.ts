import type { PageFound, Place } from '@hsl/contracts/reconciliation';
import { checkInWorkflowId } from '@hsl/contracts/workflow-ids';
import { OpenRows, type WantedIds } from '@hsl/temporal/open-rows';
import { pageOfParts } from '@hsl/temporal/reconciled-parts';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import type { ReconciliationActivities } from '@hsl/workflows/reconciliation/reconciliation.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type MembersDatabase } from '../database.js';
import type { Prisma } from '../generated/prisma/client.js';
import { LostCheckIns, type OpenCheckIn } from './lost-check-ins.js';

/** Somebody still owes an answer: a clock must run. */
const OPEN: Prisma.CheckInProcessWhereInput = { checkIns: { some: { state: 'REQUESTED' } } };
const SELECT = { id: true, version: true, startedAt: true } as const satisfies Prisma.CheckInProcessSelect;

/** Compares open check-ins with their running workflows (domain 4.6); repairs what is safe, reports the rest. */
@Injectable()
export class CheckInReconciler implements ReconciliationActivities {
  private readonly parts: { rows: OpenRows<OpenCheckIn> };

  constructor(
    @Inject(TenantDatabase) private readonly database: MembersDatabase,
    temporal: TemporalClient,
    lost: LostCheckIns,
  ) {
    const rows = new OpenRows<OpenCheckIn>(temporal, {
      kind: 'checkIn',
      open: (subdistrictId, id, take) => this.open(subdistrictId, id, take),
      beginAgain: (row, finding) => lost.beginAgain(row, finding),
    });
    this.parts = { rows };
  }

  async reconcileSubdistricts(): Promise<string[]> {
    const found = await this.database.system.member.findMany({
      distinct: ['subdistrictId'],
      select: { subdistrictId: true },
      orderBy: { subdistrictId: 'asc' },
    });
    return found.map(({ subdistrictId }) => subdistrictId);
  }

  reconcilePage(page: { subdistrictId: string; place: Place }): Promise<PageFound> {
    return pageOfParts(this.parts, page);
  }

  private async open(subdistrictId: string, id: WantedIds, take: number): Promise<OpenCheckIn[]> {
    const where = { AND: [OPEN, { id }] };
    const rows = await this.database
      .forTenant(subdistrictId)
      .checkInProcess.findMany({ where, orderBy: { id: 'asc' }, take, select: SELECT });
    return rows.map((row) => ({
      ...{ ...row, whistleId: row.id, workflowId: checkInWorkflowId(row.id), state: 'REQUESTED' },
    }));
  }
}
