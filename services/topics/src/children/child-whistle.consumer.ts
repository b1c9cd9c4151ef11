import type { CloudEvent } from '@hsl/contracts/event';
import { SNAPSHOT_EVENTS } from '@hsl/contracts/events/snapshot-events';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ChildWhistleProjection } from './child-whistle.projection.js';

type SnapshotEvent = (typeof SNAPSHOT_EVENTS)[number];

/** Follows the whistles that were blown for a topic. */
@Controller()
export class ChildWhistleConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly projection: ChildWhistleProjection,
  ) {}

  @EventPattern([...SNAPSHOT_EVENTS])
  async onWhistle(@Payload() event: CloudEvent<SnapshotEvent>): Promise<void> {
    const { topicId, ...snapshot } = event.data;
    if (topicId === undefined) return;
    await this.inbox.once(event, (client) =>
      this.projection.apply(client, event.subdistrictid, { ...snapshot, topicId }),
    );
  }
}
