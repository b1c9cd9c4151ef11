import type { QrForm } from '@hsl/contracts/schemas/submissions';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

/** As many as a phone shows under a form. */
const MOST_SHOWN = 20;

/** Topics everybody may read. */
@Injectable()
export class PublicTopics {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  /** Published and not closed, most endorsed first. */
  ofCommunity(subdistrictId: string, communityId: string): Promise<QrForm['topics']> {
    return this.database.forTenant(subdistrictId).topic.findMany({
      where: { subdistrictId, published: true, state: { not: 'CLOSED' }, communityIds: { has: communityId } },
      orderBy: [{ endorsements: 'desc' }, { id: 'desc' }],
      select: { id: true, title: true, endorsements: true },
      take: MOST_SHOWN,
    });
  }

  /** The subdistrict of a public topic: it comes from the topic, never from who asks. */
  async subdistrictOf(topicId: string): Promise<string | undefined> {
    const topic = await this.database.system.topic.findFirst({
      where: { id: topicId, published: true },
      select: { subdistrictId: true },
    });
    return topic?.subdistrictId;
  }
}
