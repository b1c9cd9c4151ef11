import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { TaskFilesController } from './task-files.controller.js';
import { TaskFilesService } from './task-files.service.js';
import { TaskPhotoLooksController } from './task-photo-looks.controller.js';
import { TaskOriginals } from './task-originals.service.js';

/** Photos and documents that departments put on their tasks. */
@Module({
  imports: [TasksModule],
  controllers: [TaskFilesController, TaskPhotoLooksController],
  providers: [TaskFilesService, TaskOriginals],
  exports: [TaskFilesService],
})
export class TaskFilesModule {}
