import type { CloudEvent } from '@hsl/contracts/event';
import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import { isUrgent } from '@hsl/contracts/grades';
import type { Queryable } from '@hsl/database/queryable';
import { quietUntil, STANDARD_QUIET_HOURS } from '@hsl/domain/quiet-hours';
import { Clock } from '@hsl/platform/clock';
import { Injectable } from '@nestjs/common';
import type { SenderTextKind } from '@hsl/contracts/schemas/failed-sender-texts';

/**
 * A text for each sender who left a phone and whose submission became part of the whistle, or of one that was merged into
 * it. More time is told only to whom an earlier date was promised ($9).
 */
const SPOOL = `INSERT INTO sender_text
    (id, subdistrict_id, submission_id, event_id, kind, lead_department_id, promised_at, due_at, created_at, state)
  SELECT gen_random_uuid(), $1, s.id, $2, $3, $4, $5::timestamptz, $6, $7, 'WAITING'
  FROM submission s JOIN submission_contact c ON c.submission_id = s.id
  WHERE s.subdistrict_id = $1
    AND s.whistle_id IN (SELECT $8::uuid UNION SELECT m.whistle_id FROM merged_whistle m WHERE m.master_id = $8::uuid)
    AND (NOT $9 OR EXISTS (SELECT 1 FROM sender_text t WHERE t.submission_id = s.id AND t.promised_at < $5::timestamptz))
  ON CONFLICT (submission_id, event_id) DO NOTHING`;

/** What went into the merged one before goes where it went. */
const MERGE = `WITH further AS (UPDATE merged_whistle SET master_id = $3 WHERE master_id = $2)
  INSERT INTO merged_whistle (subdistrict_id, whistle_id, master_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;

/** Puts texts to senders on their way, in the transaction that takes the event. */
@Injectable()
export class SenderTextSpool {
  constructor(private readonly clock: Clock) {}

  /** In the quiet hours nobody is texted, unless it is urgent. */
  async put(db: Queryable, event: CloudEvent, { kind, snapshot }: SenderNews): Promise<void> {
    const { leadDepartmentId = null, dueAt, whistleId, grade } = snapshot;
    const now = this.clock.now();
    const goesAt = (isUrgent(grade) ? undefined : quietUntil(STANDARD_QUIET_HOURS, now)) ?? now;
    const promisedAt = kind === 'done' || dueAt === undefined ? null : new Date(dueAt);
    await db.query({
      name: 'spool_sender_text',
      text: SPOOL,
      values: [
        ...[event.subdistrictid, event.id, kind, leadDepartmentId, promisedAt, new Date(goesAt), new Date(now)],
        ...[whistleId, kind === 'moreTime'],
      ],
    });
  }

  async merge(db: Queryable, subdistrictId: string, whistleId: string, masterId: string): Promise<void> {
    await db.query({ name: 'merged_whistle', text: MERGE, values: [subdistrictId, whistleId, masterId] });
  }
}

export interface SenderNews {
  kind: SenderTextKind;
  snapshot: Pick<WhistleSnapshot, 'whistleId' | 'grade' | 'leadDepartmentId' | 'dueAt'>;
}
