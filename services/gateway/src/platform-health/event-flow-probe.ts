import type { EventFlow as EventFlowAnswer } from '@hsl/contracts/schemas/platform-health';
import { EventFlow } from '@hsl/kafka/event-flow';
import { Clock } from '@hsl/platform/clock';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { GATEWAY_ENV, type GatewayEnv } from '../gateway-env.js';

/** Asks the broker for the keepers; one that does not answer is told as such, never as an empty list. */
@Injectable()
export class EventFlowProbe {
  private readonly logger = new Logger(EventFlowProbe.name);

  constructor(
    private readonly flow: EventFlow,
    private readonly clock: Clock,
    @Inject(GATEWAY_ENV) private readonly env: GatewayEnv,
  ) {}

  async now(subdistrictId: string): Promise<EventFlowAnswer> {
    const at = new Date(this.clock.now()).toISOString();
    try {
      const { lags, deadLetters } = await this.flow.read(Object.keys(this.env.SERVICE_URLS), subdistrictId);
      return { at, broker: 'up', lags, deadLetters };
    } catch (error) {
      const reason = reasonOf(error);
      this.logger.warn(`the broker tells nothing: ${reason}`);
      return { at, broker: 'down', reason };
    }
  }
}

/** Of several brokers that do not answer, what the first says. */
function reasonOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
