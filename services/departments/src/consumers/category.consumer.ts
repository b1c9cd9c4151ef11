import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';

/** Keeps the copy of the categories that the routing table names. */
@Controller()
export class CategoryConsumer {
  constructor(private readonly inbox: Inbox) {}

  @EventPattern('category.changed.v1')
  async onCategory(@Payload() event: CloudEvent<'category.changed.v1'>): Promise<void> {
    const { code, name, active } = event.data;
    await this.inbox.once(event, async (client) => {
      if (!(await this.inbox.isNewest(client, event))) return;
      await client.query(
        `INSERT INTO known_category (subdistrict_id, code, name, active) VALUES ($1, $2, $3, $4)
         ON CONFLICT (subdistrict_id, code) DO UPDATE SET name = EXCLUDED.name, active = EXCLUDED.active`,
        [event.subdistrictid, code, name, active],
      );
    });
  }
}
