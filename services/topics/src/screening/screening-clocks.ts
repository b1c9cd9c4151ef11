import { submissionWorkflowId, TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { screeningStages } from '@hsl/domain/submission-terms';
import { BacklogSweep } from '@hsl/platform/backlog-sweep';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { submissionScreenedSignal, type SubmissionInput } from '@hsl/workflows/submission/submission.messages';
import { Injectable } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import { ScreeningRepository, type Awaited } from './screening.repository.js';

const PAGE = 50;

/**
 * Begins the clock of every submission and ends it once somebody has screened it. A resident's sending waits for nothing
 * of it: while Temporal is away the submission is there, and its clock begins when Temporal is back.
 */
@Injectable()
export class ScreeningClocks extends BacklogSweep {
  constructor(
    private readonly screenings: ScreeningRepository,
    private readonly temporal: TemporalClient,
  ) {
    super({ everyMs: 2_000, longestPauseMs: 60_000 });
  }

  /** Never "more": what was begun or told is seen in its row only when the workflow has recorded it. */
  protected async step(): Promise<boolean> {
    const [begin, end] = await Promise.all([
      this.screenings.withoutClock(PAGE),
      this.screenings.withNeedlessClock(PAGE),
    ]);
    await Promise.all([...begin.map((one) => this.begin(one)), ...end.map((one) => this.end(one))]);
    return false;
  }

  private async begin({ id, subdistrictId, communityId, receivedAt }: Awaited): Promise<void> {
    const stages = screeningStages(receivedAt.getTime());
    const input: SubmissionInput = { submissionId: id, subdistrictId, communityId, stages };
    try {
      await this.temporal.bounded(() =>
        this.temporal.workflow.start('submissionWorkflow', {
          ...{ workflowId: submissionWorkflowId(id), taskQueue: TASK_QUEUES.topics, args: [input] },
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        }),
      );
    } catch (error) {
      // It runs, and is about to record that it does.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  private async end({ id }: Awaited): Promise<void> {
    const handle = this.temporal.workflow.getHandle(submissionWorkflowId(id));
    try {
      await this.temporal.bounded(() => handle.signal(submissionScreenedSignal));
    } catch (error) {
      // It has ended, and its last decision is about to be read here.
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
}
