import { ledgerWorkflowId } from '@hsl/contracts/workflow-ids';
import { OpenRows } from '@hsl/temporal/open-rows';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { ledgerQuery } from '@hsl/workflows/ledger/ledger.messages';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import type { Prisma } from '../generated/prisma/client.js';
import { LostEntries, type OpenEntry } from './lost-entries.js';

const OPEN: Prisma.LedgerEntryWhereInput = { state: { in: ['APPLIED', 'RUNNING'] } };
const SELECT = {
  ...{ id: true, whistleId: true, state: true, version: true, proposedBy: true, deadlines: true },
  milestones: { select: { id: true, dueAt: true, state: true, slips: true }, orderBy: { position: 'asc' } },
} as const satisfies Prisma.LedgerEntrySelect;

/** Entries of the ledger that wait for an approval or run, beside their workflows. */
@Injectable()
export class OpenLedger extends OpenRows<OpenEntry> {
  constructor(@Inject(TenantDatabase) database: WhistlesDatabase, temporal: TemporalClient, lost: LostEntries) {
    super(temporal, {
      ...{ kind: 'ledgerEntry', query: ledgerQuery.name },
      open: async (subdistrictId, id, take) => {
        const found = await database
          .forTenant(subdistrictId)
          .ledgerEntry.findMany({ where: { AND: [OPEN, { id }] }, orderBy: { id: 'asc' }, take, select: SELECT });
        return found.map((row): OpenEntry => ({ ...row, workflowId: ledgerWorkflowId(row.id) }));
      },
      beginAgain: (row, finding) => lost.beginAgain(row, finding),
    });
  }
}
