import { Module } from '@nestjs/common';
import { ChildWhistleConsumer } from './child-whistle.consumer.js';
import { ChildWhistleProjection } from './child-whistle.projection.js';
import { ChildWhistleRepository } from './child-whistle.repository.js';

@Module({
  controllers: [ChildWhistleConsumer],
  providers: [ChildWhistleProjection, ChildWhistleRepository],
  exports: [ChildWhistleRepository],
})
export class ChildrenModule {}
