import { Module } from '@nestjs/common';
import { CategoriesModule } from '../categories/categories.module.js';
import { ChildrenModule } from '../children/children.module.js';
import { CommunitiesModule } from '../communities/communities.module.js';
import { AnswerSweep } from './answer-sweep.js';
import { TopicProposalService } from './topic-proposal.service.js';
import { TopicsController } from './topics.controller.js';
import { TopicsRepository } from './topics.repository.js';
import { TopicsService } from './topics.service.js';

@Module({
  imports: [CategoriesModule, ChildrenModule, CommunitiesModule],
  controllers: [TopicsController],
  providers: [TopicsService, TopicProposalService, TopicsRepository, AnswerSweep],
})
export class TopicsModule {}
