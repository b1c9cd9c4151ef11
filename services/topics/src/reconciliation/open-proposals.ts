import { OPEN_PROPOSAL_STATES } from '@hsl/contracts/states';
import { proposalWorkflowId } from '@hsl/contracts/workflow-ids';
import { OpenRows } from '@hsl/temporal/open-rows';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { proposalQuery } from '@hsl/workflows/proposal/proposal.messages';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { LostProposals } from './lost-proposals.js';
import type { OpenProposal } from './proposal-record.js';

/** Proposals of which something is owed, beside their workflows. */
@Injectable()
export class OpenProposals extends OpenRows<OpenProposal> {
  constructor(@Inject(TenantDatabase) database: TopicsDatabase, temporal: TemporalClient, lost: LostProposals) {
    super(temporal, {
      ...{ kind: 'proposal', query: proposalQuery.name },
      open: async (subdistrictId, id, take) => {
        const where = { AND: [{ state: { in: OPEN_PROPOSAL_STATES } }, { id }] };
        const rows = await database.forTenant(subdistrictId).proposal.findMany({ where, orderBy: { id: 'asc' }, take });
        return rows.map(({ whistleId, ...row }) => ({
          ...{ ...row, ...(whistleId === null ? {} : { whistleId }) },
          workflowId: proposalWorkflowId(row.id),
        }));
      },
      beginAgain: (row, finding) => lost.beginAgain(row, finding),
    });
  }
}
