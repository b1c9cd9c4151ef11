import { Inject, Injectable } from '@nestjs/common';
import { queryRows } from '@hsl/database/model-rows';
import { TenantDatabase } from '@hsl/database/tenant-database';

/** One row of the log. */
export interface LogRow {
  id: string;
  eventId: string;
  eventType: string;
  subject: string;
  replay: number;
  state: 'WAITING' | 'SENT' | 'DEAD';
  attempts: number;
  httpStatus: number | null;
  reason: string | null;
  createdAt: Date;
  dueAt: Date;
  settledAt: Date | null;
}

const COLUMNS = `id::text, event_id AS "eventId", event_type AS "eventType", body->>'subject' AS subject, replay, state,
  attempts, http_status AS "httpStatus", reason, created_at AS "createdAt", due_at AS "dueAt", settled_at AS "settledAt"`;

/** $1 webhook, $2 state or NULL, $3 below this number or NULL, $4 how many. */
const PAGE_SQL = `SELECT ${COLUMNS} FROM webhook_delivery
  WHERE webhook_id = $1::uuid AND ($2::text IS NULL OR state = $2) AND ($3::bigint IS NULL OR id < $3)
  ORDER BY webhook_delivery.id DESC LIMIT $4`;

/** Again the same event, as a row of its own: $1 webhook, $2 delivery, $3 now. */
const REPLAY_SQL = `
  INSERT INTO webhook_delivery (subdistrict_id, webhook_id, event_id, event_type, body, replay, due_at)
  SELECT d.subdistrict_id, d.webhook_id, d.event_id, d.event_type, d.body, 1 + (
    SELECT max(o.replay) FROM webhook_delivery o WHERE o.webhook_id = d.webhook_id AND o.event_id = d.event_id
  ), $3
  FROM webhook_delivery d WHERE d.webhook_id = $1::uuid AND d.id = $2::bigint
  ON CONFLICT (webhook_id, event_id, replay) DO NOTHING
  RETURNING ${COLUMNS}`;

/** The log of what was sent to receivers. */
@Injectable()
export class WebhookLogRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TenantDatabase) {}

  /** Newest first. */
  page(
    subdistrictId: string,
    webhookId: string,
    { state, before, take }: { state?: string; before?: string; take: number },
  ): Promise<LogRow[]> {
    const values = [webhookId, state ?? null, before ?? null, take];
    return queryRows<LogRow>(this.database.pool(subdistrictId), PAGE_SQL, values);
  }

  /** undefined if there is no such delivery, or the same replay was asked for at this very moment. */
  async replay(subdistrictId: string, webhookId: string, deliveryId: string, at: Date): Promise<LogRow | undefined> {
    const pool = this.database.pool(subdistrictId);
    return (await queryRows<LogRow>(pool, REPLAY_SQL, [webhookId, deliveryId, at]))[0];
  }
}
