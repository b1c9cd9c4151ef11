import { Module } from '@nestjs/common';
import { StepsModule } from '../steps/steps.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { FollowThroughController } from './follow-through.controller.js';
import { FollowThroughRepository } from './follow-through.repository.js';
import { FollowThroughService } from './follow-through.service.js';

/** Orders, interviews, withdrawn cards. */
@Module({
  imports: [TasksModule, StepsModule],
  controllers: [FollowThroughController],
  providers: [FollowThroughService, FollowThroughRepository],
})
export class FollowThroughModule {}
