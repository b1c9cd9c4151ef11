import { Module } from '@nestjs/common';
import { LookBacksController } from '../follow-up/look-backs.controller.js';
import { LookBacksService } from '../follow-up/look-backs.service.js';
import { MatterModule } from '../matter/matter.module.js';
import { StarterModule } from '../starter/starter.module.js';
import { DraftSweeper } from './draft-sweeper.js';
import { StepContents } from './step-content.js';
import { StepsController } from './steps.controller.js';
import { StepsService } from './steps.service.js';
import { Verdicts } from './verdicts.js';

@Module({
  imports: [MatterModule, StarterModule],
  controllers: [StepsController, LookBacksController],
  providers: [StepsService, StepContents, Verdicts, DraftSweeper, LookBacksService],
})
export class StepsModule {}
