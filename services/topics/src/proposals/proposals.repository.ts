import { beyond } from '@hsl/database/list-position';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Prisma, Proposal, ProposalText } from '../generated/prisma/client.js';

export const proposalPosition = z.strictObject({ submittedAt: z.iso.datetime(), id: z.uuid() });
type Position = z.output<typeof proposalPosition>;

export interface ProposalRow extends Proposal {
  /** The words of the steps taken, oldest first. */
  texts: ProposalText[];
}

/** Reads proposals as a tenant; who may see which is in the `where` that the scopes make. */
@Injectable()
export class ProposalsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  async find(subdistrictId: string, id: string): Promise<ProposalRow | undefined> {
    if (!z.uuid().safeParse(id).success) return undefined;
    const row = await this.database.forTenant(subdistrictId).proposal.findUnique({ where: { id } });
    return row ? (await this.withTexts(subdistrictId, [row]))[0] : undefined;
  }

  /** One row more than the limit, newest first. */
  async list(
    subdistrictId: string,
    where: Prisma.ProposalWhereInput,
    limit: number,
    after: Position | undefined,
  ): Promise<ProposalRow[]> {
    const rows = await this.database.forTenant(subdistrictId).proposal.findMany({
      where: { subdistrictId, AND: [where, beyond('submittedAt', after)] },
      orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    return this.withTexts(subdistrictId, rows);
  }

  private async withTexts(subdistrictId: string, rows: Proposal[]): Promise<ProposalRow[]> {
    const texts = await this.database.forTenant(subdistrictId).proposalText.findMany({
      where: { proposalId: { in: rows.map(({ id }) => id) }, finalAt: { not: null } },
      orderBy: { finalAt: 'asc' },
    });
    return rows.map((row) => ({ ...row, texts: texts.filter(({ proposalId }) => proposalId === row.id) }));
  }
}
