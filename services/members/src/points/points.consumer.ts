import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { PointLedger } from './point-ledger.js';
import { POINT_EVENTS } from './point-sources.js';

/** Books points from what has happened; each event once. */
@Controller()
export class PointsConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly ledger: PointLedger,
  ) {}

  @EventPattern(POINT_EVENTS)
  async onDeed(@Payload() event: CloudEvent): Promise<void> {
    await this.inbox.once(event, (client) => this.ledger.take(client, event), 'points');
  }
}
