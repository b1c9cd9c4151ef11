import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { ReconciliationSchedule } from '@hsl/temporal/reconciliation-schedule';
import { Module } from '@nestjs/common';
import { LostSessions } from './lost-sessions.js';
import { OpenSessions } from './open-sessions.js';
import { TopicsReconciler } from './topics-reconciler.activities.js';

@Module({
  providers: [TopicsReconciler, OpenSessions, LostSessions, ReconciliationSchedule.of(TASK_QUEUES.topics)],
  exports: [TopicsReconciler],
})
export class ReconciliationModule {}
