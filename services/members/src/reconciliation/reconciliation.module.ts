import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { ReconciliationSchedule } from '@hsl/temporal/reconciliation-schedule';
import { Module } from '@nestjs/common';
import { CheckInReconciler } from './check-in-reconciler.activities.js';

@Module({
  providers: [CheckInReconciler, ReconciliationSchedule.of(TASK_QUEUES.members)],
  exports: [CheckInReconciler],
})
export class ReconciliationModule {}
