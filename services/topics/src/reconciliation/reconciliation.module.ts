import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { ReconciliationSchedule } from '@hsl/temporal/reconciliation-schedule';
import { Module } from '@nestjs/common';
import { RulesModule } from '../rules/rules.module.js';
import { ScreeningRecordingModule } from '../screening/screening-recording.module.js';
import { BrokenSessions } from './broken-sessions.js';
import { LostProposals } from './lost-proposals.js';
import { LostScreenings } from './lost-screenings.js';
import { LostSessions } from './lost-sessions.js';
import { OpenProposals } from './open-proposals.js';
import { OpenScreenings } from './open-screenings.js';
import { OpenSessions } from './open-sessions.js';
import { TopicsReconciler } from './topics-reconciler.activities.js';

@Module({
  imports: [RulesModule, ScreeningRecordingModule],
  providers: [
    ...[TopicsReconciler, OpenSessions, LostSessions, BrokenSessions],
    ...[OpenProposals, LostProposals, OpenScreenings, LostScreenings],
    ReconciliationSchedule.of(TASK_QUEUES.topics),
  ],
  exports: [TopicsReconciler],
})
export class ReconciliationModule {}
