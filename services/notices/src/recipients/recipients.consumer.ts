import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { RecipientRepository } from './recipient.repository.js';

@Controller()
export class RecipientsConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly recipients: RecipientRepository,
  ) {}

  @EventPattern('user.changed.v1')
  async onUserChanged(@Payload() event: CloudEvent<'user.changed.v1'>): Promise<void> {
    await this.inbox.once(event, async (client) => {
      // An older state of an account never replaces a newer one.
      if (await this.inbox.isNewest(client, event)) await this.recipients.put(client, event);
    });
    this.recipients.forget(event.subdistrictid);
  }
}
