import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import { toIso } from '@hsl/contracts/instants';
import type {
  FailedSenderText,
  FailedSenderTextPage,
  SenderTextSentAgain,
} from '@hsl/contracts/schemas/failed-sender-texts';
import { quietUntil, STANDARD_QUIET_HOURS } from '@hsl/domain/quiet-hours';
import { Clock } from '@hsl/platform/clock';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { SenderTextSender } from './sender-text-sender.js';

interface Row extends Omit<FailedSenderText, 'reason' | 'createdAt' | 'givenUpAt'> {
  reason: string | null;
  createdAt: Date;
  givenUpAt: Date;
}

/**
 * $1 subdistrict: named, so that the index of what was given up has the order; $2 given up before, or NULL, $3 the text
 * of that moment, $4 how many.
 */
const PAGE = `SELECT id, submission_id AS "submissionId", kind, reason, attempts, created_at AS "createdAt",
    settled_at AS "givenUpAt"
  FROM sender_text
  WHERE subdistrict_id = $1 AND state = 'DEAD' AND ($2::timestamptz IS NULL OR (settled_at, id) < ($2, $3::uuid))
  ORDER BY settled_at DESC, id DESC LIMIT $4`;
const FIND = `SELECT state FROM sender_text WHERE id = $1`;
/** Only what was given up: what waits, or went out, stays as it is. $1 text, $2 when it goes, $3 now. */
const AGAIN = `UPDATE sender_text SET state = 'WAITING', attempts = 0, due_at = $2, created_at = $3, reason = NULL,
    settled_at = NULL, claimed_until = NULL
  WHERE id = $1 AND state = 'DEAD' RETURNING id`;

const position = z.strictObject({ givenUpAt: z.iso.datetime(), id: z.uuid() });

/** Texts to senders that did not go out: seen by the keepers of the platform, sent again by whoever configures notices. */
@Injectable()
export class FailedSenderTexts {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly sender: SenderTextSender,
  ) {}

  async page(actor: Actor, { limit, cursor }: PageQuery): Promise<FailedSenderTextPage> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'audit.read', { subdistrictId });
    const before = decodeCursor(cursor, position);
    const values = [subdistrictId, before?.givenUpAt ?? null, before?.id ?? null, limit + 1];
    const rows = await this.database.query<Row>(subdistrictId, PAGE, values);
    const page = pageOf(rows, limit, ({ givenUpAt, id }) => ({ givenUpAt: givenUpAt.toISOString(), id }));
    return { ...page, items: page.items.map(viewOf) };
  }

  /**
   * The quiet hours hold, since what was given up is urgent no more; the three days until it is given up begin anew.
   * @throws ProblemError notFound; channelOff while nothing can go out; wrongState if it was not given up
   */
  async sendAgain(actor: Actor, id: string): Promise<SenderTextSentAgain> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'notice.configure', { subdistrictId });
    const found = await this.database.query<{ state: string }>(subdistrictId, FIND, [id]);
    if (found.length === 0) throw new ProblemError('notFound');
    if (!this.sender.isOn) throw new ProblemError('channelOff');
    const now = this.clock.now();
    const goesAt = quietUntil(STANDARD_QUIET_HOURS, now) ?? now;
    const again = await this.database.query(subdistrictId, AGAIN, [id, new Date(goesAt), new Date(now)]);
    if (again.length === 0) throw new ProblemError('wrongState');
    this.sender.kick();
    return { id, goesAt: toIso(goesAt) };
  }
}

const viewOf = ({ reason, createdAt, givenUpAt, ...row }: Row): FailedSenderText => ({
  ...row,
  ...(reason === null ? {} : { reason }),
  createdAt: createdAt.toISOString(),
  givenUpAt: givenUpAt.toISOString(),
});
