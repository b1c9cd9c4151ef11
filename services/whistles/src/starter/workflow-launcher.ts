import type { Grade, Level } from '@hsl/contracts/grades';
import type { WhistleState } from '@hsl/contracts/states';
import type { WaitingFor } from '@hsl/contracts/steps';
import type { WhistleProgress } from '@hsl/contracts/whistle-progress';
import { followUpWorkflowId, TASK_QUEUES, whistleWorkflowId, type TaskQueue } from '@hsl/contracts/workflow-ids';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import type { FollowUpInput } from '@hsl/workflows/follow-up/follow-up.messages';
import { PRESENT_GENERATION, type Resumed, type WhistleInput } from '@hsl/workflows/whistle/whistle.messages';
import { Clock } from '@hsl/platform/clock';
import { Injectable } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { searchAttributesOf } from './search-attributes.js';
import { ReferenceBook } from '../reference/reference-book.js';
import { TermsService } from '../rules/terms.service.js';
import type { FollowUpToStart, WhistleToStart } from './starter.repository.js';

/** Starts workflows by id, so that starting one twice is the same as starting it once. */
@Injectable()
export class WorkflowLauncher {
  constructor(
    private readonly temporal: TemporalClient,
    private readonly terms: TermsService,
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  async startWhistle(row: WhistleToStart): Promise<void> {
    await this.start('whistleWorkflow', {
      workflowId: whistleWorkflowId(row.id),
      args: [await this.inputOf(row)],
      typedSearchAttributes: searchAttributesOf(row),
    });
  }

  /** Begins anew a matter whose workflow was lost before it decided anything: its row still is at version 1. */
  async restartWhistle(row: WhistleToStart): Promise<void> {
    await this.start('whistleWorkflow', {
      workflowId: whistleWorkflowId(row.id),
      args: [await this.inputOf(row)],
      typedSearchAttributes: searchAttributesOf(row),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    });
  }

  /** A reopened matter goes on in a new run of its workflow, from the row that the follow-up left. */
  async resumeWhistle(row: WhistleToStart): Promise<void> {
    const at = row.reopenedAt?.getTime() ?? this.clock.now();
    const resumed: Resumed = {
      ...{ state: row.state as Resumed['state'], version: row.version, at },
      track: (row.track ?? undefined) as Resumed['track'],
      waitingFor: row.waitingFor as unknown as WaitingFor[],
      progress: row.progress as unknown as WhistleProgress,
    };
    await this.start('whistleWorkflow', {
      workflowId: whistleWorkflowId(row.id),
      args: [{ ...(await this.inputOf(row)), resumed }],
      typedSearchAttributes: searchAttributesOf(row),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    });
  }

  private async inputOf(row: WhistleToStart): Promise<WhistleInput> {
    const { id, number, subdistrictId, communityId, categoryCode, ruleSetVersion, reporterCount } = row;
    const defaultGrade = row.grade as Grade;
    const blownAt = row.blownAt.getTime();
    const { routes } = await this.book.of(subdistrictId);
    return {
      ...{ whistleId: id, number, subdistrictId, communityId, categoryCode, defaultGrade, blownAt, reporterCount },
      ...{ level: row.level as Level, households: row.households ?? undefined, route: routes.get(categoryCode) },
      terms: await this.terms.termsOf(subdistrictId, defaultGrade, ruleSetVersion, blownAt),
      generation: PRESENT_GENERATION,
    };
  }

  /** It sleeps on the server until the first look-back is due: one event for a month of waiting. */
  async startFollowUp(row: FollowUpToStart): Promise<void> {
    const { id, subdistrictId, version, ruleSetVersion } = row;
    const grade = row.grade as Grade;
    const concludedAt = row.concludedAt?.getTime() ?? this.clock.now();
    const planned = row.lookBacks.filter(({ state }) => state === 'SCHEDULED');
    const lookBacksDueAt = planned.map(({ dueAt }) => dueAt.getTime());
    const progress = row.progress as unknown as WhistleProgress;
    const input: FollowUpInput = {
      ...{ whistleId: id, subdistrictId, version, lookBacksDueAt, concludedAt },
      firstSequence: planned[0]?.sequence ?? 1,
      concluded: {
        ...{ state: row.state as WhistleState, grade, level: row.level as Level, ruleSetVersion },
        ...{ waitingFor: [], deadlines: [], progress },
      },
      terms: await this.terms.termsOf(subdistrictId, grade, ruleSetVersion, concludedAt),
    };
    const startDelay = Math.max(0, (lookBacksDueAt[0] ?? 0) - this.clock.now());
    const workflowId = followUpWorkflowId(id, progress.conclusions);
    await this.start('followUpWorkflow', { workflowId, args: [input], startDelay });
  }

  /** On the whistles' queue if no other is named. */
  async start(
    workflowType: string,
    options: {
      workflowId: string;
      taskQueue?: TaskQueue;
      args: unknown[];
      startDelay?: number;
      typedSearchAttributes?: ReturnType<typeof searchAttributesOf>;
      workflowIdReusePolicy?: 'ALLOW_DUPLICATE';
    },
  ): Promise<void> {
    try {
      await this.temporal.bounded(() =>
        this.temporal.workflow.start(workflowType, {
          taskQueue: TASK_QUEUES.whistles,
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          ...options,
        }),
      );
    } catch (error) {
      // Somebody else started it, or we did before we could note it: that is what we wanted.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }
}
