import { Module } from '@nestjs/common';
import { MatterModule } from '../matter/matter.module.js';
import { StepsModule } from '../steps/steps.module.js';
import { LedgerApplicationsController } from './ledger-applications.controller.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerRepository } from './ledger.repository.js';
import { LedgerService } from './ledger.service.js';

@Module({
  imports: [MatterModule, StepsModule],
  controllers: [LedgerController, LedgerApplicationsController],
  providers: [LedgerService, LedgerRepository],
})
export class LedgerModule {}
