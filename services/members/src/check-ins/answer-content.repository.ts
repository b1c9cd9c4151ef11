import type { Instant } from '@hsl/contracts/instants';
import { ProblemError } from '@hsl/platform/problem.error';
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
    const { id, subdistrictId, bodyHash, comingOn } = draft;
    const client = this.database.forTenant(subdistrictId);
    const data = { ...draft, comingOn: comingOn === undefined ? undefined : new Date(comingOn) };
    await client.answerContent.createMany({ data: [data], skipDuplicates: true });
    const kept = await client.answerContent.findUniqueOrThrow({ where: { id } });
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
