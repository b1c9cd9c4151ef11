import type { Finding } from '@hsl/contracts/reconciliation';
import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { LostProcesses } from '@hsl/temporal/lost-processes';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import type { ProposalInput } from '@hsl/workflows/proposal/proposal.messages';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { ProposalTermsService } from '../rules/proposal-terms.service.js';
import { authorOf, resumedOf, TELLING, type OpenProposal, type Told } from './proposal-record.js';

/** More than a proposal's history can have of these. */
const MOST_TOLD = 500;

/**
 * Begins proposals again whose process is gone. Nobody waits for one, its clocks stand in its row, and rules and calendar are
 * known here: even the history of the lost process is not needed. What row and history do not say enough of, or whose rules
 * were never heard of, is left to a person.
 */
@Injectable()
export class LostProposals {
  private readonly lost: LostProcesses;

  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly terms: ProposalTermsService,
    temporal: TemporalClient,
  ) {
    this.lost = new LostProcesses(temporal);
  }

  /** @returns whether it runs again */
  async beginAgain(row: OpenProposal, { kind }: Finding): Promise<boolean> {
    if (kind !== 'closed' && kind !== 'neverStarted') return false;
    // One that went to its end has decided more than its row has: the row is from a backup.
    if (!(await this.lost.isGone(row.workflowId)) || (await this.isTakenOver(row))) return false;
    const input = await this.inputOf(row);
    if (!input) return false;
    const options = { workflowId: row.workflowId, taskQueue: TASK_QUEUES.topics, args: [input] };
    return this.lost.begin('proposalWorkflow', options);
  }

  private async inputOf(row: OpenProposal): Promise<ProposalInput | undefined> {
    const { id, subdistrictId, ruleSetVersion, whistleId, sessionId } = row;
    const submittedAt = row.submittedAt.getTime();
    const history = await this.historyOf(row);
    const [submittedBy, resumed] = [authorOf(row, history), resumedOf(row, history)];
    const terms = await this.terms.termsAgain(subdistrictId, ruleSetVersion, submittedAt);
    if (!submittedBy || !resumed || !terms) return undefined;
    return {
      ...{ proposalId: id, subdistrictId, submittedBy, contentId: id, submittedAt, terms, resumed },
      ...{ whistleId, sessionId: sessionId ?? undefined },
    };
  }

  private historyOf({ id, subdistrictId }: OpenProposal): Promise<Told[]> {
    return this.database.forTenant(subdistrictId).timelineEntry.findMany({
      where: { aggregateId: id, kind: { in: TELLING } },
      orderBy: { position: 'asc' },
      take: MOST_TOLD,
      select: { kind: true, at: true, actorRole: true, details: true },
    });
  }

  /** Of before the platform (domain 6): what writes such a row has another name, and may be about to end it. */
  private async isTakenOver({ id }: OpenProposal): Promise<boolean> {
    return (await this.lost.statusOf(`past/${id}`)) !== 'unknown';
  }
}
