import type { CloudEvent } from '@hsl/contracts/event';
import type { Instant } from '@hsl/contracts/instants';
import type { Queryable } from '@hsl/database/queryable';
import type { Calendar } from '@hsl/domain/limit';
import { DEFAULT_RULE_SET, type ProposalLimits } from '@hsl/domain/rule-set';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

export interface RulesInForce {
  version: number;
  content: { timeScale: number; proposals: ProposalLimits };
}

/** The copy of rules and calendar, whose owner is another service; a version never changes. */
@Injectable()
export class RulesRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  async keepRules(db: Queryable, { subdistrictid, data }: CloudEvent<'ruleSet.published.v1'>): Promise<void> {
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

  async keepCalendar(db: Queryable, { subdistrictid, data }: CloudEvent<'calendar.published.v1'>): Promise<void> {
    const { version, firstYear, lastYear, holidays, makeUpWorkdays } = data;
    await db.query({
      name: 'keep_calendar',
      text: `INSERT INTO work_calendar (subdistrict_id, version, first_year, last_year, holidays, make_up_workdays)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      values: [subdistrictid, version, firstYear, lastYear, holidays, makeUpWorkdays],
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

  /** The newest calendar. None: not heard of yet. */
  async calendar(subdistrictId: string): Promise<Calendar | undefined> {
    const where = { subdistrictId };
    const row = await this.database
      .forTenant(subdistrictId)
      .workCalendar.findFirst({ where, orderBy: { version: 'desc' } });
    return row ?? undefined;
  }
}
