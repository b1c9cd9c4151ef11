import { taskWorkflowId } from '@hsl/contracts/workflow-ids';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import type { TaskDecision, TaskFact } from '@hsl/workflows/department-task/department-task.activities';
import { resumeSignal } from '@hsl/workflows/department-task/department-task.messages';
import { Inject, Injectable } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';

/** Less than a local activity may take, so that its attempt ends with the reason and not with a time-out. */
const SIGNAL_TIMEOUT_MS = 5_000;
const ENDINGS: readonly TaskFact['type'][] = ['feedbackSubmitted', 'waived', 'returned', 'stopped', 'disputeSettled'];

/** Domain 4.5 supporting unit idle: the lead's clock goes on when the unit it waited for owes nothing any more. */
@Injectable()
export class PausedLead {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly temporal: TemporalClient,
  ) {}

  /** Told again when the decision is recorded again; the workflow resumes once. */
  async resumeLead({ subdistrictId, whistleId, taskId, role, fact }: TaskDecision): Promise<void> {
    if (role === 'lead' || !ENDINGS.includes(fact.type)) return;
    const { rows } = await this.database.pool(subdistrictId).query<{ id: string }>({
      name: 'paused_lead',
      text: `SELECT id FROM department_task WHERE whistle_id = $1 AND role = 'lead'
        AND progress->'pause'->>'taskId' = $2 AND progress->'pause'->>'resumedAt' IS NULL`,
      values: [whistleId, taskId],
    });
    for (const { id } of rows) await this.signal(taskWorkflowId(whistleId, id));
  }

  private async signal(workflowId: string): Promise<void> {
    const handle = this.temporal.workflow.getHandle(workflowId);
    try {
      await this.temporal.bounded(() => handle.signal(resumeSignal), SIGNAL_TIMEOUT_MS);
    } catch (error) {
      // The lead has ended meanwhile: there is no clock to go on.
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
}
