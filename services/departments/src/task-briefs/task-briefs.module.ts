import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { TaskBriefsController } from './task-briefs.controller.js';
import { TaskBriefsService } from './task-briefs.service.js';

/** Task briefs of leads (任务书, S61). */
@Module({ imports: [TasksModule], controllers: [TaskBriefsController], providers: [TaskBriefsService] })
export class TaskBriefsModule {}
