import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { Instant } from '@hsl/contracts/instants';
import type { NoticeChannel } from '@hsl/contracts/notice-channels';
import { queryRows } from '@hsl/database/model-rows';
import { TenantDatabase } from '@hsl/database/tenant-database';
import type { Notice } from '../generated/prisma/client.js';
import * as sql from './claim-sql.js';
import { quietUntil, STANDARD_QUIET_HOURS } from '@hsl/domain/quiet-hours';

/** Longer than any channel takes; then whoever had claimed it is taken for dead. */
const LEASE_MS = 60_000;

interface Person {
  subdistrictId: string;
  userId: string;
  active: boolean;
}
interface Reach {
  quietFrom: number | null;
  quietTo: number | null;
  language: string | null;
  keyId: string | null;
  sealed: Buffer | null;
  lastSentAt: Date | null;
}

/** One message to one person, taken by this process for a minute. */
export interface ClaimedMessage {
  subdistrictId: string;
  userId: string;
  channel: NoticeChannel;
  language: string;
  address: { keyId: string; sealed: Buffer };
  claimedUntil: Date;
  parts: readonly ClaimedPart[];
}
type ClaimedPart = Pick<Notice, 'kind' | 'whistleNumber' | 'params'> & { deliveryId: string; attempts: number };

/** Takes deliveries for sending, and notes what became of them. */
@Injectable()
export class DeliveryQueue {
  constructor(@Inject(TenantDatabase) private readonly database: TenantDatabase) {}

  /**
   * All that waits for one person, as one message; `none` if nothing is due or everybody due is being served by another
   * process, `held` if what was due may not go out yet.
   */
  claim(channel: NoticeChannel, now: Instant, spacingMs: number): Promise<ClaimedMessage | 'held' | 'none'> {
    return this.database.systemTransaction(async (client) => {
      const [person] = await queryRows<Person>(client, sql.PERSON_SQL, [new Date(now), channel]);
      return person ? this.claimOf(client, person, { channel, now, spacingMs }) : 'none';
    });
  }

  async sent(message: ClaimedMessage, now: Instant): Promise<void> {
    const { claimedUntil, parts } = message;
    await this.settle(sql.SENT_SQL, [new Date(now), idsOf(parts), claimedUntil, parts[0]?.deliveryId]);
  }

  /** @param next when each part is tried again; undefined: never */
  async failed(
    message: ClaimedMessage,
    now: Instant,
    reason: string,
    next: readonly (Instant | undefined)[],
  ): Promise<void> {
    const { claimedUntil, parts } = message;
    const dueAt = next.map((at) => (at === undefined ? null : new Date(at)));
    await this.settle(sql.FAILED_SQL, [new Date(now), idsOf(parts), claimedUntil, reason, dueAt]);
  }

  private async settle(text: string, values: readonly unknown[]): Promise<void> {
    await queryRows(this.database.systemPool, text, values);
  }

  private async claimOf(
    client: pg.PoolClient,
    { subdistrictId, userId, active }: Person,
    { channel, now, spacingMs }: { channel: NoticeChannel; now: Instant; spacingMs: number },
  ): Promise<ClaimedMessage | 'held'> {
    const of = [new Date(now), subdistrictId, userId, channel] as const;
    const [reach] = await queryRows<Reach>(client, sql.REACH_SQL, of);
    const { keyId = null, sealed = null } = reach ?? {};
    if (!active || keyId === null || sealed === null) {
      await queryRows(client, sql.SKIP_ALL_SQL, [...of, active ? 'noAddress' : 'accountClosed']);
      return 'held';
    }
    await queryRows(client, sql.SKIP_READ_SQL, of);
    const quietEnd = quietUntil(quietHoursOf(reach), now);
    const until = [dateOf(quietEnd), new Date(reach?.lastSentAt ? reach.lastSentAt.getTime() + spacingMs : now)];
    const waiting = await queryRows<{ isDue: boolean }>(client, sql.HOLD_SQL, [...of, ...until]);
    if (!waiting.some(({ isDue }) => isDue)) return 'held';
    const claimedUntil = new Date(now + LEASE_MS);
    const parts = await queryRows<ClaimedPart>(client, sql.CLAIM_SQL, [...of, claimedUntil, quietEnd !== undefined]);
    if (parts.length === 0) {
      // Their notices are gone: without an end they would be due for ever.
      await queryRows(client, sql.SKIP_ALL_SQL, [...of, 'noNotice']);
      return 'held';
    }
    const language = reach?.language ?? 'zh-CN';
    return { subdistrictId, userId, channel, language, address: { keyId, sealed }, claimedUntil, parts };
  }
}

const idsOf = (parts: readonly ClaimedPart[]): string[] => parts.map(({ deliveryId }) => deliveryId);
const dateOf = (instant: Instant | undefined): Date | null => (instant === undefined ? null : new Date(instant));

function quietHoursOf(reach: Reach | undefined): { from: number; to: number } {
  const { quietFrom = null, quietTo = null } = reach ?? {};
  return quietFrom === null || quietTo === null ? STANDARD_QUIET_HOURS : { from: quietFrom, to: quietTo };
}
