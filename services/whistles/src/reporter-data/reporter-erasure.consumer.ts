import type { CloudEvent } from '@hsl/contracts/event';
import { queryRows } from '@hsl/database/model-rows';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';

/**
 * Forgets who was marked with the request, and whom its submissions count as; each with a line under the version it
 * found, by nobody: who granted it stands with the request. What was answered stays, and every figure. $1 request, $2
 * submissions, $3 when.
 */
const FORGET = `WITH gone AS (
    UPDATE reporter r SET name = NULL, phone = NULL
    WHERE (r.name IS NOT NULL OR r.phone IS NOT NULL)
      AND (r.id IN (SELECT e.reporter_id FROM reporter_erasure e WHERE e.request_id = $1::uuid)
        OR r.id IN (SELECT t.reporter_id FROM tracked_submission t WHERE t.submission_id = ANY($2::uuid[])))
    RETURNING r.id, r.whistle_id
  )
  INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, at, details)
  SELECT w.subdistrict_id, w.id, w.version, 'erasure/' || $1::uuid, 'contactErased', $3::timestamptz,
    jsonb_build_object('requestId', $1::uuid, 'reporterId', gone.id)
  FROM gone JOIN whistle w ON w.id = gone.whistle_id`;

/** Somebody's wish to be forgotten was granted. */
@Controller()
export class ReporterErasureConsumer {
  constructor(private readonly inbox: Inbox) {}

  @EventPattern('personalData.erased.v1')
  async onErased(@Payload() event: CloudEvent<'personalData.erased.v1'>): Promise<void> {
    const { requestId, submissionIds, at } = event.data;
    const values = [requestId, submissionIds, new Date(at)];
    await this.inbox.once(event, async (client) => void (await queryRows(client, FORGET, values)), 'erasure');
  }
}
