import type { TaskQueue } from '@hsl/contracts/workflow-ids';
import { hasRole } from '@hsl/platform/process-roles';
import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap, type Provider } from '@nestjs/common';
import { ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import { TemporalClient } from './temporal-client.js';

const RETRY_MS = 15_000;

/**
 * Sees to it that the daily reconciliation of a service's rows is scheduled, at 03:00 in Shanghai; the Temporal server
 * keeps the time. Each service compares its own rows, on its own queue.
 */
export class ReconciliationSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ReconciliationSchedule.name);
  private timer: NodeJS.Timeout | undefined;
  private stopping = false;
  private trying: Promise<void> | undefined;

  constructor(
    private readonly temporal: TemporalClient,
    private readonly owner: TaskQueue,
  ) {}

  static of(owner: TaskQueue): Provider {
    return {
      provide: ReconciliationSchedule,
      inject: [TemporalClient],
      useFactory: (temporal: TemporalClient) => new ReconciliationSchedule(temporal, owner),
    };
  }

  onApplicationBootstrap(): void {
    if (hasRole('worker')) this.trying = this.tryToCreate();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.trying;
  }

  private async tryToCreate(): Promise<void> {
    try {
      await this.create();
    } catch (error) {
      this.logger.warn(`the reconciliation is not scheduled, again in ${RETRY_MS} ms: ${String(error)}`);
      if (this.stopping) return;
      this.timer = setTimeout(() => (this.trying = this.tryToCreate()), RETRY_MS);
    }
  }

  private async create(): Promise<void> {
    const { owner } = this;
    const scheduleId = owner === 'whistles' ? 'reconciliation' : `reconciliation/${owner}`;
    try {
      await this.temporal.bounded(() =>
        this.temporal.schedule.create({
          scheduleId,
          spec: { calendars: [{ hour: 3, minute: 0 }], timezone: 'Asia/Shanghai' },
          policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '6 hours' },
          action: {
            type: 'startWorkflow',
            workflowType: 'reconciliationWorkflow',
            workflowId: scheduleId,
            taskQueue: owner,
            args: [{ owner }],
          },
        }),
      );
    } catch (error) {
      // Another process of this service, or an earlier start, has made it.
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    }
  }
}
