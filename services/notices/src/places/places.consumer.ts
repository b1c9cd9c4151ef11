import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { PlaceNames } from './place-names.js';

/** Learns what places and units are called. */
@Controller()
export class PlacesConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly names: PlaceNames,
  ) {}

  @EventPattern(['community.changed.v1', 'department.changed.v1'])
  async onChanged(@Payload() event: CloudEvent<'community.changed.v1' | 'department.changed.v1'>): Promise<void> {
    await this.inbox.once(event, (client) => this.names.keep(client, event));
  }
}
