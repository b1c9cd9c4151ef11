import type { Role } from '@hsl/contracts/roles';
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

/** Accounts of a subdistrict, by user name. */
@Injectable()
export class AccountSearch {
  constructor(private readonly database: GatewayDatabase) {}

  /** One more than the limit. @param after the last user name shown */
  async list(subdistrictId: string, filters: AccountFilters, limit: number, after?: string): Promise<Account[]> {
    const rows = await this.database.forTenant(subdistrictId).user.findMany({
      where: { AND: [{ subdistrictId }, whereOf(filters), after === undefined ? {} : { userName: { gt: after } }] },
      orderBy: { userName: 'asc' },
      include: WITH_POSTS,
      take: limit + 1,
    });
    return rows.map(accountOf);
  }
}

function whereOf({ role, communityId, departmentId, active, search }: AccountFilters): Prisma.UserWhereInput {
  const post: Prisma.UserPostWhereInput = {
    ...(role !== undefined && { role }),
    ...(communityId !== undefined && { communityIds: { has: communityId } }),
    ...(departmentId !== undefined && { departmentId }),
  };
  const contains = search === undefined ? undefined : { contains: search, mode: 'insensitive' as const };
  return {
    ...(Object.keys(post).length > 0 && { posts: { some: post } }),
    ...(active !== undefined && { active: active === 'true' }),
    ...(contains && { OR: [{ userName: contains }, { name: contains }] }),
  };
}
