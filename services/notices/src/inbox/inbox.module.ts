import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { RecipientsModule } from '../recipients/recipients.module.js';
import { NoticeRulesController } from '../rules/notice-rules.controller.js';
import { InboxController } from './inbox.controller.js';
import { InboxRepository } from './inbox.repository.js';
import { InboxService } from './inbox.service.js';
import { Moves } from './moves.js';
import { NoticeRepository } from './notice.repository.js';
import { NoticesConsumer } from './notices.consumer.js';

/** Everybody's in-app inbox. */
@Module({
  imports: [RecipientsModule, DeliveriesModule],
  controllers: [InboxController, NoticeRulesController, NoticesConsumer],
  providers: [InboxService, InboxRepository, NoticeRepository, Moves],
  exports: [InboxRepository, InboxService],
})
export class InboxModule {}
