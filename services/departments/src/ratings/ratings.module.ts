import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { RatingsController } from './ratings.controller.js';
import { RatingsRepository } from './ratings.repository.js';
import { RatingsService } from './ratings.service.js';

/** Communities rate departments (I21). */
@Module({ imports: [TasksModule], controllers: [RatingsController], providers: [RatingsService, RatingsRepository] })
export class RatingsModule {}
