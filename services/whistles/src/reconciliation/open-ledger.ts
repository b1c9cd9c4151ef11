import { ledgerWorkflowId } from '@hsl/contracts/workflow-ids';
import { OpenRows, type OpenRow } from '@hsl/temporal/open-rows';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { ledgerQuery } from '@hsl/workflows/ledger/ledger.messages';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import type { Prisma } from '../generated/prisma/client.js';

const OPEN: Prisma.LedgerEntryWhereInput = { state: { in: ['APPLIED', 'RUNNING'] } };

/** Entries of the ledger that wait for an approval or run, beside their workflows. */
@Injectable()
export class OpenLedger extends OpenRows {
  constructor(@Inject(TenantDatabase) database: WhistlesDatabase, temporal: TemporalClient) {
    const rows = async (subdistrictId: string, where: Prisma.LedgerEntryWhereInput, take: number) => {
      const select = { id: true, whistleId: true, state: true, version: true };
      const found = await database
        .forTenant(subdistrictId)
        .ledgerEntry.findMany({ where: { AND: [OPEN, where] }, orderBy: { id: 'asc' }, take, select });
      return found.map((row): OpenRow => ({ ...row, workflowId: ledgerWorkflowId(row.id) }));
    };
    super(temporal, {
      ...{ kind: 'ledgerEntry', query: ledgerQuery.name },
      page: (subdistrictId, after, limit) => rows(subdistrictId, after ? { id: { gt: after } } : {}, limit),
      again: (subdistrictId, ids) => rows(subdistrictId, { id: { in: ids } }, ids.length),
    });
  }
}
