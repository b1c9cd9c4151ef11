import type { Role } from '@hsl/contracts/roles';
import { queryRows } from '@hsl/database/model-rows';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';

export type Capacity = 'member' | 'community';

/** For whom a role verifies; a liaison officer who steps in for the late decides alone. */
export const capacitiesOf = (role: Role): Capacity[] =>
  role === 'member' ? ['member'] : role === 'liaisonOfficer' ? ['member', 'community'] : ['community'];

export interface VerdictGiven {
  subdistrictId: string;
  whistleId: string;
  round: number;
  capacities: Capacity[];
  verdict: 'pass' | 'fail';
  contentId: string;
  givenBy: string;
  at: Date;
}

interface Spoken {
  capacity: Capacity;
  verdict: VerdictGiven['verdict'];
  contentId: string;
}

const LOCK = 'SELECT 1 FROM whistle WHERE id = $1 FOR UPDATE';
const SPOKEN = `SELECT capacity, verdict, content_id AS "contentId" FROM verdict WHERE whistle_id = $1 AND round = $2`;
const SPEAK = `INSERT INTO verdict (whistle_id, round, capacity, subdistrict_id, verdict, content_id, given_by, given_at)
  SELECT $1, $2, capacity, $4, $5, $6, $7, $8 FROM unnest($3::text[]) AS capacity
  ON CONFLICT DO NOTHING`;
const FINISH = 'UPDATE step_content SET final = true WHERE id = $1';

/**
 * Who found what in a round of verification (domain 4.2: member and communityWorker). A verdict is a person's word and
 * moves nothing by itself; the workflow is told when the words are complete.
 */
@Injectable()
export class Verdicts {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /**
   * Keeps the verdict and says who has passed so far. The whistle's row is locked meanwhile, so that of two people who
   * answer at once the second sees the first.
   * @throws ProblemError alreadyAnswered when somebody else spoke in that capacity
   */
  async give(given: VerdictGiven): Promise<{ passed: Capacity[] }> {
    const { subdistrictId, whistleId, round, capacities, verdict, contentId, givenBy, at } = given;
    return this.database.transaction(subdistrictId, async (client) => {
      await queryRows(client, LOCK, [whistleId]);
      const before = await queryRows<Spoken>(client, SPOKEN, [whistleId, round]);
      const taken = before.find((one) => capacities.includes(one.capacity));
      if (taken && taken.contentId !== contentId) throw new ProblemError('alreadyAnswered', { state: 'VERIFYING' });
      const news = [whistleId, round, capacities, subdistrictId, verdict, contentId, givenBy, at];
      await queryRows(client, SPEAK, news);
      await queryRows(client, FINISH, [contentId]);
      const all = await queryRows<Spoken>(client, SPOKEN, [whistleId, round]);
      return { passed: all.filter((one) => one.verdict === 'pass').map((one) => one.capacity) };
    });
  }
}
