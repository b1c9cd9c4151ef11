import type { Instant } from '@hsl/contracts/instants';
import { ProblemError } from '@hsl/platform/problem.error';
import { queryRows } from '@hsl/database/model-rows';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type MembersDatabase } from '../database.js';

/** What a member wrote with an answer. */
export interface AnswerDraft {
  id: string;
  subdistrictId: string;
  checkInId: string;
  kind: 'confirm' | 'decline';
  comingOn?: string;
  note?: string;
  bodyHash: string;
  createdBy: string;
}

interface Kept {
  bodyHash: string;
  final: boolean;
}

const KEEP = `INSERT INTO answer_content (id, subdistrict_id, check_in_id, kind, coming_on, note, body_hash, created_by)
  VALUES ($1, $2, $3, $4, $5::date, $6, $7, $8)
  ON CONFLICT (id) DO NOTHING RETURNING body_hash AS "bodyHash", final`;
const KEPT = 'SELECT body_hash AS "bodyHash", final FROM answer_content WHERE id = $1 AND subdistrict_id = $2';

/** Rows removed by one sweep; what is left waits for the next. */
const MOST_SWEPT = 5_000;

@Injectable()
export class AnswerContentRepository {
  constructor(@Inject(TenantDatabase) private readonly database: MembersDatabase) {}

  /**
   * Stores a draft once, however often the request comes.
   * @returns whether the decision it belongs to has been taken
   * @throws ProblemError idempotencyKeyReused if another body came under the same key before
   */
  async keep(draft: AnswerDraft): Promise<{ final: boolean }> {
    const { id, subdistrictId, checkInId, kind, comingOn, note, bodyHash, createdBy } = draft;
    const pool = this.database.pool(subdistrictId);
    const values = [id, subdistrictId, checkInId, kind, comingOn ?? null, note ?? null, bodyHash, createdBy];
    const [stored] = await queryRows<Kept>(pool, KEEP, values);
    const kept = stored ?? (await queryRows<Kept>(pool, KEPT, [id, subdistrictId]))[0]!;
    if (kept.bodyHash !== bodyHash) throw new ProblemError('idempotencyKeyReused');
    return { final: kept.final };
  }

  /**
   * Removes drafts of all tenants that no decision has used since `before`.
   * @returns how many went
   */
  async sweep(before: Instant): Promise<number> {
    const { rowCount } = await this.database.systemPool.query({
      text: `DELETE FROM answer_content WHERE id IN
        (SELECT id FROM answer_content WHERE NOT final AND created_at < $1 LIMIT ${MOST_SWEPT})`,
      values: [new Date(before)],
    });
    return rowCount ?? 0;
  }
}
