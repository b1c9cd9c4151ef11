import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { RecipientRepository } from '../recipients/recipient.repository.js';

const FORGET = 'DELETE FROM contact_address WHERE subdistrict_id = $1 AND user_id = $2';

/** A member's wish to be forgotten was granted: nothing goes out by mail or phone any more; the inbox stays. */
@Controller()
export class AddressErasureConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly recipients: RecipientRepository,
  ) {}

  @EventPattern('personalData.erased.v1')
  async onErased(@Payload() event: CloudEvent<'personalData.erased.v1'>): Promise<void> {
    const { userId } = event.data;
    // Residents have no addresses here.
    if (userId === undefined) return;
    const forget = { name: 'forget_addresses', text: FORGET, values: [event.subdistrictid, userId] };
    await this.inbox.once(event, async (client) => void (await client.query(forget)), 'erasure');
    this.recipients.forget(event.subdistrictid);
  }
}
