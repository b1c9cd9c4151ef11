import { Module } from '@nestjs/common';
import { ActivityFrequencyController } from './activity-frequency.controller.js';
import { ActivityFrequencies } from './activity-frequency.service.js';
import { ActivityRepository } from './activity.repository.js';
import { ActivityWatch } from './activity-watch.js';

@Module({
  controllers: [ActivityFrequencyController],
  providers: [ActivityFrequencies, ActivityRepository, ActivityWatch],
})
export class ActivityModule {}
