import { Injectable } from '@nestjs/common';
import { MOST_UNREAD_COUNTED } from '@hsl/contracts/unread-count';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { orDatabaseUnavailable } from '@hsl/database/database-down';
import type { Notice, PrismaClient } from '../generated/prisma/client.js';
import { WAKE_CHANNEL } from '../stream/wake-channel.js';

/** Whose inbox; both always come from the credential. */
export interface Owner {
  subdistrictId: string;
  userId: string;
}

/** $1 subdistrict, $2 user, $3 the newest row to mark, $4 the instant, $5 this row only or every older one too. */
const MARK_READ_SQL = `
  WITH marked AS (
    UPDATE notice SET read_at = $4
    WHERE subdistrict_id = $1 AND user_id = $2 AND read_at IS NULL AND (id = $3 OR (NOT $5 AND id < $3))
    RETURNING id
  )
  SELECT count(*)::int AS "markedRead",
    CASE WHEN count(*) > 0 THEN pg_notify('${WAKE_CHANNEL}', $1 || '/' || $2) END
  FROM marked`;

/** $1 subdistrict, $2 user. Prisma would count them in the order of their ids, which may lead through all that was read. */
const UNREAD_SQL = `
  SELECT count(*)::int AS unread FROM (
    SELECT 1 FROM notice WHERE subdistrict_id = $1 AND user_id = $2 AND read_at IS NULL LIMIT ${MOST_UNREAD_COUNTED}
  ) AS counted`;

/** The reading side of the inboxes, and what their owners may change. */
@Injectable()
export class InboxRepository {
  constructor(private readonly database: TenantDatabase<PrismaClient>) {}

  /** Newest first, below the cursor if there is one; at most `take` rows. */
  async page(owner: Owner, filter: { unread?: boolean; before?: bigint; take: number }): Promise<Notice[]> {
    const { unread, before, take } = filter;
    const readAt = unread === undefined ? undefined : unread ? null : { not: null };
    return this.ask(owner, (client) =>
      client.notice.findMany({
        where: { ...owner, readAt, id: before === undefined ? undefined : { lt: before } },
        orderBy: { id: 'desc' },
        take,
      }),
    );
  }

  /** Oldest first, above that number; at most `take` rows. */
  async after(owner: Owner, id: bigint, take: number): Promise<Notice[]> {
    return this.ask(owner, (client) =>
      client.notice.findMany({ where: { ...owner, id: { gt: id } }, orderBy: { id: 'asc' }, take }),
    );
  }

  /** At most MOST_UNREAD_COUNTED, which stands for that many and more. */
  async unreadCount(owner: Owner): Promise<number> {
    const { subdistrictId, userId } = owner;
    const { rows } = await orDatabaseUnavailable(() =>
      this.database.pool(subdistrictId).query<{ unread: number }>(UNREAD_SQL, [subdistrictId, userId]),
    );
    return rows[0]?.unread ?? 0;
  }

  /** Number of the newest row; 0 for an inbox that is empty. */
  async newestId(owner: Owner): Promise<bigint> {
    const newest = await this.ask(owner, (client) =>
      client.notice.findFirst({ where: { ...owner }, orderBy: { id: 'desc' }, select: { id: true } }),
    );
    return newest?.id ?? 0n;
  }

  async exists(owner: Owner, id: bigint): Promise<boolean> {
    const found = await this.ask(owner, (client) => client.notice.count({ where: { ...owner, id } }));
    return found > 0;
  }

  /** False once the account has been closed; true for an account nothing is known of yet. */
  async isActive({ subdistrictId, userId }: Owner): Promise<boolean> {
    const found = await this.ask({ subdistrictId, userId }, (client) =>
      client.recipient.findUnique({
        where: { subdistrictId_userId: { subdistrictId, userId } },
        select: { active: true },
      }),
    );
    return found?.active ?? true;
  }

  /** When the newest event known here was handled; undefined before the first. */
  async asOf(owner: Owner): Promise<Date | undefined> {
    const newest = await this.ask(owner, (client) =>
      client.inboxEvent.findFirst({ orderBy: { handledAt: 'desc' }, select: { handledAt: true } }),
    );
    return newest?.handledAt;
  }

  /** Marks one row, or it and every older one; rows that were read keep their time. Streams of the owner wake. */
  async markRead(owner: Owner, id: bigint, at: Date, only: 'this' | 'andOlder'): Promise<number> {
    const { subdistrictId, userId } = owner;
    const { rows } = await orDatabaseUnavailable(() =>
      this.database
        .pool(subdistrictId)
        .query<{ markedRead: number }>(MARK_READ_SQL, [subdistrictId, userId, id, at, only === 'this']),
    );
    return rows[0]?.markedRead ?? 0;
  }

  private ask<T>({ subdistrictId }: Owner, work: (client: PrismaClient) => Promise<T>): Promise<T> {
    return orDatabaseUnavailable(() => work(this.database.forTenant(subdistrictId)));
  }
}
