import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { KeptCode } from './texted-codes.js';

/** Unless one was sent after $5: of two requests at once one goes through. $1 submission, $2 tenant, $3 hash, $4 now. */
const PUT = `INSERT INTO sender_code (submission_id, subdistrict_id, code_hash, sent_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (submission_id) DO UPDATE SET code_hash = $3, sent_at = $4, tries = 0 WHERE sender_code.sent_at < $5
  RETURNING submission_id`;
/** Counted before the code is compared, so that nobody guesses at once. $1 submission, $2 tries at most. */
const TRY = `UPDATE sender_code SET tries = tries + 1 WHERE submission_id = $1 AND tries < $2
  RETURNING code_hash AS "codeHash", sent_at AS "sentAt"`;
const USED = `DELETE FROM sender_code WHERE submission_id = $1 AND code_hash = $2 RETURNING submission_id`;

/** Codes on their way to senders, one for each submission. */
@Injectable()
export class SenderCodes {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  /** @returns false if the last one was sent after `notSince` */
  async put(
    { subdistrictId, submissionId }: { subdistrictId: string; submissionId: string },
    codeHash: string,
    { at, notSince }: { at: Date; notSince: Date },
  ): Promise<boolean> {
    const values = [submissionId, subdistrictId, codeHash, at, notSince];
    return (await this.database.query(subdistrictId, PUT, values)).length === 1;
  }

  /** What the code must be; undefined if there is none, or no try was left. */
  async tried(subdistrictId: string, submissionId: string, most: number): Promise<KeptCode | undefined> {
    return (await this.database.query<KeptCode>(subdistrictId, TRY, [submissionId, most]))[0];
  }

  /** A code proves once. @returns false if somebody else was faster */
  async use(subdistrictId: string, submissionId: string, codeHash: string): Promise<boolean> {
    return (await this.database.query(subdistrictId, USED, [submissionId, codeHash])).length === 1;
  }
}
