import { actorRefOf } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { Proposal, SubmitProposal } from '@hsl/contracts/schemas/proposals';
import { proposalWorkflowId, TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { requestIdOf } from '@hsl/database/request-id';
import { Clock } from '@hsl/platform/clock';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { UpdateSender } from '@hsl/temporal/update-sender';
import { proposalSubmittedUpdate, type ProposalInput } from '@hsl/workflows/proposal/proposal.messages';
import { Injectable } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { ProposalTermsService } from '../rules/proposal-terms.service.js';
import { ProposalDrafts } from './proposal-drafts.js';
import { ProposalsService, type Asked } from './proposals.service.js';

const SUBMIT = 'proposal.submit';

/** Takes proposals of members (S62): the words become a draft, the workflow starts, its first decision is the row. */
@Injectable()
export class ProposalSubmissionService {
  constructor(
    private readonly access: AccessService,
    private readonly terms: ProposalTermsService,
    private readonly drafts: ProposalDrafts,
    private readonly proposals: ProposalsService,
    private readonly temporal: TemporalClient,
    private readonly updates: UpdateSender,
    private readonly clock: Clock,
  ) {}

  /**
   * The same key with the same body is the same proposal, however often it is sent.
   * @throws ProblemError roleNotAllowed, rulesNotHeard, temporalUnavailable
   */
  async submit({ actor, key, locale }: Asked, body: SubmitProposal): Promise<Proposal> {
    const { subdistrictId, userId } = actor;
    const { title, text, whistleId, sessionId } = body;
    const { role } = this.access.authorize(actor, SUBMIT, { subdistrictId, createdBy: userId });
    const id = requestIdOf(actor, SUBMIT, 'new', body, key);
    const terms = await this.terms.termsNow(subdistrictId);
    await this.drafts.keep({ id, subdistrictId, proposalId: id, step: 'submit', title, text, recordedBy: userId });
    const by = actorRefOf(actor, role);
    const now = this.clock.now();
    await this.start({
      ...{ proposalId: id, subdistrictId, submittedBy: by, contentId: id, whistleId, sessionId, submittedAt: now },
      terms,
    });
    const options = { updateId: id, notFound: 'proposalNotReady' } as const;
    await this.updates.execute(proposalWorkflowId(id), proposalSubmittedUpdate, { by }, options);
    return this.proposals.view(actor, await this.proposals.find(actor, id), locale);
  }

  private async start(input: ProposalInput): Promise<void> {
    try {
      await this.temporal.bounded(() =>
        this.temporal.workflow.start('proposalWorkflow', {
          ...{ workflowId: proposalWorkflowId(input.proposalId), taskQueue: TASK_QUEUES.topics, args: [input] },
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        }),
      );
    } catch (error) {
      // A repeat of the request: it is the same proposal.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }
}
