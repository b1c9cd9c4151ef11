import type { CloudEvent } from '@hsl/contracts/event';
import type { Instant } from '@hsl/contracts/instants';
import type { Queryable } from '@hsl/database/queryable';
import { DEFAULT_RULE_SET, type ProposalLimits } from '@hsl/domain/rule-set';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

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
    if (!row) return undefined;
    const proposals = { ...DEFAULT_RULE_SET.proposals, ...(row.limits as unknown as Partial<ProposalLimits>) };
    return { version: row.version, content: { timeScale: row.timeScale, proposals } };
  }
}
