import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { ReconciliationSchedule } from '@hsl/temporal/reconciliation-schedule';
import { Module } from '@nestjs/common';
import { LostSessions } from './lost-sessions.js';
import { SessionReconciler } from './session-reconciler.activities.js';

@Module({
  providers: [SessionReconciler, LostSessions, ReconciliationSchedule.of(TASK_QUEUES.topics)],
  exports: [SessionReconciler],
})
export class ReconciliationModule {}
