import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { ReconciliationSchedule } from '@hsl/temporal/reconciliation-schedule';
import { Module } from '@nestjs/common';
import { RulesModule } from '../rules/rules.module.js';
import { LostProposals } from './lost-proposals.js';
import { LostSessions } from './lost-sessions.js';
import { OpenProposals } from './open-proposals.js';
import { OpenSessions } from './open-sessions.js';
import { TopicsReconciler } from './topics-reconciler.activities.js';

@Module({
  imports: [RulesModule],
  providers: [
    ...[TopicsReconciler, OpenSessions, LostSessions, OpenProposals, LostProposals],
    ReconciliationSchedule.of(TASK_QUEUES.topics),
  ],
  exports: [TopicsReconciler],
})
export class ReconciliationModule {}
