import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Prisma, Topic } from '../generated/prisma/client.js';

/** The last row of the page before; `endorsements` only of a list ordered by them. */
export interface TopicKey {
  proposedAt: string;
  id: string;
  endorsements?: number;
}
export type TopicOrder = 'newest' | 'endorsements';

@Injectable()
export class TopicsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  find(subdistrictId: string, id: string): Promise<Topic | null> {
    return this.database.forTenant(subdistrictId).topic.findFirst({ where: { subdistrictId, id } });
  }

  /** One row more than `limit`, if there is one. The newest, or the most endorsed (S38), first. */
  list(
    subdistrictId: string,
    filters: readonly Prisma.TopicWhereInput[],
    after: TopicKey | undefined,
    limit: number,
    order: TopicOrder,
  ): Promise<Topic[]> {
    return this.database.forTenant(subdistrictId).topic.findMany({
      where: { subdistrictId, AND: [...filters, ...(after ? [beyond(after, order)] : [])] },
      orderBy:
        order === 'newest' ? [{ proposedAt: 'desc' }, { id: 'desc' }] : [{ endorsements: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }
}

function beyond({ proposedAt, endorsements, id }: TopicKey, order: TopicOrder): Prisma.TopicWhereInput {
  return order === 'newest'
    ? { OR: [{ proposedAt: { lt: proposedAt } }, { proposedAt, id: { lt: id } }] }
    : { OR: [{ endorsements: { lt: endorsements ?? 0 } }, { endorsements: endorsements ?? 0, id: { lt: id } }] };
}
