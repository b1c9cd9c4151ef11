import { Module } from '@nestjs/common';
import { CommunitiesRepository } from './communities.repository.js';
import { CommunityConsumer } from './community.consumer.js';

@Module({
  controllers: [CommunityConsumer],
  providers: [CommunitiesRepository],
  exports: [CommunitiesRepository],
})
export class CommunitiesModule {}
