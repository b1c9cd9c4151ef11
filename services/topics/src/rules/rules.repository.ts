import type { CloudEvent } from '@hsl/contracts/event';
import type { Instant } from '@hsl/contracts/instants';
import type { Queryable } from '@hsl/database/queryable';
import { DEFAULT_RULE_SET, type ProposalLimits } from '@hsl/domain/rule-set';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { ProposalRules } from '../generated/prisma/client.js';

export interface RulesInForce {
  version: number;
  content: { timeScale: number; proposals: ProposalLimits };
}

/** The copy of the rules, whose owner is another service; a version never changes. */
@Injectable()
export class RulesRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  async keep(db: Queryable, { subdistrictid, data }: CloudEvent<'ruleSet.published.v1'>): Promise<void> {
    await db.query({
      name: 'keep_rules',
      text: `INSERT INTO proposal_rules (subdistrict_id, version, effective_from, time_scale, limits)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      values: [
        ...[subdistrictid, data.ruleSetVersion, new Date(data.effectiveFrom), data.timeScale],
        JSON.stringify(data.proposals),
      ],
    });
  }

  /** The rules at that instant; limits that version does not name are today's defaults. None: not heard of yet. */
  async rulesAt(subdistrictId: string, at: Instant): Promise<RulesInForce | undefined> {
    const row = await this.database.forTenant(subdistrictId).proposalRules.findFirst({
      where: { subdistrictId, effectiveFrom: { lte: new Date(at) } },
      orderBy: { version: 'desc' },
    });
    return row ? rulesOf(row) : undefined;
  }

  /** That version, in force or not. None: not heard of. */
  async rulesOfVersion(subdistrictId: string, version: number): Promise<RulesInForce | undefined> {
    const where = { subdistrictId_version: { subdistrictId, version } };
    const row = await this.database.forTenant(subdistrictId).proposalRules.findUnique({ where });
    return row ? rulesOf(row) : undefined;
  }
}

function rulesOf({ version, timeScale, limits }: ProposalRules): RulesInForce {
  const proposals = { ...DEFAULT_RULE_SET.proposals, ...(limits as unknown as Partial<ProposalLimits>) };
  return { version, content: { timeScale, proposals } };
}
