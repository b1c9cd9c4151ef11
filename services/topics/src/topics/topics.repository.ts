import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Prisma, Topic } from '../generated/prisma/client.js';

/** The last row of the page before. */
export interface TopicKey {
  proposedAt: string;
  id: string;
}

@Injectable()
export class TopicsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  find(subdistrictId: string, id: string): Promise<Topic | null> {
    return this.database.forTenant(subdistrictId).topic.findFirst({ where: { subdistrictId, id } });
  }

  /** One row more than `limit`, if there is one. Newest first. */
  list(
    subdistrictId: string,
    filters: readonly Prisma.TopicWhereInput[],
    after: TopicKey | undefined,
    limit: number,
  ): Promise<Topic[]> {
    const beyond = after
      ? [{ OR: [{ proposedAt: { lt: after.proposedAt } }, { proposedAt: after.proposedAt, id: { lt: after.id } }] }]
      : [];
    return this.database.forTenant(subdistrictId).topic.findMany({
      where: { subdistrictId, AND: [...filters, ...beyond] },
      orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }
}
