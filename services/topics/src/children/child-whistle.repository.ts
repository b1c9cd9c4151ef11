import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { ChildWhistle, Prisma } from '../generated/prisma/client.js';

/** A topic with more whistles shows the first by number. */
const MOST_CHILDREN = 200;

/** Reads the projection, only as far as `within` lets the reader see. */
@Injectable()
export class ChildWhistleRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  childrenOf(subdistrictId: string, topicId: string, within: Prisma.ChildWhistleWhereInput): Promise<ChildWhistle[]> {
    return this.database.forTenant(subdistrictId).childWhistle.findMany({
      where: { subdistrictId, topicId, AND: [within] },
      orderBy: { number: 'asc' },
      take: MOST_CHILDREN,
    });
  }

  /** How many children of each topic have not ended; topics without any are not in the map. */
  async openCounts(
    subdistrictId: string,
    topicIds: readonly string[],
    within: Prisma.ChildWhistleWhereInput,
  ): Promise<Map<string, number>> {
    const groups = await this.database.forTenant(subdistrictId).childWhistle.groupBy({
      by: ['topicId'],
      where: { subdistrictId, topicId: { in: [...topicIds] }, isOpen: true, AND: [within] },
      _count: true,
    });
    return new Map(groups.map((group) => [group.topicId, group._count]));
  }
}
