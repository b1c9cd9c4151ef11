import { Module } from '@nestjs/common';
import { TaskRequests } from '../steps/task-requests.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { BlockersController } from './blockers.controller.js';
import { BlockersRepository } from './blockers.repository.js';
import { BlockersService } from './blockers.service.js';

/** Land, funds, documents: what is in the way of a matter (S81). */
@Module({
  imports: [TasksModule],
  controllers: [BlockersController],
  providers: [BlockersService, BlockersRepository, TaskRequests],
})
export class BlockersModule {}
