import type { Instant } from '@hsl/contracts/instants';
import { queryRows } from '@hsl/database/model-rows';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { SenderTextKind } from '@hsl/contracts/schemas/failed-sender-texts';

/** Longer than any provider takes; then whoever had claimed it is taken for dead. */
const LEASE_MS = 60_000;
const AT_ONCE = 4;
const WAITING = `t.state = 'WAITING' AND (t.claimed_until IS NULL OR t.claimed_until < $1)`;

/** $1 now, $2 the end of the claim; the contact is absent if the sender took it back meanwhile. */
const CLAIM = `WITH due AS (
    SELECT t.id FROM sender_text t WHERE t.due_at <= $1 AND ${WAITING}
    ORDER BY t.due_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE sender_text t SET claimed_until = $2, attempts = t.attempts + 1 FROM due WHERE t.id = due.id RETURNING t.*
  )
  SELECT t.id, t.subdistrict_id AS "subdistrictId", t.submission_id AS "submissionId", t.kind, t.attempts,
    t.promised_at AS "promisedAt", d.name AS "leadName", c.key_id AS "keyId", c.sealed
  FROM claimed t
  LEFT JOIN submission_contact c ON c.submission_id = t.submission_id
  LEFT JOIN department d ON d.subdistrict_id = t.subdistrict_id AND d.department_id = t.lead_department_id`;

/** $1 the row, $2 the claim it must still be under, $3 the state, $4 now, $5 the reason, $6 when it is tried again. */
const SETTLE = `UPDATE sender_text SET state = $3, reason = $5, due_at = coalesce($6, due_at), claimed_until = NULL,
    settled_at = CASE WHEN $3 = 'WAITING' THEN NULL ELSE $4::timestamptz END
  WHERE id = $1 AND claimed_until = $2 AND state = 'WAITING'`;

/** One text to one sender, taken by this process for a minute. */
export interface ClaimedText {
  id: string;
  subdistrictId: string;
  submissionId: string;
  kind: SenderTextKind;
  attempts: number;
  promisedAt: Date | null;
  leadName: string | null;
  keyId: string | null;
  sealed: Buffer | null;
  claimedUntil: Date;
}

/** What became of a try: sent, given up, or again at `nextAt`. */
export type Settlement =
  | { state: 'SENT' }
  | { state: 'SKIPPED' | 'DEAD'; reason: string }
  | { state: 'WAITING'; reason: string; nextAt: Date };

/** Takes texts for sending, and notes what became of them. */
@Injectable()
export class SenderTextQueue {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  async claim(now: Instant): Promise<ClaimedText[]> {
    const claimedUntil = new Date(now + LEASE_MS);
    const rows = await queryRows<Omit<ClaimedText, 'claimedUntil'>>(this.database.systemPool, CLAIM, [
      new Date(now),
      claimedUntil,
    ]);
    return rows.map((row) => ({ ...row, claimedUntil }));
  }

  async settle({ id, claimedUntil }: ClaimedText, now: Instant, settlement: Settlement): Promise<void> {
    const { state } = settlement;
    const reason = 'reason' in settlement ? settlement.reason : null;
    const nextAt = 'nextAt' in settlement ? settlement.nextAt : null;
    await queryRows(this.database.systemPool, SETTLE, [id, claimedUntil, state, new Date(now), reason, nextAt]);
  }
}
