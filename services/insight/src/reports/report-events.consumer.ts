import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ReportEventsRepository } from './report-events.repository.js';
import { REPORT_EVENTS, type ReportEvent } from './report-events.js';

/** Keeps the events that reports alone rest on. */
@Controller()
export class ReportEventsConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly events: ReportEventsRepository,
  ) {}

  @EventPattern([...REPORT_EVENTS])
  async onEvent(@Payload() event: ReportEvent): Promise<void> {
    await this.inbox.once(event, (client) => this.events.keep(client, event), 'reports');
  }
}
