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
import { pause } from './pause.js';
import { installRuntime } from './runtime.js';
import { TemporalClient } from './temporal-client.js';
import { temporalEnv } from './temporal-env.js';
import { bundlePath, deploymentVersionOf } from './worker-build.js';
import { WorkerRouting } from './worker-routing.js';

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
 * that is small: every further open matter then replayed its whole history at each step. One weighs about half a megabyte
 * (bench open-set), and whatever the number of open matters, no more than these are kept.
 */
const CACHED_WORKFLOWS = 150;
/**
 * So long a step waits for the process that had its workflow in memory before any other may take it. The SDK's ten
 * seconds are all the time a request has: whoever was first to ask after a crash would be told to ask again.
 */
const LOST_CACHE_AFTER = '3 seconds';

/** Runs the worker of this service's queue, whatever the Temporal server does: it waits for it and comes back. */
@Injectable()
export class WorkerRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(WorkerRunner.name);
  private worker: Worker | undefined;
  private running: Promise<void> | undefined;
  private routing: WorkerRouting | undefined;
  private readonly stopping = new AbortController();

  constructor(
    @Inject(WORKER_OPTIONS) private readonly options: WorkerRunnerOptions,
    private readonly temporal: TemporalClient,
    health: HealthRegistry,
  ) {
    if (!hasRole('worker')) return;
    health.register({ name: 'worker', required: false, check: () => this.check() });
  }

  onApplicationBootstrap(): void {
    if (hasRole('worker')) this.running = this.runForEver();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    if (this.worker?.getState() === 'RUNNING') this.worker.shutdown();
    await this.running;
  }

  /** Up means that it works and that it is known to whom the queue's tasks go, be it another build. */
  private async check(): Promise<void> {
    if (this.worker?.getState() !== 'RUNNING') throw new Error(`worker is ${this.worker?.getState() ?? 'waiting'}`);
    if (this.routing?.routing === 'unknown') throw new Error('worker gets no tasks yet');
  }

  private async runForEver(): Promise<void> {
    installRuntime();
    const { signal } = this.stopping;
    for (let retryMs = FIRST_RETRY_MS; !signal.aborted; retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)) {
      try {
        await this.runOnce();
        retryMs = FIRST_RETRY_MS;
      } catch (error) {
        this.logger.warn(`worker of ${this.options.taskQueue} stopped, again in ${retryMs} ms: ${String(error)}`);
      }
      await pause(retryMs, signal);
    }
  }

  private async runOnce(): Promise<void> {
    const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = temporalEnv();
    const connection = await NativeConnection.connect({ address });
    const version = deploymentVersionOf(this.options.taskQueue);
    try {
      this.worker = await Worker.create({
        connection,
        namespace,
        taskQueue: this.options.taskQueue,
        workflowBundle: { codePath: bundlePath(this.options.taskQueue) },
        activities: localActivities(this.options.recorders),
        // Matters are open for months, so they move on to the newest build and never wait for an old one.
        workerDeploymentOptions: { version, useWorkerVersioning: true, defaultVersioningBehavior: 'AUTO_UPGRADE' },
        shutdownGraceTime: '5 seconds',
        shutdownForceTime: '8 seconds',
        maxCachedWorkflows: CACHED_WORKFLOWS,
        stickyQueueScheduleToStartTimeout: LOST_CACHE_AFTER,
        maxConcurrentWorkflowTaskExecutions: 40,
        maxConcurrentLocalActivityExecutions: 40,
      });
      this.routing = new WorkerRouting(this.temporal, version);
      this.logger.log(`worker of queue ${this.options.taskQueue} is running build ${version.buildId}`);
      if (!this.stopping.signal.aborted) await this.work(this.worker, this.routing);
    } finally {
      this.worker = undefined;
      this.routing = undefined;
      await connection.close();
    }
  }

  /** Works, and keeps the queue's tasks coming meanwhile. */
  private async work(worker: Worker, routing: WorkerRouting): Promise<void> {
    const ended = new AbortController();
    const signal = AbortSignal.any([ended.signal, this.stopping.signal]);
    const keeping = routing.keep(signal);
    try {
      await worker.run();
    } finally {
      ended.abort();
      await keeping;
    }
  }
}
