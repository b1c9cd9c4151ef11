import type { CloudEvent } from '@hsl/contracts/event';
import type { EventType } from '@hsl/contracts/events/event-types';
import { TASK_EVENTS } from '@hsl/contracts/events/snapshot-events';
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
  'session.published.v1',
  'submission.linkFailed.v1',
  'blocker.recorded.v1',
  'blocker.cleared.v1',
  'order.issued.v1',
  'interview.due.v1',
  'supervision.escalated.v1',
  'step.reminded.v1',
  'card.yellow.v1',
  'card.red.v1',
];
type Told = 'checkIn.requested.v1' | 'task.dispatched.v1' | 'card.yellow.v1';

const TELL = `INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, at, details)
  SELECT $4::text, $5::text, 0, $6::text, $7::text, $8::timestamptz, $9::jsonb FROM noted`;
/** After a red card a withdrawal needs the deputy leader (domain 4.2). */
const RED_CARDED = `UPDATE whistle SET red_carded_at = $5::timestamptz FROM noted
  WHERE id = $4::uuid AND red_carded_at IS NULL`;

/** What members and departments did is told in the whistle's history too, once and in the order of its time. */
@Controller()
export class HistoryConsumer {
  constructor(private readonly inbox: Inbox) {}

  @EventPattern(TOLD)
  async onDeed(@Payload() event: CloudEvent<EventType & Told>): Promise<void> {
    // The ladder's own events of this service are in the history already, written by their decision.
    if (event.source === '/hsl/whistles') return;
    const { whistleId, at, ...details } = event.data;
    // A session on a topic belongs to no whistle.
    if ((whistleId as string | undefined) === undefined) return;
    if ((event.type as EventType) === 'card.red.v1') {
      await this.inbox.onceBy(event, { text: RED_CARDED, values: [whistleId, new Date(at)] }, 'red');
    }
    const values = [event.subdistrictid, whistleId, event.id, event.type, new Date(at), JSON.stringify(details)];
    await this.inbox.onceBy(event, { text: TELL, values });
  }
}
