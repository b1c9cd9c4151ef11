import { Module } from '@nestjs/common';
import { DutyRosterModule } from '../duty-roster/duty-roster.module.js';
import { StarterModule } from '../starter/starter.module.js';
import { IntakeController } from './intake.controller.js';
import { IntakeService } from './intake.service.js';
import { NumberingModule } from './numbering.module.js';

@Module({
  imports: [StarterModule, NumberingModule, DutyRosterModule],
  controllers: [IntakeController],
  providers: [IntakeService],
})
export class IntakeModule {}
