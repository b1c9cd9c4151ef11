import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { ListsController } from './lists.controller.js';
import { ListsRepository } from './lists.repository.js';
import { ListsService } from './lists.service.js';

/** Problems, measures, responsibilities (S54). */
@Module({ imports: [TasksModule], controllers: [ListsController], providers: [ListsService, ListsRepository] })
export class ListsModule {}
