import type { Grade, Level } from '@hsl/contracts/grades';
import type { WhistleState } from '@hsl/contracts/states';
import { followUpWorkflowId, TASK_QUEUES, whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import type { FollowUpInput } from '@hsl/workflows/follow-up/follow-up.messages';
import type { WhistleInput } from '@hsl/workflows/whistle/whistle.messages';
import { Clock } from '@hsl/platform/clock';
import { Injectable } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { searchAttributesOf } from './search-attributes.js';
import { TermsService } from '../rules/terms.service.js';
import type { FollowUpToStart, WhistleToStart } from './starter.repository.js';

/** Starts workflows by id, so that starting one twice is the same as starting it once. */
@Injectable()
export class WorkflowLauncher {
  constructor(
    private readonly temporal: TemporalClient,
    private readonly terms: TermsService,
    private readonly clock: Clock,
  ) {}

  async startWhistle(row: WhistleToStart): Promise<void> {
    const { id, number, subdistrictId, communityId, categoryCode } = row;
    const defaultGrade = row.grade as Grade;
    const input: WhistleInput = {
      ...{ whistleId: id, number, subdistrictId, communityId, categoryCode, defaultGrade, level: row.level as Level },
      blownAt: row.blownAt.getTime(),
      terms: await this.terms.termsOf(subdistrictId, defaultGrade, row.ruleSetVersion, row.blownAt.getTime()),
    };
    await this.start('whistleWorkflow', {
      workflowId: whistleWorkflowId(id),
      args: [input],
      typedSearchAttributes: searchAttributesOf(row),
    });
  }

  /** It sleeps on the server until the first look-back is due: one event for a month of waiting. */
  async startFollowUp(row: FollowUpToStart): Promise<void> {
    const { id, subdistrictId, version, reworkCount, departmentIds, memberIds, ruleSetVersion } = row;
    const grade = row.grade as Grade;
    const lookBacksDueAt = row.lookBacks.map(({ dueAt }) => dueAt.getTime());
    const input: FollowUpInput = {
      ...{ whistleId: id, subdistrictId, version, lookBacksDueAt },
      concluded: {
        ...{ state: row.state as WhistleState, grade, level: row.level as Level, ruleSetVersion },
        ...{ waitingFor: [], deadlines: [], reworkCount, departmentIds, memberIds },
        leadDepartmentId: row.leadDepartmentId ?? undefined,
      },
      terms: await this.terms.termsOf(
        subdistrictId,
        grade,
        ruleSetVersion,
        row.concludedAt?.getTime() ?? this.clock.now(),
      ),
    };
    const startDelay = Math.max(0, (lookBacksDueAt[0] ?? 0) - this.clock.now());
    await this.start('followUpWorkflow', { workflowId: followUpWorkflowId(id), args: [input], startDelay });
  }

  private async start(
    workflowType: string,
    options: {
      workflowId: string;
      args: unknown[];
      startDelay?: number;
      typedSearchAttributes?: ReturnType<typeof searchAttributesOf>;
    },
  ): Promise<void> {
    try {
      await this.temporal.bounded(() =>
        this.temporal.workflow.start(workflowType, {
          ...options,
          taskQueue: TASK_QUEUES.whistles,
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        }),
      );
    } catch (error) {
      // Somebody else started it, or we did before we could note it: that is what we wanted.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }
}
