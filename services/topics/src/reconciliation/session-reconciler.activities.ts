import { sessionWorkflowId } from '@hsl/contracts/workflow-ids';
import { OpenRows } from '@hsl/temporal/open-rows';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { sessionQuery } from '@hsl/workflows/deliberation/deliberation.messages';
import type {
  PageFound,
  Place,
  ReconciliationActivities,
} from '@hsl/workflows/reconciliation/reconciliation.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Prisma } from '../generated/prisma/client.js';
import { LostSessions, type OpenSession } from './lost-sessions.js';

/** A matter waits for its outcome. Thematic sessions are rows alone and have no process. */
const OPEN: Prisma.SessionWhereInput = { state: 'CONVENED', whistleId: { not: null } };
const SELECT = {
  ...{ id: true, whistleId: true, state: true, version: true },
  ...{ purpose: true, round: true, deadlines: true },
} as const satisfies Prisma.SessionSelect;

/** Compares sessions on matters with their running workflows (domain 4.6); repairs what is safe, reports the rest. */
@Injectable()
export class SessionReconciler implements ReconciliationActivities {
  private readonly rows: OpenRows<OpenSession>;

  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    temporal: TemporalClient,
    lost: LostSessions,
  ) {
    this.rows = new OpenRows<OpenSession>(temporal, {
      ...{ kind: 'session', query: sessionQuery.name },
      page: (subdistrictId, after, limit) => this.open(subdistrictId, after ? { id: { gt: after } } : {}, limit),
      again: (subdistrictId, ids) => this.open(subdistrictId, { id: { in: ids } }, ids.length),
      repair: (row, finding) => lost.beginAgain(row, finding),
    });
  }

  /** Every tenant has the classes of its categories from its first day. */
  async reconcileSubdistricts(): Promise<string[]> {
    const found = await this.database.system.categoryClass.findMany({
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

  private async open(subdistrictId: string, where: Prisma.SessionWhereInput, take: number): Promise<OpenSession[]> {
    const rows = await this.database
      .forTenant(subdistrictId)
      .session.findMany({ where: { AND: [OPEN, where] }, orderBy: { id: 'asc' }, take, select: SELECT });
    return rows.map(({ whistleId, ...row }) => ({
      ...{ ...row, subdistrictId, whistleId: whistleId! },
      workflowId: sessionWorkflowId(row.id),
    }));
  }
}
