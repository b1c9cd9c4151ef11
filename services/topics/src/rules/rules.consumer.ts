import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { RulesRepository } from './rules.repository.js';

/** Learns the rules that proposals go by. */
@Controller()
export class RulesConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly rules: RulesRepository,
  ) {}

  @EventPattern('ruleSet.published.v1')
  async onPublished(@Payload() event: CloudEvent<'ruleSet.published.v1'>): Promise<void> {
    await this.inbox.once(event, (client) => this.rules.keep(client, event));
  }
}
