import { Module } from '@nestjs/common';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { ChildWhistleConsumer } from './child-whistle.consumer.js';
import { ChildWhistleProjection } from './child-whistle.projection.js';
import { ChildWhistleRepository } from './child-whistle.repository.js';

@Module({
  imports: [SubmissionsModule],
  controllers: [ChildWhistleConsumer],
  providers: [ChildWhistleProjection, ChildWhistleRepository],
  exports: [ChildWhistleRepository],
})
export class ChildrenModule {}
