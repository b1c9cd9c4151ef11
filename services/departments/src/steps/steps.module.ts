import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { FeedbackDrafts } from './feedback-drafts.js';
import { LeftoverSweeper } from './leftover-sweeper.js';
import { TaskRequests } from './task-requests.js';
import { TaskStepsController } from './task-steps.controller.js';
import { TaskStepsService } from './task-steps.service.js';

/** Acknowledgement and feedback. */
@Module({
  imports: [TasksModule],
  controllers: [TaskStepsController],
  providers: [TaskStepsService, TaskRequests, FeedbackDrafts, LeftoverSweeper],
})
export class StepsModule {}
