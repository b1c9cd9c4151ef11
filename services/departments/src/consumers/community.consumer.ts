import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';

/** Keeps the copy of the communities that registers name. */
@Controller()
export class CommunityConsumer {
  constructor(private readonly inbox: Inbox) {}

  @EventPattern('community.changed.v1')
  async onCommunity(@Payload() event: CloudEvent<'community.changed.v1'>): Promise<void> {
    const { communityId, name } = event.data;
    await this.inbox.once(event, async (client) => {
      if (!(await this.inbox.isNewest(client, event))) return;
      await client.query(
        `INSERT INTO known_community (subdistrict_id, id, name) VALUES ($1, $2, $3)
         ON CONFLICT (subdistrict_id, id) DO UPDATE SET name = EXCLUDED.name`,
        [event.subdistrictid, communityId, name],
      );
    });
  }
}
