import type { Role } from '@hsl/contracts/roles';
import { mayHold, type GramTable } from '@hsl/database/text-search';
import { Injectable } from '@nestjs/common';
import { GatewayDatabase } from '../gateway-database.js';
import type { Prisma } from '../generated/prisma/client.js';
import type { Account } from './account.js';
import { accountOf, WITH_POSTS } from './user.repository.js';

export interface AccountFilters {
  role?: Role;
  communityId?: string;
  departmentId?: string;
  active?: 'true' | 'false';
  search?: string;
}

const NAMES: GramTable = { table: 'user_text', key: 'user_id' };

/** Accounts of a subdistrict, by user name. */
@Injectable()
export class AccountSearch {
  constructor(private readonly database: GatewayDatabase) {}

  /** One more than the limit. @param after the last user name shown */
  async list(subdistrictId: string, filters: AccountFilters, limit: number, after?: string): Promise<Account[]> {
    const { search, ...others } = filters;
    const conditions = [
      ...[{ subdistrictId }, whereOf(subdistrictId, others)],
      ...(search === undefined ? [] : [await this.named(subdistrictId, search)]),
      ...(after === undefined ? [] : [{ userName: { gt: after } }]),
    ];
    const rows = await this.database.forTenant(subdistrictId).user.findMany({
      where: { AND: conditions },
      orderBy: { userName: 'asc' },
      include: WITH_POSTS,
      take: limit + 1,
    });
    return rows.map(accountOf);
  }

  /** Pieces of names lead to the few who may be meant; of a name that many have, the list itself soon finds a page. */
  private async named(subdistrictId: string, text: string): Promise<Prisma.UserWhereInput> {
    const found = await mayHold(this.database.pool(subdistrictId), NAMES, subdistrictId, text);
    const contains = { contains: text, mode: 'insensitive' as const };
    const OR = [{ userName: contains }, { name: contains }];
    return 'ids' in found ? { OR, id: { in: found.ids } } : { OR };
  }
}

function whereOf(
  subdistrictId: string,
  { role, communityId, departmentId, active }: Omit<AccountFilters, 'search'>,
): Prisma.UserWhereInput {
  const post: Prisma.UserPostWhereInput = {
    ...(role !== undefined && { role }),
    ...(communityId !== undefined && { communityIds: { has: communityId } }),
    ...(departmentId !== undefined && { departmentId }),
  };
  return {
    // The tenant is named, since row-level security leads into no index.
    ...(Object.keys(post).length > 0 && { posts: { some: { subdistrictId, ...post } } }),
    ...(active !== undefined && { active: active === 'true' }),
  };
}
