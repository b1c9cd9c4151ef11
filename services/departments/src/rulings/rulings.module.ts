import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { DisputesService } from './disputes.service.js';
import { RulingsController } from './rulings.controller.js';
import { RulingsService } from './rulings.service.js';

/** What waits for the word of those above the departments (domain 4.3, 4.5). */
@Module({
  imports: [TasksModule],
  controllers: [RulingsController],
  providers: [RulingsService, DisputesService],
})
export class RulingsModule {}
