import { queryRows } from '@hsl/database/model-rows';
import { Inject, Injectable } from '@nestjs/common';
import { ApplicationFailure } from '@temporalio/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';

/** What the events of a whistle repeat of its row, and no decision ever changes. */
export interface WhistleFacts {
  number: string;
  communityId: string;
  estateId: string | null;
  topicId: string | null;
  categoryCode: string;
  /** Milliseconds since the epoch. */
  blownAt: number;
}

type FactsRow = Omit<WhistleFacts, 'blownAt'> & { blownAt: Date };

const FACTS = `SELECT number, community_id AS "communityId", estate_id AS "estateId", topic_id AS "topicId",
    category_code AS "categoryCode", blown_at AS "blownAt"
  FROM whistle WHERE id = $1`;
const REMEMBERED = 5_000;

/** Read once per whistle and process, so that recording a decision costs its one statement. */
@Injectable()
export class UnchangingFacts {
  private readonly known = new Map<string, WhistleFacts>();

  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /** @throws ApplicationFailure non-retryable, for a whistle that does not exist in that subdistrict */
  async of(subdistrictId: string, id: string): Promise<WhistleFacts> {
    const known = this.known.get(id);
    if (known) return known;
    const [row] = await queryRows<FactsRow>(this.database.pool(subdistrictId), FACTS, [id]);
    if (!row) throw ApplicationFailure.nonRetryable(`no whistle ${id} in ${subdistrictId}`, 'WhistleGone');
    const facts = { ...row, blownAt: row.blownAt.getTime() };
    if (this.known.size >= REMEMBERED) this.known.delete(this.known.keys().next().value!);
    this.known.set(id, facts);
    return facts;
  }
}
