import { Module } from '@nestjs/common';
import { CategoriesModule } from '../categories/categories.module.js';
import { ChildrenModule } from '../children/children.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { AnswerSweep } from './answer-sweep.js';
import { TopicProposalService } from './topic-proposal.service.js';
import { TopicReportsController } from './topic-reports.controller.js';
import { TopicReportsService } from './topic-reports.service.js';
import { TopicStepsController } from './topic-steps.controller.js';
import { TopicStepsService } from './topic-steps.service.js';
import { TopicsController } from './topics.controller.js';
import { TopicsRepository } from './topics.repository.js';
import { TopicsService } from './topics.service.js';

@Module({
  imports: [CategoriesModule, ChildrenModule, CommunitiesModule],
  controllers: [TopicReportsController, TopicStepsController, TopicsController],
  providers: [
    TopicsService,
    TopicProposalService,
    TopicStepsService,
    TopicReportsService,
    TopicsRepository,
    AnswerSweep,
  ],
  exports: [TopicsService],
})
export class TopicsModule {}
