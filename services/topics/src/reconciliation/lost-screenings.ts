import type { Finding } from '@hsl/contracts/reconciliation';
import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { screeningStages } from '@hsl/domain/submission-terms';
import { LostProcesses } from '@hsl/temporal/lost-processes';
import type { OpenRow } from '@hsl/temporal/open-rows';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import type { SubmissionInput } from '@hsl/workflows/submission/submission.messages';
import { Injectable } from '@nestjs/common';
import type { ClockRow } from '../screening/screening.repository.js';

/** The clock of a screening that must run. */
export interface OpenScreening extends OpenRow, ClockRow {}

/**
 * Begins the clocks of screenings again whose process is gone (S111). What they have said stands in the row, and when they say
 * the next is data of the lost run, or found again from the day the submission came in. Where that is another instant than
 * people were shown, it is left to a person.
 */
@Injectable()
export class LostScreenings {
  private readonly lost: LostProcesses;

  constructor(temporal: TemporalClient) {
    this.lost = new LostProcesses(temporal);
  }

  /** @returns whether it runs again */
  async beginAgain(row: OpenScreening, { kind }: Finding): Promise<boolean> {
    if (kind !== 'closed' && kind !== 'neverStarted') return false;
    const { id: submissionId, workflowId, subdistrictId, communityId, version, stages: said } = row;
    if (!(await this.lost.isGone(workflowId))) return false;
    const before = kind === 'closed' ? await this.lost.inputOf<SubmissionInput>(workflowId) : undefined;
    const stages = before?.stages ?? screeningStages(row.receivedAt.getTime());
    const input: SubmissionInput = { submissionId, subdistrictId, communityId, stages };
    const hasBegun = version > 0;
    if (hasBegun && stages[said]?.at !== row.nextAt?.getTime()) return false;
    const args = [hasBegun ? { ...input, resumed: { version, stages: said } } : input];
    return this.lost.begin('submissionWorkflow', { workflowId, taskQueue: TASK_QUEUES.topics, args });
  }
}
