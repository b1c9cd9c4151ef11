import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { MatterProjection } from './matter.projection.js';
import { PositionRepository } from './position.repository.js';
import { MATTER_EVENTS, type MatterEvent } from './whistle-events.js';

/** Takes in what whistles, departments and members say of a matter. */
@Controller()
export class MatterConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly matters: MatterProjection,
    private readonly position: PositionRepository,
  ) {}

  @EventPattern([...MATTER_EVENTS])
  async onMatter(@Payload() event: MatterEvent): Promise<void> {
    await this.inbox.once(event, async (client) => {
      await this.matters.apply(client, event);
      await this.position.advance(client, event);
    });
  }
}
