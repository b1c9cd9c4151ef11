import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.js';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { WebhookDirectory } from './webhook-directory.js';
import { WebhookLogController } from './webhook-log.controller.js';
import { WebhookLogRepository } from './webhook-log.repository.js';
import { WebhookLogService } from './webhook-log.service.js';
import { WebhookQueue } from './webhook-queue.js';
import { WebhookSender } from './webhook-sender.js';
import { WebhookRepository } from './webhook.repository.js';
import { WebhooksConsumer } from './webhooks.consumer.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksService } from './webhooks.service.js';

/** Events for the servers of partners. */
@Module({
  imports: [ChannelsModule, DeliveriesModule],
  controllers: [WebhooksController, WebhookLogController, WebhooksConsumer],
  providers: [
    ...[WebhookRepository, WebhooksService, WebhookLogRepository, WebhookLogService],
    ...[WebhookDirectory, WebhookQueue, WebhookSender],
  ],
})
export class WebhooksModule {}
