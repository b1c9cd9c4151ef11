import { Inject, Injectable } from '@nestjs/common';
import type { NoticeChannel } from '@hsl/contracts/notice-channels';
import type { NoticeKind, NoticeUrgency } from '@hsl/contracts/notice-kinds';
import { queryRows } from '@hsl/database/model-rows';
import { TenantDatabase } from '@hsl/database/tenant-database';

export interface FailedRow {
  id: string;
  userId: string;
  channel: NoticeChannel;
  kind: NoticeKind;
  urgency: NoticeUrgency;
  reason: string | null;
  attempts: number;
  createdAt: Date;
  givenUpAt: Date;
}

/** $1 below this number or NULL, $2 how many, $3 subdistrict: named, so that the index of what was given up has the order. */
const PAGE_SQL = `
  SELECT d.id::text, d.user_id AS "userId", d.channel, n.kind, d.urgency, d.reason, d.attempts,
    d.created_at AS "createdAt", d.settled_at AS "givenUpAt"
  FROM delivery d JOIN notice n ON n.id = d.notice_id
  WHERE d.subdistrict_id = $3 AND d.state = 'DEAD' AND ($1::bigint IS NULL OR d.id < $1)
  ORDER BY d.id DESC LIMIT $2`;

const FIND_SQL = `SELECT channel, state FROM delivery WHERE id = $1::bigint`;

/** Only what was given up: what waits, or went out, stays as it is. $1 delivery, $2 now. */
const AGAIN_SQL = `
  UPDATE delivery SET state = 'WAITING', attempts = 0, due_at = $2, reason = NULL, settled_at = NULL, claimed_until = NULL
  WHERE id = $1::bigint AND state = 'DEAD' RETURNING id::text`;

/** Deliveries that were given up. */
@Injectable()
export class FailedNoticesRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TenantDatabase) {}

  /** Newest first. */
  page(subdistrictId: string, { before, take }: { before?: string; take: number }): Promise<FailedRow[]> {
    return queryRows<FailedRow>(this.database.pool(subdistrictId), PAGE_SQL, [before ?? null, take, subdistrictId]);
  }

  async find(subdistrictId: string, id: string): Promise<{ channel: NoticeChannel; state: string } | undefined> {
    const rows = await queryRows<{ channel: NoticeChannel; state: string }>(
      this.database.pool(subdistrictId),
      FIND_SQL,
      [id],
    );
    return rows[0];
  }

  /** @returns false if it is not given up any more */
  async again(subdistrictId: string, id: string, at: Date): Promise<boolean> {
    return (await queryRows(this.database.pool(subdistrictId), AGAIN_SQL, [id, at])).length === 1;
  }
}
