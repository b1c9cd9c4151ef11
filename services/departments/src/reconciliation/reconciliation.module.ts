import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { ReconciliationSchedule } from '@hsl/temporal/reconciliation-schedule';
import { Module } from '@nestjs/common';
import { LostTasks } from './lost-tasks.js';
import { TaskCensus } from './task-census.js';
import { TaskCensusRepository } from './task-census.repository.js';
import { TaskReconciler } from './task-reconciler.activities.js';

@Module({
  providers: [
    TaskReconciler,
    LostTasks,
    TaskCensus,
    TaskCensusRepository,
    ReconciliationSchedule.of(TASK_QUEUES.departments),
  ],
  exports: [TaskReconciler],
})
export class ReconciliationModule {}
