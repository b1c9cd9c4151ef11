import type { Instant } from '@hsl/contracts/instants';
import { DAY_MS } from '@hsl/domain/calendar-day';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { CODE_TERMS, type KeptCode } from './texted-codes.js';

/** To one phone within a day of the first: a stranger who types it is no more than a nuisance. */
const MOST_A_DAY = 5;

/** $1 the key of the phone, $2 tenant, $3 hash, $4 now, $5 a code since then is too recent, $6 a day ago. */
const PUT = `WITH old AS (DELETE FROM phone_code WHERE first_at < $6 AND phone_key <> $1)
  INSERT INTO phone_code (phone_key, subdistrict_id, code_hash, sent_at, first_at, sent_count)
  VALUES ($1, $2, $3, $4, $4, 1)
  ON CONFLICT (phone_key) DO UPDATE SET code_hash = $3, sent_at = $4, tries = 0,
    first_at = CASE WHEN phone_code.first_at < $6 THEN $4 ELSE phone_code.first_at END,
    sent_count = CASE WHEN phone_code.first_at < $6 THEN 1 ELSE phone_code.sent_count + 1 END
  WHERE phone_code.sent_at < $5 AND (phone_code.first_at < $6 OR phone_code.sent_count < ${MOST_A_DAY})
  RETURNING phone_key`;
const LAST = `SELECT sent_at AS "sentAt", first_at AS "firstAt", sent_count AS "sentCount" FROM phone_code
  WHERE phone_key = $1`;
/** Counted before the code is compared, so that nobody guesses at once. $1 the key, $2 tries at most. */
const TRY = `UPDATE phone_code SET tries = tries + 1 WHERE phone_key = $1 AND tries < $2
  RETURNING code_hash AS "codeHash", sent_at AS "sentAt"`;
/** The row stays: who proves a phone may not have it texted without end either. */
const USED = `UPDATE phone_code SET code_hash = '', tries = $3 WHERE phone_key = $1 AND code_hash = $2
  RETURNING phone_key`;

interface LastCode {
  sentAt: Date;
  firstAt: Date;
  sentCount: number;
}

/** Codes on their way to phones, whether or not we know the phone; gone a day after the first. */
@Injectable()
export class PhoneCodes {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  /** @returns milliseconds until another may go to that phone; 0 if this one may */
  async put(subdistrictId: string, phoneKey: string, codeHash: string, now: Instant): Promise<number> {
    const [tooRecent, dayAgo] = [new Date(now - CODE_TERMS.everyMs), new Date(now - DAY_MS)];
    const values = [phoneKey, subdistrictId, codeHash, new Date(now), tooRecent, dayAgo];
    if ((await this.database.query(subdistrictId, PUT, values)).length === 1) return 0;
    const [last] = await this.database.query<LastCode>(subdistrictId, LAST, [phoneKey]);
    if (last === undefined || last.sentCount < MOST_A_DAY) return CODE_TERMS.everyMs;
    return Math.max(CODE_TERMS.everyMs, last.firstAt.getTime() + DAY_MS - now);
  }

  /** What the code must be; undefined if there is none, or no try was left. */
  async tried(subdistrictId: string, phoneKey: string): Promise<KeptCode | undefined> {
    return (await this.database.query<KeptCode>(subdistrictId, TRY, [phoneKey, CODE_TERMS.mostTries]))[0];
  }

  /** A code proves once. @returns false if somebody else was faster */
  async use(subdistrictId: string, phoneKey: string, codeHash: string): Promise<boolean> {
    const values = [phoneKey, codeHash, CODE_TERMS.mostTries];
    return (await this.database.query(subdistrictId, USED, values)).length === 1;
  }
}
