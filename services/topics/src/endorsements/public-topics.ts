import type { QrForm } from '@hsl/contracts/schemas/qr-points';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { facet, withFacet } from '../topics/topic-facets.js';

export interface PublicTarget {
  subdistrictId: string;
  communityIds: string[];
}

/** As many as a phone shows under a form. */
const MOST_SHOWN = 20;

/** Topics everybody may read. */
@Injectable()
export class PublicTopics {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  /** Published and not closed, most endorsed first. */
  ofCommunity(subdistrictId: string, communityId: string): Promise<QrForm['topics']> {
    return this.database.forTenant(subdistrictId).topic.findMany({
      where: {
        subdistrictId,
        published: true,
        state: { not: 'CLOSED' },
        ...withFacet(subdistrictId, facet.community(communityId)),
      },
      orderBy: [{ endorsements: 'desc' }, { id: 'desc' }],
      select: { id: true, title: true, endorsements: true },
      take: MOST_SHOWN,
    });
  }

  /**
   * Where a public topic belongs: that comes from the topic, never from who asks.
   * @throws ProblemError notFound, also for a topic that is not public
   */
  async targetOf(topicId: string): Promise<PublicTarget> {
    const select = { subdistrictId: true, communityIds: true } as const;
    const where = { id: topicId, published: true };
    const isId = z.uuid().safeParse(topicId).success;
    const topic = isId ? await this.database.system.topic.findFirst({ where, select }) : null;
    if (!topic) throw new ProblemError('notFound');
    return topic;
  }
}
