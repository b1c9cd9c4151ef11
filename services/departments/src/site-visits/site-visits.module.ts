import { Module } from '@nestjs/common';
import { TaskFilesModule } from '../files/task-files.module.js';
import { TaskRequests } from '../steps/task-requests.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { SiteVisitsController } from './site-visits.controller.js';
import { SiteVisitsRepository } from './site-visits.repository.js';
import { SiteVisitsService } from './site-visits.service.js';

/** Visits on the spot for a task (S88). */
@Module({
  imports: [TasksModule, TaskFilesModule],
  controllers: [SiteVisitsController],
  providers: [SiteVisitsService, SiteVisitsRepository, TaskRequests],
})
export class SiteVisitsModule {}
