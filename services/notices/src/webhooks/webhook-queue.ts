import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '@hsl/contracts/instants';
import { queryRows } from '@hsl/database/model-rows';
import { TenantDatabase } from '@hsl/database/tenant-database';

const LEASE_MS = 60_000;
/** Of one receiver at once, and of all: a slow one must not keep the others waiting. */
const PER_RECEIVER = 5;
const AT_ONCE = 20;

/** One event for one receiver, taken by this process for a minute. */
export interface ClaimedDelivery {
  id: string;
  attempts: number;
  subdistrictId: string;
  webhookId: string;
  eventId: string;
  /** The event as it is sent: the same bytes at every try. */
  body: string;
  url: string;
  keyId: string;
  sealed: Buffer;
}

/** $1 now, $2 until when. What another process is taking is passed over. */
const CLAIM_SQL = `
  WITH due AS (
    SELECT d.id FROM webhook w CROSS JOIN LATERAL (
      SELECT id FROM webhook_delivery
      WHERE webhook_id = w.id AND state = 'WAITING' AND due_at <= $1 AND (claimed_until IS NULL OR claimed_until < $1)
      ORDER BY id LIMIT ${PER_RECEIVER} FOR UPDATE SKIP LOCKED
    ) d WHERE w.active LIMIT ${AT_ONCE}
  )
  UPDATE webhook_delivery d SET claimed_until = $2, attempts = d.attempts + 1
  FROM webhook w WHERE w.id = d.webhook_id AND d.id IN (SELECT id FROM due)
  RETURNING d.id::text, d.attempts, d.subdistrict_id AS "subdistrictId", d.webhook_id AS "webhookId",
    d.event_id AS "eventId", d.body::text AS body, w.url, w.key_id AS "keyId", w.sealed`;

/** $1 now, $2 delivery, $3 status, $4 reason, $5 when it is tried again: NULL never, $6 whether it arrived. */
const SETTLE_SQL = `
  UPDATE webhook_delivery SET claimed_until = NULL, http_status = $3, reason = $4, due_at = coalesce($5, due_at),
    state = CASE WHEN $6 THEN 'SENT' WHEN $5 IS NULL THEN 'DEAD' ELSE 'WAITING' END,
    settled_at = CASE WHEN $6 OR $5 IS NULL THEN $1::timestamptz END
  WHERE id = $2::bigint AND state = 'WAITING'`;

/** What became of a try. */
export interface Tried {
  httpStatus?: number;
  reason?: string;
  hasArrived: boolean;
  /** undefined: never again. */
  nextAt?: Instant;
}

@Injectable()
export class WebhookQueue {
  constructor(@Inject(TenantDatabase) private readonly database: TenantDatabase) {}

  claim(now: Instant): Promise<ClaimedDelivery[]> {
    return queryRows<ClaimedDelivery>(this.database.systemPool, CLAIM_SQL, [new Date(now), new Date(now + LEASE_MS)]);
  }

  async settle(id: string, { httpStatus, reason, hasArrived, nextAt }: Tried, now: Instant): Promise<void> {
    const next = nextAt === undefined ? null : new Date(nextAt);
    const values = [new Date(now), id, httpStatus ?? null, reason ?? null, next, hasArrived];
    await queryRows(this.database.systemPool, SETTLE_SQL, values);
  }
}
