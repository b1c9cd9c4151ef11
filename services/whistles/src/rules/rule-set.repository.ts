import { beyond } from '@hsl/database/list-position';
import { completeRuleSet } from '@hsl/domain/rule-set-completion';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import type { Prisma } from '../generated/prisma/client.js';

export const proposalPosition = z.strictObject({ proposedAt: z.iso.datetime(), id: z.uuid() });
type Position = z.output<typeof proposalPosition>;

/** Versions of the rules and proposals for new ones, as a tenant reads them; every content is complete. */
@Injectable()
export class RuleSetRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /** One row more than the limit, newest first. */
  async versions(subdistrictId: string, limit: number, before: number | undefined) {
    return this.database.forTenant(subdistrictId).ruleSet.findMany({
      where: { subdistrictId, ...(before === undefined ? {} : { version: { lt: before } }) },
      orderBy: { version: 'desc' },
      take: limit + 1,
    });
  }

  async findVersion(subdistrictId: string, version: number) {
    if (!z.int32().safeParse(version).success) return undefined;
    const prisma = this.database.forTenant(subdistrictId);
    const row = await prisma.ruleSet.findFirst({ where: { subdistrictId, version } });
    if (!row) return undefined;
    const { proposalId } = row;
    const proposal = proposalId ? await prisma.ruleSetProposal.findUnique({ where: { id: proposalId } }) : null;
    return { ...row, content: completeRuleSet(row.content), proposal };
  }

  /** The highest version, in force or not yet. */
  async newest(subdistrictId: string) {
    const row = await this.database
      .forTenant(subdistrictId)
      .ruleSet.findFirstOrThrow({ where: { subdistrictId }, orderBy: { version: 'desc' } });
    return { version: row.version, content: completeRuleSet(row.content) };
  }

  async contentsOf(subdistrictId: string, versions: readonly number[]) {
    const rows = await this.database
      .forTenant(subdistrictId)
      .ruleSet.findMany({ where: { subdistrictId, version: { in: [...versions] } }, take: 200 });
    return new Map(rows.map(({ version, content }) => [version, completeRuleSet(content)]));
  }

  async findProposal(subdistrictId: string, id: string) {
    if (!z.uuid().safeParse(id).success) return undefined;
    const row = await this.database.forTenant(subdistrictId).ruleSetProposal.findUnique({ where: { id } });
    return row ? { ...row, content: completeRuleSet(row.content) } : undefined;
  }

  /** One row more than the limit, newest first. */
  async proposals(
    subdistrictId: string,
    filters: Prisma.RuleSetProposalWhereInput,
    { limit, after }: { limit: number; after: Position | undefined },
  ) {
    const rows = await this.database.forTenant(subdistrictId).ruleSetProposal.findMany({
      where: { AND: [{ subdistrictId }, filters, beyond('proposedAt', after)] },
      orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    return rows.map((row) => ({ ...row, content: completeRuleSet(row.content) }));
  }
}

export type RuleSetRow = Awaited<ReturnType<RuleSetRepository['versions']>>[number];
export type ProposalRow = NonNullable<Awaited<ReturnType<RuleSetRepository['findProposal']>>>;
