import type { PageFound, Place } from '@hsl/contracts/reconciliation';
import { pageOfParts } from '@hsl/temporal/reconciled-parts';
import type { ReconciliationActivities } from '@hsl/workflows/reconciliation/reconciliation.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { BrokenSessions } from './broken-sessions.js';
import { OpenProposals } from './open-proposals.js';
import { OpenScreenings } from './open-screenings.js';
import { OpenSessions } from './open-sessions.js';

/** Compares what runs by a workflow here with that workflow (domain 4.6); repairs what is safe, reports the rest. */
@Injectable()
export class TopicsReconciler implements ReconciliationActivities {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly rows: OpenSessions,
    private readonly brokenSessions: BrokenSessions,
    private readonly proposals: OpenProposals,
    private readonly screenings: OpenScreenings,
  ) {}

  /** Every tenant has the classes of its categories from its first day. */
  async reconcileSubdistricts(): Promise<string[]> {
    const found = await this.database.system.categoryClass.findMany({
      distinct: ['subdistrictId'],
      select: { subdistrictId: true },
      orderBy: { subdistrictId: 'asc' },
    });
    return found.map(({ subdistrictId }) => subdistrictId);
  }

  reconcilePage(page: { subdistrictId: string; place: Place }): Promise<PageFound> {
    const { rows, brokenSessions, proposals, screenings } = this;
    return pageOfParts({ rows, brokenSessions, proposals, screenings }, page);
  }
}
