import { fileURLToPath } from 'node:url';
import type { TaskQueue } from '@hsl/contracts/workflow-ids';
import { HealthRegistry } from '@hsl/platform/health-registry';
import { hasRole } from '@hsl/platform/process-roles';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import { localActivities } from './local-activities.js';
import { installRuntime } from './runtime.js';
import { temporalEnv } from './temporal-env.js';

export const WORKER_OPTIONS = Symbol('worker options');

export interface WorkerRunnerOptions {
  taskQueue: TaskQueue;
  /** Instances whose methods are the queue's local activities. */
  recorders: object[];
}

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;
/**
 * Workflows kept in memory between two of their steps. The SDK's own figure follows the heap limit and came to ten where
 * that is small: every further open matter then replayed its whole history at each step. One weighs about 60 KB.
 */
const CACHED_WORKFLOWS = 400;

/** The bundle of a queue, built beforehand: bundling at run time costs seconds and a hundred megabytes. */
const bundlePath = (queue: TaskQueue): string =>
  fileURLToPath(new URL(`../../../workflows/dist/queues/${queue}.cjs`, import.meta.url));

/** Runs the worker of this service's queue, whatever the Temporal server does: it waits for it and comes back. */
@Injectable()
export class WorkerRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(WorkerRunner.name);
  private worker: Worker | undefined;
  private running: Promise<void> | undefined;
  private stopping = false;
  private wakeUp: (() => void) | undefined;

  constructor(
    @Inject(WORKER_OPTIONS) private readonly options: WorkerRunnerOptions,
    health: HealthRegistry,
  ) {
    if (!hasRole('worker')) return;
    health.register({ name: 'worker', required: false, check: () => this.check() });
  }

  onApplicationBootstrap(): void {
    if (hasRole('worker')) this.running = this.runForEver();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.wakeUp?.();
    if (this.worker?.getState() === 'RUNNING') this.worker.shutdown();
    await this.running;
  }

  private async check(): Promise<void> {
    if (this.worker?.getState() !== 'RUNNING') throw new Error(`worker is ${this.worker?.getState() ?? 'waiting'}`);
  }

  private async runForEver(): Promise<void> {
    installRuntime();
    for (let retryMs = FIRST_RETRY_MS; !this.stopping; retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)) {
      try {
        await this.runOnce();
        retryMs = FIRST_RETRY_MS;
      } catch (error) {
        this.logger.warn(`worker of ${this.options.taskQueue} stopped, again in ${retryMs} ms: ${String(error)}`);
      }
      if (!this.stopping) await this.pause(retryMs);
    }
  }

  private async runOnce(): Promise<void> {
    const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = temporalEnv();
    const connection = await NativeConnection.connect({ address });
    try {
      this.worker = await Worker.create({
        connection,
        namespace,
        taskQueue: this.options.taskQueue,
        workflowBundle: { codePath: bundlePath(this.options.taskQueue) },
        activities: localActivities(this.options.recorders),
        shutdownGraceTime: '5 seconds',
        shutdownForceTime: '8 seconds',
        maxCachedWorkflows: CACHED_WORKFLOWS,
        maxConcurrentWorkflowTaskExecutions: 40,
        maxConcurrentLocalActivityExecutions: 40,
      });
      this.logger.log(`worker of queue ${this.options.taskQueue} is running`);
      if (!this.stopping) await this.worker.run();
    } finally {
      this.worker = undefined;
      await connection.close();
    }
  }

  private pause(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
