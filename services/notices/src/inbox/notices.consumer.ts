import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { RecipientRepository } from '../recipients/recipient.repository.js';
import { NOTICED_EVENTS, type NoticedEvent } from '../rules/notice-rules.js';
import { rolesTold, whoIsTold } from '../rules/who-is-told.js';
import { NoticeRepository } from './notice.repository.js';

/** Turns facts into inbox rows, as the table of rules says. */
@Controller()
export class NoticesConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly recipients: RecipientRepository,
    private readonly notices: NoticeRepository,
  ) {}

  @EventPattern(NOTICED_EVENTS)
  async onFact(@Payload() event: CloudEvent<NoticedEvent>): Promise<void> {
    const roles = rolesTold(event);
    // What has no effect need not be kept from having it twice.
    if (roles.length === 0) return;
    const told = whoIsTold(event, await this.recipients.withRoles(event.subdistrictid, roles));
    await this.inbox.once(event, (client) => this.notices.add(client, event, told));
  }
}
