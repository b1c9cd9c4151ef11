import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { PlacesRepository, type Place } from './places.repository.js';

/** Takes in the names of communities, departments and categories. */
@Controller()
export class PlacesConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly places: PlacesRepository,
  ) {}

  @EventPattern('community.changed.v1')
  onCommunity(@Payload() event: CloudEvent<'community.changed.v1'>): Promise<void> {
    const { communityId: id, name, households } = event.data;
    return this.keep(event, { kind: 'community', id, name, households, active: true });
  }

  @EventPattern('department.changed.v1')
  onDepartment(@Payload() event: CloudEvent<'department.changed.v1'>): Promise<void> {
    const { departmentId: id, name, active } = event.data;
    return this.keep(event, { kind: 'department', id, name, households: null, active });
  }

  @EventPattern('category.changed.v1')
  onCategory(@Payload() event: CloudEvent<'category.changed.v1'>): Promise<void> {
    const { code: id, name, active } = event.data;
    return this.keep(event, { kind: 'category', id, name, households: null, active });
  }

  private async keep(event: CloudEvent, place: Place): Promise<void> {
    await this.inbox.once(event, (client) => this.places.keep(client, event, place));
  }
}
