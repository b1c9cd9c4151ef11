import type { CloudEvent } from '@hsl/contracts/event';
import type { Queryable } from '@hsl/database/queryable';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

/** The copy of the communities, whose owner is another service. */
@Injectable()
export class CommunitiesRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  /** Takes what the event says unless a later one has been taken. */
  async keep(db: Queryable, event: CloudEvent<'community.changed.v1'>): Promise<void> {
    const { communityId, name } = event.data;
    await db.query({
      name: 'keep_community',
      text: `INSERT INTO community (subdistrict_id, community_id, name, sequence) VALUES ($1, $2, $3, $4)
        ON CONFLICT (subdistrict_id, community_id)
        DO UPDATE SET name = EXCLUDED.name, sequence = EXCLUDED.sequence
        WHERE community.sequence < EXCLUDED.sequence`,
      values: [event.subdistrictid, communityId, name, event.sequence],
    });
  }

  /** Names by id, of those that exist. */
  async namesOf(subdistrictId: string, communityIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.forTenant(subdistrictId).community.findMany({
      where: { subdistrictId, communityId: { in: [...communityIds] } },
      select: { communityId: true, name: true },
    });
    return new Map(rows.map(({ communityId, name }) => [communityId, name]));
  }

  /** Where a community belongs: it says so itself, nobody who asks does. */
  async subdistrictOf(communityId: string): Promise<string | undefined> {
    return (await this.database.system.community.findFirst({ where: { communityId } }))?.subdistrictId;
  }
}
