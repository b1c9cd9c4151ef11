import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import type { TaskQueue } from '@hsl/contracts/workflow-ids';
import { TemporalClient } from './temporal-client.js';
import { UpdateSender } from './update-sender.js';
import { WORKER_OPTIONS, WorkerRunner } from './worker-runner.js';

export interface TemporalServiceOptions {
  /** The queue this service works on; without one it only sends. */
  taskQueue?: TaskQueue;
  /** Providers whose methods named `record…`, `reconcile…` or `ask…` are the queue's activities; exported by `imports`. */
  activities?: Type[];
  imports?: Type[];
}

/** The connection to Temporal for the whole service, and the worker of its queue in processes with the role worker. */
@Module({})
export class TemporalModule {
  static forService({ taskQueue, activities = [], imports = [] }: TemporalServiceOptions): DynamicModule {
    const worker: Provider[] = taskQueue
      ? [
          {
            provide: WORKER_OPTIONS,
            inject: activities,
            useFactory: (...recorders: object[]) => ({ taskQueue, recorders }),
          },
          WorkerRunner,
        ]
      : [];
    return {
      module: TemporalModule,
      global: true,
      imports,
      providers: [TemporalClient, UpdateSender, ...worker],
      exports: [TemporalClient, UpdateSender],
    };
  }
}
