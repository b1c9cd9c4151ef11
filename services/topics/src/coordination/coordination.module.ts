import { Module } from '@nestjs/common';
import { CommunitiesModule } from '../communities/communities.module.js';
import { DepartmentsModule } from '../departments/departments.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { CoordinationPlansController } from './coordination-plans.controller.js';
import { CoordinationPlans } from './coordination-plans.service.js';

@Module({
  imports: [TopicsModule, CommunitiesModule, DepartmentsModule],
  controllers: [CoordinationPlansController],
  providers: [CoordinationPlans],
})
export class CoordinationModule {}
