import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { ReconciliationSchedule } from '@hsl/temporal/reconciliation-schedule';
import { Module } from '@nestjs/common';
import { StarterModule } from '../starter/starter.module.js';
import { Census } from './census.js';
import { LostEntries } from './lost-entries.js';
import { OpenLedger } from './open-ledger.js';
import { Reconciler } from './reconciler.activities.js';
import { ReconciliationRepository } from './reconciliation.repository.js';
import { ReconciliationsController } from './reconciliations.controller.js';
import { RunningWhistles } from './running-whistles.js';

@Module({
  imports: [StarterModule],
  controllers: [ReconciliationsController],
  providers: [
    Reconciler,
    ReconciliationRepository,
    LostEntries,
    OpenLedger,
    Census,
    RunningWhistles,
    ReconciliationSchedule.of(TASK_QUEUES.whistles),
  ],
  exports: [Reconciler],
})
export class ReconciliationModule {}
