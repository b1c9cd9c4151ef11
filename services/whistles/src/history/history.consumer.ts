import type { CloudEvent } from '@hsl/contracts/event';
import type { EventType } from '@hsl/contracts/events/event-types';
import { TASK_EVENTS } from '@hsl/contracts/events/snapshot-events';
import { queryRows } from '@hsl/database/model-rows';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';

/** Deeds elsewhere that belong to a whistle's history. */
const TOLD: EventType[] = [
  ...TASK_EVENTS.filter((type) => type !== 'task.termsChanged.v1'),
  'checkIn.requested.v1',
  'checkIn.confirmed.v1',
  'checkIn.declined.v1',
  'checkIn.missed.v1',
  'checkIn.substituted.v1',
  'checkIn.dismissed.v1',
  'session.convened.v1',
  'session.held.v1',
  'session.cancelled.v1',
  'order.issued.v1',
  'interview.due.v1',
  'supervision.escalated.v1',
  'step.reminded.v1',
  'card.yellow.v1',
  'card.red.v1',
];
type Told = 'checkIn.requested.v1' | 'task.dispatched.v1' | 'card.yellow.v1';

/** What members and departments did is told in the whistle's history too, once and in the order of its time. */
@Controller()
export class HistoryConsumer {
  constructor(private readonly inbox: Inbox) {}

  @EventPattern(TOLD)
  async onDeed(@Payload() event: CloudEvent<EventType & Told>): Promise<void> {
    // The ladder's own events of this service are in the history already, written by their decision.
    if (event.source === '/hsl/whistles') return;
    const { whistleId, at, ...details } = event.data;
    await this.inbox.once(event, async (client) => {
      await queryRows(
        client,
        `INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, at, details)
         VALUES ($1, $2, 0, $3, $4, $5, $6)`,
        [event.subdistrictid, whistleId, event.id, event.type, new Date(at), JSON.stringify(details)],
      );
      // After a red card a withdrawal needs the deputy leader (domain 4.2).
      if ((event.type as EventType) !== 'card.red.v1') return;
      await client.query('UPDATE whistle SET red_carded_at = $2 WHERE id = $1 AND red_carded_at IS NULL', [
        whistleId,
        new Date(at),
      ]);
    });
  }
}
