import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { CommunitiesRepository } from './communities.repository.js';

/** Learns which communities a topic may name. */
@Controller()
export class CommunityConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly communities: CommunitiesRepository,
  ) {}

  @EventPattern('community.changed.v1')
  async onChanged(@Payload() event: CloudEvent<'community.changed.v1'>): Promise<void> {
    await this.inbox.once(event, (client) => this.communities.keep(client, event));
  }
}
