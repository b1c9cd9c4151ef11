import { EventBatch } from '@hsl/kafka/event-batches';
import { Inbox } from '@hsl/kafka/inbox';
import type { Queryable } from '@hsl/database/queryable';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { Fact } from './fact.js';
import { factsOf } from './facts-of.js';
import { FactsRepository } from './facts.repository.js';
import { caseIdOf, FACT_EVENTS, groupedBy, isCounted, type FactEvent } from './moment.js';

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
    await this.inbox.once(event, (client) => this.take(client, [event]), 'facts');
  }

  @EventBatch(FACT_EVENTS)
  async onEvents(events: readonly FactEvent[]): Promise<void> {
    await this.inbox.onceEach(events.filter(isCounted), (client, fresh) => this.take(client, fresh), 'facts');
  }

  /** @param events of one tenant */
  private async take(db: Queryable, events: readonly FactEvent[]): Promise<void> {
    const cases = groupedBy(events, caseIdOf);
    const ids = cases.map(([first]) => caseIdOf(first!));
    await this.facts.lock(db, ids);
    const known = await this.facts.moments(db, ids);
    await this.facts.keep(db, events);
    const facts = cases.map((own, index): [string, Fact[]] => {
      const told = new Map(known.get(ids[index]!));
      for (const event of own) told.set(event.id, event);
      return [ids[index]!, factsOf([...told.values()])];
    });
    await this.facts.replace(db, events[0]!.subdistrictid, new Map(facts));
  }
}
