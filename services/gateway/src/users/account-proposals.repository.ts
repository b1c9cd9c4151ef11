import { Injectable } from '@nestjs/common';
import type { Post } from '@hsl/contracts/roles';
import { beyond } from '@hsl/database/list-position';
import { ProblemError } from '@hsl/platform/problem.error';
import { z } from 'zod';
import { appendAudit } from '../audit/audit.repository.js';
import type { AuditAct } from '../audit/audit-line.js';
import { GatewayDatabase } from '../gateway-database.js';
import type { AccountProposal, Prisma } from '../generated/prisma/client.js';

export type ProposalRow = AccountProposal;

/** The account as it shall become. */
export interface ProposedAccount {
  userName: string;
  name: string;
  posts: Post[];
  active: boolean;
}

interface Place {
  proposedAt: string;
  id: string;
}

/** What waits for a leader, and what they decided. */
@Injectable()
export class AccountProposalsRepository {
  constructor(private readonly database: GatewayDatabase) {}

  async add(row: Omit<ProposalRow, 'content'> & { content: ProposedAccount }, act: AuditAct): Promise<void> {
    const content = row.content as unknown as Prisma.InputJsonObject;
    await this.database.forTenant(row.subdistrictId).$transaction(async (tx) => {
      await tx.accountProposal.create({ data: { ...row, content } });
      await appendAudit(tx, act);
    });
  }

  async find(subdistrictId: string, id: string): Promise<ProposalRow | undefined> {
    if (!z.uuid().safeParse(id).success) return undefined;
    return (await this.database.forTenant(subdistrictId).accountProposal.findUnique({ where: { id } })) ?? undefined;
  }

  /** Newest first, one more than the limit. */
  list(subdistrictId: string, state: string | undefined, limit: number, after?: Place): Promise<ProposalRow[]> {
    return this.database.forTenant(subdistrictId).accountProposal.findMany({
      where: {
        ...{ subdistrictId, ...(state !== undefined && { state }) },
        ...beyond('proposedAt', after),
      },
      orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }

  async reject(row: ProposalRow, act: AuditAct): Promise<void> {
    await this.database.forTenant(row.subdistrictId).$transaction((tx) => decideIn(tx, row, 'REJECTED', act));
  }
}

/** Decides in the transaction that carries the effect. @throws ProblemError alreadyAnswered if somebody was first */
export async function decideIn(
  ...[tx, { id, state: seen }, state, act]: [Prisma.TransactionClient, ProposalRow, 'APPROVED' | 'REJECTED', AuditAct]
): Promise<void> {
  const { count } = await tx.accountProposal.updateMany({
    where: { id, state: 'PROPOSED' },
    data: { state, decidedBy: act.actorId, decidedAt: act.at },
  });
  if (count === 0) throw new ProblemError('alreadyAnswered', { state: seen });
  await appendAudit(tx, act);
}
