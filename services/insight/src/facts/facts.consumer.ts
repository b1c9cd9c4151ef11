import { Inbox } from '@hsl/kafka/inbox';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { factsOf } from './facts-of.js';
import { FactsRepository } from './facts.repository.js';
import { caseIdOf, FACT_EVENTS, isCounted, type FactEvent } from './moment.js';

/**
 * Takes in what figures rest on. Moment, facts and days change in one transaction; events may come in any order and any
 * number of times.
 */
@Controller()
export class FactsConsumer {
  constructor(
    private readonly inbox: Inbox,
    private readonly facts: FactsRepository,
  ) {}

  @EventPattern([...FACT_EVENTS])
  async onEvent(@Payload() event: FactEvent): Promise<void> {
    if (!isCounted(event)) return;
    await this.inbox.once(
      event,
      async (client) => {
        const caseId = caseIdOf(event);
        await this.facts.lock(client, caseId);
        await this.facts.keep(client, caseId, event);
        const moments = await this.facts.moments(client, caseId);
        await this.facts.replace(client, event.subdistrictid, caseId, factsOf(moments));
      },
      'facts',
    );
  }
}
