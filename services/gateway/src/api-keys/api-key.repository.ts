import { Injectable } from '@nestjs/common';
import type { Instant } from '@hsl/contracts/instants';
import { GatewayDatabase } from '../gateway-database.js';
import type { ApiKey, Prisma } from '../generated/prisma/client.js';

export type ApiKeyRow = ApiKey;

/** Where a list goes on: after the last key shown. */
export interface ApiKeyCursor {
  createdAt: string;
  id: string;
}

@Injectable()
export class ApiKeyRepository {
  constructor(private readonly database: GatewayDatabase) {}

  create(row: Prisma.ApiKeyCreateInput): Promise<ApiKeyRow> {
    return this.database.forTenant(row.subdistrictId).apiKey.create({ data: row });
  }

  async find(subdistrictId: string, id: string): Promise<ApiKeyRow | undefined> {
    return (await this.database.forTenant(subdistrictId).apiKey.findUnique({ where: { id } })) ?? undefined;
  }

  /** For a key as it is presented, before any tenant is known. */
  async findByHash(hash: string): Promise<ApiKeyRow | undefined> {
    return (await this.database.system.apiKey.findUnique({ where: { hash } })) ?? undefined;
  }

  /**
   * The newest first, one more than the limit.
   * @param communityIds only keys of these communities; all of the subdistrict if undefined
   */
  list(
    subdistrictId: string,
    communityIds: string[] | undefined,
    limit: number,
    after?: ApiKeyCursor,
  ): Promise<ApiKeyRow[]> {
    const createdAt = after && new Date(after.createdAt);
    return this.database.forTenant(subdistrictId).apiKey.findMany({
      where: {
        ...(communityIds ? { communityId: { in: communityIds } } : {}),
        ...(after ? { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: after.id } }] } : {}),
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }

  /** Revoking twice keeps the first instant. */
  async revoke(subdistrictId: string, id: string, revokedBy: string, now: Instant): Promise<void> {
    await this.database.forTenant(subdistrictId).apiKey.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date(now), revokedBy },
    });
  }
}
