import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { DepartmentsRepository } from './departments.repository.js';

/** Learns to which departments a proposal may be assigned. */
@Controller()
export class DepartmentConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly departments: DepartmentsRepository,
  ) {}

  @EventPattern('department.changed.v1')
  async onChanged(@Payload() event: CloudEvent<'department.changed.v1'>): Promise<void> {
    await this.inbox.once(event, (client) => this.departments.keep(client, event));
  }
}
