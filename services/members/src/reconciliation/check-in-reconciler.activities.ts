import { checkInWorkflowId } from '@hsl/contracts/workflow-ids';
import { OpenRows, type OpenRow } from '@hsl/temporal/open-rows';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import type {
  PageFound,
  Place,
  ReconciliationActivities,
} from '@hsl/workflows/reconciliation/reconciliation.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type MembersDatabase } from '../database.js';
import type { Prisma } from '../generated/prisma/client.js';
import { LostCheckIns } from './lost-check-ins.js';

/** Somebody still owes an answer: a clock must run. */
const OPEN: Prisma.CheckInProcessWhereInput = { checkIns: { some: { state: 'REQUESTED' } } };

interface OpenCheckIn extends OpenRow {
  startedAt: Date;
}

/** Compares open check-ins with their running workflows (domain 4.6); repairs what is safe, reports the rest. */
@Injectable()
export class CheckInReconciler implements ReconciliationActivities {
  private readonly rows: OpenRows<OpenCheckIn>;

  constructor(
    @Inject(TenantDatabase) private readonly database: MembersDatabase,
    temporal: TemporalClient,
    lost: LostCheckIns,
  ) {
    this.rows = new OpenRows<OpenCheckIn>(temporal, {
      kind: 'checkIn',
      page: (subdistrictId, after, limit) => this.open(subdistrictId, after ? { id: { gt: after } } : {}, limit),
      again: (subdistrictId, ids) => this.open(subdistrictId, { id: { in: ids } }, ids.length),
      repair: ({ whistleId, version, startedAt: askedAt }, finding) =>
        lost.beginAgain({ whistleId, version, askedAt }, finding),
    });
  }

  async reconcileSubdistricts(): Promise<string[]> {
    const found = await this.database.system.member.findMany({
      distinct: ['subdistrictId'],
      select: { subdistrictId: true },
      orderBy: { subdistrictId: 'asc' },
    });
    return found.map(({ subdistrictId }) => subdistrictId);
  }

  async reconcilePage({ subdistrictId, place }: { subdistrictId: string; place: Place }): Promise<PageFound> {
    const { after, ...found } = await this.rows.compare(subdistrictId, place.after);
    return after === undefined ? found : { ...found, next: { part: 'rows', after } };
  }

  private async open(
    subdistrictId: string,
    where: Prisma.CheckInProcessWhereInput,
    take: number,
  ): Promise<OpenCheckIn[]> {
    const rows = await this.database.forTenant(subdistrictId).checkInProcess.findMany({
      where: { AND: [OPEN, where] },
      orderBy: { id: 'asc' },
      take,
      select: { id: true, version: true, startedAt: true },
    });
    return rows.map(({ id, version, startedAt }) => ({
      startedAt,
      ...{ id, whistleId: id, workflowId: checkInWorkflowId(id), version, state: 'REQUESTED' },
    }));
  }
}
