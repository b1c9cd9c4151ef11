import type { CloudEvent } from '@hsl/contracts/event';
import { SNAPSHOT_EVENTS } from '@hsl/contracts/events/snapshot-events';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { BlownSubmissions } from '../submissions/blown-submissions.service.js';
import { ChildWhistleProjection } from './child-whistle.projection.js';

type SnapshotEvent = (typeof SNAPSHOT_EVENTS)[number];

/** Follows the whistles that were blown for a topic or from a submission; of others it knows that they are there. */
@Controller()
export class ChildWhistleConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly projection: ChildWhistleProjection,
    private readonly submissions: BlownSubmissions,
  ) {}

  @EventPattern([...SNAPSHOT_EVENTS])
  async onWhistle(@Payload() event: CloudEvent<SnapshotEvent>): Promise<void> {
    const { topicId, ...snapshot } = event.data;
    const isNew = event.type === 'whistle.blown.v1';
    if (topicId === undefined && !isNew) return;
    await this.inbox.once(event, async (client) => {
      if (isNew) await this.projection.know(client, event.subdistrictid, snapshot);
      if (topicId !== undefined) await this.projection.apply(client, event.subdistrictid, { ...snapshot, topicId });
    });
    if (event.type === 'whistle.blown.v1') await this.submissions.follow(event as CloudEvent<'whistle.blown.v1'>);
  }
}
