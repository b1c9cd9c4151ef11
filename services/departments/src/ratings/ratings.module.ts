import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { DepartmentRatingsController } from './department-ratings.controller.js';
import { DepartmentRatingsRepository } from './department-ratings.repository.js';
import { DepartmentRatingsService } from './department-ratings.service.js';
import { RatingsController } from './ratings.controller.js';
import { RatingsRepository } from './ratings.repository.js';
import { RatingsService } from './ratings.service.js';

/** Communities rate departments (I21). */
@Module({
  imports: [TasksModule],
  controllers: [RatingsController, DepartmentRatingsController],
  providers: [RatingsService, RatingsRepository, DepartmentRatingsService, DepartmentRatingsRepository],
})
export class RatingsModule {}
