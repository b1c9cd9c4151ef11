import type { ScopeFilter } from '@hsl/access/target';
import type { ApprovalKind } from '@hsl/contracts/schemas/approvals';
import { beyond } from '@hsl/database/list-position';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import type { Prisma } from '../generated/prisma/client.js';
import { APPROVALS } from './approval-kinds.js';

export const approvalPosition = z.strictObject({ blownAt: z.iso.datetime(), id: z.uuid() });
export type ApprovalPosition = z.output<typeof approvalPosition>;

/** A kind of word, and where the reader may give it. */
export interface Way {
  kind: ApprovalKind;
  scopes: readonly ScopeFilter[];
}

/** Finds the matters that wait for somebody's word, as a tenant. */
@Injectable()
export class ApprovalsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /** One more than the limit; who has waited longest comes first. */
  waiting(subdistrictId: string, ways: readonly Way[], limit: number, after: ApprovalPosition | undefined) {
    const open = ways.flatMap(({ kind, scopes }) =>
      scopes.map((scope) => ({ AND: [APPROVALS[kind].waits, where(scope)] })),
    );
    if (open.length === 0) return Promise.resolve([]);
    return this.database.forTenant(subdistrictId).whistle.findMany({
      where: { subdistrictId, AND: [{ OR: open }, beyond('blownAt', after, 'asc')] },
      select: { id: true, blownAt: true },
      orderBy: [{ blownAt: 'asc' }, { id: 'asc' }],
      take: limit + 1,
    });
  }
}

/** Words are given for a community or for the whole subdistrict, by nobody else. */
function where({ subdistrictId, communityIds }: ScopeFilter): Prisma.WhistleWhereInput {
  if (communityIds) return { communityId: { in: communityIds } };
  return subdistrictId === undefined ? { id: { in: [] } } : { subdistrictId };
}
