import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import type { WhistleFact } from '@hsl/workflows/whistle/whistle.activities';
import { Injectable } from '@nestjs/common';
import { isConcluding } from './whistle-patch.js';
import { WhistleStarter } from '../starter/whistle-starter.js';

/** Who is woken in this process once a decision is committed; a sweep finds the rest. */
@Injectable()
export class AfterDecision {
  constructor(
    private readonly relay: OutboxRelay,
    private readonly starter: WhistleStarter,
  ) {}

  decision(fact: WhistleFact): void {
    this.relay.kick();
    if (isConcluding(fact) || fact.type === 'lookBackReported' || fact.type === 'reopened') this.starter.kick();
  }
}
