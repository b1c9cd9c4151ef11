import { Injectable } from '@nestjs/common';
import type { Instant } from '@hsl/contracts/instants';
import { beyond } from '@hsl/database/list-position';
import { appendAudit } from '../audit/audit.repository.js';
import type { AuditAct } from '../audit/audit-line.js';
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

  /** The key and its line of the audit. */
  create(row: Prisma.ApiKeyCreateInput, act: AuditAct): Promise<ApiKeyRow> {
    return this.database.forTenant(row.subdistrictId).$transaction(async (tx) => {
      const created = await tx.apiKey.create({ data: row });
      await appendAudit(tx, act);
      return created;
    });
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
    return this.database.forTenant(subdistrictId).apiKey.findMany({
      where: {
        subdistrictId,
        ...(communityIds ? { communityId: { in: communityIds } } : {}),
        ...beyond('createdAt', after),
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }

  async wasUsed({ subdistrictId, id }: ApiKeyRow, at: Instant): Promise<void> {
    await this.database
      .forTenant(subdistrictId)
      .apiKey.updateMany({ where: { id }, data: { lastUsedAt: new Date(at) } });
  }

  /** Revoking twice keeps the first instant, and is one line of the audit. */
  async revoke(id: string, act: AuditAct): Promise<void> {
    await this.database.forTenant(act.subdistrictId).$transaction(async (tx) => {
      const { count } = await tx.apiKey.updateMany({
        where: { id, revokedAt: null },
        data: { revokedAt: act.at, revokedBy: act.actorId },
      });
      if (count === 1) await appendAudit(tx, act);
    });
  }
}
