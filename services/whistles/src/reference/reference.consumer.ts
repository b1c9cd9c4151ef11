import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ReferenceBook } from './reference-book.js';

/** Keeps the copies of categories, topics, departments and routes that whistles may name. */
@Controller()
export class ReferenceConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly book: ReferenceBook,
  ) {}

  @EventPattern('category.changed.v1')
  onCategory(@Payload() event: CloudEvent<'category.changed.v1'>): Promise<void> {
    const { code, defaultGrade, active } = event.data;
    return this.keep(event, 'category', code, active, { defaultGrade });
  }

  @EventPattern('topic.proposed.v1')
  onTopic(@Payload() event: CloudEvent<'topic.proposed.v1'>): Promise<void> {
    return this.keep(event, 'topic', event.data.topicId, true, {});
  }

  @EventPattern('department.changed.v1')
  onDepartment(@Payload() event: CloudEvent<'department.changed.v1'>): Promise<void> {
    const { departmentId, name, active } = event.data;
    return this.keep(event, 'department', departmentId, active, { name });
  }

  @EventPattern('routing.changed.v1')
  onRouting(@Payload() event: CloudEvent<'routing.changed.v1'>): Promise<void> {
    const { categoryCode, leadDepartmentId, supportingDepartmentIds } = event.data;
    return this.keep(event, 'route', categoryCode, true, { leadDepartmentId, supportingDepartmentIds });
  }

  private async keep(event: CloudEvent, kind: string, id: string, active: boolean, facts: object): Promise<void> {
    await this.inbox.once(event, async (client) => {
      await client.query(
        `INSERT INTO known_reference (subdistrict_id, kind, id, active, facts) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (subdistrict_id, kind, id) DO UPDATE SET active = EXCLUDED.active, facts = EXCLUDED.facts`,
        [event.subdistrictid, kind, id, active, JSON.stringify(facts)],
      );
    });
    this.book.forget(event.subdistrictid);
  }
}
