import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { RulesRepository } from '../rules/rules.repository.js';
import { CalendarRollout } from './calendar-rollout.js';

/** Learns the rules and the calendar that proposals go by. */
@Controller()
export class RulesConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly rules: RulesRepository,
    private readonly rollout: CalendarRollout,
  ) {}

  @EventPattern('ruleSet.published.v1')
  async onRules(@Payload() event: CloudEvent<'ruleSet.published.v1'>): Promise<void> {
    await this.inbox.once(event, (client) => this.rules.keepRules(client, event));
  }

  @EventPattern('calendar.published.v1')
  async onCalendar(@Payload() event: CloudEvent<'calendar.published.v1'>): Promise<void> {
    await this.inbox.once(event, (client) => this.rules.keepCalendar(client, event));
    this.rollout.wake();
  }
}
