import { Module } from '@nestjs/common';
import { DepartmentBook } from '../directory/department-book.js';
import { DisputeStatements } from './dispute-statements.js';
import { TaskDetailsService } from './task-details.service.js';
import { TaskReader } from './task-reader.js';
import { TaskRepository } from './task.repository.js';
import { TaskTimelineService } from './task-timeline.service.js';
import { TasksController } from './tasks.controller.js';
import { TasksService } from './tasks.service.js';
import { WrittenNotes } from './written-notes.js';

/** Tasks as people read them. */
@Module({
  controllers: [TasksController],
  providers: [
    ...[TaskRepository, TaskReader, TasksService, TaskDetailsService, TaskTimelineService, DepartmentBook],
    ...[DisputeStatements, WrittenNotes],
  ],
  exports: [
    TaskRepository,
    TaskReader,
    TasksService,
    TaskDetailsService,
    DepartmentBook,
    DisputeStatements,
    WrittenNotes,
  ],
})
export class TasksModule {}
