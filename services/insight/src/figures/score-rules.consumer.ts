import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ScoreRulesRepository } from './score-rules.repository.js';

/** Learns by which weights departments are scored. */
@Controller()
export class ScoreRulesConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly rules: ScoreRulesRepository,
  ) {}

  @EventPattern('ruleSet.published.v1')
  async onPublished(@Payload() event: CloudEvent<'ruleSet.published.v1'>): Promise<void> {
    await this.inbox.once(event, (client) => this.rules.keep(client, event));
  }
}
