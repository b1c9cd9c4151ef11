import type { ScopeFilter } from '@hsl/access/target';
import { mayHold, type GramTable } from '@hsl/database/text-search';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type MembersDatabase } from '../database.js';
import type { Prisma } from '../generated/prisma/client.js';

export interface MemberSelection {
  scopes: readonly ScopeFilter[];
  q?: string;
  communityId?: string;
  skill?: string;
  sector?: string;
  /** Id of the last member shown. */
  after?: string;
  limit: number;
}

const NAMES: GramTable = { table: 'member_text', key: 'member_id' };

/** `today` is midnight UTC of the day in Shanghai, as DATE columns are compared. */
const valid = (today: Date): Prisma.AreaAssignmentWhereInput => ({
  firstDay: { lte: today },
  OR: [{ lastDay: null }, { lastDay: { gte: today } }],
});

const postings = (today: Date) =>
  ({
    assignments: { where: valid(today), select: { communityId: true }, orderBy: { communityId: 'asc' } },
  }) satisfies Prisma.MemberInclude;

export type MemberRow = Prisma.MemberGetPayload<{ include: ReturnType<typeof postings> }>;

@Injectable()
export class MemberCardsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: MembersDatabase) {}

  async find(subdistrictId: string, id: string, today: Date): Promise<MemberRow | null> {
    const client = this.database.forTenant(subdistrictId);
    return client.member.findFirst({ where: { id, subdistrictId, active: true }, include: postings(today) });
  }

  /** Undefined for a community that nobody told of. */
  async subdistrictOf(communityId: string): Promise<string | undefined> {
    return (await this.database.system.knownCommunity.findFirst({ where: { id: communityId } }))?.subdistrictId;
  }

  /** By id; one row more than `limit`. */
  async list(subdistrictId: string, selection: MemberSelection, today: Date): Promise<MemberRow[]> {
    const { scopes, q, communityId, skill, sector, after, limit } = selection;
    if (scopes.length === 0) return [];
    const postedTo = (ids: string[]): Prisma.MemberWhereInput => ({
      assignments: { some: { communityId: { in: ids }, ...valid(today) } },
    });
    const within = (scope: ScopeFilter): Prisma.MemberWhereInput => ({
      subdistrictId: scope.subdistrictId,
      ...(scope.communityIds ? postedTo(scope.communityIds) : {}),
      ...(scope.memberIds ? { id: { in: scope.memberIds } } : {}),
    });
    const filters: Prisma.MemberWhereInput[] = [{ OR: scopes.map(within) }, { sector }];
    if (q !== undefined) filters.push(await this.named(subdistrictId, q));
    if (skill !== undefined) filters.push({ skills: { has: skill } });
    if (communityId !== undefined) filters.push(postedTo([communityId]));
    if (after !== undefined) filters.push({ id: { gt: after } });
    return this.database.forTenant(subdistrictId).member.findMany({
      where: { subdistrictId, active: true, AND: filters },
      orderBy: { id: 'asc' },
      take: limit + 1,
      include: postings(today),
    });
  }

  /** Pieces of names lead to the few who may be meant; of a name that many have, the list itself soon finds a page. */
  private async named(subdistrictId: string, text: string): Promise<Prisma.MemberWhereInput> {
    const found = await mayHold(this.database.pool(subdistrictId), NAMES, subdistrictId, text);
    const name = { contains: text, mode: 'insensitive' as const };
    return 'ids' in found ? { name, id: { in: found.ids } } : { name };
  }
}
