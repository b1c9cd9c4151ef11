import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.js';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { FailedNoticesController } from './failed-notices.controller.js';
import { FailedNoticesRepository } from './failed-notices.repository.js';
import { FailedNoticesService } from './failed-notices.service.js';

/** What did not reach people outside the portal, and the same again. */
@Module({
  imports: [ChannelsModule, DeliveriesModule],
  controllers: [FailedNoticesController],
  providers: [FailedNoticesService, FailedNoticesRepository],
})
export class FailedNoticesModule {}
