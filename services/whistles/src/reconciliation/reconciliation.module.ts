import { Module } from '@nestjs/common';
import { StarterModule } from '../starter/starter.module.js';
import { Reconciler } from './reconciler.activities.js';
import { ReconciliationRepository } from './reconciliation.repository.js';
import { ReconciliationSchedule } from './reconciliation-schedule.js';
import { ReconciliationsController } from './reconciliations.controller.js';
import { RunningWhistles } from './running-whistles.js';

@Module({
  imports: [StarterModule],
  controllers: [ReconciliationsController],
  providers: [Reconciler, ReconciliationRepository, ReconciliationSchedule, RunningWhistles],
  exports: [Reconciler],
})
export class ReconciliationModule {}
