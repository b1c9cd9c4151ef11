import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';

/**
 * The sender counts as one of the residents the whistle was blown for: one whose phone the house does not have comes
 * first, since a resident with a phone is asked by phone.
 */
const LINK = `INSERT INTO tracked_submission
    (sender_hash, subdistrict_id, submission_id, whistle_id, linked_at, reporter_id)
  SELECT $4::text, $5::text, $6::uuid, $7::uuid, $8::timestamptz,
    (SELECT r.id FROM reporter r WHERE r.whistle_id = $7::uuid
       AND NOT EXISTS (SELECT 1 FROM tracked_submission t WHERE t.reporter_id = r.id)
     ORDER BY r.phone IS NOT NULL, r.id LIMIT 1)
  FROM noted ON CONFLICT DO NOTHING`;

/** Of a submission that became part of a whistle, its sender may follow and rate the whistle by the same code. */
@Controller()
export class TrackingConsumer {
  constructor(private readonly inbox: Inbox) {}

  @EventPattern('submission.answered.v1')
  async onAnswered(@Payload() event: CloudEvent<'submission.answered.v1'>): Promise<void> {
    const { senderHash, submissionId, whistleId, at } = event.data;
    if (senderHash === undefined || whistleId === undefined) return;
    const values = [senderHash, event.subdistrictid, submissionId, whistleId, new Date(at)];
    await this.inbox.onceBy(event, { text: LINK, values }, 'tracking');
  }
}
