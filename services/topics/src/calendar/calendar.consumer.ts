import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { Clock } from '@hsl/platform/clock';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { CalendarRepository } from './calendar.repository.js';

/** Learns the official calendar, whose owner is another service. */
@Controller()
export class CalendarConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly calendars: CalendarRepository,
    private readonly clock: Clock,
  ) {}

  @EventPattern('calendar.loaded.v1')
  async onLoaded(@Payload() event: CloudEvent<'calendar.loaded.v1'>): Promise<void> {
    const { version, calendar } = event.data;
    if (!calendar) return;
    await this.inbox.once(event, (client) =>
      this.calendars.keep(client, event.subdistrictid, { version, ...calendar }, new Date(this.clock.now())),
    );
  }
}
