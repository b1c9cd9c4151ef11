import type { CloudEvent } from '@hsl/contracts/event';
import type { EventType } from '@hsl/contracts/events/event-types';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ChildWhistleProjection } from './child-whistle.projection.js';

/** Events that carry a whistle's snapshot. */
const SNAPSHOT_EVENTS = [
  'whistle.blown.v1',
  'whistle.accepted.v1',
  'whistle.checkedIn.v1',
  'whistle.dispatched.v1',
  'whistle.feedbackSubmitted.v1',
  'whistle.verified.v1',
  'whistle.verificationFailed.v1',
  'revisit.done.v1',
  'whistle.concluded.v1',
  'lookBack.due.v1',
  'lookBack.reported.v1',
  'whistle.archived.v1',
] as const satisfies readonly EventType[];
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
