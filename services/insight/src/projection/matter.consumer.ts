import { EventBatch } from '@hsl/kafka/event-batches';
import { Inbox } from '@hsl/kafka/inbox';
import type { Queryable } from '@hsl/database/queryable';
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
    await this.inbox.once(event, (client) => this.take(client, [event]));
  }

  @EventBatch(MATTER_EVENTS)
  async onMatters(events: readonly MatterEvent[]): Promise<void> {
    await this.inbox.onceEach(events, (client, fresh) => this.take(client, fresh));
  }

  /** @param events of one tenant */
  private async take(db: Queryable, events: readonly MatterEvent[]): Promise<void> {
    const { subdistrictid } = events[0]!;
    await this.matters.apply(db, subdistrictid, events);
    await this.position.advance(db, subdistrictid, events);
  }
}
