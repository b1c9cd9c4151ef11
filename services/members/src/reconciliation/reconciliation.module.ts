import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { ReconciliationSchedule } from '@hsl/temporal/reconciliation-schedule';
import { Module } from '@nestjs/common';
import { CheckInReconciler } from './check-in-reconciler.activities.js';
import { LostCheckIns } from './lost-check-ins.js';

@Module({
  providers: [CheckInReconciler, LostCheckIns, ReconciliationSchedule.of(TASK_QUEUES.members)],
  exports: [CheckInReconciler],
})
export class ReconciliationModule {}
