import { Module } from '@nestjs/common';
import { MatterModule } from '../matter/matter.module.js';
import { StepsModule } from '../steps/steps.module.js';
import { TrackedMatters } from './tracked-matters.js';
import { TrackingConsumer } from './tracking.consumer.js';
import { TrackingController } from './tracking.controller.js';
import { TrackingService } from './tracking.service.js';

/** Residents follow, rate and reopen their matter by the tracking code. */
@Module({
  imports: [MatterModule, StepsModule],
  controllers: [TrackingController, TrackingConsumer],
  providers: [TrackingService, TrackedMatters],
})
export class TrackingModule {}
