import { Module } from '@nestjs/common';
import { LookBackListController } from '../follow-up/look-back-list.controller.js';
import { LookBackListService } from '../follow-up/look-back-list.service.js';
import { LookBacksController } from '../follow-up/look-backs.controller.js';
import { LookBacksService } from '../follow-up/look-backs.service.js';
import { MatterModule } from '../matter/matter.module.js';
import { StarterModule } from '../starter/starter.module.js';
import { DispatchAdviceService } from './dispatch-advice.service.js';
import { DraftSweeper } from './draft-sweeper.js';
import { StepContents } from './step-content.js';
import { ReopeningService } from './reopening.service.js';
import { RepeatsService } from './repeats.service.js';
import { ReportersRepository } from './reporters.repository.js';
import { RevisitCallsController } from './revisit-calls.controller.js';
import { RevisitCallsRepository } from './revisit-calls.repository.js';
import { RevisitCallsService } from './revisit-calls.service.js';
import { RevisitRecordController } from './revisit-record.controller.js';
import { RevisitRecordService } from './revisit-record.service.js';
import { RevisitsService } from './revisits.service.js';
import { StepTaker } from './step-taker.js';
import { StepsController } from './steps.controller.js';
import { StepsService } from './steps.service.js';
import { TriageController } from './triage.controller.js';
import { UnhappyController } from './unhappy.controller.js';
import { Verdicts } from './verdicts.js';

@Module({
  imports: [MatterModule, StarterModule],
  controllers: [
    ...[StepsController, TriageController, UnhappyController, RevisitRecordController],
    ...[LookBacksController, LookBackListController, RevisitCallsController],
  ],
  providers: [
    StepTaker,
    RevisitsService,
    DispatchAdviceService,
    ReportersRepository,
    ReopeningService,
    RepeatsService,
    StepsService,
    StepContents,
    Verdicts,
    DraftSweeper,
    LookBacksService,
    LookBackListService,
    RevisitRecordService,
    RevisitCallsService,
    RevisitCallsRepository,
  ],
  exports: [StepTaker, StepContents, RevisitsService, ReopeningService],
})
export class StepsModule {}
