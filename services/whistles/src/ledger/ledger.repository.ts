import type { ScopeFilter } from '@hsl/access/target';
import { beyond } from '@hsl/database/list-position';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import type { Prisma } from '../generated/prisma/client.js';

export const entryPosition = z.strictObject({ appliedAt: z.iso.datetime(), id: z.uuid() });
type Position = z.output<typeof entryPosition>;

/** Which entries somebody may see; `handled` are the units whose handler they are. */
interface Reach {
  scopes: readonly ScopeFilter[];
  handled: readonly string[];
}

const PARTS = { milestones: { orderBy: { position: 'asc' } } } as const;

/** Reads the register as a tenant (S59). */
@Injectable()
export class LedgerRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  async find(subdistrictId: string, id: string) {
    if (!z.uuid().safeParse(id).success) return undefined;
    const prisma = this.database.forTenant(subdistrictId);
    const row = await prisma.ledgerEntry.findUnique({ where: { id }, include: PARTS });
    return row ?? undefined;
  }

  /** One row more than the limit, newest first. */
  async list(
    subdistrictId: string,
    { scopes, handled }: Reach,
    filters: Prisma.LedgerEntryWhereInput,
    { limit, after }: { limit: number; after: Position | undefined },
  ) {
    const ways = scopes.flatMap((scope) => whereOf(scope, handled));
    if (ways.length === 0) return [];
    return this.database.forTenant(subdistrictId).ledgerEntry.findMany({
      where: { subdistrictId, AND: [{ OR: ways }, filters, beyond('appliedAt', after)] },
      include: PARTS,
      orderBy: [{ appliedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }

  async setOpinion(subdistrictId: string, id: string, contentId: string): Promise<void> {
    const prisma = this.database.forTenant(subdistrictId);
    await prisma.$transaction([
      prisma.ledgerEntry.update({ where: { id }, data: { opinionId: contentId } }),
      prisma.stepContent.update({ where: { id: contentId }, data: { final: true } }),
    ]);
  }

  async finalise(subdistrictId: string, contentId: string): Promise<void> {
    const prisma = this.database.forTenant(subdistrictId);
    await prisma.stepContent.update({ where: { id: contentId }, data: { final: true } });
  }

  contents(subdistrictId: string, ids: readonly string[]) {
    return this.database.forTenant(subdistrictId).stepContent.findMany({ where: { id: { in: [...ids] } }, take: 200 });
  }

  /** Share of a unit's open matters as lead that stand on the ledger (domain 4.5: above 20 % is a warning). */
  async shareOf(subdistrictId: string, leadDepartmentId: string): Promise<number> {
    const prisma = this.database.forTenant(subdistrictId);
    const leads = { leadDepartmentId, outcome: null };
    const [all, ledgered] = await Promise.all([
      prisma.whistle.count({ where: leads }),
      prisma.whistle.count({ where: { ...leads, state: 'LEDGERED' } }),
    ]);
    return all === 0 ? 0 : ledgered / all;
  }
}

export type LedgerRow = NonNullable<Awaited<ReturnType<LedgerRepository['find']>>>;

function whereOf(scope: ScopeFilter, handled: readonly string[]): Prisma.LedgerEntryWhereInput[] {
  if (scope.communityIds) return [{ communityId: { in: scope.communityIds } }];
  if (scope.departmentIds) return [{ leadDepartmentId: { in: scope.departmentIds } }];
  if (scope.role === 'handler') return [{ leadDepartmentId: { in: [...handled] } }];
  // Who is assigned by person sees the entry through its whistle.
  if (scope.memberIds || scope.userId) return [];
  return scope.subdistrictId ? [{ subdistrictId: scope.subdistrictId }] : [];
}
