import { randomUUID } from 'node:crypto';
import type { ReportError } from '@hsl/contracts/report-kinds';
import type { Queryable } from '@hsl/database/queryable';
import { Injectable } from '@nestjs/common';
import type { ReportContent } from './report-content.js';
import { reportColumns, type ReportRow } from './report-row.js';

/** Told of at least this often while a report is being made; then somebody else takes it up. */
export const LEASE_SECONDS = 90;
export const MOST_ATTEMPTS = 3;

/** A report in hand: nobody else has this claim. */
export type ClaimedReport = ReportRow & { claim: string };

export interface Finished {
  rows: number;
  asOf: Date | null;
  definitionVersion: number;
  ruleSetVersion: number | null;
  file: { key: string; bytes: number; sha256: string } | null;
  /** As it is read on a page; null if it is empty, or too long for one. */
  content: ReportContent | null;
  finishedAt: Date;
}

/**
 * The queue of reports, of all subdistricts. A claim lasts as long as it is renewed, by the clock of the database; one
 * that ran out was its process's end, and the report is begun anew.
 */
@Injectable()
export class ReportQueueRepository {
  /** The oldest that waits, or was left lying. */
  async claim(db: Queryable): Promise<ClaimedReport | undefined> {
    const { rows } = await db.query<ClaimedReport>({
      name: 'claim_report',
      text: `UPDATE report r SET state = 'running', progress = 0, attempts = r.attempts + 1, claim = $1,
          lease_until = now() + make_interval(secs => $2)
        WHERE r.id = (SELECT q.id FROM report q
          WHERE q.state = 'queued' OR (q.state = 'running' AND q.lease_until < now() AND q.attempts < $3)
          ORDER BY q.requested_at, q.id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING ${reportColumns('r')}`,
      values: [randomUUID(), LEASE_SECONDS, MOST_ATTEMPTS],
    });
    return rows[0];
  }

  /** Reports that were begun often enough. @returns how many */
  async giveUp(db: Queryable, at: Date): Promise<number> {
    const { rowCount } = await db.query({
      name: 'give_up_reports',
      text: `UPDATE report SET state = 'failed', error_code = 'gaveUp', claim = NULL, finished_at = $2
        WHERE state = 'running' AND lease_until < now() AND attempts >= $1`,
      values: [MOST_ATTEMPTS, at],
    });
    return rowCount ?? 0;
  }

  /** @returns false if the claim is lost */
  async renew(db: Queryable, { id, claim }: ClaimedReport, progress: number): Promise<boolean> {
    const { rowCount } = await db.query({
      name: 'renew_report',
      text: `UPDATE report SET progress = $3, lease_until = now() + make_interval(secs => $4)
        WHERE id = $1 AND claim = $2 AND state = 'running'`,
      values: [id, claim, progress, LEASE_SECONDS],
    });
    return rowCount === 1;
  }

  /** @returns false if the claim is lost */
  async finish(db: Queryable, { id, claim }: ClaimedReport, done: Finished): Promise<boolean> {
    const { rowCount } = await db.query({
      name: 'finish_report',
      text: `UPDATE report SET state = 'done', progress = 100, rows = $3, as_of = $4, definition_version = $5,
          rule_set_version = $6, file_key = $7, file_bytes = $8, file_sha256 = $9, finished_at = $10, content = $11,
          claim = NULL
        WHERE id = $1 AND claim = $2 AND state = 'running'`,
      values: [
        ...[id, claim, done.rows, done.asOf, done.definitionVersion, done.ruleSetVersion],
        ...[done.file?.key ?? null, done.file?.bytes ?? null, done.file?.sha256 ?? null, done.finishedAt],
        done.content === null ? null : JSON.stringify(done.content),
      ],
    });
    return rowCount === 1;
  }

  async fail(db: Queryable, { id, claim }: ClaimedReport, code: ReportError, at: Date): Promise<void> {
    await db.query({
      name: 'fail_report',
      text: `UPDATE report SET state = 'failed', error_code = $3, finished_at = $4, claim = NULL
        WHERE id = $1 AND claim = $2 AND state = 'running'`,
      values: [id, claim, code, at],
    });
  }

  /** Those whose time is over, oldest first. */
  async expired(db: Queryable, at: Date, limit: number): Promise<{ id: string; subdistrict_id: string }[]> {
    const { rows } = await db.query<{ id: string; subdistrict_id: string }>({
      name: 'expired_reports',
      text: `SELECT id, subdistrict_id FROM report WHERE expires_at < $1 AND state IN ('done', 'failed')
        ORDER BY expires_at LIMIT $2`,
      values: [at, limit],
    });
    return rows;
  }

  async remove(db: Queryable, id: string): Promise<void> {
    await db.query({ name: 'remove_report', text: 'DELETE FROM report WHERE id = $1', values: [id] });
  }
}
