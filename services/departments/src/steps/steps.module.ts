import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { TaskFilesModule } from '../files/task-files.module.js';
import { FeedbackDrafts } from './feedback-drafts.js';
import { LeftoverSweeper } from './leftover-sweeper.js';
import { TaskDisputesController } from './task-disputes.controller.js';
import { TaskNotes } from './task-notes.js';
import { TaskRequests } from './task-requests.js';
import { TaskStepsController } from './task-steps.controller.js';
import { TaskStepsService } from './task-steps.service.js';

/** Acknowledgement and feedback. */
@Module({
  imports: [TasksModule, TaskFilesModule],
  controllers: [TaskStepsController, TaskDisputesController],
  providers: [TaskStepsService, TaskRequests, FeedbackDrafts, TaskNotes, LeftoverSweeper],
  exports: [TaskNotes],
})
export class StepsModule {}
