import type { CloudEvent } from '@hsl/contracts/event';
import type { Queryable } from '@hsl/database/queryable';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { KnownProjection } from './known.projection.js';

/** Learns what the choice of members rests on: places, categories, and how far a whistle has come. */
@Controller()
export class KnownConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly known: KnownProjection,
  ) {}

  @EventPattern('community.changed.v1')
  async onCommunity(@Payload() event: CloudEvent<'community.changed.v1'>): Promise<void> {
    await this.newest(event, (client) => this.known.community(client, event.subdistrictid, event.data));
  }

  @EventPattern('category.changed.v1')
  async onCategory(@Payload() event: CloudEvent<'category.changed.v1'>): Promise<void> {
    await this.newest(event, (client) => this.known.category(client, event.subdistrictid, event.data));
  }

  @EventPattern('user.changed.v1')
  async onAccount(@Payload() event: CloudEvent<'user.changed.v1'>): Promise<void> {
    await this.newest(event, (client) => this.known.account(client, event.subdistrictid, event.data));
  }

  /** Whoever works in one of the units has a conflict of interest, also in one that took over later. */
  @EventPattern(['whistle.dispatched.v1', 'whistle.unitsChanged.v1'])
  async onUnits(@Payload() event: CloudEvent<'whistle.dispatched.v1' | 'whistle.unitsChanged.v1'>): Promise<void> {
    await this.newest(event, (client) => this.known.units(client, event.subdistrictid, event.data));
  }

  @EventPattern('whistle.concluded.v1')
  async onConcluded(@Payload() event: CloudEvent<'whistle.concluded.v1'>): Promise<void> {
    await this.newest(event, (client) => this.known.end(client, event.subdistrictid, event.data));
  }

  /** Once, and never back in time: a dead letter replayed late must not undo what came after it. */
  private async newest(event: CloudEvent, apply: (client: Queryable) => Promise<void>): Promise<void> {
    await this.inbox.once(event, async (client) => {
      if (await this.inbox.isNewest(client, event, event.type)) await apply(client);
    });
  }
}
