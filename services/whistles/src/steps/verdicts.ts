import type { Role } from '@hsl/contracts/roles';
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
    return this.database.forTenant(subdistrictId).$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM whistle WHERE id = ${whistleId}::uuid FOR UPDATE`;
      const before = await tx.verdict.findMany({ where: { whistleId, round } });
      const taken = before.find((one) => capacities.includes(one.capacity as Capacity));
      if (taken && taken.contentId !== contentId) throw new ProblemError('alreadyAnswered', { state: 'VERIFYING' });
      await tx.verdict.createMany({
        data: capacities.map((capacity) => ({
          ...{ whistleId, round, capacity, subdistrictId, verdict, contentId, givenBy, givenAt: at },
        })),
        skipDuplicates: true,
      });
      await tx.stepContent.updateMany({ where: { id: contentId }, data: { final: true } });
      const all = await tx.verdict.findMany({ where: { whistleId, round, verdict: 'pass' } });
      return { passed: all.map((one) => one.capacity as Capacity) };
    });
  }
}
